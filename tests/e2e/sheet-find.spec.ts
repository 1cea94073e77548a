import { expect, type Locator, test } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { cell, clickCell, expectActive, expectTexts, press, undo, sharedSheet } from './support/sheet.ts';

const open = sharedSheet();

function bar(): Locator {
  return open.page.getByTestId(testIds.sheetFind);
}

function place(): Locator {
  return open.page.getByTestId(testIds.sheetFindPlace);
}

test('Ctrl+F finds in any column, Enter and F3 go on, with Shift back; Esc gives the keyboard back', async () => {
  await clickCell(open, 0, 'regNo');
  await press(open, 'Control+f');
  await bar().getByLabel('検索する文字').fill('長門市');
  await press(open, 'Enter');
  await expectActive(open, 1, 'city');
  await expect(place()).toHaveText('2 行中 1 番目');
  await press(open, 'F3');
  await expect(place()).toHaveText('2 行中 2 番目');
  await press(open, 'Shift+F3');
  await expectActive(open, 1, 'city');
  await press(open, 'Escape');
  await expect(bar()).toHaveCount(0);
  await expect(open.sink).toBeFocused();
  await press(open, 'F3');
  await expect(open.sheet.locator('.ag-cell[data-sel~="active"]')).toHaveText('長門市');
  await expect(open.sheet.locator('[row-index="1"] .ag-cell[data-sel~="active"]')).toHaveCount(0);
});

test('what is nowhere is said to be nowhere, and the active cell stays', async () => {
  await clickCell(open, 2, 'city');
  await press(open, 'Control+f');
  await bar().getByLabel('検索する文字').fill('どこにもない');
  await press(open, 'Enter');
  await expect(place()).toHaveText('見つかりません');
  await expectActive(open, 2, 'city');
  await press(open, 'Escape');
});

test('Ctrl+H shows what would change, replaces it in one step, and one step takes it back', async () => {
  await clickCell(open, 0, 'name');
  await press(open, 'Control+h');
  await bar().getByLabel('検索する文字').fill('長門市');
  await bar().getByLabel('置換後の文字').fill('萩市');
  await press(open, 'Tab');
  // As long as it is looked for, the buttons are off.
  await expect(open.page.getByTestId(testIds.sheetFindPlace)).toHaveText('2 行で見つかりました');
  await bar().getByRole('button', { name: 'すべて置換…' }).click();
  const preview = open.page.getByTestId(testIds.batchPreview);
  await expect(preview.getByTestId(testIds.batchCount('changed'))).toHaveAttribute('data-count', '2');
  await expect(preview).toContainText('萩市');
  await expectTexts(open, 'city', { 1: '長門市' });
  await preview.getByTestId(testIds.batchApply).click();
  await expectTexts(open, 'city', { 1: '萩市' });
  await press(open, 'Escape');
  await clickCell(open, 0, 'name');
  await undo(open);
  await expectTexts(open, 'city', { 1: '長門市' });
});

test('more than 200 replacements are shown first; Esc leaves everything as it is', async () => {
  await clickCell(open, 0, 'name');
  await press(open, 'Control+h');
  await bar().getByLabel('検索する文字').fill('下市');
  await bar().getByLabel('置換後の文字').fill('下関');
  await expect(open.page.getByTestId(testIds.sheetFindPlace)).toHaveText('254 行で見つかりました');
  await bar().getByRole('button', { name: 'すべて置換…' }).click();
  await expect(open.page.getByTestId(testIds.batchCount('changed'))).toHaveAttribute('data-count', '254');
  await press(open, 'Escape');
  await expect(open.page.getByTestId(testIds.batchPreview)).toHaveCount(0);
  await expectTexts(open, 'regNo', { 0: '下市0001' });
});

test('one field of the filtered rows is set in one step, and taken back in the panel', async () => {
  await cell(open, 1, 'city').click({ button: 'right' });
  await open.page.getByRole('menuitem', { name: '「長門市」で絞り込む' }).click();
  await expect(open.page.getByTestId(testIds.organizationsTotal)).toContainText('2 / 254');
  await open.page.getByTestId(testIds.organizationsBulk).click();
  const panel = open.page.getByTestId(testIds.bulkPanel);
  await panel.getByLabel('絞り込んだ 2 件').check();
  await panel.getByRole('combobox', { name: '項目' }).click();
  await open.page.getByRole('option', { name: '活動地域', exact: true }).click();
  await panel.getByLabel('新しい値').fill('油谷');
  await expect(open.page.getByTestId(testIds.bulkOutlook)).toContainText('2 件のうち 2 件が変わります');
  await open.page.getByTestId(testIds.bulkApply).click();
  await expect(open.page.getByTestId(testIds.bulkOutlook)).toContainText('2 件の活動地域を変更しました');
  await clickCell(open, 0, 'name');
  await press(open, 'End', 'ArrowLeft');
  await expectTexts(open, 'area', { 0: '油谷', 1: '油谷' });
  await open.page.getByTestId(testIds.bulkUndo).click();
  await expectTexts(open, 'area', { 0: '', 1: '' });
});
