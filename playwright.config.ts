import { defineConfig } from '@playwright/test'
import { chromiumArguments, findChromium } from './lib/cli/chromium'

const executablePath = findChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  // Not seen to pass as a whole yet: it comes in with the rest of its instrument.
  testIgnore: ['**/erd.spec.ts'],
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
