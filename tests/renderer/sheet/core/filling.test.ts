import { expect, test } from 'vitest';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { rangeNamed } from '#tests/helpers/sheet/cell-names.ts';
import {
  openTestSheet,
  readOnlyColumn,
  testColumn,
  testRows,
  type TestSheet,
} from '#tests/helpers/sheet/test-sheet.ts';

function openList(loaded?: number): Promise<TestSheet> {
  return openTestSheet({
    columns: [
      testColumn('a'),
      testColumn('b', { editable: (row) => row.id !== 'row 3' }),
      testColumn('c'),
      readOnlyColumn('sum'),
    ],
    rows: testRows({
      a: ['1', '2', 'x', 'y', 'z', ''],
      b: ['p', 'q', 'r', 's', 't', ''],
      c: ['', '', '', '', '', ''],
      sum: ['s', 's', 's', 's', 's', 's'],
    }),
    ...(loaded === undefined ? {} : { loaded }),
  });
}

test('Ctrl+D copies the first row of the selection down, column by column, in one step', async () => {
  const sheet = await openList();
  sheet.select('A1:C3');
  sheet.press('Ctrl+D');
  await sheet.settled();
  expect(sheet.stored('a')).toEqual(['1', '1', '1', 'y', 'z', '']);
  // The third row's cell cannot be changed.
  expect(sheet.stored('b')).toEqual(['p', 'p', 'r', 's', 't', '']);
  expect(sheet.register.written).toHaveLength(1);
  expect(sheet.told.at(-1)).toBe(
    sheetText.written({ title: sheetText.fill, cells: 3, rows: 0, skipped: 1, refused: 0, dropped: 0 }),
  );
});

test('Ctrl+D in a single row takes the cell above, Ctrl+R in a single column the one at the left', async () => {
  const sheet = await openList();
  sheet.select('A4');
  sheet.press('Ctrl+D');
  await sheet.settled();
  expect(sheet.stored('a')[3]).toBe('x');
  sheet.select('C1:C2');
  sheet.press('Ctrl+R');
  await sheet.settled();
  expect(sheet.stored('c')).toEqual(['p', 'q', '', '', '', '']);
});

test('in the first row or column there is nothing to be filled from', async () => {
  const sheet = await openList();
  sheet.select('A1');
  sheet.press('Ctrl+D', 'Ctrl+R');
  await sheet.settled();
  expect(sheet.register.written).toEqual([]);
});

test('Ctrl+R copies the first column of the selection to the right, row by row', async () => {
  const sheet = await openList();
  sheet.select('A1:C2');
  sheet.press('Ctrl+R');
  await sheet.settled();
  expect([sheet.stored('b').slice(0, 2), sheet.stored('c').slice(0, 2)]).toEqual([
    ['1', '2'],
    ['1', '2'],
  ]);
});

test('of several ranges the one chosen last is filled', async () => {
  const sheet = await openList();
  sheet.select('B4:B5', 'A1:A2');
  sheet.press('Ctrl+D');
  await sheet.settled();
  expect(sheet.stored('a').slice(0, 2)).toEqual(['1', '1']);
  expect(sheet.stored('b')).toEqual(['p', 'q', 'r', 's', 't', '']);
});

test('the handle goes on with a series, also upwards and to the right; with Ctrl it copies', async () => {
  const sheet = await openList();
  const { filling } = sheet.runtime;
  await filling.drag(rangeNamed('A1:A2'), rangeNamed('A1:A5'), false);
  expect(sheet.stored('a')).toEqual(['1', '2', '3', '4', '5', '']);
  await sheet.settled();
  await filling.drag(rangeNamed('A1:A2'), rangeNamed('A1:A5'), true);
  expect(sheet.stored('a')).toEqual(['1', '2', '1', '2', '1', '']);
  await sheet.settled();
  await filling.drag(rangeNamed('A4:A5'), rangeNamed('A1:A5'), false);
  await sheet.settled();
  expect(sheet.stored('a')).toEqual(['5', '4', '3', '2', '1', '']);
  // A single number is copied, as in Excel.
  await filling.drag(rangeNamed('A1:A1'), rangeNamed('A1:C1'), false);
  await sheet.settled();
  expect([sheet.stored('b')[0], sheet.stored('c')[0]]).toEqual(['5', '5']);
});

test('each column and each row goes on with its own series', async () => {
  const sheet = await openTestSheet({
    columns: [testColumn('a'), testColumn('b'), testColumn('c')],
    rows: testRows({ a: ['1', '10', ''], b: ['2', '20', ''], c: ['', '', ''] }),
  });
  await sheet.runtime.filling.drag(rangeNamed('A1:B2'), rangeNamed('A1:B3'), false);
  await sheet.settled();
  expect([sheet.stored('a'), sheet.stored('b')]).toEqual([
    ['1', '10', '19'],
    ['2', '20', '38'],
  ]);
  await sheet.runtime.filling.drag(rangeNamed('A1:B2'), rangeNamed('A1:C2'), false);
  await sheet.settled();
  expect(sheet.stored('c')).toEqual(['3', '30', '']);
});

