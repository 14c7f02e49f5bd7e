import {
  test as base,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
} from '@playwright/test'
import { profile } from '@/lib/content/site'
import { missingRules } from './page-styles'

/**
 * Every page is watched: a console message, a failed request or a breach of the policy fails the test that saw it, and so does a style
 * that what stands there at the end would need and the page was not given.
 */
export const test = base.extend<{ watched: string[] }>({
  baseURL: async ({}, provide) => provide(process.env.SITE),
  watched: [
    async ({ page }, provide) => {
      const seen: string[] = []
      page.on('console', (message) => seen.push(`console ${message.type()}: ${message.text()}`))
      page.on('pageerror', (error) => seen.push(`error: ${error.message}`))
      page.on('requestfailed', (request) => {
        const { errorText = '' } = request.failure() ?? {}
        // A reader who goes on to the next page leaves what this one was still fetching.
        if (errorText !== 'net::ERR_ABORTED') seen.push(`failed: ${request.url()} ${errorText}`)
      })
      await provide(seen)
      base.expect(seen, 'nothing was said on the console').toEqual([])
      const isOurs = !page.isClosed() && page.url().startsWith(process.env.SITE ?? 'http')
      base.expect(isOurs ? await missingRules(page) : [], 'rules that the page does not carry').toEqual([])
    },
    { auto: true },
  ],
})

type Given = PlaywrightTestArgs & PlaywrightTestOptions & PlaywrightWorkerArgs & PlaywrightWorkerOptions & { watched: string[] }

/** For what is known of the sample's own pieces: an owner who has replaced them has no such test. */
export function testOfSample(title: string, body: (given: Given) => Promise<void>): void {
  if (profile().sampleContent) test(title, body)
}

export { expect } from '@playwright/test'
