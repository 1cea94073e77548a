import { testIds } from '#renderer/ui/test-ids.ts';
import type { Screen } from './screen.ts';

/** Milliseconds measured inside the page, from the key's own time to the frame that shows what it did. */
export type SheetUser = {
  readonly select: (row: number, column: string) => Promise<void>;
  readonly typeLetter: (letter: string) => Promise<number>;
  readonly enter: (row: number, column: string, text: string) => Promise<number>;
  /** `keyPause`: milliseconds between two keys, and before Enter. */
  readonly find: (text: string, keyPause: number) => Promise<number>;
  readonly openValues: (column: string) => Promise<number>;
  /** Scrolls on from a row for so long; the longest time that a row in sight showed nothing. */
  readonly scroll: (fromRow: number, milliseconds: number) => Promise<number>;
  /** Pastes so many rows of five columns and agrees to the preview; its waiting for an answer is not counted. */
  readonly paste: (rows: number, run: number) => Promise<number>;
};

const sheet = `[data-testid="${testIds.sheet('organizations')}"]`;

export async function createSheetUser({ page }: Screen): Promise<SheetUser> {
  await page.evaluate(watchKeys);
  /** Runs what follows the key, waits until `shown` holds in a frame, and tells the time from the key to that frame. */
  const after = async (act: () => Promise<void>, shown: Shown): Promise<number> => {
    // Armed before the key: the page may hear the key before a question that was asked earlier.
    await page.evaluate(watchFrames, shown);
    await act();
    return Number(await (await page.waitForFunction(() => document.documentElement.dataset['shownAfter'])).jsonValue());
  };
  const press = (key: string) => () => page.keyboard.press(key);
  const select = async (row: number, column: string): Promise<void> => {
    await page.evaluate(scrollToRow, { sheet, row });
    await page.keyboard.press('Control+Home');
    await page.locator(`${sheet} .ag-header-cell[col-id="${column}"]`).count();
    await page.evaluate(goToCell, { sheet, row, column });
  };
  return {
    select,
    typeLetter: (letter) =>
      after(() => page.keyboard.press(letter), { selector: `${sheet} .sheet-sink`, value: letter }),
    enter: (row, column, text) =>
      after(press('Enter'), { selector: `${sheet} [row-index="${row}"] [col-id="${column}"]`, text }),
    find: async (text, keyPause) => {
      await page.keyboard.press('Control+f');
      await page.locator(`[data-testid="${testIds.sheetFind}"] input`).first().fill('');
      await page.keyboard.type(text, { delay: keyPause });
      await page.waitForTimeout(keyPause);
      const time = await after(press('Enter'), {
        selector: `[data-testid="${testIds.sheetFindPlace}"]`,
        contains: '番目',
      });
      await page.keyboard.press('Escape');
      return time;
    },
    openValues: async (column) => {
      await select(0, column);
      const menu = `[data-testid="${testIds.filterMenu}"]`;
      const time = await after(press('Control+Shift+L'), {
        selector: `${menu} [data-testid="${testIds.filterValues}"] [role="option"]:nth-of-type(4)`,
      });
      await page.keyboard.press('Escape');
      return time;
    },
    scroll: (fromRow, milliseconds) => page.evaluate(scrollAndWatch, { sheet, fromRow, milliseconds }),
    paste: async (rows, run) => {
      await select(0, 'members');
      const text = Array.from({ length: rows }, (_, row) =>
        [row % 90, row % 80, `20${10 + run}-04-01`, `20${10 + run}-05-01`, `20${30 + run}-03-31`].join('\t'),
      ).join('\r\n');
      await page.evaluate((plain) => navigator.clipboard.writeText(plain), text);
      const ok = `[data-testid="${testIds.batchApply}"]`;
      const toPreview = await after(press('Control+v'), { selector: `${ok}:not([disabled])` });
      const before = await page.locator(`[data-testid="${testIds.savedAt}"]`).getAttribute('data-saved');
      const toDisk = await after(press('Enter'), {
        selector: `[data-testid="${testIds.savedAt}"]:not([data-saved="${before}"])`,
      });
      return toPreview + toDisk;
    },
  };
}

/** Runs in the page: notes when the last key was pressed. */
function watchKeys(): void {
  const note = (event: KeyboardEvent): void => {
    document.documentElement.dataset['lastKey'] = String(event.timeStamp);
  };
  window.addEventListener('keydown', note, { capture: true });
}

