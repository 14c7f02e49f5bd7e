import { defineConfig } from '@playwright/test'
import { chromiumArguments, findChromium } from './lib/cli/chromium'

const executablePath = findChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/serve-site.ts',
  outputDir: '.build/browser',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['dot'], ['json', { outputFile: '.build/tests/browser.json' }]],
  use: {
    launchOptions: { args: [...chromiumArguments], ...(executablePath ? { executablePath } : {}) },
    // A trace copies the page at every step; the figures' pages are large, and every test would take several times as long.
    trace: 'off',
  },
})
