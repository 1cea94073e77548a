import { expect, test } from 'vitest';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { openTestSheet, testColumn, testRows, type TestSheet } from '#tests/helpers/sheet/test-sheet.ts';

function openList(loaded?: number): Promise<TestSheet> {
  return openTestSheet({
    columns: [testColumn('a'), testColumn('b', { shown: (row) => `shown ${row.cells['b']}` }), testColumn('c')],
    rows: testRows({ a: ['a1', 'a2', 'a3', 'a4'], b: ['b1', 'b2', 'b3', 'b4'], c: ['c1', 'c"2', 'c\n3', 'c4'] }),
    ...(loaded === undefined ? {} : { loaded }),
  });
}

async function copied(sheet: TestSheet, ...ranges: readonly string[]): Promise<string> {
  sheet.select(...ranges);
  sheet.press('Ctrl+C');
  await sheet.settled();
  return sheet.clipboard.plain;
}

test('what is copied is the text of the cells, not what is shown for it; lines and quotes are quoted', async () => {
  const sheet = await openList();
  expect(await copied(sheet, 'A1:B2')).toBe('a1\tb1\r\na2\tb2');
  expect(await copied(sheet, 'C2:C3')).toBe('c"2\r\n"c\n3"');
  expect(sheet.state().announcement).toBe(sheetText.copyDone);
});

test('rows that are not loaded are copied as well', async () => {
  const sheet = await openList(1);
  expect(await copied(sheet, 'A1:A4')).toBe('a1\r\na2\r\na3\r\na4');
});

test('ranges beside or below each other are copied as one table, in their order on the sheet; others are not', async () => {
  const sheet = await openList();
  expect(await copied(sheet, 'C1:C2', 'A1:A2')).toBe('a1\tc1\r\na2\tc"2');
  expect(await copied(sheet, 'A4:B4', 'A1:B1')).toBe('a1\tb1\r\na4\tb4');
  expect(await copied(sheet, 'A1', 'B2')).toBe('a1\tb1\r\na4\tb4');
  expect(sheet.told).toEqual([sheetText.copyRanges]);
});

test('a text that is not written yet is copied as it is seen', async () => {
  const sheet = await openList();
  const release = sheet.register.hold();
  sheet.select('A1');
  sheet.type('new\n');
  sheet.select('A1');
  sheet.press('Ctrl+C');
  release();
  await sheet.settled();
  expect(sheet.clipboard.plain).toBe('new');
});

test('cells that were cut move when they are pasted, once', async () => {
  const sheet = await openList();
  sheet.select('A1:A2');
  sheet.press('Ctrl+X');
  await sheet.settled();
  expect(sheet.stored('a')).toEqual(['a1', 'a2', 'a3', 'a4']);
  sheet.select('C3');
  sheet.press('Ctrl+V');
  await sheet.settled();
  expect(sheet.stored('a')).toEqual(['', '', 'a3', 'a4']);
  expect(sheet.stored('c').slice(2)).toEqual(['a1', 'a2']);
  expect(sheet.register.written).toHaveLength(1);
  sheet.select('B1');
  sheet.press('Ctrl+V');
  await sheet.settled();
  expect(sheet.stored('b').slice(0, 2)).toEqual(['a1', 'a2']);
  expect(sheet.stored('c').slice(2)).toEqual(['a1', 'a2']);
});

test('cut cells move onto a part of themselves, and only the rest is emptied', async () => {
  const sheet = await openList();
  sheet.select('A1:A2');
  sheet.press('Ctrl+X', 'ArrowDown', 'Ctrl+V');
  await sheet.settled();
  expect(sheet.stored('a')).toEqual(['', 'a1', 'a2', 'a4']);
  // No cell is named twice in what is sent.
  expect(sheet.register.written[0]?.edits).toHaveLength(3);
});

test('what was cut is the range that was selected then, wherever the selection has gone since', async () => {
  const sheet = await openList();
  sheet.select('A1:A2');
  sheet.press('Ctrl+X', 'ArrowRight', 'Ctrl+V');
  await sheet.settled();
  expect([sheet.stored('a').slice(0, 2), sheet.stored('b').slice(0, 2)]).toEqual([
    ['', ''],
    ['a1', 'a2'],
  ]);
});

test('Esc makes a cut a copy', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.press('Ctrl+X');
  await sheet.settled();
  sheet.press('Escape', 'ArrowDown', 'Ctrl+V');
  await sheet.settled();
  expect(sheet.stored('a')).toEqual(['a1', 'a1', 'a3', 'a4']);
});

test.each([
  [
    'another text was copied elsewhere',
    async (sheet: TestSheet) => {
      sheet.clipboard.plain = 'other';
    },
    'other',
  ],
  [
    'the register has changed',
    async (sheet: TestSheet) => {
      sheet.register.elsewhere((rows) => rows.map((row) => ({ ...row, cells: { ...row.cells, c: '' } })));
      await sheet.settled();
    },
    'a1',
  ],
  [
    'the list was sorted',
    async (sheet: TestSheet) => sheet.query({ sort: [{ columnId: 'b', descending: false }] }),
    'a1',
  ],
] as const)('a cut is a copy when %s', async (_, change, pasted) => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.press('Ctrl+X');
  await sheet.settled();
  await change(sheet);
  sheet.select('B2');
  sheet.press('Ctrl+V');
  await sheet.settled();
  expect([sheet.stored('a')[0], sheet.stored('b')[1]]).toEqual(['a1', pasted]);
});

test('a cut whose paste is given up stays where it is, and still waits for its place', async () => {
  const sheet = await openList();
  const { commands } = sheet.runtime.core.props();
  if (commands !== undefined) Object.assign(commands, { canAdd: true });
  sheet.select('A3:A4');
  sheet.press('Ctrl+X', 'ArrowDown', 'Ctrl+V');
  await sheet.answer(false);
  await sheet.settled();
  expect(sheet.stored('a')).toEqual(['a1', 'a2', 'a3', 'a4']);
  sheet.select('A1');
  sheet.press('Ctrl+V');
  await sheet.settled();
  expect(sheet.stored('a')).toEqual(['a3', 'a4', '', '']);
});

test('the menu copies and cuts as the keys do', async () => {
  const sheet = await openList();
  sheet.select('A2');
  sheet.runtime.clipboard.copySelection(true);
  await sheet.settled();
  expect(sheet.clipboard.plain).toBe('a2');
  sheet.select('A1');
  sheet.press('Ctrl+V');
  await sheet.settled();
  expect(sheet.stored('a')).toEqual(['a2', '', 'a3', 'a4']);
});

test('while a cell is typed into, copy and paste are its own', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.type('x');
  sheet.press('Ctrl+C', 'Ctrl+V');
  await sheet.settled();
  expect(sheet.state().editing?.text).toBe('x');
  expect(sheet.clipboard.plain).toBe('');
});
