import { expect, test } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { clipboardTexts, paste, setClipboard } from './support/clipboard.ts';
import { shownText } from './support/screens.ts';
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

const phones = { 1: '083-288-3868', 2: '083-266-1193', 3: '083-263-8886', 4: '083-223-0999' };

test('cells are copied as text and as a table, and a copy pasted elsewhere is one step back', async () => {
  await clickCell(open, 0, 'city');
  await press(open, 'Shift+ArrowDown', 'Shift+ArrowRight', 'Control+c');
  const plain = async () => (await clipboardTexts(open.page)).plain.replaceAll('\r\n', '\n').trimEnd();
  await expect.poll(plain).toBe('下関市\t083-226-4040\n長門市\t083-288-3868');
  const { html } = await clipboardTexts(open.page);
  expect(html).toMatch(/<table/);
  expect(html).toMatch(/<td[^>]*>長門市<\/td>/);

  await clickCell(open, 3, 'city');
  await press(open, 'Control+v');
  await expectTexts(open, 'city', { 3: '下関市', 4: '長門市' });
  await expectTexts(open, 'phone', { 3: '083-226-4040', 4: '083-288-3868' });
  await expectSelected(open, 2, 2);
  await undo(open);
  await expectTexts(open, 'city', { 4: '下関市' });
  await expectTexts(open, 'phone', phones);
});

test('rows that were never on the screen are copied as well', async () => {
  await clickCell(open, 0, 'regNo');
  await press(open, 'Control+ ', 'Control+c');
  const lines = async () => (await clipboardTexts(open.page)).plain.trimEnd().split('\r\n');
  await expect.poll(async () => (await lines()).length).toBe(254);
  expect((await lines()).at(-1)).toBe(await open.page.evaluate(() => '下市0254'));
});

