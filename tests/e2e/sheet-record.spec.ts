import { expect, type Page, test } from '@playwright/test';
import { sheetFilterText } from '#shared/messages/ui/sheet-filter.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { cellOf, grid, openScreen, rowWith } from './support/screens.ts';
import { cell, clickCell, expectTexts, freshList, type OpenSheet, openSheet, press, undo } from './support/sheet.ts';

// The active cell belongs to a record, not to a place in the list: what is typed goes to that record or nowhere.

let open: OpenSheet;

test.beforeEach(async ({ browser }) => {
  open = await openSheet(browser);
  await freshList(open);
});

test.afterEach(() => open.end());

const search = () => open.page.getByTestId(testIds.organizationsSearch);
const active = () => open.sheet.locator('.ag-cell[data-sel~="active"]');
const members = (regNo: string) => cellOf(rowWith(open.sheet, 'regNo', regNo), 'members');

async function expectOn(regNo: string, column = 'members'): Promise<void> {
  await expect(cellOf(rowWith(open.sheet, 'regNo', regNo), column)).toHaveAttribute('data-sel', /active/);
  await expect(active()).toHaveCount(1);
}

async function expectNowhere(): Promise<void> {
  await expect(open.page.getByTestId(testIds.statusBar)).toContainText('いまの一覧にありません');
  await expect(active()).toHaveCount(0);
}

/** Another window on the same ledger. */
async function secondWindow(): Promise<Page> {
  const second = await open.page.context().newPage();
  await second.goto(new URL(open.run.url).origin);
  await openScreen(second, 'organizations');
  await expect(cellOf(rowWith(grid(second, 'organizations'), 'regNo', '下市0001'), 'name')).toBeVisible();
  return second;
}

async function removeElsewhere(second: Page, regNo: string): Promise<void> {
  await cellOf(rowWith(grid(second, 'organizations'), 'regNo', regNo), 'name').click();
  await second.keyboard.press('Control+-');
  await second.getByTestId(testIds.confirmOk).click();
}

async function sinkFocus(): Promise<void> {
  await open.sink.focus();
  await expect(open.sink).toBeFocused();
}

test('a search that finds the group and is cleared again leaves the active cell on it', async () => {
  await clickCell(open, 5, 'members');
  await search().fill('長府まちづくり');
  await expectOn('下市0006');
  await search().fill('');
  await expect(cell(open, 0, 'regNo')).toHaveText('下市0001');
  await expectOn('下市0006');
  await sinkFocus();
  await open.page.keyboard.type('777\n');
  await expect(members('下市0006')).toHaveText('777');
});

test('a search without the group leaves no cell active: what is typed goes nowhere, until the group is there again', async () => {
  await clickCell(open, 5, 'members');
  await search().fill('豊田');
  await expectNowhere();
  const shown = await open.sheet.locator('.ag-cell[col-id="members"]').allInnerTexts();
  await sinkFocus();
  await open.page.keyboard.type('777\n');
  await press(open, 'Delete', 'Control+v', 'Control+d');
  await expect(open.page.getByText('セルを選んでから入力してください').first()).toBeVisible();
  await search().fill('');
  await expectOn('下市0006');
  await search().fill('豊田');
  await expectNowhere();
  expect(await open.sheet.locator('.ag-cell[col-id="members"]').allInnerTexts()).toEqual(shown);
  await sinkFocus();
  await press(open, 'ArrowDown');
  await expect(active()).toHaveCount(1);
});

test('the group found in a search stays the active one when the search is cleared, although it stands far below', async () => {
  await search().fill('下市0200');
  await expect(open.page.getByTestId(testIds.organizationsTotal)).toContainText('1');
  await cellOf(rowWith(open.sheet, 'regNo', '下市0200'), 'members').click();
  await search().fill('');
  await expectOn('下市0200');
  await sinkFocus();
  await open.page.keyboard.type('42\n');
  await expect(members('下市0200')).toHaveText('42');
});

test('sorting and filtering leave the active cell on its group', async () => {
  await clickCell(open, 5, 'members');
  await open.sheet.locator('[data-column-menu="name"]').click();
  await open.page.getByRole('button', { name: '降順' }).click();
  // The list goes with the group: the rows at its top may not be drawn.
  await expect(cell(open, 5, 'regNo').filter({ hasText: '下市0006' })).toHaveCount(0);
  await expectOn('下市0006');
  await sinkFocus();
  await open.page.keyboard.type('778\n');
  await expect(members('下市0006')).toHaveText('778');
});

