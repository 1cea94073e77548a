import { expect, test } from 'vitest';
import { movedSelection } from '#renderer/sheet/selection/moved-selection.ts';
import {
  addRange,
  extendTo,
  nothingAt,
  selectCell,
  selectColumns,
  type Selection,
} from '#renderer/sheet/selection/ranges.ts';

/** Records are called by their place in the list before: r3 stood in row 3. */
function moved(selection: Selection, after: readonly string[]) {
  const before = 10;
  const ends = selection.ranges.map(({ r1, r2 }) => ({ first: `r${r1}`, last: `r${r2}` }));
  const places = (rowId: string): number | null => (after.includes(rowId) ? after.indexOf(rowId) : null);
  const row = places(`r${selection.active.row}`) ?? -1;
  return movedSelection(selection, { ends, places, rows: { row, before, after: after.length } });
}

const list = Array.from({ length: 10 }, (_, row) => `r${row}`);
const without = (row: number): readonly string[] => list.filter((rowId) => rowId !== `r${row}`);

test('one cell goes where its record is', () => {
  expect(moved(selectCell({ row: 5, column: 2 }), without(1))).toEqual(selectCell({ row: 4, column: 2 }));
  expect(moved(selectCell({ row: 5, column: 2 }), list.toReversed())).toEqual(selectCell({ row: 4, column: 2 }));
});

test('a block of rows moves as a whole while its records stand together', () => {
  const block = extendTo(selectCell({ row: 5, column: 1 }), { row: 7, column: 3 });
  expect(moved(block, ['new', ...list]).ranges).toEqual([{ r1: 6, c1: 1, r2: 8, c2: 3 }]);
  expect(moved(block, ['new', ...list])).toMatchObject({ anchor: { row: 6 }, head: { row: 8 }, active: { row: 6 } });
});

test('no other record gets into the selection: when one comes between or one goes, only the active cell is left', () => {
  const block = extendTo(selectCell({ row: 5, column: 1 }), { row: 7, column: 3 });
  const between = list.flatMap((rowId) => (rowId === 'r6' ? ['new', rowId] : [rowId]));
  for (const after of [between, without(7), list.toReversed()])
    expect(moved(block, after)).toEqual(selectCell({ row: after.indexOf('r5'), column: 1 }));
  const two = addRange(selectCell({ row: 2, column: 0 }), { row: 8, column: 0 });
  expect(moved(two, without(5))).toEqual(selectCell({ row: 7, column: 0 }));
  expect(moved(two, ['new', ...list]).ranges).toHaveLength(2);
});

test('whole columns stay whole in a longer or shorter list, with the active cell on its record', () => {
  const columns = { ...selectColumns(1, 2, 10), active: { row: 4, column: 1 } };
  expect(moved(columns, without(1))).toEqual({
    ranges: [{ r1: 0, c1: 1, r2: 8, c2: 2 }],
    anchor: { row: 0, column: 1 },
    head: { row: 8, column: 2 },
    active: { row: 3, column: 1 },
  });
});

test('a record that is back is the active one, and nothing else', () => {
  expect(moved({ ...nothingAt({ row: 5, column: 2 }) }, list)).toEqual(selectCell({ row: 5, column: 2 }));
});
