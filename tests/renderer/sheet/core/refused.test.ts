import { expect, test } from 'vitest';
import { tellLeft } from '#renderer/sheet/core/writing.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { openTestSheet, testColumn, testRows, type TestSheet } from '#tests/helpers/sheet/test-sheet.ts';

// A text that the register does not take stays red in its cell: it is what Ctrl+Z takes back first.

function openList(): Promise<TestSheet> {
  return openTestSheet({
    columns: [testColumn('members')],
    rows: testRows({ members: ['192', '213', '10', '100'] }),
    refuse: (_, text) => (/^\d*$/.test(text) ? null : `${text} is no number`),
  });
}

const start = ['192', '213', '10', '100'];
const red = (sheet: TestSheet) => sheet.runtime.core.pending.rejected.getState().map(({ text }) => text);

test('a text that is not taken stays in its cell with the reason, and nothing is written', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.type('x\n');
  await sheet.settled();
  expect(sheet.shown('members')).toEqual(['x', '213', '10', '100']);
  expect(sheet.stored('members')).toEqual(start);
  expect(sheet.runtime.core.pending.get('row 1', 'members')?.message).toBe('x is no number');
});

test('Ctrl+Z clears the red text and nothing else; the next one goes on with what the register holds', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.type('128\nx\n');
  sheet.press('Ctrl+Z');
  await sheet.settled();
  expect(sheet.shown('members')).toEqual(['128', '213', '10', '100']);
  expect(red(sheet)).toEqual([]);
  sheet.press('Ctrl+Z');
  await sheet.settled();
  expect(sheet.shown('members')).toEqual(start);
});

test('without a pause the order is the same: the entry, the red text, Ctrl+Z twice', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.type('128\nx\n');
  sheet.press('Ctrl+Z', 'Ctrl+Z');
  sheet.type('7\n');
  await sheet.settled();
  expect(sheet.shown('members')).toEqual(['192', '213', '7', '100']);
  expect(red(sheet)).toEqual([]);
});

test('the newest red text goes first; Ctrl+Y brings them back one by one', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.type('x\ny\n');
  await sheet.settled();
  for (const [key, left] of [
    ['Ctrl+Z', ['x']],
    ['Ctrl+Z', []],
    ['Ctrl+Y', ['x']],
    ['Ctrl+Y', ['x', 'y']],
  ] as const) {
    sheet.press(key);
    await sheet.settled();
    expect(red(sheet)).toEqual(left);
  }
  expect(sheet.shown('members')).toEqual(['x', 'y', '10', '100']);
});

test('F2 opens a red text, Esc leaves it, Enter tries it again, another text takes its place', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.type('x\n');
  await sheet.settled();
  sheet.press('ArrowUp', 'F2');
  expect(sheet.state().editing?.text).toBe('x');
  sheet.press('Escape');
  expect(red(sheet)).toEqual(['x']);
  sheet.press('F2', 'Enter');
  await sheet.settled();
  expect(sheet.register.written).toHaveLength(2);
  expect(red(sheet)).toEqual(['x']);
  sheet.press('ArrowUp');
  sheet.type('5\n');
  await sheet.settled();
  expect(red(sheet)).toEqual([]);
  expect(sheet.stored('members')).toEqual(['5', '213', '10', '100']);
});

test('what the cell held before may be typed over the red text: it is then red no more', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.type('x\n');
  await sheet.settled();
  sheet.press('ArrowUp');
  sheet.type('192\n');
  await sheet.settled();
  expect(red(sheet)).toEqual([]);
  expect(sheet.shown('members')).toEqual(start);
});

test('the red texts of one paste go together, then what it wrote; those of a fill likewise', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.paste('1\r\nx\r\n3\r\ny\r\n');
  await sheet.settled();
  expect(sheet.shown('members')).toEqual(['1', 'x', '3', 'y']);
  expect(sheet.told.at(-1)).toBe(
    sheetText.written({ title: sheetText.paste, cells: 2, rows: 0, skipped: 0, refused: 2, dropped: 0 }),
  );
  sheet.press('Ctrl+Z');
  await sheet.settled();
  expect(sheet.shown('members')).toEqual(['1', '213', '3', '100']);
  sheet.press('Ctrl+Z');
  await sheet.settled();
  expect(sheet.shown('members')).toEqual(start);

  sheet.select('A2:A4');
  sheet.type('x');
  sheet.press('Ctrl+Enter');
  await sheet.settled();
  expect(sheet.shown('members')).toEqual(['192', 'x', 'x', 'x']);
  sheet.press('Ctrl+Z');
  await sheet.settled();
  expect(sheet.shown('members')).toEqual(start);
});

test('a red text is filled on as it is seen', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.type('x\n');
  await sheet.settled();
  sheet.select('A1:A2');
  sheet.press('Ctrl+D');
  await sheet.settled();
  expect(red(sheet)).toEqual(['x', 'x']);
});

test('a list that is left tells of its red texts in words', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.type('x\ny\n');
  await sheet.settled();
  tellLeft(sheet.runtime.core);
  const edit = { text: 'y', message: 'y is no number' };
  expect(sheet.told.at(-1)).toBe(sheetText.leftBehind('members', edit, 1));
  expect(red(sheet)).toEqual([]);
});

test('a text refused after the list was left is told in words, too', async () => {
  const sheet = await openList();
  const release = sheet.register.hold();
  sheet.select('A1');
  sheet.type('x\n');
  sheet.grid.leave();
  release();
  await sheet.settled();
  expect(sheet.told).toContain(sheetText.leftBehind('members', { text: 'x', message: 'x is no number' }, 0));
});
