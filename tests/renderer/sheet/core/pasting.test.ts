import { expect, test } from 'vitest';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import {
  openTestSheet,
  readOnlyColumn,
  testColumn,
  testRows,
  type TestSheet,
} from '#tests/helpers/sheet/test-sheet.ts';

type Extra = { readonly loaded?: number; readonly canAdd?: boolean };

async function openList({ loaded = 1000, canAdd = true }: Extra = {}): Promise<TestSheet> {
  const columns = [testColumn('a'), testColumn('b'), testColumn('c'), readOnlyColumn('sum')];
  const rows = testRows({
    a: ['a1', 'a2', 'a3', 'a4'],
    b: ['b1', 'b2', 'b3', 'b4'],
    c: ['c1', 'c2', 'c3', 'c4'],
    sum: ['s1', 's2', 's3', 's4'],
  });
  const sheet = await openTestSheet({ columns, rows, loaded });
  const { commands } = sheet.runtime.core.props();
  if (commands !== undefined) Object.assign(commands, { canAdd });
  return sheet;
}

const columnsOf = (sheet: TestSheet) => ['a', 'b', 'c'].map((id) => sheet.stored(id).join(' '));

test('a table goes where the active cell is, is selected afterwards, and is one step back', async () => {
  const sheet = await openList();
  sheet.select('B2');
  sheet.paste('1\t2\r\n3\t4\r\n');
  await sheet.settled();
  expect(columnsOf(sheet)).toEqual(['a1 a2 a3 a4', 'b1 1 3 b4', 'c1 2 4 c4']);
  expect(sheet.selected()).toEqual(['B2:C3']);
  expect(sheet.active()).toBe('B2');
  sheet.press('Ctrl+Z');
  await sheet.settled();
  expect(columnsOf(sheet)).toEqual(['a1 a2 a3 a4', 'b1 b2 b3 b4', 'c1 c2 c3 c4']);
});

test('the step is called in the history by how many cells it changed', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.paste('1\r\na2\r\n3');
  await sheet.settled();
  // The second one held that text already.
  expect(sheet.register.written.map(({ label }) => label)).toEqual([sheetText.pasteLabel('2', '')]);
});

test.each([
  {
    what: 'one cell into each cell of a range',
    ranges: ['A1:B2'],
    plain: '1',
    after: ['1 1 a3 a4', '1 1 b3 b4', 'c1 c2 c3 c4'],
  },
  {
    what: 'one cell into each of several ranges',
    ranges: ['A1', 'C3:C4'],
    plain: '1',
    after: ['1 a2 a3 a4', 'b1 b2 b3 b4', 'c1 c2 1 1'],
  },
  {
    what: 'two rows repeated over four',
    ranges: ['A1:A4'],
    plain: '1\r\n2',
    after: ['1 2 1 2', 'b1 b2 b3 b4', 'c1 c2 c3 c4'],
  },
  {
    what: 'a row repeated over three rows',
    ranges: ['A2:B4'],
    plain: '1\t2',
    after: ['a1 1 1 1', 'b1 2 2 2', 'c1 c2 c3 c4'],
  },
  {
    what: 'two rows into three in their own size',
    ranges: ['A1:A3'],
    plain: '1\r\n2',
    after: ['1 2 a3 a4', 'b1 b2 b3 b4', 'c1 c2 c3 c4'],
  },
  {
    what: 'ragged rows with empty ends',
    ranges: ['A1'],
    plain: '1\t2\r\n3\r\n4\t5',
    after: ['1 3 4 a4', '2  5 b4', 'c1 c2 c3 c4'],
  },
] as const)('$what', async ({ ranges, plain, after }) => {
  const sheet = await openList();
  sheet.select(...ranges);
  sheet.paste(plain);
  await sheet.settled();
  expect(columnsOf(sheet)).toEqual(after);
});

test('a table does not go into ranges that lie apart, which is said', async () => {
  const sheet = await openList();
  sheet.select('A1', 'C3');
  sheet.paste('1\r\n2');
  await sheet.settled();
  expect(sheet.register.written).toEqual([]);
  expect(sheet.told).toEqual([sheetText.pasteRanges]);
});

test('what lies beyond the last column is left out, which is said', async () => {
  const sheet = await openList();
  sheet.select('C1');
  sheet.paste('1\t2\t3\t4');
  await sheet.settled();
  expect(columnsOf(sheet)[2]).toBe('1 c2 c3 c4');
  expect(sheet.told).toContain(sheetText.pasteCut(2));
});

