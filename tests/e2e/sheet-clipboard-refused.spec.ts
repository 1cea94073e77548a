import { expect, test } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { paste, setClipboard } from './support/clipboard.ts';
import { cell, clickCell, expectTexts, freshList, press, undo, sharedSheet } from './support/sheet.ts';

const open = sharedSheet();

const phones = { 1: '083-288-3868', 2: '083-266-1193', 3: '083-263-8886' };

test('values the ledger does not take stay red in their cells with the reason, the others are one step back', async () => {
  await clickCell(open, 1, 'phone');
  await setClipboard(open.page, '083-111-1111\r\nだめ\r\n083-333-3333\r\n');
  await press(open, 'Control+v');
  await expectTexts(open, 'phone', { 1: '083-111-1111', 2: 'だめ', 3: '083-333-3333' });
  await expect(cell(open, 2, 'phone')).toHaveClass(/cell-rejected/);
  const bar = open.page.getByTestId(testIds.sheetRejected);
  await expect(bar).toContainText('電話番号に「だめ」は入れられません');
  await bar.getByRole('button', { name: '元の値に戻す' }).click();
  await expectTexts(open, 'phone', { 1: '083-111-1111', 2: phones[2], 3: '083-333-3333' });
  await expect(bar).toHaveCount(0);
  await undo(open);
  await expectTexts(open, 'phone', phones);
});

test('cells that cannot be changed are skipped and counted', async () => {
  await freshList(open, 'measures');
  await clickCell(open, 2, 'mark');
  await press(open, 'Control+ ');
  await setClipboard(open.page, '○');
  await press(open, 'Control+v');
  // 21 headings and 5 reposts.
  await expect(open.page.getByText(/変えられない 26 セルはそのまま/).first()).toBeVisible();
  await expect(open.page.getByTestId(testIds.measuresChip('○'))).toContainText(/ 47$/);
  await undo(open);
  await expect(open.page.getByTestId(testIds.measuresChip('○'))).toContainText(/ 33$/);
});

test('more than 200 cells are shown before they are written; Esc gives up, Enter applies, one step back', async () => {
  await clickCell(open, 0, 'members');
  await setClipboard(open.page, '7');
  await press(open, 'Control+ ', 'Control+v');
  const changed = open.page.getByTestId(testIds.batchCount('changed'));
  await expect(changed).toHaveAttribute('data-count', /^25[0-4]$/);
  await press(open, 'Escape');
  await expect(open.page.getByTestId(testIds.batchPreview)).toHaveCount(0);
  await expectTexts(open, 'members', { 0: '192', 1: '213' });
  await expect(open.sink).toBeFocused();

  await press(open, 'Control+v');
  await expect(open.page.getByTestId(testIds.batchApply)).toBeFocused();
  await press(open, 'Enter');
  await expectTexts(open, 'members', { 0: '7', 1: '7', 2: '7' });
  await undo(open);
  await expectTexts(open, 'members', { 0: '192', 1: '213', 2: '10' });
});

test('a million cells are refused at once, without the page standing still', async () => {
  await clickCell(open, 0, 'name');
  const longest = await open.sink.evaluate(async (sink) => {
    const row = Array.from({ length: 1000 }, () => '1').join('\t');
    const data = new DataTransfer();
    data.setData('text/plain', Array.from({ length: 1000 }, () => row).join('\n'));
    const start = performance.now();
    sink.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    return performance.now() - start;
  });
  await expect(open.page.getByText(/一度に貼り付けられるのは/).first()).toBeVisible();
  // Reading them would take many times as long, on any computer.
  expect(longest).toBeLessThan(5000);
  await expectTexts(open, 'name', { 1: '虹の東子ども食堂' });
});

test('a picture and an empty clipboard are explained', async () => {
  await clickCell(open, 0, 'name');
  await paste(open, { file: '写真.png' });
  await expect(open.page.getByText(/画像やファイルは表に貼り付けられません/).first()).toBeVisible();
  await paste(open, {});
  await expect(open.page.getByText(/貼り付けられる文字がありません/).first()).toBeVisible();
});

test('control characters, a huge text and ragged rows harm neither the list nor the ledger', async () => {
  await clickCell(open, 1, 'name');
  await press(open, 'End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  await paste(open, { plain: '音\u0000が\u0007鳴る' });
  await expect(cell(open, 1, 'purpose')).toHaveText(/^音.?が.?鳴る$/);
  await undo(open);
  await expectTexts(open, 'purpose', { 1: '' });

  await paste(open, { plain: '長'.repeat(100_000) });
  await expect(open.page.getByTestId(testIds.sheetRejected)).toBeVisible();
  await expect(cell(open, 1, 'purpose')).toHaveClass(/cell-rejected/);
  await open.page.getByRole('button', { name: '元の値に戻す' }).click();
  await expectTexts(open, 'purpose', { 1: '' });

  await cell(open, 1, 'purpose').click();
  await paste(open, { plain: '一\t二\n三\n四\t五\n' });
  await expectTexts(open, 'purpose', { 1: '一', 2: '三', 3: '四' });
  await expectTexts(open, 'activity', { 1: '二', 2: '', 3: '五' });
  await undo(open);
  await expectTexts(open, 'purpose', { 1: '', 2: '', 3: '' });
});

test('what was told before never covers the buttons of a question', async () => {
  await clickCell(open, 0, 'name');
  for (const file of ['一.png', '二.png', '三.png', '四.png', '五.png']) await paste(open, { file });
  // As many as are shown at a time, with those of other tests.
  await expect(open.page.locator('.mantine-Notification-root')).toHaveCount(5);
  await press(open, 'Control+-');
  await open.page.getByTestId(testIds.confirmCancel).click();
  await expect(open.page.getByTestId(testIds.confirmCancel)).toHaveCount(0);
  await expectTexts(open, 'name', { 1: '虹の東子ども食堂' });
});
