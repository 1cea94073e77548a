import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { presentTestBrowser } from '#scripts/test-run/test-browser.mjs';

export function launchBrowser(): Promise<Browser> {
  const executablePath = presentTestBrowser();
  return chromium.launch({
    chromiumSandbox: process.getuid?.() !== 0,
    ...(executablePath === null ? {} : { executablePath }),
  });
}

export type Screen = { readonly context: BrowserContext; readonly page: Page };

/** An empty page without any cache, made before the program is started: making one takes longer than the program's own work. */
export async function emptyScreen(browser: Browser): Promise<Screen> {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const names = { nav: testIds.nav('organizations'), sheet: testIds.sheet('organizations') };
  await page.addInitScript(watchFirstRows, names);
  return { context, page };
}

/**
 * Opens the address and goes to 登録団体 as soon as the navigation is there, by a click made inside the page, so that no
 * message between test and browser is in the time. @returns the wall clock of the first frame with text of the first row.
 */
export async function openRegister({ page }: Screen, url: string): Promise<number> {
  await page.goto(url);
  const handle = await page.waitForFunction(() => document.documentElement.dataset['firstRows'], null, {
    timeout: 60_000,
  });
  return Number(await handle.jsonValue());
}

/** Runs in the page from its first moment. */
function watchFirstRows({ nav, sheet }: { readonly nav: string; readonly sheet: string }): void {
  let isClicked = false;
  const look = (): void => {
    const link = document.querySelector<HTMLElement>(`[data-testid="${nav}"]`);
    if (!isClicked && link !== null) {
      isClicked = true;
      link.click();
    }
    const cell = document.querySelector(`[data-testid="${sheet}"] [row-index="0"] [col-id="name"]`);
    if ((cell?.textContent ?? '') === '') {
      requestAnimationFrame(look);
      return;
    }
    // The frame after the next one begins when this one's pixels are done.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        document.documentElement.dataset['firstRows'] = String(Date.now());
      }),
    );
  };
  requestAnimationFrame(look);
}

/** Milliseconds from setting the scroll bar to a row number until text of the rows there is in the grid and drawn. */
export function jumpTo(page: Page, row: number): Promise<number> {
  return page.evaluate(jumpInPage, { sheet: testIds.sheet('organizations'), row });
}

/** Runs in the page. */
async function jumpInPage({ sheet, row }: { readonly sheet: string; readonly row: number }): Promise<number> {
  const view = document.querySelector<HTMLElement>(`[data-testid="${sheet}"] .ag-grid-viewport`);
  const names = (): Element[] => [...document.querySelectorAll(`[data-testid="${sheet}"] [row-index] [col-id="name"]`)];
  const rowOf = (cell: Element): HTMLElement | null => cell.closest<HTMLElement>('[row-index]');
  const height = names().map((cell) => rowOf(cell)?.offsetHeight ?? 0)[0];
  if (view === null || height === undefined) throw new Error('no grid');
  const start = performance.now();
  view.scrollTop = row * height;
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const isThere = names().some(
        (cell) => rowOf(cell)?.getAttribute('row-index') === String(row) && (cell.textContent ?? '') !== '',
      );
      if (isThere) requestAnimationFrame(() => resolve(performance.now() - start));
      else if (performance.now() - start > 30_000) reject(new Error(`row ${row} did not come`));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
