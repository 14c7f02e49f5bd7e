import { test as base } from '@playwright/test'

/** Every page is watched: a console message, a failed request or a breach of the policy fails the test that saw it. */
export const test = base.extend<{ watched: string[] }>({
  baseURL: async ({}, provide) => provide(process.env.SITE),
  watched: [
    async ({ page }, provide) => {
      const seen: string[] = []
      page.on('console', (message) => seen.push(`console ${message.type()}: ${message.text()}`))
      page.on('pageerror', (error) => seen.push(`error: ${error.message}`))
      page.on('requestfailed', (request) => seen.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`))
      await provide(seen)
      base.expect(seen, 'nothing was said on the console').toEqual([])
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
