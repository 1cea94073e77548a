import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addRange,
  type CellPosition,
  cellCount,
  clampSelection,
  contains,
  type Direction,
  extendTo,
  nextInSelection,
  rangeOf,
  rowsOf,
  type Selection,
  selectAll,
  selectCell,
  selectColumns,
  selectRows,
  startSelection,
} from '#renderer/sheet/selection/ranges.ts';

const at = (row: number, column: number): CellPosition => ({ row, column });
const area = (from: CellPosition, to: CellPosition) => rangeOf(from, to);
const position = fc.record({ row: fc.nat(6), column: fc.nat(6) });
const range = fc.tuple(position, position).map(([a, b]) => rangeOf(a, b));
const selection: fc.Arbitrary<Selection> = fc
  .tuple(position, fc.array(fc.tuple(fc.constantFrom('extend', 'add'), position, position), { maxLength: 4 }))
  .map(([first, steps]) =>
    steps.reduce(
      (selected, [how, a, b]) => (how === 'extend' ? extendTo(selected, a) : addRange(selected, a, b)),
      selectCell(first),
    ),
  );

describe('selecting', () => {
  test('a sheet begins with its first cell', () => {
    expect(startSelection).toEqual(selectCell(at(0, 0)));
  });

  test('Shift extends from where the selection began, and back over it', () => {
    const extended = extendTo(extendTo(selectCell(at(3, 3)), at(5, 4)), at(1, 2));
    expect(extended.ranges).toEqual([{ r1: 1, c1: 2, r2: 3, c2: 3 }]);
    expect(extended.active).toEqual(at(3, 3));
  });

  test('Ctrl adds a range, and Shift then extends that one', () => {
    const added = extendTo(addRange(selectCell(at(0, 0)), at(5, 5)), at(6, 6));
    expect(added.ranges).toEqual([area(at(0, 0), at(0, 0)), area(at(5, 5), at(6, 6))]);
    expect(added.active).toEqual(at(5, 5));
  });

  test('after Tab has led into another range, Shift extends that one', () => {
    const two = addRange(extendTo(selectCell(at(0, 0)), at(1, 0)), at(5, 5));
    const moved = nextInSelection(two, 'right');
    expect(moved.active).toEqual(at(0, 0));
    expect(extendTo(moved, at(0, 3)).ranges).toEqual([area(at(5, 5), at(5, 5)), area(at(0, 0), at(0, 3))]);
  });

  test('all, whole rows and whole columns', () => {
    expect(selectAll(5, 3).ranges).toEqual([{ r1: 0, c1: 0, r2: 4, c2: 2 }]);
    expect(selectRows(4, 2, 3)).toMatchObject({ ranges: [{ r1: 2, c1: 0, r2: 4, c2: 2 }], active: at(4, 0) });
    expect(selectColumns(1, 2, 5)).toMatchObject({ ranges: [{ r1: 0, c1: 1, r2: 4, c2: 2 }], active: at(0, 1) });
    expect(selectAll(0, 0)).toEqual(startSelection);
  });

  test('the current range is the last one, from anchor to head, and holds the active cell', () => {
    fc.assert(
      fc.property(selection, ({ ranges, anchor, head, active }) => {
        expect(ranges.at(-1)).toEqual(rangeOf(anchor, head));
        expect(active).toEqual(anchor);
      }),
    );
  });
});

describe('counting', () => {
  const cellsOf = (ranges: readonly { r1: number; c1: number; r2: number; c2: number }[]) =>
    Array.from({ length: 49 }, (_, index) => at(Math.floor(index / 7), index % 7)).filter((cell) =>
      ranges.some((one) => contains(one, cell)),
    );

  test('a cell in several ranges counts once', () => {
    expect(cellCount([])).toBe(0);
    expect(cellCount([area(at(0, 0), at(1, 1)), area(at(1, 1), at(2, 2))])).toBe(7);
    fc.assert(
      fc.property(fc.array(range, { maxLength: 5 }), (ranges) => {
        expect(cellCount(ranges)).toBe(cellsOf(ranges).length);
      }),
    );
  });

  test('a selection of whole columns is counted without looking at each cell', () => {
    expect(cellCount([area(at(0, 0), at(999_999, 999))])).toBe(1_000_000_000);
  });

  test('rows come merged and in order', () => {
    expect(rowsOf([area(at(5, 0), at(6, 0)), area(at(0, 2), at(1, 3)), area(at(2, 0), at(2, 0))])).toEqual([
      { from: 0, to: 2 },
      { from: 5, to: 6 },
    ]);
    fc.assert(
      fc.property(fc.array(range, { maxLength: 5 }), (ranges) => {
        const rows = rowsOf(ranges).flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, i) => from + i),
        );
        expect(rows).toEqual([...new Set(cellsOf(ranges).map((cell) => cell.row))]);
      }),
    );
  });
});

