import { expect, test } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { setClipboard } from './support/clipboard.ts';
import { shownText } from './support/screens.ts';
import {
  cell,
  clickCell,
  expectActive,
  expectEditing,
  expectIdle,
  expectSelected,
  expectTexts,
  freshList,
  press,
  undo,
  wheelTo,
  sharedSheet,
} from './support/sheet.ts';

const open = sharedSheet();

test('arrows, Home, End and the page keys move the active cell; at the edges it stays', async () => {
  await clickCell(open, 3, 'city');
  await press(open, 'ArrowRight', 'ArrowUp');
  await expectActive(open, 2, 'phone');
  await press(open, 'Home');
  await expectActive(open, 2, 'regNo');
  await press(open, 'ArrowLeft');
  await expectActive(open, 2, 'regNo');
  await press(open, 'End');
  await expectActive(open, 2, 'note');
  await press(open, 'Control+Home', 'ArrowUp');
  await expectActive(open, 0, 'regNo');
  await press(open, 'Control+End');
  await expectActive(open, 253, 'note');
  await press(open, 'ArrowDown', 'Control+Home', 'PageDown');
  await expect(open.sheet.locator('[row-index="0"] [data-sel~="active"]')).toHaveCount(0);
  await press(open, 'PageUp');
  await expectActive(open, 0, 'regNo');
});

test('Shift with arrows selects; Ctrl goes to the edge of the data, also over rows that were never on the screen', async () => {
  await clickCell(open, 1, 'city');
  await press(open, 'Shift+ArrowDown', 'Shift+ArrowRight');
  await expectSelected(open, 2, 2);
  await press(open, 'Shift+ArrowLeft');
  await expectSelected(open, 2, 1);
  await press(open, 'Control+Shift+ArrowDown');
  await expectSelected(open, 253, 1);
  await expectActive(open, 1, 'city');
  await press(open, 'Control+ArrowDown');
  await expectActive(open, 253, 'city');
  await press(open, 'Control+ArrowUp');
  await expectActive(open, 0, 'city');
  await press(open, 'Control+ArrowLeft');
  await expectActive(open, 0, 'regNo');
});

test('Ctrl+A, Ctrl+Space and Shift+Space select everything, columns and rows', async () => {
  await clickCell(open, 2, 'city');
  await press(open, 'Control+a');
  await expectSelected(open, 254, 34);
  await clickCell(open, 2, 'city');
  await press(open, 'Shift+ArrowRight', 'Control+ ');
  await expectSelected(open, 254, 2);
  await clickCell(open, 2, 'city');
  await press(open, 'Shift+ArrowDown', 'Shift+ ');
  await expectSelected(open, 2, 34);
  await press(open, 'Shift+Backspace');
  await press(open, 'ArrowDown');
  await expectActive(open, 3, 'regNo');
});

test('Enter and Tab lead on, with Shift back, and go round inside a selection of several cells', async () => {
  await clickCell(open, 1, 'city');
  await press(open, 'Enter', 'Tab');
  await expectActive(open, 2, 'phone');
  await press(open, 'Shift+Enter', 'Shift+Tab');
  await expectActive(open, 1, 'city');
  await press(open, 'Shift+ArrowDown', 'Shift+ArrowRight');
  for (const [key, row, column] of [
    ['Enter', 2, 'city'],
    ['Enter', 1, 'phone'],
    ['Enter', 2, 'phone'],
    ['Enter', 1, 'city'],
    ['Tab', 1, 'phone'],
    ['Tab', 2, 'city'],
    ['Shift+Tab', 1, 'phone'],
    ['Shift+Enter', 2, 'city'],
  ] as const) {
    await press(open, key);
    await expectActive(open, row, column);
  }
  await expectSelected(open, 2, 2);
});

test('a letter types over the cell, F2 goes on with its text, Esc gives up, arrows end typing but not F2', async () => {
  const before = await shownText(cell(open, 4, 'name'));
  await clickCell(open, 4, 'name');
  await open.page.keyboard.type('ab');
  await expectEditing(open, 'ab');
  await press(open, 'Escape');
  await expectIdle(open);
  await expect(cell(open, 4, 'name')).toHaveText(before);

  await press(open, 'F2');
  await expectEditing(open, before);
  await press(open, 'ArrowLeft');
  await open.page.keyboard.type('2');
  await expectEditing(open, `${before.slice(0, -1)}2${before.slice(-1)}`);
  await press(open, 'Escape');
  await press(open, 'F2', 'End');
  await open.page.keyboard.type('2');
  await press(open, 'Enter');
  await expectActive(open, 5, 'name');
  await expect(cell(open, 4, 'name')).toHaveText(`${before}2`);
  await undo(open);
  await expect(cell(open, 4, 'name')).toHaveText(before);
  await press(open, 'Control+y');
  await expect(cell(open, 4, 'name')).toHaveText(`${before}2`);
  await undo(open);
  await expect(cell(open, 4, 'name')).toHaveText(before);

  await clickCell(open, 4, 'members');
  await open.page.keyboard.type('7');
  await press(open, 'ArrowRight');
  await expectActive(open, 4, 'membersCitizen');
  await expect(cell(open, 4, 'members')).toHaveText('7');
  await undo(open);
  await expect(cell(open, 4, 'members')).toHaveText('86');
});

