import { test as base } from '@playwright/test'
import { profile } from '@/lib/content/site'

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

/** For what is known of the sample's own pieces: an owner who has replaced them has no such test. */
export const testOfSample: typeof test = profile().sampleContent ? test : Object.assign((() => undefined) as typeof test, test)

export { expect } from '@playwright/test'
