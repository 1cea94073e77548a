import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCells, type PasteShape, pasteArea, pastedText, shapeOf } from '#renderer/sheet/clipboard/paste-shape.ts';
import { parseTsv, toTsv } from '#renderer/sheet/clipboard/tsv.ts';

type Corners = readonly [r1: number, c1: number, r2: number, c2: number];
const area = ([r1, c1, r2, c2]: Corners) => ({ r1, c1, r2, c2 });

describe('where a paste goes', () => {
  test.each<[string, PasteShape, Corners, Corners]>([
    ['one value fills the selection', { rows: 1, columns: 1 }, [2, 1, 5, 3], [2, 1, 5, 3]],
    ['a row repeats down the selection', { rows: 1, columns: 3 }, [0, 0, 4, 2], [0, 0, 4, 2]],
    ['a row on one selected column keeps its width', { rows: 1, columns: 3 }, [0, 0, 4, 0], [0, 0, 4, 2]],
    ['two rows fit four selected rows twice', { rows: 2, columns: 1 }, [1, 1, 4, 1], [1, 1, 4, 1]],
    ['two rows do not fit three selected rows', { rows: 2, columns: 1 }, [1, 1, 3, 1], [1, 1, 2, 1]],
    ['a source larger than the selection goes over it', { rows: 3, columns: 2 }, [7, 0, 7, 0], [7, 0, 9, 1]],
    ['an empty source is one cell', { rows: 0, columns: 0 }, [1, 1, 1, 1], [1, 1, 1, 1]],
  ])('%s', (_, ...[source, target, expected]) => {
    expect(pasteArea(source, area(target))).toEqual(area(expected));
  });

  const size = fc.integer({ min: 1, max: 6 });
  test('the area begins at the selection and is a whole number of sources', () => {
    fc.assert(
      fc.property(fc.tuple(size, size), fc.tuple(size, size), ([rows, columns], [high, wide]) => {
        const found = pasteArea({ rows, columns }, area([3, 4, 2 + high, 3 + wide]));
        expect([found.r1, found.c1]).toEqual([3, 4]);
        expect((found.r2 - found.r1 + 1) % rows).toBe(0);
        expect((found.c2 - found.c1 + 1) % columns).toBe(0);
      }),
    );
  });
});

test('the source repeats over the area, and a short row gives empty cells', () => {
  const source = [['a', 'b', 'c'], ['d']];
  expect(shapeOf(source)).toEqual({ rows: 2, columns: 3 });
  expect([0, 1, 2, 3].map((column) => pastedText(source, 0, column))).toEqual(['a', 'b', 'c', 'a']);
  expect([0, 1, 2, 3].map((column) => pastedText(source, 3, column))).toEqual(['d', '', '', 'd']);
  expect(pastedText([], 0, 0)).toBe('');
});

describe('counting cells before reading them', () => {
  test.each([
    ['', 0],
    ['a', 1],
    ['a\tb\r\nc\td', 4],
    ['a\rb\nc', 3],
  ])('%j has %i', (text, cells) => {
    expect(countCells(text, 1000)).toBe(cells);
  });

  test('counting stops at the limit', () => {
    expect(countCells('\t'.repeat(5000), 100)).toBe(100);
  });

  test('there are never fewer than reading finds', () => {
    const anyCell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r'), maxLength: 5 });
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { minLength: 1 })), (rows) => {
        const text = toTsv(rows);
        expect(countCells(text, 10_000)).toBeGreaterThanOrEqual(parseTsv(text).flat().length);
      }),
    );
  });
});
