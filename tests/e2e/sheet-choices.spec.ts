import { expect, test } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { setClipboard } from './support/clipboard.ts';
import { cell, clickCell, expectActive, expectTexts, freshList, press, sharedSheet, undo } from './support/sheet.ts';

const open = sharedSheet();

const cancel = () => open.page.getByTestId(testIds.confirmCancel);
const ok = () => open.page.getByTestId(testIds.confirmOk);

/** The text of a cell of the shared list, as the test found it. */
async function textOf(row: number, column: string): Promise<string> {
  return (await cell(open, row, column).innerText()).trim();
}

test('the only kind of group that fits is taken by Tab and Enter, and nothing is asked', async () => {
  const types = { 1: await textOf(1, 'orgType'), 2: await textOf(2, 'orgType') };
  await clickCell(open, 1, 'orgType');
  await open.page.keyboard.type('きぎょう');
  await expect(open.page.getByRole('option', { name: '企業' })).toHaveAttribute('data-active', 'true');
  await press(open, 'Tab');
  await expectTexts(open, 'orgType', { 1: '企業' });
  await clickCell(open, 2, 'orgType');
  await open.page.keyboard.type('ｷｷﾞﾖｳ');
  await press(open, 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace');
  await open.page.keyboard.type('しやかい\n');
  await expectTexts(open, 'orgType', { 2: '社会福祉法人' });
  await expect(cancel()).toHaveCount(0);
  await undo(open);
  await undo(open);
  await expectTexts(open, 'orgType', types);
});

test('a kind of group that nobody has yet is made after a question only; Enter by mistake gives up', async () => {
  const before = await textOf(1, 'orgType');
  await clickCell(open, 1, 'orgType');
  await open.page.keyboard.type('見守り隊');
  await press(open, 'Tab');
  await expect(open.page.getByText('新しい種別「見守り隊」を作りますか')).toBeVisible();
  await expect(cancel()).toBeFocused();
  await press(open, 'Enter');
  await expect(cancel()).toHaveCount(0);
  await expectTexts(open, 'orgType', { 1: before });
  await expect(cell(open, 1, 'orgType')).not.toHaveClass(/cell-rejected/);

  await clickCell(open, 1, 'orgType');
  await open.page.keyboard.type('見守り隊\n');
  await ok().click();
  await expectTexts(open, 'orgType', { 1: '見守り隊' });
  // The ledger has it now: a second group of the kind is nothing new.
  await clickCell(open, 2, 'orgType');
  await open.page.keyboard.type('見守り隊\n');
  await expectTexts(open, 'orgType', { 2: '見守り隊' });
  await expect(cancel()).toHaveCount(0);
  await undo(open);
  await undo(open);
  await expectTexts(open, 'orgType', { 1: before });
});

test('several that fit and none marked: a question; the marked one is taken', async () => {
  const before = await textOf(1, 'orgType');
  await clickCell(open, 1, 'orgType');
  await open.page.keyboard.type('法人');
  await press(open, 'Tab');
  await cancel().click();
  await expectTexts(open, 'orgType', { 1: before });
  await clickCell(open, 1, 'orgType');
  await open.page.keyboard.type('一般');
  await press(open, 'ArrowDown', 'ArrowDown', 'Enter');
  await expectTexts(open, 'orgType', { 1: '一般財団法人' });
  await undo(open);
  await expectTexts(open, 'orgType', { 1: before });
});

test('a paste and a fill ask once for all new values, and give up whole', async () => {
  const before = { 1: await textOf(1, 'orgType'), 2: await textOf(2, 'orgType'), 3: await textOf(3, 'orgType') };
  await clickCell(open, 1, 'orgType');
  await setClipboard(open.page, '見守り隊\r\n企業\r\n応援団\r\n');
  await press(open, 'Control+v');
  await expect(open.page.getByText('新しい種別: 「見守り隊」「応援団」')).toBeVisible();
  await press(open, 'Escape');
  await expect(cancel()).toHaveCount(0);
  await press(open, 'Control+v');
  await ok().click();
  await expectTexts(open, 'orgType', { 1: '見守り隊', 2: '企業', 3: '応援団' });
  await undo(open);
  await expectTexts(open, 'orgType', before);

  await clickCell(open, 1, 'orgType');
  await press(open, 'Shift+ArrowDown', 'Shift+ArrowDown');
  await open.page.keyboard.type('見守り隊');
  await press(open, 'Control+Enter');
  await cancel().click();
  await expectTexts(open, 'orgType', before);

  await press(open, 'Control+ ');
  await setClipboard(open.page, '見守り隊');
  await press(open, 'Control+v');
  await expect(open.page.getByTestId(testIds.batchPreview)).toContainText('新しい種別: 「見守り隊」');
  await press(open, 'Escape');
  await expectTexts(open, 'orgType', before);
});

test('a field of activity is found by its reading, a new one is asked for', async () => {
  const before = await textOf(1, 'fields');
  await clickCell(open, 1, 'fields');
  await open.page.keyboard.type('かんこう');
  await press(open, 'Tab');
  await expectTexts(open, 'fields', { 1: '観光' });
  await undo(open);
  await expectTexts(open, 'fields', { 1: before });
  await clickCell(open, 1, 'fields');
  await open.page.keyboard.type('動物愛護\n');
  await expect(open.page.getByText('新しい活動分野「動物愛護」を作りますか')).toBeVisible();
  await cancel().click();
  await expectTexts(open, 'fields', { 1: before });
});

test('実施状況 and 今後の取扱い take the only one that fits, too', async () => {
  await freshList(open, 'measures');
  const row = 3;
  const before = { mark: await textOf(row, 'mark'), disposition: await textOf(row, 'disposition') };
  await clickCell(open, row, 'mark');
  await open.page.keyboard.type('けいぞく');
  await press(open, 'Tab');
  await expectTexts(open, 'mark', { [row]: '○' });
  await expectActive(open, row, 'disposition');
  await open.page.keyboard.type('はいし\n');
  await expectTexts(open, 'disposition', { [row]: '廃止' });
  await undo(open);
  await undo(open);
  await expectTexts(open, 'mark', { [row]: before.mark });
  await expectTexts(open, 'disposition', { [row]: before.disposition });
});