test('what is typed fast lands cell by cell, and each entry is one step back', async () => {
  await clickCell(open, 0, 'members');
  const before = await shownText(cell(open, 1, 'members'));
  await open.page.keyboard.type('11\n12\n13\n');
  await expectActive(open, 3, 'members');
  await expectTexts(open, 'members', { 0: '11', 1: '12', 2: '13' });
  await undo(open);
  await expectTexts(open, 'members', { 0: '11', 1: '12', 2: '10' });
  await undo(open);
  await expectTexts(open, 'members', { 0: '11', 1: before, 2: '10' });
  await undo(open);
  await expectTexts(open, 'members', { 0: '192', 1: before, 2: '10' });
});

test('Ctrl+Z right behind an entry, a fill or a paste waits until it is written and takes just that back', async () => {
  await clickCell(open, 0, 'members');
  for (const text of ['11', '22', '33']) {
    await open.page.keyboard.type(`${text}\n`);
    await press(open, 'Control+z', 'ArrowUp');
    await expectTexts(open, 'members', { 0: '192' });
  }
  await press(open, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d', 'Control+z');
  await expectTexts(open, 'members', { 0: '192', 1: '213', 2: '10' });
  await setClipboard(open.page, '7\r\n8\r\n9\r\n');
  await press(open, 'Control+v', 'Control+z', 'Control+y', 'Control+z');
  await expectTexts(open, 'members', { 0: '192', 1: '213', 2: '10' });
});

test('Ctrl+Z right behind a large paste leaves its question open and takes nothing back', async () => {
  await clickCell(open, 0, 'members');
  await open.page.keyboard.type('11\n');
  await expectTexts(open, 'members', { 0: '11' });
  await setClipboard(open.page, '5\r\n'.repeat(220));
  await press(open, 'Control+v', 'Control+z');
  const preview = open.page.getByTestId(testIds.batchPreview);
  await expect(open.page.getByTestId(testIds.batchApply)).toBeEnabled();
  await press(open, 'Control+z', 'Escape');
  await expect(preview).toHaveCount(0);
  await expectTexts(open, 'members', { 0: '11', 1: '213' });
  await undo(open);
  await expectTexts(open, 'members', { 0: '192', 1: '213' });
});

test('of many steps back at once the one that would take an import asks first', async () => {
  await clickCell(open, 0, 'members');
  await open.page.keyboard.type('11\n12\n');
  await press(open, 'Control+z', 'Control+z', 'Control+z', 'Control+z');
  await open.page.getByTestId(testIds.confirmCancel).click();
  await expectTexts(open, 'members', { 0: '192', 1: '213' });
  await expect(open.page.getByTestId(testIds.organizationsTotal)).toHaveText('254 団体');
  // One question at a time, and none is left over from the other keys.
  await press(open, 'Control+z');
  await open.page.getByTestId(testIds.confirmCancel).click();
  await expect(open.page.getByTestId(testIds.confirmCancel)).toHaveCount(0);
  await expectTexts(open, 'members', { 0: '192', 1: '213' });
});

test('Delete empties cells, Backspace empties one and types on, Alt+Enter makes a line', async () => {
  await clickCell(open, 1, 'phone');
  await press(open, 'Shift+ArrowDown', 'Delete');
  await expectTexts(open, 'phone', { 1: '', 2: '' });
  await undo(open);
  await expectTexts(open, 'phone', { 1: '083-288-3868', 2: '083-266-1193' });

  await clickCell(open, 1, 'phone');
  await press(open, 'Backspace');
  await expectEditing(open, '');
  await press(open, 'Escape');
  await expectTexts(open, 'phone', { 1: '083-288-3868' });

  await press(open, 'End');
  await expectActive(open, 1, 'note');
  await open.page.keyboard.type('a');
  await press(open, 'Alt+Enter');
  await open.page.keyboard.type('b');
  await press(open, 'Enter', 'ArrowUp');
  await press(open, 'F2');
  await expectEditing(open, 'a\nb');
  await press(open, 'Escape');
  await undo(open);
  await expectTexts(open, 'note', { 1: '' });
});

test('Shift+F2 opens a large editor that Ctrl+Enter saves; Ctrl+- asks before a group is deleted', async () => {
  await clickCell(open, 1, 'name');
  await press(open, 'Shift+F2');
  const large = open.page.getByTestId(testIds.sheetLongText).getByRole('textbox');
  await expect(large).toHaveValue('虹の東子ども食堂');
  await large.fill('虹の西子ども食堂');
  await press(open, 'Control+Enter');
  await expectTexts(open, 'name', { 1: '虹の西子ども食堂' });
  await expect(open.sink).toBeFocused();
  await undo(open);
  await expectTexts(open, 'name', { 1: '虹の東子ども食堂' });

  await press(open, 'Control+-');
  await expect(open.page.getByTestId(testIds.confirmOk)).toBeVisible();
  await press(open, 'Escape');
  await expect(open.page.getByTestId(testIds.confirmOk)).toHaveCount(0);
  await expectTexts(open, 'name', { 1: '虹の東子ども食堂' });
  await press(open, 'ArrowDown');
  await expectActive(open, 2, 'name');
});

test('Ctrl+D and Ctrl+R fill, Ctrl+Enter writes into every selected cell, each in one step', async () => {
  await clickCell(open, 0, 'city');
  await press(open, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
  await expectTexts(open, 'city', { 0: '下関市', 1: '下関市', 2: '下関市' });
  await undo(open);
  await expectTexts(open, 'city', { 1: '長門市' });

  await clickCell(open, 0, 'members');
  await press(open, 'Shift+ArrowRight', 'Control+r');
  await expectTexts(open, 'membersCitizen', { 0: '192' });
  await undo(open);
  await expectTexts(open, 'membersCitizen', { 0: '80' });

  await clickCell(open, 0, 'city');
  await press(open, 'Shift+ArrowDown');
  await open.page.keyboard.insertText('萩市');
  await press(open, 'Control+Enter');
  await expectTexts(open, 'city', { 0: '萩市', 1: '萩市' });
  await expectSelected(open, 2, 1);
  await undo(open);
  await expectTexts(open, 'city', { 0: '下関市', 1: '長門市' });
});

test("Ctrl+; begins with today and Ctrl+' with the cell above; neither is written without Enter", async () => {
  await clickCell(open, 1, 'phone');
  await press(open, 'Control+;');
  await expectEditing(open, /^\d{4}-\d\d-\d\d$/);
  await press(open, 'Escape', "Control+'");
  await expectEditing(open, '083-226-4040');
  await press(open, 'Escape');
  await expectTexts(open, 'phone', { 1: '083-288-3868' });
});

test('Alt+Down opens the choices of a cell, and of other cells the menu of the column', async () => {
  await clickCell(open, 0, 'orgType');
  await press(open, 'Alt+ArrowDown');
  const list = open.page.getByTestId(testIds.sheetAssist);
  await expect(list.getByRole('option').first()).toBeVisible();
  // The list stands at the cell's own value.
  await press(open, 'ArrowDown', 'Enter');
  await expect(cell(open, 0, 'orgType')).toHaveText('認定NPO法人');
  await undo(open);
  await expect(cell(open, 0, 'orgType')).toHaveText('NPO法人');

  await clickCell(open, 0, 'phone');
  await press(open, 'Alt+ArrowDown');
  await expect(open.page.getByTestId(testIds.filterMenu)).toBeVisible();
  await press(open, 'Escape');
  await expect(open.page.getByTestId(testIds.filterMenu)).toHaveCount(0);
  await expect(open.sink).toBeFocused();
  await expectActive(open, 0, 'phone');
});

test('F6 leaves the list and comes back, so that Tab inside it is no trap', async () => {
  await clickCell(open, 2, 'city');
  await expect(open.sink).toHaveAttribute('aria-label', /F6 で表の外へ/);
  await press(open, 'F6');
  await expect(open.sink).not.toBeFocused();
  await press(open, 'Shift+F6');
  await expect(open.sink).toBeFocused();
  await press(open, 'ArrowDown');
  await expectActive(open, 3, 'city');
});

test('in the status list Enter passes over headings, the space bar folds one, and a repost takes no letter', async () => {
  await freshList(open, 'measures');
  const rows = open.page.getByTestId(testIds.statusBar);
  await expect(rows).toContainText('73行');
  await clickCell(open, 2, 'name');
  await press(open, 'Enter', 'Enter', 'Enter');
  await expect(open.sheet.locator('.ag-full-width-row[data-sel~="active"]')).toHaveCount(0);
  await press(open, 'Control+Home', ' ');
  await expect(open.sheet.getByRole('button', { name: /をひらく$/ }).first()).toBeVisible();
  await press(open, ' ');
  await expect(cell(open, 2, 'name')).toContainText('地域交流センターの設置');

  const repost = open.sheet.locator('.ag-row.row-repost [col-id="mark"]').first();
  await wheelTo(open, repost);
  await repost.click();
  await open.page.keyboard.type('1');
  await expectIdle(open);
  await expect(open.sink).toHaveValue('');
  await expect(open.page.getByTestId(testIds.sheetAnnouncement)).toContainText('このセルは変えられません');
  await expect(repost).toHaveText('-');
});
