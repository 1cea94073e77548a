import { expect, type Locator, type Page } from '@playwright/test';
import type { ScreenName } from '#renderer/screens.ts';
import { testIds } from '#renderer/ui/test-ids.ts';

const titles: Readonly<Record<ScreenName, string>> = {
  home: '今日の台帳',
  organizations: '登録団体',
  measures: '施策・実施状況',
  import: '取込',
  export: '出力',
  history: '履歴・元に戻す',
  settings: '設定',
};

/** Goes to a screen by the navigation at the left. */
export async function openScreen(page: Page, screen: ScreenName): Promise<void> {
  await page.getByTestId(testIds.nav(screen)).click();
  await expect(page.getByTestId(testIds.screenTitle)).toHaveText(titles[screen]);
}

/** Chooses a file on the import screen, which must stand at its first step. */
export async function chooseFile(page: Page, file: string): Promise<void> {
  await page.getByTestId(testIds.importFileInput).setInputFiles(file);
}

type Kpis = Readonly<
  Partial<Record<'read' | 'add' | 'change' | 'same' | 'skip' | 'check' | 'added' | 'changed' | 'unchanged', number>>
>;

/** The big numbers of the preview or of the result. */
export async function expectKpis(page: Page, kpis: Kpis): Promise<void> {
  for (const [name, count] of Object.entries(kpis))
    await expect(page.getByTestId(testIds.importKpi(name)), name).toHaveAttribute('data-count', String(count));
}

/** Takes the file in whole: chosen, previewed with these numbers, applied. The screen then stands at its last step. */
export async function importFile(page: Page, file: string, kpis: Kpis): Promise<void> {
  await openScreen(page, 'import');
  await chooseFile(page, file);
  await expectKpis(page, kpis);
  await page.getByTestId(testIds.importApply).click();
  await expect(page.getByTestId(testIds.importResult)).toContainText('取り込みました');
}

/** Goes back to the first step of the import screen. */
export async function nextFile(page: Page): Promise<void> {
  await page.getByTestId(testIds.importNext).click();
  await expect(page.getByTestId(testIds.importPick)).toBeVisible();
}

export function grid(page: Page, name: 'organizations' | 'measures' | 'import'): Locator {
  return page.getByTestId(testIds.sheet(name));
}

/** A cell by the grid's own row index and column. */
export function cellAt(sheet: Locator, rowIndex: number, column: string): Locator {
  return sheet.locator(`[row-index="${rowIndex}"] [col-id="${column}"]`);
}

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`);
}

/** The row whose cell in `column` reads exactly `text`. */
export function rowWith(sheet: Locator, column: string, text: string): Locator {
  const cell = sheet.page().locator(`[col-id="${column}"]`, { hasText: exactly(text) });
  return sheet.getByRole('row').filter({ has: cell });
}

/** The text of a cell that holds one: a row still on its way has none yet. */
export async function shownText(cell: Locator): Promise<string> {
  await expect(cell).toContainText(/\S/);
  return (await cell.innerText()).trim();
}

export function cellOf(row: Locator, column: string): Locator {
  return row.locator(`[col-id="${column}"]`);
}

/** When the ledger was last written, to the millisecond. */
export async function momentOf(savedAt: Locator): Promise<string> {
  await expect(savedAt).toHaveAttribute('data-saved', /^\d{4}-.*Z$/);
  return (await savedAt.getAttribute('data-saved')) ?? '';
}