test('a group chosen in the palette is the one that is typed into, also when it was opened from the search box', async () => {
  await clickCell(open, 5, 'members');
  await search().fill('長府');
  await expectOn('下市0006');
  await search().focus();
  await press(open, 'Control+k');
  await expect(open.page.getByTestId(testIds.paletteInput)).toBeFocused();
  await press(open, 'Escape');
  await expect(search()).toBeFocused();
  await expectOn('下市0006');

  await press(open, 'Control+k');
  await open.page.getByTestId(testIds.paletteInput).fill('虹の東子ども食堂');
  const found = open.page.getByRole('option', { name: /^虹の東子ども食堂/ });
  await expect(found).toHaveAttribute('aria-selected', 'true');
  await press(open, 'Enter');
  await expectOn('下市0002', 'name');
  await expect(open.sink).toBeFocused();
  await press(open, 'F2');
  await expect(open.sink).toHaveValue('虹の東子ども食堂');
  await press(open, 'Escape');
});

test('rows that another window takes away or brings back above leave the active cell and the selection on their groups', async () => {
  await clickCell(open, 5, 'members');
  await press(open, 'Shift+ArrowDown');
  const second = await secondWindow();
  await removeElsewhere(second, '下市0002');
  await expect(cell(open, 1, 'regNo')).toHaveText('下市0003');
  await expectOn('下市0006');
  await expect(members('下市0007')).toHaveAttribute('data-sel', /in/);
  await expect(open.sheet.locator('.ag-cell[data-sel~="in"]')).toHaveCount(2);
  await second.keyboard.press('Control+z');
  await expect(cell(open, 1, 'regNo')).toHaveText('下市0002');
  await expectOn('下市0006');

  await open.page.bringToFront();
  await open.page.keyboard.type('777\n');
  await expect(members('下市0006')).toHaveText('777');
});

test('a group that another window takes away leaves no cell active; one that the user removes hands over to the next', async () => {
  await clickCell(open, 5, 'members');
  const second = await secondWindow();
  await removeElsewhere(second, '下市0006');
  await expect(cell(open, 5, 'regNo')).toHaveText('下市0007');
  await expectNowhere();
  await open.page.bringToFront();
  const before = await cell(open, 5, 'members').innerText();
  await open.page.keyboard.type('777\n');
  await second.keyboard.press('Control+z');
  await expectOn('下市0006');
  await expect(members('下市0007')).toHaveText(before);

  await press(open, 'Control+-');
  await open.page.getByTestId(testIds.confirmOk).click();
  await expect(cell(open, 5, 'regNo')).toHaveText('下市0007');
  await expectOn('下市0007');
  await undo(open);
  await expect(cell(open, 5, 'regNo')).toHaveText('下市0006');
  await expectOn('下市0007');
});

test('a column that is moved or hidden takes the active cell along', async () => {
  await clickCell(open, 5, 'phone');
  await open.sheet.locator('[data-column-menu="city"]').click();
  await open.page.getByTestId(testIds.filterMenu).getByText(sheetFilterText.hide).click();
  await expect(open.sheet.locator('.ag-header-cell[col-id="city"]')).toHaveCount(0);
  await expectOn('下市0006', 'phone');
});

test('in the status list the active cell stays on its item while chips come and go', async () => {
  await freshList(open, 'measures');
  const chip = (glyph: string) => open.page.getByTestId(testIds.measuresChip(glyph));
  await chip('×').click();
  const numbers = open.sheet.locator('.ag-cell[col-id="numberRaw"]');
  await expect(numbers).toHaveText(Array.from({ length: 4 }, () => /\S/));
  const [, second = ''] = await numbers.allInnerTexts();
  const markOf = (number: string) => cellOf(rowWith(open.sheet, 'numberRaw', number), 'mark');
  await markOf(second).click();
  await open.page.getByTestId(testIds.measuresChip('all')).click();
  await expect(markOf(second)).toHaveAttribute('data-sel', /active/);
  await chip('○').click();
  await expect(active()).toHaveCount(0);
  await sinkFocus();
  await open.page.keyboard.type('4\n');
  await open.page.getByTestId(testIds.measuresChip('all')).click();
  await expect(markOf(second)).toHaveAttribute('data-sel', /active/);
  await expectTexts(open, 'mark', {});
  await expect(markOf(second)).toHaveText('×');
});
