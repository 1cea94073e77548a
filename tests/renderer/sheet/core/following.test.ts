import { expect, test } from 'vitest';
import { createFollowing } from '#renderer/sheet/core/following.ts';
import type { GridPort } from '#renderer/sheet/core/grid-port.ts';
import { createSheetStore } from '#renderer/sheet/core/state.ts';
import { isNothing, selectCell } from '#renderer/sheet/selection/ranges.ts';

/** A grid that draws the rows it was given. */
function listOf(...rows: readonly string[]) {
  const drawn = { rows, columns: ['name', 'phone'], revealed: -1 };
  const store = createSheetStore();
  const grid: GridPort<string> = {
    columns: () => drawn.columns.map((id) => ({ id, title: id, width: 1, text: (row) => row })),
    total: () => drawn.rows.length,
    isShown: () => true,
    peek: (row) => (drawn.rows[row] === undefined ? undefined : { id: drawn.rows[row], row: drawn.rows[row] }),
    indexOf: (rowId) => (drawn.rows.includes(rowId) ? drawn.rows.indexOf(rowId) : null),
    pageRows: () => 10,
    reveal: ({ row }) => {
      drawn.revealed = row;
    },
    boxOf: () => null,
    windowBoxOf: () => null,
    headBoxOf: () => null,
    autosize: () => undefined,
    repaint: () => undefined,
    refresh: () => undefined,
  };
  const following = createFollowing(store, grid);
  const show = (cause: 'list' | 'rows', ...next: readonly string[]): void => {
    drawn.rows = next;
    following.place(grid.indexOf, cause);
    following.rowsCame();
  };
  const choose = (row: number, column = 0): void => store.setState({ selection: selectCell({ row, column }) });
  const active = () => {
    const { selection } = store.getState();
    return isNothing(selection) ? null : drawn.rows[selection.active.row];
  };
  following.rowsCame();
  return { drawn, store, grid, following, show, choose, active };
}

test('the active cell stays on its record while rows come, go and change places', () => {
  const list = listOf('a', 'b', 'c', 'd');
  list.choose(2);
  list.show('rows', 'new', 'a', 'b', 'c', 'd');
  expect(list.active()).toBe('c');
  list.show('list', 'd', 'c', 'b', 'a');
  expect(list.active()).toBe('c');
  expect(list.drawn.revealed).toBe(1);
});

test('without its record no cell is active, and it is found again in a later list', () => {
  const list = listOf('a', 'b', 'c', 'd');
  list.choose(2);
  list.show('list', 'a', 'd');
  expect(list.active()).toBeNull();
  list.show('rows', 'a', 'd', 'e');
  expect(list.active()).toBeNull();
  list.show('list', 'a', 'b', 'c', 'd');
  expect(list.active()).toBe('c');
});

test('what the user chooses meanwhile counts', () => {
  const list = listOf('a', 'b', 'c', 'd');
  list.choose(2);
  list.show('list', 'a', 'd');
  list.choose(1);
  list.show('list', 'a', 'b', 'c', 'd');
  expect(list.active()).toBe('d');
});

test('before anything is chosen the first row of each list is active, but no other record slips under it', () => {
  const list = listOf('a', 'b', 'c');
  list.show('list', 'c', 'b', 'a');
  expect(list.active()).toBe('c');
  list.show('rows', 'new', 'c', 'b', 'a');
  expect(list.active()).toBe('c');
  list.show('list', 'b');
  expect(list.active()).toBe('b');
});

test('a record that the user removes hands over to the one in its place; a removal given up changes nothing', () => {
  const list = listOf('a', 'b', 'c', 'd');
  list.choose(1);
  list.following.letGo();
  list.show('rows', 'a', 'c', 'd');
  expect(list.active()).toBe('c');
  const keepOn = list.following.letGo();
  keepOn();
  list.show('rows', 'new', 'a', 'c', 'd');
  expect(list.active()).toBe('c');
});

