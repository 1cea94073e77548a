import { expect, test } from 'vitest';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { openTestSheet, testColumn, testRows, type TestSheet } from '#tests/helpers/sheet/test-sheet.ts';

// The active cell belongs to a record, not to a place in the list: what is typed goes to that record or nowhere.

function openList(loaded?: number): Promise<TestSheet> {
  return openTestSheet({
    columns: [testColumn('name'), testColumn('members'), testColumn('city')],
    rows: testRows({
      name: ['a', 'b', 'c', 'd', 'e', 'f'],
      members: ['1', '2', '3', '4', '5', '6'],
      city: ['x', 'y', 'x', 'y', 'x', 'y'],
    }),
    ...(loaded === undefined ? {} : { loaded }),
  });
}

const onlyCity = (city: string) =>
  ({ filters: [{ columnId: 'city', kind: 'values', values: [city], exclude: false }] }) as const;

test('a filter that keeps the record, and a sort, leave the active cell on it', async () => {
  const sheet = await openList();
  sheet.select('B5');
  await sheet.query(onlyCity('x'));
  expect(sheet.active()).toBe('B3');
  await sheet.query({ filters: [], sort: [{ columnId: 'name', descending: true }] });
  expect(sheet.active()).toBe('B2');
  sheet.type('77\n');
  await sheet.settled();
  expect(sheet.register.rows().find(({ id }) => id === 'row 5')?.cells['members']).toBe('77');
});

test('without its record no cell is active: what is typed, pasted, filled or emptied goes nowhere, and that is said', async () => {
  const sheet = await openList();
  sheet.select('B5');
  await sheet.query(onlyCity('y'));
  expect(sheet.active()).toBeNull();
  sheet.press('Enter');
  expect(sheet.told).toEqual([sheetText.nothingActive]);
  sheet.type('77\n');
  sheet.press('Delete', 'Ctrl+D', 'Ctrl+R', 'F2', 'Shift+F2', "Ctrl+'", 'Ctrl+;', 'Ctrl+C');
  sheet.paste('9');
  await sheet.settled();
  expect(sheet.register.written).toEqual([]);
  expect(sheet.state()).toMatchObject({ editing: null, panel: null });
  expect(new Set(sheet.told)).toEqual(new Set([sheetText.nothingActive]));
  await sheet.query({ filters: [] });
  expect(sheet.active()).toBe('B5');
});

test('without an active cell the first key chooses one near by', async () => {
  const sheet = await openList();
  sheet.select('B5');
  await sheet.query(onlyCity('y'));
  sheet.press('ArrowDown');
  expect(sheet.active()).toBe('B1');
});

test('rows that come and go elsewhere leave the active cell and the selection on their records', async () => {
  const sheet = await openList();
  sheet.select('B4:C5');
  sheet.register.elsewhere((rows) => rows.slice(1));
  await sheet.settled();
  expect([sheet.active(), sheet.selected()]).toEqual(['B3', ['B3:C4']]);
  sheet.register.elsewhere((rows) => [{ id: 'first', cells: {} }, { id: 'second', cells: {} }, ...rows]);
  await sheet.settled();
  expect([sheet.active(), sheet.selected()]).toEqual(['B5', ['B5:C6']]);
});

test('no other record gets into a selection: where one has come between, only the active cell stays', async () => {
  const sheet = await openList();
  sheet.select('B2:B3');
  sheet.register.elsewhere((rows) => rows.toSpliced(2, 0, { id: 'between', cells: {} }));
  await sheet.settled();
  expect(sheet.selected()).toEqual(['B2']);
});

test('whole columns stay whole when rows come', async () => {
  const sheet = await openList();
  sheet.select('B1');
  sheet.press('Ctrl+ ');
  sheet.register.elsewhere((rows) => [...rows, { id: 'last', cells: {} }]);
  await sheet.settled();
  expect(sheet.selected()).toEqual(['B1:B7']);
});

test('a record that goes elsewhere leaves no cell active; one that the user removes hands over to the next', async () => {
  const sheet = await openList();
  sheet.select('B4');
  sheet.register.elsewhere((rows) => rows.toSpliced(3, 1));
  await sheet.settled();
  expect(sheet.active()).toBeNull();
  sheet.select('B4');
  sheet.press('Ctrl+-');
  await sheet.until(() => sheet.stored('name').join('') === 'abcf');
  await sheet.settled();
  expect(sheet.active()).toBe('B4');
  sheet.type('66\n');
  await sheet.settled();
  expect(sheet.stored('members')).toEqual(['1', '2', '3', '66']);
});

test('own entries leave the rows where they are, although a sort or a filter would put them elsewhere', async () => {
  const sheet = await openList();
  await sheet.query({ ...onlyCity('x'), sort: [{ columnId: 'members', descending: false }] });
  sheet.select('B1');
  sheet.type('9\n');
  sheet.select('C2');
  sheet.type('y\n');
  await sheet.settled();
  expect(sheet.shown('name')).toEqual(['a', 'c', 'e']);
  expect(sheet.shown('members')).toEqual(['9', '3', '5']);
});

test('a column that is moved or hidden takes the active cell along; with its own column no cell is left', async () => {
  const sheet = await openList();
  sheet.select('C2');
  sheet.grid.hide('members');
  expect(sheet.active()).toBe('B2');
  sheet.grid.hide('city');
  expect(sheet.active()).toBeNull();
  sheet.grid.hide();
  expect(sheet.active()).toBe('C2');
});

test('a record can be gone to by its name, also where its row is not loaded', async () => {
  const sheet = await openList(2);
  sheet.select('B1');
  expect(await sheet.runtime.rows.goToRow('row 5', 'city')).toBe(true);
  expect(sheet.active()).toBe('C5');
  sheet.type('z\n');
  await sheet.until(() => sheet.stored('city')[4] === 'z');
  expect(await sheet.runtime.rows.goToRow('nobody')).toBe(false);
  expect(sheet.active()).toBe('C6');
});

test('without a choice of the user’s the first cell is active, whichever list is shown', async () => {
  const sheet = await openList();
  await sheet.query(onlyCity('y'));
  expect(sheet.active()).toBe('A1');
  await sheet.query({ filters: [], sort: [{ columnId: 'name', descending: true }] });
  expect(sheet.active()).toBe('A1');
});