describe('Enter and Tab inside a selection', () => {
  const walk = (from: Selection, direction: Direction, steps: number) => {
    const cells: CellPosition[] = [];
    for (let selected = from, index = 0; index < steps; index += 1) {
      selected = nextInSelection(selected, direction);
      cells.push(selected.active);
    }
    return cells;
  };
  const square = extendTo(selectCell(at(1, 1)), at(2, 2));

  test.each<[Direction, CellPosition[]]>([
    ['down', [at(2, 1), at(1, 2), at(2, 2), at(1, 1)]],
    ['up', [at(2, 2), at(1, 2), at(2, 1), at(1, 1)]],
    ['right', [at(1, 2), at(2, 1), at(2, 2), at(1, 1)]],
    ['left', [at(2, 2), at(2, 1), at(1, 2), at(1, 1)]],
  ])('%s goes round the range', (direction, cells) => {
    expect(walk(square, direction, 4)).toEqual(cells);
  });

  test('it goes on through all ranges and keeps them', () => {
    const two = addRange(square, at(5, 5), at(5, 6));
    expect(walk(two, 'right', 6)).toEqual([at(5, 6), at(1, 1), at(1, 2), at(2, 1), at(2, 2), at(5, 5)]);
    expect(nextInSelection(two, 'down').ranges).toEqual(two.ranges);
  });

  test('one cell stays', () => {
    expect(nextInSelection(selectCell(at(2, 2)), 'down')).toEqual(selectCell(at(2, 2)));
  });

  test('a round visits every cell of a range once, and the way back undoes a step', () => {
    fc.assert(
      fc.property(position, position, fc.constantFrom<Direction>('down', 'up', 'right', 'left'), (a, b, direction) => {
        const selected = extendTo(selectCell(a), b);
        const round = walk(selected, direction, cellCount(selected.ranges));
        expect(new Set(round.map(({ row, column }) => `${row},${column}`)).size).toBe(cellCount(selected.ranges));
        expect(round.at(-1)).toEqual(a);
        const opposite = ({ down: 'up', up: 'down', right: 'left', left: 'right' } as const)[direction];
        expect(nextInSelection(nextInSelection(selected, direction), opposite)).toEqual(selected);
      }),
    );
  });
});

describe('when the sheet has become smaller', () => {
  test('a range outside is dropped, and one that reaches out is cut', () => {
    const selected = addRange(extendTo(selectCell(at(8, 0)), at(9, 0)), at(1, 1), at(7, 1));
    expect(clampSelection(selected, 5, 3)).toEqual({
      ranges: [area(at(1, 1), at(4, 1))],
      anchor: at(1, 1),
      head: at(4, 1),
      active: at(1, 1),
    });
  });

  test('the range before becomes the current one when that is gone', () => {
    const selected = addRange(extendTo(selectCell(at(2, 1)), at(1, 0)), at(8, 0), at(9, 0));
    expect(clampSelection(selected, 5, 3)).toEqual(extendTo(selectCell(at(1, 0)), at(2, 1)));
  });

  test('the nearest cell is selected when nothing is left', () => {
    expect(clampSelection(selectCell(at(8, 8)), 5, 3)).toEqual(selectCell(at(4, 2)));
    expect(clampSelection(selectCell(at(8, 8)), 0, 0)).toEqual(startSelection);
  });

  test('everything selected is inside, and what fitted before stays', () => {
    const size = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(selection, size, size, (selected, rows, columns) => {
        const clamped = clampSelection(selected, rows, columns);
        const whole = area(at(0, 0), at(rows - 1, columns - 1));
        for (const one of clamped.ranges) {
          expect(contains(whole, at(one.r1, one.c1)) && contains(whole, at(one.r2, one.c2))).toBe(true);
        }
        expect(clamped.ranges.some((one) => contains(one, clamped.active))).toBe(true);
        expect(clamped.ranges.at(-1)).toEqual(rangeOf(clamped.anchor, clamped.head));
        expect(clampSelection(selected, 7, 7)).toEqual(selected);
      }),
    );
  });
});
