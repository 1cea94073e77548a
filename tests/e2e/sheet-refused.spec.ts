import { expect, test } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { setClipboard } from './support/clipboard.ts';
import { cell, clickCell, expectEditing, expectIdle, expectTexts, press, sharedSheet, undo } from './support/sheet.ts';

// A text that the ledger does not take stays red in its cell: it is what Ctrl+Z takes back first.

const open = sharedSheet();
const members = { 0: '192', 1: '213', 2: '10', 3: '100' } as const;

const bar = () => open.page.getByTestId(testIds.sheetRejected);

test('Ctrl+Z clears the red text and nothing else; the next one goes on with what the ledger holds', async () => {
  await clickCell(open, 0, 'members');
  await open.page.keyboard.type('128\nだめ\n');
  await expect(cell(open, 1, 'members')).toHaveClass(/cell-rejected/);
  await expect(open.page.getByTestId(testIds.undoButton)).toHaveAttribute('aria-label', /赤い「だめ」/);
  await undo(open);
  await expectTexts(open, 'members', { 0: '128', 1: '213' });
  await expect(bar()).toHaveCount(0);
  await expect(open.page.getByText('「だめ」を消して、元の値に戻しました。').first()).toBeVisible();
  await expect(open.page.getByTestId(testIds.undoButton)).toHaveAttribute('aria-label', /「128」に変更/);
  await undo(open);
  await expectTexts(open, 'members', members);
});

test('without a pause the order is the same: the entry, the red text, Ctrl+Z twice', async () => {
  await clickCell(open, 0, 'members');
  await open.page.keyboard.type('128\nだめ\n');
  await press(open, 'Control+z', 'Control+z');
  await expectTexts(open, 'members', members);
  await expect(bar()).toHaveCount(0);
  await open.page.keyboard.type('7\n');
  await expectTexts(open, 'members', { 2: '7' });
  await undo(open);
  await expectTexts(open, 'members', members);
});

test('the newest red text goes first; Ctrl+Y brings them back, Esc leaves them', async () => {
  await clickCell(open, 0, 'members');
  await open.page.keyboard.type('だめ\n');
  await open.page.keyboard.type('むり\n');
  await expectTexts(open, 'members', { 0: 'だめ', 1: 'むり' });
  await press(open, 'ArrowUp', 'F2');
  await expectEditing(open, 'むり');
  await press(open, 'Escape');
  await expectIdle(open);
  await expectTexts(open, 'members', { 0: 'だめ', 1: 'むり' });
  await undo(open);
  await expectTexts(open, 'members', { 0: 'だめ', 1: '213' });
  await undo(open);
  await expectTexts(open, 'members', members);
  await press(open, 'Control+y');
  await expectTexts(open, 'members', { 0: 'だめ', 1: '213' });
  await press(open, 'Control+y');
  await expectTexts(open, 'members', { 0: 'だめ', 1: 'むり' });
  await expect(cell(open, 1, 'members')).toHaveClass(/cell-rejected/);
  await undo(open);
  await undo(open);
  await expectTexts(open, 'members', members);
});

test('the red texts of one paste go together, then what it wrote; a fill likewise', async () => {
  await clickCell(open, 0, 'members');
  await setClipboard(open.page, '1\r\nだめ\r\n3\r\nむり\r\n');
  await press(open, 'Control+v');
  await expectTexts(open, 'members', { 0: '1', 1: 'だめ', 2: '3', 3: 'むり' });
  await undo(open);
  await expectTexts(open, 'members', { 0: '1', 1: '213', 2: '3', 3: '100' });
  await undo(open);
  await expectTexts(open, 'members', members);

  await clickCell(open, 1, 'members');
  await press(open, 'Shift+ArrowDown', 'Shift+ArrowDown');
  await open.page.keyboard.type('だめ');
  await press(open, 'Control+Enter');
  await expectTexts(open, 'members', { 1: 'だめ', 2: 'だめ', 3: 'だめ' });
  await undo(open);
  await expectTexts(open, 'members', members);
});

test('元に戻す of the palette and of the top bar do the same', async () => {
  await clickCell(open, 0, 'members');
  await open.page.keyboard.type('128\nだめ\n');
  await expect(cell(open, 1, 'members')).toHaveClass(/cell-rejected/);
  await press(open, 'Control+k');
  await expect(open.page.getByTestId(testIds.paletteEntry('undo'))).toContainText('赤い「だめ」');
  await open.page.getByTestId(testIds.paletteEntry('undo')).click();
  await expectTexts(open, 'members', { 0: '128', 1: '213' });
  await open.page.getByTestId(testIds.redoButton).click();
  await expectTexts(open, 'members', { 0: '128', 1: 'だめ' });
  await open.page.getByTestId(testIds.undoButton).click();
  await expectTexts(open, 'members', { 0: '128', 1: '213' });
  await open.page.getByTestId(testIds.undoButton).click();
  await expectTexts(open, 'members', members);
});

test('直す says so when the list does not show the red cell', async () => {
  await clickCell(open, 0, 'members');
  await open.page.keyboard.type('だめ\n');
  await expect(bar()).toBeVisible();
  const search = open.page.getByTestId(testIds.organizationsSearch);
  await search.fill('たんぽぽ観光ガイドの会');
  await expect(cell(open, 0, 'members')).not.toHaveText('だめ');
  await bar().getByRole('button', { name: '直す' }).click();
  await expect(open.page.getByText('赤い値の行は、いまの一覧にありません').first()).toBeVisible();
  await bar().getByRole('button', { name: '元の値に戻す' }).click();
  await expect(bar()).toHaveCount(0);
  await search.fill('');
  await expectTexts(open, 'members', members);
});

test('a red text goes with its row: Ctrl+Z behind the removal brings the row back', async () => {
  await clickCell(open, 0, 'members');
  await open.page.keyboard.type('だめ\n');
  await expect(bar()).toBeVisible();
  await press(open, 'ArrowUp', 'Control+-');
  await open.page.getByTestId(testIds.confirmOk).click();
  await expectTexts(open, 'members', { 0: '213' });
  await expect(bar()).toHaveCount(0);
  await undo(open);
  await expectTexts(open, 'members', members);
  await expect(bar()).toHaveCount(0);
});