test('one cell goes into every selected one, two are repeated over four', async () => {
  await setClipboard(open.page, '083-111-1111');
  await clickCell(open, 1, 'phone');
  await press(open, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+v');
  await expectTexts(open, 'phone', { 1: '083-111-1111', 2: '083-111-1111', 3: '083-111-1111', 4: phones[4] });
  await undo(open);
  await expectTexts(open, 'phone', phones);
  await setClipboard(open.page, '083-111-1111\r\n083-222-2222\r\n');
  await clickCell(open, 1, 'phone');
  await press(open, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+v');
  await expectTexts(open, 'phone', { 1: '083-111-1111', 2: '083-222-2222', 3: '083-111-1111', 4: '083-222-2222' });
  await undo(open);
  await expectTexts(open, 'phone', phones);
});

test('cut cells move when they are pasted, also onto a part of themselves', async () => {
  await clickCell(open, 1, 'phone');
  await press(open, 'Control+x');
  await expect.poll(async () => (await clipboardTexts(open.page)).plain.trimEnd()).toBe(phones[1]);
  await expectTexts(open, 'phone', phones);
  await clickCell(open, 3, 'phone');
  await press(open, 'Control+v');
  await expectTexts(open, 'phone', { 1: '', 3: phones[1] });
  await undo(open);
  await expectTexts(open, 'phone', phones);

  await clickCell(open, 2, 'city');
  await press(open, 'Shift+ArrowDown', 'Control+x');
  await expect.poll(async () => (await clipboardTexts(open.page)).plain.trimEnd()).toBe('下関市\r\n下関市');
  await clickCell(open, 3, 'city');
  await press(open, 'Control+v');
  await expectTexts(open, 'city', { 2: '', 3: '下関市', 4: '下関市' });
  await undo(open);
  await expectTexts(open, 'city', { 2: '下関市', 3: '下関市' });
});

test('the menu copies and cuts as well, and Esc makes a cut a copy', async () => {
  const plain = async () => (await clipboardTexts(open.page)).plain.trimEnd();
  const choose = async (row: number, name: string) => {
    await cell(open, row, 'phone').click({ button: 'right' });
    await open.page.getByTestId(testIds.sheetMenu).getByRole('menuitem', { name }).click();
  };
  await choose(2, 'コピー');
  await expect.poll(plain).toBe(phones[2]);
  await choose(1, '切り取り');
  await expect.poll(plain).toBe(phones[1]);
  await press(open, 'Escape');
  await clickCell(open, 3, 'phone');
  await press(open, 'Control+v');
  await expectTexts(open, 'phone', { 1: phones[1], 3: phones[1] });
  await undo(open);
  await expectTexts(open, 'phone', phones);
});

test('quoted text keeps its lines and quotes; a table of a web page needs no text beside it', async () => {
  await clickCell(open, 1, 'name');
  await press(open, 'End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  await expectActive(open, 1, 'purpose');
  await setClipboard(open.page, '"一\n""二"""\tさん\r\nよん\r\n');
  await press(open, 'Control+v');
  await expectTexts(open, 'activity', { 1: 'さん', 2: '' });
  await expectTexts(open, 'purpose', { 2: 'よん' });
  await press(open, 'F2');
  await expectEditing(open, '一\n"二"');
  await press(open, 'Escape');
  await undo(open);
  await expectTexts(open, 'purpose', { 1: '', 2: '' });

  await paste(open, { html: '<table><tr><td>甲<br>乙</td><td>丙</td></tr></table>' });
  await expectTexts(open, 'activity', { 1: '丙' });
  await press(open, 'F2');
  await expectEditing(open, '甲\n乙');
  await press(open, 'Escape');
  await undo(open);
  await expectTexts(open, 'purpose', { 1: '' });
});

test('nothing of a pasted page runs or loads', async () => {
  const asked: string[] = [];
  open.page.on('request', (request) => asked.push(request.url()));
  await clickCell(open, 1, 'name');
  await press(open, 'End');
  await paste(open, {
    html: '<table><tr><td><img src="http://127.0.0.1:9/x.png" onerror="window.ran=1"><script>window.ran=1</script>安全</td></tr></table>',
  });
  await expectTexts(open, 'note', { 1: '安全' });
  expect(await open.page.evaluate(() => Reflect.get(window, 'ran'))).toBe(undefined);
  expect(asked.filter((url) => url.includes('x.png'))).toEqual([]);
  await undo(open);
  await expectTexts(open, 'note', { 1: '' });
});

test('what is pasted into filtered rows leaves the rows between them alone', async () => {
  await cell(open, 1, 'city').click({ button: 'right' });
  await open.page.getByRole('menuitem', { name: '「長門市」で絞り込む' }).click();
  await expect(open.page.getByTestId(testIds.organizationsTotal)).toContainText('2 / 254');
  await clickCell(open, 0, 'members');
  await setClipboard(open.page, '5\r\n6\r\n');
  await press(open, 'Control+v');
  await expectTexts(open, 'members', { 0: '5', 1: '6' });
  await open.page.getByTestId(testIds.filterChips).getByRole('button', { name: 'すべて解除' }).click();
  await expect(open.page.getByTestId(testIds.organizationsTotal)).toHaveText('254 団体');
  await expectTexts(open, 'members', { 0: '192', 1: '5', 2: '10', 3: '100' });
  await clickCell(open, 0, 'members');
  await undo(open);
  await expectTexts(open, 'members', { 1: '213' });
});

test('over the last row a paste asks, adds groups, and takes all of it back in one step', async () => {
  const total = open.page.getByTestId(testIds.organizationsTotal);
  await clickCell(open, 0, 'name');
  await press(open, 'Control+ArrowDown');
  await expectActive(open, 253, 'name');
  const before = await shownText(cell(open, 253, 'name'));
  await setClipboard(open.page, '一の会\r\n二の会\r\n三の会\r\n');
  await press(open, 'Control+v');
  await expect(open.page.getByText('2 行を新しく追加しますか')).toBeVisible();
  await open.page.getByTestId(testIds.confirmOk).click();
  await expect(total).toHaveText('256 団体');
  await expect(open.page.getByTestId(testIds.undoButton)).toHaveAttribute('aria-label', /1 セルと新しい 2 行/);
  await undo(open);
  await expect(total).toHaveText('254 団体');
  await expectTexts(open, 'name', { 253: before });
});

test('a paste over the last row that is given up leaves the rows that are there alone, and what was cut where it is', async () => {
  await clickCell(open, 0, 'name');
  await press(open, 'Control+ArrowDown');
  await expectActive(open, 253, 'name');
  const before = await shownText(cell(open, 253, 'name'));
  const above = await shownText(cell(open, 252, 'name'));
  const giveUp = [() => open.page.getByTestId(testIds.confirmCancel).click(), () => press(open, 'Escape')];
  for (const answer of giveUp) {
    await setClipboard(open.page, '一の会\r\n二の会\r\n三の会\r\n');
    await press(open, 'Control+v');
    await expect(open.page.getByTestId(testIds.confirmCancel)).toBeVisible();
    await answer();
    await expect(open.page.getByTestId(testIds.confirmCancel)).toHaveCount(0);
    // What is asked for behind the question comes behind its answer: once this is written, nothing of the paste can follow.
    await press(open, 'ArrowUp');
    await open.page.keyboard.type('境の会\n');
    await expectTexts(open, 'name', { 252: '境の会', 253: before });
    await undo(open);
    await expectTexts(open, 'name', { 252: above, 253: before });
    await expectActive(open, 253, 'name');
  }

  await press(open, 'ArrowUp', 'Shift+ArrowDown', 'Control+x');
  await expect.poll(async () => (await clipboardTexts(open.page)).plain).toContain(above);
  await press(open, 'ArrowDown', 'Control+v');
  await open.page.getByTestId(testIds.confirmCancel).click();
  await expectTexts(open, 'name', { 252: above, 253: before });
  // It still waits for its place: pasted where it fits, it moves.
  const target = [await shownText(cell(open, 250, 'name')), await shownText(cell(open, 251, 'name'))];
  await clickCell(open, 250, 'name');
  await press(open, 'Control+v');
  await expectTexts(open, 'name', { 250: above, 251: before });
  // A group keeps a name: the cells it comes from are red, and go back first.
  await expectTexts(open, 'name', { 252: '', 253: '' });
  await undo(open);
  await undo(open);
  await expectTexts(open, 'name', { 250: target[0] ?? '', 251: target[1] ?? '', 252: above, 253: before });
});

test('new rows that the ledger does not take are shown before anything is written, and none is counted as made', async () => {
  const total = open.page.getByTestId(testIds.organizationsTotal);
  await clickCell(open, 0, 'members');
  await press(open, 'Control+ArrowDown');
  await expectActive(open, 253, 'members');
  const before = await shownText(cell(open, 253, 'members'));
  await setClipboard(open.page, '7\r\n8\r\n');
  await press(open, 'Control+v');
  await open.page.getByTestId(testIds.confirmOk).click();
  const preview = open.page.getByTestId(testIds.batchPreview);
  await expect(preview).toContainText('この行に団体名がないため、団体を追加できません');
  await press(open, 'Escape');
  await expect(preview).toHaveCount(0);
  await expectTexts(open, 'members', { 253: before });

  await press(open, 'Control+v');
  await open.page.getByTestId(testIds.confirmOk).click();
  await open.page.getByTestId(testIds.batchApply).click();
  await expectTexts(open, 'members', { 253: '7' });
  const told = open.page.getByText('追加する行の 2 セルは受け取れない値のため入れていません').first();
  await expect(told).toContainText('1 セルを変えました');
  await expect(told).not.toContainText('行を追加しました');
  await expect(total).toHaveText('254 団体');
  await undo(open);
  await expectTexts(open, 'members', { 253: before });
});
