import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataEdge, type Move, step } from '#renderer/sheet/selection/movement.ts';

const bounds = { rows: 10, columns: 5, pageRows: 4 };
const moves: readonly Move[] = [
  'up',
  'down',
  'left',
  'right',
  'page-up',
  'page-down',
  'row-start',
  'row-end',
  'first',
  'last',
];

describe('moving by keys', () => {
  test.each<[Move, number, number]>([
    ['up', 4, 2],
    ['down', 6, 2],
    ['left', 5, 1],
    ['right', 5, 3],
    ['page-up', 1, 2],
    ['page-down', 9, 2],
    ['row-start', 5, 0],
    ['row-end', 5, 4],
    ['first', 0, 0],
    ['last', 9, 4],
  ])('%s', (move, row, column) => {
    expect(step({ row: 5, column: 2 }, move, bounds)).toEqual({ row, column });
  });

  test('no key leaves the sheet, even an empty one', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(4), fc.constantFrom(...moves), (row, column, move) => {
        const found = step({ row, column }, move, bounds);
        expect(found.row).toBeGreaterThanOrEqual(0);
        expect(found.row).toBeLessThan(10);
        expect(found.column).toBeGreaterThanOrEqual(0);
        expect(found.column).toBeLessThan(5);
        expect(step({ row: 0, column: 0 }, move, { rows: 0, columns: 0, pageRows: 0 })).toEqual({ row: 0, column: 0 });
      }),
    );
  });
});

describe('Ctrl+arrow', () => {
  const edge = (line: string, from: number, forward: boolean) =>
    dataEdge((index) => line.charAt(index) === 'x', from, { count: line.length, forward });

  test.each([
    ['to the end of the block', 'xxx..x', 0, true, 2],
    ['from the end of a block to the next one', 'xxx..x', 2, true, 5],
    ['from an empty cell to the next filled one', 'x...xx', 1, true, 4],
    ['to the edge when nothing follows', 'xx....', 1, true, 5],
    ['to the edge of an empty line', '......', 2, true, 5],
    ['to the edge when filled up to it', 'xxxxxx', 1, true, 5],
    ['nowhere at the edge', 'xxx', 2, true, 2],
    ['back to the beginning of the block', '.xxx', 3, false, 1],
    ['back to the block before', 'xx..x', 4, false, 1],
    ['back to the edge', '...x', 3, false, 0],
  ])('%s', (_, ...[line, from, forward, expected]) => {
    expect(edge(line, from, forward)).toBe(expected);
  });

  test('going back is going forward in a mirror', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('x', '.'), minLength: 1, maxLength: 12 }),
        fc.nat(),
        (line, seed) => {
          const from = seed % line.length;
          const mirrored = [...line].reverse().join('');
          const last = line.length - 1;
          expect(edge(line, from, false)).toBe(last - edge(mirrored, last - from, true));
        },
      ),
    );
  });
});