test('cells that cannot be changed are passed over and counted', async () => {
  const sheet = await openList();
  sheet.select('C1');
  sheet.paste('1\t2\r\n3\t4');
  await sheet.settled();
  expect(columnsOf(sheet)[2]).toBe('1 3 c3 c4');
  expect(sheet.stored('sum')).toEqual(['s1', 's2', 's3', 's4']);
  expect(sheet.told.at(-1)).toBe(
    sheetText.written({ title: sheetText.paste, cells: 2, rows: 0, skipped: 2, refused: 0, dropped: 0 }),
  );
  sheet.select('D1');
  sheet.paste('1\r\n2\r\n3');
  await sheet.settled();
  expect(sheet.told.at(-1)).toBe(sheetText.nothingEditable(3));
  expect(sheet.register.written).toHaveLength(1);
});

test('over the last row a paste asks, makes rows, and takes all of it back in one step', async () => {
  const sheet = await openList();
  sheet.select('A3');
  sheet.paste('1\t2\r\n3\t4\r\n5\t\r\n6\t7');
  const question = await sheet.answer(true);
  expect(question.title).toBe(sheetText.addRowsTitle('2'));
  await sheet.settled();
  expect(columnsOf(sheet).slice(0, 2)).toEqual(['a1 a2 1 3 5 6', 'b1 b2 2 4  7']);
  // An empty cell of a row to be made is nothing to be written.
  expect(sheet.register.written[0]?.additions).toEqual([{ a: '5' }, { a: '6', b: '7' }]);
  sheet.press('Ctrl+Z');
  await sheet.settled();
  expect(columnsOf(sheet)[0]).toBe('a1 a2 a3 a4');
});

test('a paste over the last row that is given up changes no row that is there either', async () => {
  const sheet = await openList();
  sheet.select('A4');
  sheet.paste('1\r\n2');
  await sheet.answer(false);
  await sheet.settled();
  expect(sheet.register.written).toEqual([]);
  expect(sheet.selected()).toEqual(['A4']);
});

test('where no rows can be made, what lies beyond the last one is left out, which is said', async () => {
  const sheet = await openList({ canAdd: false });
  sheet.select('A4');
  sheet.paste('1\r\n2\r\n3');
  await sheet.settled();
  expect(sheet.questions()).toBe(0);
  expect(columnsOf(sheet)[0]).toBe('a1 a2 a3 1');
  expect(sheet.told).toContain(sheetText.pasteBeyond('2'));
});

test('a paste reaches rows that are not loaded', async () => {
  const sheet = await openList({ loaded: 1 });
  sheet.select('A1');
  sheet.paste('1\r\n2\r\n3');
  await sheet.settled();
  expect(columnsOf(sheet)[0]).toBe('1 2 3 a4');
});

test('what is pasted into filtered rows leaves the rows between them alone', async () => {
  const sheet = await openList();
  const kept = { columnId: 'b', kind: 'values', values: ['b1', 'b4'], exclude: false } as const;
  await sheet.query({ filters: [kept] });
  sheet.select('A1');
  sheet.paste('1\r\n2');
  await sheet.settled();
  expect(columnsOf(sheet)[0]).toBe('1 a2 a3 2');
});

test('a hidden column is not pasted into', async () => {
  const sheet = await openList();
  sheet.grid.hide('b');
  sheet.select('A1');
  sheet.paste('1\t2');
  await sheet.settled();
  expect(columnsOf(sheet)).toEqual(['1 a2 a3 a4', 'b1 b2 b3 b4', '2 c2 c3 c4']);
});

test('rows that change places before the turn of a paste take it along; a range torn apart changes nothing', async () => {
  const sheet = await openList();
  const release = sheet.register.hold();
  sheet.select('C1');
  sheet.type('x\n');
  sheet.select('A2:A3');
  sheet.paste('1\r\n2');
  sheet.register.elsewhere((rows) => rows.slice(1));
  await sheet.until(sheet.grid.isRead);
  release();
  await sheet.settled();
  expect(sheet.stored('a')).toEqual(['1', '2', 'a4']);

  const again = sheet.register.hold();
  sheet.select('C1');
  sheet.type('y\n');
  sheet.select('A1:A2');
  sheet.paste('8\r\n9');
  sheet.register.elsewhere((rows) => rows.toSpliced(1, 0, { id: 'between', cells: {} }));
  await sheet.until(sheet.grid.isRead);
  again();
  await sheet.settled();
  expect(sheet.stored('a')).toEqual(['1', '', '2', 'a4']);
  expect(sheet.told.at(-1)).toBe(sheetText.rangesMoved);
});

test('an empty clipboard, a picture and far too much are explained', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.paste('');
  await sheet.settled();
  Object.assign(sheet.clipboard, { plain: '', hasFile: true });
  sheet.press('Ctrl+V');
  await sheet.settled();
  sheet.paste('1\t'.repeat(200_001));
  await sheet.settled();
  expect(sheet.told).toEqual([sheetText.pasteNothing, sheetText.pasteFile, sheetText.pasteTooLarge('200,000')]);
  expect(sheet.register.written).toEqual([]);
});
