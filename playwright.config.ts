import { defineConfig } from '@playwright/test'
import { chromiumArguments, findChromium } from './lib/cli/chromium'

const executablePath = findChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/serve-site.ts',
  outputDir: '.build/browser',
  workers: 2,
  // Ends what hangs. How fast something is depends on what else the machine does, and is no matter of a test.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  retries: 0,
  forbidOnly: true,
  reporter: [['dot'], ['json', { outputFile: '.build/tests/browser.json' }]],
  use: {
    launchOptions: { args: [...chromiumArguments], ...(executablePath ? { executablePath } : {}) },
    // A trace copies the page at every step; the figures' pages are large, and every test would take several times as long.
    trace: 'off',
  },
})
