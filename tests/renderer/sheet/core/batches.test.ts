import { expect, test } from 'vitest';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { openTestSheet, testColumn, testRows, type TestSheet } from '#tests/helpers/sheet/test-sheet.ts';

function openLong(rows = 250): Promise<TestSheet> {
  return openTestSheet({
    columns: [testColumn('members'), testColumn('name')],
    rows: testRows({ members: Array.from({ length: rows }, (_, place) => String(place)), name: ['a', 'b'] }),
    refuse: (_, text) => (text === 'x' ? 'no number' : null),
  });
}

const sevens = (count: number): string => '7\r\n'.repeat(count);

test('up to 200 cells are written at once, more are shown first', async () => {
  const sheet = await openLong();
  sheet.select('A9');
  sheet.paste(sevens(200));
  await sheet.settled();
  expect(sheet.register.written[0]?.edits).toHaveLength(200);
  sheet.select('A1');
  sheet.paste('8\r\n'.repeat(201));
  const preview = await sheet.preview();
  expect(preview).toMatchObject({ title: sheetText.paste, skipped: 0, check: { changed: 201, same: 0 } });
  expect(sheet.register.written).toHaveLength(1);
});

test('what is given up in the preview changes nothing; what is agreed to is one step back', async () => {
  const sheet = await openLong();
  sheet.select('A1');
  sheet.paste('7');
  await sheet.settled();
  sheet.press('Ctrl+ ', 'Ctrl+V');
  (await sheet.preview()).answer(false);
  await sheet.settled();
  expect(sheet.register.written).toHaveLength(1);
  sheet.press('Ctrl+V');
  (await sheet.preview()).answer(true);
  await sheet.settled();
  expect(new Set(sheet.stored('members'))).toEqual(new Set(['7']));
  sheet.press('Ctrl+Z');
  await sheet.settled();
  expect(sheet.stored('members').slice(0, 3)).toEqual(['7', '1', '2']);
});

test('the preview tells which cells would be refused, by record and column, and how many cells are passed over', async () => {
  const sheet = await openTestSheet({
    columns: [testColumn('members', { title: '会員数', editable: (row) => row.id !== 'row 3' })],
    rows: testRows({ members: Array.from({ length: 250 }, () => '1') }),
    refuse: (_, text) => (text === 'x' ? 'no number' : null),
  });
  sheet.select('A1');
  sheet.paste(`5\r\nx\r\n${'5\r\n'.repeat(220)}`);
  const preview = await sheet.preview();
  expect(preview.skipped).toBe(1);
  expect(preview.refused).toEqual([
    { rowId: 'row 2', columnId: 'members', text: 'x', message: 'no number', record: 'row 2', column: '会員数' },
  ]);
  expect(preview.samples).toHaveLength(100);
  expect(preview.samples[0]).toEqual({ record: 'row 1', column: '会員数', before: '1', after: '5' });
});

test('rows to be made count with their cells, and a refused one of them is called a new row', async () => {
  const sheet = await openLong(2);
  const { commands } = sheet.runtime.core.props();
  if (commands !== undefined) Object.assign(commands, { canAdd: true });
  sheet.select('A1');
  sheet.paste(`${'7\t7\r\n'.repeat(101)}x\tx`);
  await sheet.answer(true);
  const preview = await sheet.preview();
  expect(preview.check).toMatchObject({ changed: 4, added: 100 });
  expect(preview.refused.map(({ record }) => record)).toEqual([sheetText.newRow, sheetText.newRow]);
});

test('Ctrl+Z while the preview is open, or before it opens, takes nothing back', async () => {
  const sheet = await openLong();
  sheet.select('A1');
  sheet.type('11\n');
  await sheet.settled();
  sheet.select('A1');
  sheet.paste(sevens(220));
  sheet.press('Ctrl+Z');
  const preview = await sheet.preview();
  sheet.press('Ctrl+Z');
  preview.answer(false);
  await sheet.settled();
  expect(sheet.stored('members').slice(0, 2)).toEqual(['11', '1']);
  sheet.press('Ctrl+Z');
  await sheet.settled();
  expect(sheet.stored('members')[0]).toBe('0');
});

test('a second large paste before the answer to the first one opens no second question', async () => {
  const sheet = await openLong();
  sheet.select('A1');
  sheet.paste(sevens(220));
  sheet.press('Ctrl+V');
  (await sheet.preview()).answer(true);
  // Its turn comes after the answer: by then the cells hold these texts already.
  await sheet.settled();
  expect(sheet.register.written).toHaveLength(1);
  expect(sheet.state().preview).toBeNull();
});

test('a preview that cannot be worked out is told and closed, and nothing is written', async () => {
  const sheet = await openLong();
  const { commands } = sheet.runtime.core.props();
  if (commands !== undefined) Object.assign(commands, { check: () => Promise.reject(new Error('no answer')) });
  sheet.select('A1');
  sheet.paste(sevens(220));
  await sheet.settled();
  expect(sheet.told).toEqual(['no answer']);
  expect(sheet.state().preview).toBeNull();
  expect(sheet.register.written).toEqual([]);
});

test('a large batch that fails as a whole is told; its cells show what the register holds', async () => {
  const sheet = await openLong();
  sheet.register.failNext(new Error('the disk is full'));
  sheet.select('A1');
  sheet.paste('7\r\n8');
  await sheet.settled();
  expect(sheet.told).toContain('the disk is full');
  expect(sheet.stored('members').slice(0, 2)).toEqual(['0', '1']);
});

test('more than 5,000 cells do not stand in for what is there: the sheet says that it writes, refused ones turn red', async () => {
  const sheet = await openLong(6000);
  const release = sheet.register.hold();
  sheet.select('A1');
  sheet.paste(`x\r\n${'7\r\n'.repeat(5998)}x`);
  (await sheet.preview()).answer(true);
  await sheet.until(() => sheet.state().busy === sheetText.writing);
  expect(sheet.shown('members')[1]).toBe('1');
  release();
  await sheet.settled();
  expect(sheet.state().busy).toBe('');
  expect(sheet.shown('members').slice(0, 2)).toEqual(['x', '7']);
  expect(sheet.runtime.core.pending.rejected.getState()).toHaveLength(2);
});
