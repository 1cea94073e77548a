import { type Browser, type BrowserContextOptions, expect, type Locator, type Page, test } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { fixtures } from './fixtures.ts';
import { preparedLedger } from './prepare.ts';
import { newProgram, type Program, type Run } from './program.ts';
import { cellAt, grid, openScreen } from './screens.ts';

/** A list open in a browser: the tests of one file share it, each starts on a freshly opened screen. */
export type OpenSheet = {
  readonly page: Page;
  readonly sheet: Locator;
  /** The textarea that has the keyboard. */
  readonly sink: Locator;
  readonly program: Program;
  readonly ledger: string;
  readonly run: Run;
  readonly end: () => Promise<void>;
};

type ListName = 'organizations' | 'measures';

/** The register of 254 groups and the status list of 73 rows in one ledger. */
export async function openSheet(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenSheet> {
  const { program, end } = newProgram();
  const ledger = preparedLedger(program, fixtures.registerR7, fixtures.statusList);
  const run = await program.start(ledger);
  const context = await browser.newContext(options);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(run.url).origin });
  const page = await context.newPage();
  await page.goto(run.url);
  return {
    page,
    sheet: page.locator('.sheet'),
    sink: page.locator('.sheet-sink'),
    program,
    ledger,
    run,
    end: async () => {
      await context.close();
      end();
    },
  };
}

/** The sheet that the tests of a file share: opened before the first, each on a freshly opened register, ended after the last. */
export function sharedSheet(): OpenSheet {
  let opened: OpenSheet | undefined;
  const shared = (): OpenSheet => {
    if (opened === undefined) throw new Error('the sheet is opened before the first test');
    return opened;
  };
  test.beforeAll(async ({ browser }) => {
    opened = await openSheet(browser);
  });
  test.afterAll(() => shared().end());
  test.beforeEach(() => freshList(shared()));
  return {
    get page() {
      return shared().page;
    },
    get sheet() {
      return shared().sheet;
    },
    get sink() {
      return shared().sink;
    },
    get program() {
      return shared().program;
    },
    get ledger() {
      return shared().ledger;
    },
    get run() {
      return shared().run;
    },
    end: () => shared().end(),
  };
}

/** Opens the list anew: nothing is selected, filtered or sorted in it. */
export async function freshList({ page, sheet }: OpenSheet, name: ListName = 'organizations'): Promise<void> {
  await openScreen(page, 'home');
  await openScreen(page, name);
  await expect(grid(page, name)).toBeVisible();
  // Rows that are still on their way have their number already.
  await expect(cellAt(sheet, 3, 'name')).toContainText(/\S/);
}

export function cell({ sheet }: OpenSheet, row: number, column: string): Locator {
  return cellAt(sheet, row, column);
}

export async function clickCell(open: OpenSheet, row: number, column: string): Promise<void> {
  await cell(open, row, column).click();
  await expectActive(open, row, column);
}

export async function expectActive({ sheet }: OpenSheet, row: number, column: string): Promise<void> {
  await expect(
    sheet.locator(`[row-index="${row}"] .ag-cell[col-id="${column}"][data-sel~="active"]`),
    `${column} in row ${row} is active`,
  ).toHaveCount(1);
}

export async function press({ page }: OpenSheet, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** What the status bar says of a selection without holes. */
export async function expectSelected({ page }: OpenSheet, rows: number, columns: number): Promise<void> {
  const count = (rows * columns).toLocaleString('ja-JP');
  await expect(page.getByTestId(testIds.statusBar)).toContainText(`選択 ${count}セル(${rows}行×${columns}列)`);
}

export async function expectTexts(
  open: OpenSheet,
  column: string,
  texts: Readonly<Record<number, string>>,
): Promise<void> {
  for (const [row, text] of Object.entries(texts)) await expect(cell(open, Number(row), column)).toHaveText(text);
}

/** Takes the last change back from inside the list. */
export async function undo(open: OpenSheet): Promise<void> {
  await press(open, 'Control+z');
}

/** Whether an editor over a cell is open. */
export async function expectEditing({ sink }: OpenSheet, text: string | RegExp): Promise<void> {
  await expect(sink).toHaveClass(/editing/);
  await expect(sink).toHaveValue(text);
}

export async function expectIdle({ sink }: OpenSheet): Promise<void> {
  await expect(sink).not.toHaveClass(/editing/);
}

/** Turns the wheel until the list draws what is looked for. */
export async function wheelTo({ page, sheet }: OpenSheet, wanted: Locator): Promise<void> {
  await sheet.locator('.ag-row').first().hover();
  await expect(async () => {
    if ((await wanted.count()) === 0) await page.mouse.wheel(0, 300);
    expect(await wanted.count()).toBeGreaterThan(0);
  }).toPass({ intervals: [50] });
}
