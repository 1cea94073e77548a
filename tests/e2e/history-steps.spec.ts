import { expect, type Locator, test } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { openScreen } from './support/screens.ts';
import { cell, clickCell, expectTexts, freshList, sharedSheet } from './support/sheet.ts';

const open = sharedSheet();

function lines(kind: string): Locator {
  return open.page.locator(`[data-testid="${testIds.historyRow}"][data-kind="${kind}"]`);
}

async function members(text: string): Promise<void> {
  await freshList(open);
  await expect(cell(open, 0, 'members')).toHaveText(text);
  await openScreen(open.page, 'history');
}

test('each line of 履歴 has a button that does what it says: undo, redo, undo of the redo, and so on', async () => {
  await clickCell(open, 0, 'members');
  await open.page.keyboard.type('128\n');
  await expectTexts(open, 'members', { 0: '128' });
  await openScreen(open.page, 'history');
  const edit = lines('change').first();
  await edit.getByRole('button', { name: '元に戻す' }).click();
  await expect(open.page.getByText('を「128」に変更」を元に戻しました。').first()).toBeVisible();
  await expect(edit).toContainText('元に戻し済み');
  await members('192');

  const undone = lines('undo').first();
  await expect(undone).toContainText('元に戻す操作');
  await undone.getByRole('button', { name: 'やり直す' }).click();
  await expect(open.page.getByText('を「128」に変更」をやり直しました。').first()).toBeVisible();
  await expect(undone).toContainText('そのあとやり直し済み');
  await expect(edit).toContainText('やり直して、いまは有効');
  await members('128');

  const redone = lines('redo').first();
  await expect(redone).toContainText('やり直す操作');
  await expect(redone.getByRole('button', { name: 'やり直す' })).toHaveCount(0);
  await redone.getByRole('button', { name: '元に戻す' }).click();
  await expect(redone).toContainText('そのあと元に戻し済み');
  await expect(lines('undo').first().getByTestId(testIds.historyUndo)).toHaveText('やり直す');
  await members('192');
});
