import { expect, type Locator, test } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { openScreen } from './support/screens.ts';
import {
  cell,
  clickCell,
  expectActive,
  expectEditing,
  expectSelected,
  expectTexts,
  press,
  undo,
  sharedSheet,
} from './support/sheet.ts';

const open = sharedSheet();

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('not on the screen');
  return box;
}

async function middleOf(locator: Locator) {
  const { x, y, width, height } = await boxOf(locator);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Presses the button on one place and moves to another; the button is still down. */
async function dragFrom(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
) {
  await open.page.mouse.move(from.x, from.y);
  await open.page.mouse.down();
  await open.page.mouse.move(to.x, to.y, { steps: 6 });
}

async function drag(from: Locator, to: Locator): Promise<void> {
  await dragFrom(await middleOf(from), await middleOf(to));
  await open.page.mouse.up();
}

function head(column: string): Locator {
  return open.sheet.locator(`.ag-header-cell[col-id="${column}"]`);
}

function rowNumber(row: number): Locator {
  return cell(open, row, 'row-number');
}

/** Takes the small square of the selection to another cell. */
async function fillTo(row: number, column: string): Promise<void> {
  const { x, y, width, height } = await boxOf(open.sheet.locator('.ag-cell[data-sel~="corner"]'));
  await dragFrom({ x: x + width - 3, y: y + height - 3 }, await middleOf(cell(open, row, column)));
}

test('a drag selects; beyond the lower edge the list scrolls on under it', async () => {
  await drag(cell(open, 2, 'city'), cell(open, 5, 'phone'));
  await expectSelected(open, 4, 2);
  await expectActive(open, 2, 'city');
  await drag(cell(open, 5, 'phone'), cell(open, 3, 'city'));
  await expectSelected(open, 3, 2);
  await expectActive(open, 5, 'phone');

  // Few enough to reach the last one, which stays in sight: a row further up may have gone by between two looks.
  await open.page.getByTestId(testIds.organizationsSearch).fill('長府');
  await expect(open.page.getByTestId(testIds.organizationsTotal)).toHaveText('絞り込み 45 / 254 団体');
  await expect(cell(open, 0, 'regNo')).toHaveText('下市0006');
  const { y, height } = await boxOf(open.sheet.locator('.sheet-grid'));
  const from = await middleOf(cell(open, 2, 'city'));
  await dragFrom(from, { x: from.x, y: y + height + 14 });
  await expect(open.sheet.locator('[row-index="44"] [col-id="city"][data-sel~="in"]')).toBeVisible();
  await open.page.mouse.up();
  await expectSelected(open, 43, 1);
  await press(open, 'Control+Backspace');
  await expectActive(open, 2, 'city');
});

test('Shift extends from the active cell, Ctrl adds a range of its own', async () => {
  await clickCell(open, 2, 'city');
  await cell(open, 4, 'phone').click({ modifiers: ['Shift'] });
  await expectSelected(open, 3, 2);
  await cell(open, 7, 'city').click({ modifiers: ['Control'] });
  await expect(open.page.getByTestId(testIds.statusBar)).toContainText('選択 7セル(4行×2列)');
  await expectActive(open, 7, 'city');
  await cell(open, 9, 'phone').click();
  await expect(open.sheet.locator('.ag-cell[data-sel~="in"]')).toHaveCount(1);
});

test('headers, row numbers and the corner select whole columns, rows and everything', async () => {
  await head('city').locator('.sheet-head-title').click();
  await expectSelected(open, 254, 1);
  await head('phone')
    .locator('.sheet-head-title')
    .click({ modifiers: ['Shift'] });
  await expectSelected(open, 254, 2);
  await drag(rowNumber(2), rowNumber(5));
  await expectSelected(open, 4, 34);
  await rowNumber(8).click({ modifiers: ['Control'] });
  await expectSelected(open, 5, 34);
  await head('row-number').click();
  await expectSelected(open, 254, 34);
});

test('the fill handle goes on with a series down, up and with Ctrl copies; a drag is one step back', async () => {
  await clickCell(open, 4, 'members');
  await open.page.keyboard.type('10\n20\n');
  await expectTexts(open, 'members', { 4: '10', 5: '20' });
  await clickCell(open, 4, 'members');
  await press(open, 'Shift+ArrowDown');
  await fillTo(8, 'members');
  await open.page.mouse.up();
  await expectTexts(open, 'members', { 6: '30', 7: '40', 8: '50' });
  await expectSelected(open, 5, 1);
  await undo(open);
  await expectTexts(open, 'members', { 4: '10', 5: '20', 6: '165', 7: '219', 8: '117' });

  await clickCell(open, 4, 'members');
  await press(open, 'Shift+ArrowDown');
  await open.page.keyboard.down('Control');
  await fillTo(7, 'members');
  await open.page.mouse.up();
  await open.page.keyboard.up('Control');
  await expectTexts(open, 'members', { 6: '10', 7: '20', 8: '117' });
  await undo(open);
  await expectTexts(open, 'members', { 6: '165', 7: '219' });

  await clickCell(open, 4, 'members');
  await press(open, 'Shift+ArrowDown');
  await fillTo(3, 'members');
  await open.page.mouse.up();
  await expectTexts(open, 'members', { 3: '0', 4: '10' });
  await undo(open);
  await undo(open);
  await undo(open);
  await expectTexts(open, 'members', { 3: '100', 4: '86', 5: '8' });
});

test('the fill handle goes on to the right', async () => {
  await clickCell(open, 2, 'members');
  await press(open, 'ArrowRight', 'ArrowLeft');
  await expectActive(open, 2, 'members');
  await fillTo(2, 'membersCitizen');
  await open.page.mouse.up();
  await expectTexts(open, 'membersCitizen', { 2: '10' });
  await undo(open);
  await expect(cell(open, 2, 'membersCitizen')).not.toHaveText('10');
});

test('the width and the place that columns were dragged to are kept when the page is loaded anew', async () => {
  const before = await boxOf(head('city'));
  const edge = await middleOf(head('city').locator('.ag-header-cell-resize'));
  await dragFrom(edge, { x: edge.x + 40, y: edge.y });
  await open.page.mouse.up();
  await expect.poll(async () => (await boxOf(head('city'))).width).toBeCloseTo(before.width + 40, 0);

  const city = await middleOf(head('city').locator('.sheet-head-title'));
  const orgType = await boxOf(head('orgType'));
  await dragFrom(city, { x: orgType.x + 12, y: city.y });
  await open.page.mouse.move(orgType.x + 8, city.y, { steps: 4 });
  await open.page.mouse.up();
  const isBefore = async () => (await boxOf(head('city'))).x < (await boxOf(head('orgType'))).x;
  await expect.poll(isBefore).toBe(true);
  await clickCell(open, 2, 'city');
  await press(open, 'ArrowRight');
  await expectActive(open, 2, 'orgType');
  // Who leaves the list at once has laid it out all the same.
  await openScreen(open.page, 'home');
  await openScreen(open.page, 'organizations');
  await expect.poll(isBefore).toBe(true);
  await expect(async () => {
    await open.page.reload();
    await expect(cell(open, 3, 'city')).toHaveText(/./);
    await expect.poll(isBefore, { timeout: 2000 }).toBe(true);
  }).toPass();
  expect((await boxOf(head('city'))).width).toBeCloseTo(before.width + 40, 0);

  await open.page.getByTestId(testIds.viewMenu).click();
  await open.page.getByRole('menuitemradio', { name: 'すべて(元の表示)' }).click();
  await expect.poll(isBefore).toBe(false);
  expect((await boxOf(head('city'))).width).toBeCloseTo(before.width, 0);
});

test('the right button opens a menu for the cell under it, and keeps a selection it lies in', async () => {
  await clickCell(open, 2, 'phone');
  await cell(open, 4, 'phone').click({ modifiers: ['Shift'] });
  await cell(open, 3, 'phone').click({ button: 'right' });
  const menu = open.page.getByTestId(testIds.sheetMenu);
  await expect(menu).toBeVisible();
  await expectSelected(open, 3, 1);
  await menu.getByRole('menuitem', { name: '値を消す' }).click();
  await expectTexts(open, 'phone', { 2: '', 3: '', 4: '' });
  await expect(open.sink).toBeFocused();
  await undo(open);
  await expectTexts(open, 'phone', { 2: '083-266-1193' });

  await cell(open, 6, 'city').click({ button: 'right' });
  await expect(menu).toBeVisible();
  await expectActive(open, 6, 'city');
  await press(open, 'Escape');
  await expect(menu).toHaveCount(0);
  await expect(open.sink).toBeFocused();
});

test('a double click opens the cell with the caret in it; a click elsewhere enters what was typed', async () => {
  await cell(open, 3, 'members').dblclick();
  await expectEditing(open, '100');
  await open.page.keyboard.type('5');
  await cell(open, 6, 'city').click();
  await expectActive(open, 6, 'city');
  await expectTexts(open, 'members', { 3: '1,005' });
  await undo(open);
  await expectTexts(open, 'members', { 3: '100' });
});
