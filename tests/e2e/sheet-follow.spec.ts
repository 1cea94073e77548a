import { expect, type Page, test } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { readMeasures, readOrganizations } from './support/read-back.ts';
import { cellOf, grid, momentOf, openScreen, rowWith } from './support/screens.ts';
import { cell, clickCell, expectEditing, freshList, type OpenSheet, openSheet, press } from './support/sheet.ts';

let open: OpenSheet;

test.beforeEach(async ({ browser }) => {
  open = await openSheet(browser);
});

test.afterEach(() => open.end());

/** Another window on the same ledger. */
async function secondWindow(list: 'organizations' | 'measures'): Promise<Page> {
  const second = await open.page.context().newPage();
  await second.goto(new URL(open.run.url).origin);
  await openScreen(second, list);
  return second;
}

test('a group typed into keeps its text although a group above it is deleted elsewhere meanwhile', async () => {
  await freshList(open);
  await clickCell(open, 5, 'members');
  await open.page.keyboard.type('777');
  await expectEditing(open, '777');

  const second = await secondWindow('organizations');
  await cellOf(rowWith(grid(second, 'organizations'), 'regNo', '下市0001'), 'name').click();
  await second.keyboard.press('Control+-');
  await second.getByTestId(testIds.confirmOk).click();
  await expect(second.getByTestId(testIds.organizationsTotal)).toHaveText('253 団体');
  await expect(open.page.getByTestId(testIds.organizationsTotal)).toHaveText('253 団体');
  await expect(cell(open, 0, 'regNo')).toHaveText('下市0002');

  await open.page.bringToFront();
  const savedAt = open.page.getByTestId(testIds.savedAt);
  const before = await momentOf(savedAt);
  await press(open, 'Enter');
  await expect(cellOf(rowWith(open.sheet, 'regNo', '下市0006'), 'members')).toHaveText('777');
  await expect(savedAt).not.toHaveAttribute('data-saved', before);
  await open.run.stop();
  const groups = new Map(readOrganizations(open.ledger).map((group) => [group.reg_no, group]));
  expect(groups.get('下市0006')).toMatchObject({ members: 777 });
  expect(groups.get('下市0007')).toMatchObject({ members: 165 });
});

test('a cell that was opened and left as it was keeps what came into it meanwhile', async () => {
  await freshList(open);
  await clickCell(open, 5, 'members');
  await press(open, 'F2');
  await expectEditing(open, /\d/);

  const second = await secondWindow('organizations');
  await cellOf(rowWith(grid(second, 'organizations'), 'regNo', '下市0006'), 'members').click();
  await second.keyboard.type('888\n');
  await expect(cell(open, 5, 'members')).toHaveText('888');

  await open.page.bringToFront();
  await press(open, 'Enter');
  await clickCell(open, 5, 'members');
  await open.run.stop();
  const groups = new Map(readOrganizations(open.ledger).map((group) => [group.reg_no, group]));
  expect(groups.get('下市0006')).toMatchObject({ members: 888 });
});

test('in a filtered list the mark goes to the item it was typed for, although the one above it drops out', async () => {
  await freshList(open, 'measures');
  await open.page.getByTestId(testIds.measuresChip('×')).click();
  const numbers = open.sheet.locator('.ag-cell[col-id="numberRaw"]');
  await expect(numbers).toHaveText(Array.from({ length: 4 }, () => /\S/));
  const [first, second, third] = await numbers.allInnerTexts();
  const markOf = (number: string) => cellOf(rowWith(open.sheet, 'numberRaw', number), 'mark');
  await markOf(second ?? '').click();
  await open.page.keyboard.type('1');
  await expectEditing(open, '1');

  const other = await secondWindow('measures');
  await other.getByTestId(testIds.measuresChip('×')).click();
  await cellOf(rowWith(grid(other, 'measures'), 'numberRaw', first ?? ''), 'mark').click();
  await other.keyboard.type('2\n');
  await expect(numbers).toHaveCount(3);

  await open.page.bringToFront();
  await press(open, 'Enter');
  await expect(numbers).toHaveCount(2);
  await open.run.stop();
  const measures = readMeasures(open.ledger);
  expect([first, second, third].map((number) => measures.get(number ?? '')?.mark)).toEqual(['○', '◎', '×']);
});

test('in a filtered list no item is passed over when the one that was just entered drops out', async () => {
  await freshList(open, 'measures');
  await open.page.getByTestId(testIds.measuresChip('×')).click();
  const numbers = open.sheet.locator('.ag-cell[col-id="numberRaw"]');
  await expect(numbers).toHaveText(Array.from({ length: 4 }, () => /\S/));
  const [first, second, third] = await numbers.allInnerTexts();
  await cellOf(rowWith(open.sheet, 'numberRaw', first ?? ''), 'mark').click();
  await open.page.keyboard.type('1\n');
  await expect(numbers).toHaveCount(3);
  await expect(cellOf(rowWith(open.sheet, 'numberRaw', second ?? ''), 'mark')).toHaveAttribute('data-sel', /active/);
  await open.page.keyboard.type('1\n');
  await expect(numbers).toHaveCount(2);
  await open.run.stop();
  const measures = readMeasures(open.ledger);
  expect([first, second, third].map((number) => measures.get(number ?? '')?.mark)).toEqual(['◎', '◎', '×']);
});
