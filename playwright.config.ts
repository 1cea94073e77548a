import { defineConfig } from '@playwright/test';
import { presentTestBrowser } from '#scripts/test-run/test-browser.mjs';

const browser = presentTestBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/playwright',
  workers: 2,
  retries: 0,
  timeout: 120_000,
  // Two cores that also run the program and the browser answer late at times; no test waits longer than it must.
  expect: { timeout: 30_000 },
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    browserName: 'chromium',
    headless: true,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    // The steps only: pictures and copies of the page after every step would make the run half as long again.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    launchOptions: {
      ...(browser === null ? {} : { executablePath: browser }),
      // The sandbox of Chromium does not work as root, as in a container.
      chromiumSandbox: process.getuid?.() !== 0,
      // Scroll bars take room, as on the computers of the centers: the grid measures them.
      ignoreDefaultArgs: ['--hide-scrollbars'],
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-domain-reliability',
        '--disable-sync',
        '--no-pings',
      ],
    },
  },
});