/** An element that is there, with this value, text or part of a text if one is named. */
type Shown = {
  readonly selector: string;
  readonly value?: string;
  readonly text?: string;
  readonly contains?: string;
};

/** Runs in the page, whose rules forbid to make code of text: notes the milliseconds from the next key to the frame that shows it. */
function watchFrames({ selector, value, text, contains }: Shown): void {
  const { dataset } = document.documentElement;
  const lastKey = dataset['lastKey'];
  delete dataset['shownAfter'];
  const isShown = (): boolean => {
    const element = document.querySelector(selector);
    if (element === null) return false;
    const own = element.textContent ?? '';
    if (value !== undefined && (element as HTMLTextAreaElement).value !== value) return false; // boundary: the sheet's textarea
    return (text === undefined || own === text) && (contains === undefined || own.includes(contains));
  };
  const look = (): void => {
    const key = dataset['lastKey'];
    if (key === lastKey || !isShown()) requestAnimationFrame(look);
    // The frame after this one begins when this one's pixels are done.
    else
      requestAnimationFrame(() => {
        dataset['shownAfter'] = String(performance.now() - Number(key));
      });
  };
  requestAnimationFrame(look);
}

/** Runs in the page. */
function scrollToRow({ sheet: name, row }: { readonly sheet: string; readonly row: number }): Promise<void> {
  const view = document.querySelector<HTMLElement>(`${name} .ag-grid-viewport`);
  const height = document.querySelector<HTMLElement>(`${name} .ag-row`)?.offsetHeight ?? 26;
  if (view !== null) view.scrollTo({ top: Math.max(0, row - 5) * height, left: 0 });
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** Runs in the page: brings a column into sight and clicks the cell. */
async function goToCell({
  sheet: name,
  row,
  column,
}: {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
}): Promise<void> {
  const view = document.querySelector<HTMLElement>(`${name} .ag-grid-viewport`);
  const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
  const cell = (): HTMLElement | null =>
    document.querySelector<HTMLElement>(`${name} [row-index="${row}"] [col-id="${column}"]`);
  for (let tries = 0; tries < 400 && cell() === null; tries += 1) {
    if (view !== null) view.scrollLeft += 100;
    await frame();
  }
  const found = cell();
  if (found === null) throw new Error(`no cell ${row} ${column}`);
  found.scrollIntoView({ block: 'nearest', inline: 'center' });
  await frame();
  const box = found.getBoundingClientRect();
  const at = { bubbles: true, cancelable: true, clientX: box.left + 9, clientY: box.top + 9, button: 0 };
  found.dispatchEvent(new MouseEvent('mousedown', at));
  window.dispatchEvent(new MouseEvent('mouseup', at));
  await frame();
}

/** Runs in the page. */
async function scrollAndWatch({
  sheet: name,
  fromRow,
  milliseconds,
}: {
  readonly sheet: string;
  readonly fromRow: number;
  readonly milliseconds: number;
}): Promise<number> {
  const view = document.querySelector<HTMLElement>(`${name} .ag-grid-viewport`);
  const header = document.querySelector<HTMLElement>(`${name} .ag-header`);
  if (view === null || header === null) throw new Error('no grid');
  const rowsPerSecond = 120;
  const height = document.querySelector<HTMLElement>(`${name} .ag-row`)?.offsetHeight ?? 26;
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const isBlank = (): boolean => {
    const [top, bottom] = [header.getBoundingClientRect().bottom, view.getBoundingClientRect().bottom];
    const box = view.getBoundingClientRect();
    // A row without text, or no row at all, at one of the heights looked at.
    for (let y = top + height / 2; y < bottom - height; y += height) {
      const at = document.elementFromPoint(box.left + 200, y)?.closest('.ag-row');
      if (at === null || at === undefined || (at.textContent ?? '').trim().length < 8) return true;
    }
    return false;
  };
  view.scrollTop = fromRow * height;
  for (let tries = 0; tries < 600 && isBlank(); tries += 1) await frame();
  const start = performance.now();
  let blankSince: number | null = null;
  let longest = 0;
  for (let now = start; now - start < milliseconds; now = await frame()) {
    view.scrollTop = (fromRow + ((now - start) / 1000) * rowsPerSecond) * height;
    if (!isBlank()) blankSince = null;
    else {
      blankSince ??= now;
      longest = Math.max(longest, now - blankSince);
    }
  }
  return longest;
}