test('columns that move take the active cell along; a hidden one takes it away', () => {
  const list = listOf('a', 'b');
  list.choose(1, 1);
  list.drawn.columns = ['phone', 'name'];
  list.following.columnsChanged();
  expect(list.store.getState().selection).toEqual(selectCell({ row: 1, column: 0 }));
  list.drawn.columns = ['name'];
  list.following.columnsChanged();
  expect(list.active()).toBeNull();
  list.drawn.columns = ['name', 'phone'];
  list.following.columnsChanged();
  expect(list.store.getState().selection).toEqual(selectCell({ row: 1, column: 1 }));
});

test('a cell chosen while the answer was on its way is put in its place by the rows that came, or asked for', async () => {
  const list = listOf('a', 'b', 'c', 'd');
  list.choose(2);
  const next = ['new', 'a', 'b', 'c', 'd'];
  const put = await list.following.locate(async (rowId) => next.indexOf(rowId), 'rows');
  list.choose(0);
  list.drawn.rows = next;
  expect(put({ start: 3, ids: ['c', 'd'] })).toBe('unknown');
  expect(put({ start: 0, ids: next })).toBe('done');
  expect(list.active()).toBe('a');
});

test('place and rows change together: while the grid draws other rows there, the active cell stays where it is drawn', async () => {
  const list = listOf('gone', 'a', 'b', 'c');
  list.choose(2);
  const next = ['a', 'b', 'c'];
  const put = await list.following.locate(async (rowId) => next.indexOf(rowId), 'rows');
  expect(put({ start: 0, ids: next })).toBe('early');
  expect(list.active()).toBe('b');
  // Enter: the next record as it is drawn, not the same one again.
  list.choose(3);
  list.drawn.rows = next;
  expect(list.following.isAstray()).toBe(false);
  expect(put({ start: 0, ids: next })).toBe('done');
  expect(list.active()).toBe('c');
});

test('a record chosen among rows that were out of date is astray as soon as others are drawn', () => {
  const list = listOf('gone', 'a', 'b', 'c');
  list.choose(2);
  expect(list.following.isAstray()).toBe(false);
  list.drawn.rows = ['a', 'b', 'c'];
  expect(list.following.isAstray()).toBe(true);
});

test('a cell chosen in a list whose rows are still on their way is the one that comes there', () => {
  const list = listOf();
  list.following.begins();
  list.choose(1);
  list.show('list', 'a', 'b', 'c');
  expect(list.active()).toBe('b');
  list.show('rows', 'new', 'a', 'b', 'c');
  expect(list.active()).toBe('b');
});

test('on the way to a record it is the active one already, until another cell is chosen', () => {
  const list = listOf('a', 'b', 'c', 'd');
  list.choose(1);
  const way = list.following.goes('z', 0);
  expect(list.following.rowId()).toBe('z');
  expect(list.following.isGoing()).toBe(true);
  expect(way.arrive()).toBe(true);
  expect(list.following.isGoing()).toBe(false);

  const late = list.following.goes('z', 0);
  list.choose(3);
  expect(list.following.isGoing()).toBe(false);
  expect(late.arrive()).toBe(false);
  expect(list.following.rowId()).toBe('d');
});

test('a way that leads nowhere leaves everything as it was, also where no cell was active', () => {
  const list = listOf('a', 'b', 'c', 'd');
  list.choose(1, 1);
  list.show('list', 'd');
  list.following.goes('z', 0).giveUp();
  expect(list.active()).toBeNull();
  list.show('list', 'a', 'b', 'c', 'd');
  expect(list.active()).toBe('b');
  list.following.goes('z', 0).giveUp();
  expect(list.store.getState().selection).toEqual(selectCell({ row: 1, column: 1 }));
});

test('while the rows of another list are on their way, a key goes nowhere from the record that is kept', () => {
  const list = listOf('b');
  list.choose(0);
  list.following.begins();
  expect(list.following.isHeld()).toBe(false);
  list.drawn.rows = [];
  expect(list.following.isHeld()).toBe(true);
  list.show('list', 'a', 'b', 'c');
  expect(list.following.isHeld()).toBe(false);
  expect(list.active()).toBe('b');
});