test('a double click on the handle fills down as far as the column beside it', async () => {
  const sheet = await openList();
  sheet.select('C1');
  sheet.type('8\n9\n');
  await sheet.settled();
  sheet.select('C1:C2');
  await sheet.runtime.filling.toNeighbour();
  await sheet.settled();
  expect(sheet.stored('c')).toEqual(['8', '9', '10', '11', '12', '']);
});

test('at the left edge the double click looks at the column to the right', async () => {
  const sheet = await openList();
  sheet.select('A1:A2');
  await sheet.runtime.filling.toNeighbour();
  await sheet.settled();
  expect(sheet.stored('a')).toEqual(['1', '2', '3', '4', '5', '']);
});

test('Ctrl+Enter writes what was typed into every selected cell of all ranges, in one step', async () => {
  const sheet = await openList();
  sheet.select('A1:A2', 'C2');
  sheet.type('n');
  sheet.press('Ctrl+Enter');
  await sheet.settled();
  expect(sheet.stored('a').slice(0, 3)).toEqual(['n', 'n', 'x']);
  expect(sheet.stored('c')).toEqual(['', 'n', '', '', '', '']);
  expect(sheet.register.written).toHaveLength(1);
  expect(sheet.selected()).toEqual(['A1:A2', 'C2']);
});

test('Delete empties every selected cell that can be changed, and is named so in the history', async () => {
  const sheet = await openList();
  sheet.select('A1:B3');
  sheet.press('Delete');
  await sheet.settled();
  expect(sheet.stored('a')).toEqual(['', '', '', 'y', 'z', '']);
  expect(sheet.stored('b')).toEqual(['', '', 'r', 's', 't', '']);
  expect(sheet.register.written.map(({ label }) => label)).toEqual([sheetText.clear]);
});

test('Delete of cells that are empty already writes nothing; of cells that cannot be changed it says so', async () => {
  const sheet = await openList();
  sheet.select('C1:C3');
  sheet.press('Delete');
  sheet.select('D1:D2');
  sheet.press('Delete');
  await sheet.settled();
  expect(sheet.register.written).toEqual([]);
  expect(sheet.told).toEqual([sheetText.nothingEditable(2)]);
});

test('rows that are not loaded are filled as well, from seeds that are not loaded either', async () => {
  const sheet = await openList(1);
  sheet.select('A2:A5');
  sheet.press('Ctrl+D');
  await sheet.settled();
  expect(sheet.stored('a')).toEqual(['1', '2', '2', '2', '2', '']);
});

test('rows that a filter hides between the others, and columns that are hidden, are left alone', async () => {
  const sheet = await openList();
  await sheet.query({ filters: [{ columnId: 'b', kind: 'values', values: ['p', 's', 't'], exclude: false }] });
  sheet.select('A1:A3');
  sheet.press('Ctrl+D');
  await sheet.settled();
  expect(sheet.stored('a')).toEqual(['1', '2', 'x', '1', '1', '']);
  sheet.grid.hide('b');
  sheet.select('A1:B1');
  sheet.press('Ctrl+R');
  await sheet.settled();
  expect([sheet.stored('b')[0], sheet.stored('c')[0]]).toEqual(['p', '1']);
});

test('a row that was removed elsewhere is passed over and counted, the others are filled', async () => {
  const sheet = await openList();
  const view = await sheet.grid.view();
  sheet.register.elsewhere((rows) => rows.filter(({ id }) => id !== 'row 2'));
  await sheet.settled();
  expect(await view.read(1, 2)).toEqual([null]);
  sheet.select('A1:A2');
  sheet.press('Ctrl+D');
  await sheet.settled();
  expect(sheet.stored('a')).toEqual(['1', '1', 'y', 'z', '']);
});

test('more than half a million cells are refused at once', async () => {
  const sheet = await openTestSheet({
    columns: Array.from({ length: 26 }, (_, place) => testColumn(`c${place}`)),
    rows: testRows({ c0: Array.from({ length: 20_000 }, () => '') }),
    loaded: 10,
  });
  sheet.press('Ctrl+A', 'Delete');
  await sheet.settled();
  expect(sheet.told).toEqual([sheetText.tooManyCells('500,000')]);
});

test('Esc ends the reading of many cells, and nothing is written', async () => {
  const sheet = await openTestSheet({
    columns: [testColumn('a')],
    rows: testRows({ a: Array.from({ length: 12_000 }, () => 'x') }),
    loaded: 10,
  });
  const release = sheet.register.holdReading();
  const reads = sheet.register.reads();
  sheet.press('Ctrl+A', 'Delete');
  await sheet.until(() => sheet.state().gathering === 'yes');
  expect(sheet.state().busy).toBe(sheetText.reading);
  sheet.press('Escape');
  release();
  await sheet.settled();
  // The pieces that would have come next are not read.
  expect(sheet.register.reads()).toBe(reads + 1);
  expect(sheet.state()).toMatchObject({ gathering: 'no', busy: '', preview: null });
  expect(sheet.register.written).toEqual([]);
});
