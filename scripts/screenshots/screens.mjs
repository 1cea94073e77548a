/**
 * Every picture in docs/screens, in the order in which they are taken. `open` brings the screen up from whatever is in front and
 * returns when it shows its final content; `close` puts away what would stand in the way of the next one.
 *
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {{ readonly registerNextYear: string }} Files
 * @typedef {object} Shot
 * @property {string} name
 * @property {(page: Page, files: Files) => Promise<void>} open
 * @property {(page: Page) => Promise<void>} [close]
 */

/** @param {Page} page @param {string} screen */
async function goTo(page, screen) {
  await page.getByTestId(`nav-${screen}`).click();
  await page.locator(`[data-testid="nav-${screen}"][aria-current="page"]`).waitFor();
}

/** @param {Page} page @param {string} sheet */
async function waitForRows(page, sheet) {
  await page.locator(`[data-testid="sheet-${sheet}"] [row-index="3"]`).first().waitFor();
}

/** @param {Page} page */
async function leaveImport(page) {
  await page.getByTestId('import-discard').click();
  await page.getByTestId('import-pick').waitFor();
}

/** @type {readonly Shot[]} */
export const shots = [
  {
    name: 'home',
    open: async (page) => {
      await goTo(page, 'home');
      await page.getByTestId('home-recent').waitFor();
    },
  },
  {
    name: 'organizations',
    open: async (page) => {
      await goTo(page, 'organizations');
      await waitForRows(page, 'organizations');
    },
  },
  {
    name: 'organizations-filter',
    open: async (page) => {
      await page.locator('[data-testid="sheet-organizations"] [data-column-menu="city"]').click();
      await page.locator('[data-testid="filter-values"] [role="option"]').nth(2).waitFor();
    },
    close: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'organizations-bulk',
    open: async (page) => {
      await page.getByTestId('organizations-bulk').click();
      await page.getByTestId('bulk-panel').waitFor();
    },
    close: (page) => page.getByTestId('organizations-bulk').click(),
  },
  {
    name: 'palette',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByTestId('palette-input').waitFor();
    },
    close: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'help',
    open: async (page) => {
      await page.keyboard.press('F1');
      await page.getByTestId('help-page').waitFor();
    },
    close: (page) => page.keyboard.press('F1'),
  },
  {
    name: 'measures',
    open: async (page) => {
      await goTo(page, 'measures');
      await waitForRows(page, 'measures');
      await page.locator('[data-testid="sheet-measures"] [row-index="6"] [col-id="name"]').first().click();
      await page.locator('[data-testid="measures-side"] h2').waitFor();
    },
  },
  { name: 'import-file', open: (page) => goTo(page, 'import') },
  {
    name: 'import-preview',
    open: async (page, files) => {
      await goTo(page, 'import');
      await page.getByTestId('import-file-input').setInputFiles(files.registerNextYear);
      await waitForRows(page, 'import');
    },
  },
  {
    name: 'import-columns',
    open: async (page) => {
      await page.getByTestId('import-step-2').getByRole('button').click();
      await page.getByTestId('import-reanalyze').waitFor();
    },
    close: leaveImport,
  },
  { name: 'export', open: (page) => goTo(page, 'export') },
  {
    name: 'history',
    open: async (page) => {
      await goTo(page, 'history');
      await page.getByTestId('history-row').first().waitFor();
    },
  },
  { name: 'settings', open: (page) => goTo(page, 'settings') },
];
