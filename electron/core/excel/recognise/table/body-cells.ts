import type { SheetCell } from '#core/excel/workbook.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { isDittoCell } from './short-words.ts';

/** A cell of the body after 〃 and vertical merges were looked through. */
export type BodyCell = {
  readonly cell: SheetCell | null;
  /** 〃 stood here: the value is the one above. */
  readonly ditto: boolean;
  /** The value belongs to a merged cell that starts in a row above. */
  readonly merged: boolean;
};

export type BodyReader = {
  /** Ask for rows from top to bottom, data rows only: 〃 takes the value of the row asked before. */
  readonly read: (row: number, column: number) => BodyCell;
  /** Forget what stands above (a new heading, a new page's first row still continues). */
  readonly reset: () => void;
};

export function createBodyReader(grid: SheetGrid): BodyReader {
  const above = new Map<number, SheetCell | null>();
  return {
    read: (row, column) => {
      const found = readCell(grid, row, column);
      if (found.cell === null || !isDittoCell(found.cell.text)) {
        above.set(column, found.cell);
        return found;
      }
      return { cell: above.get(column) ?? null, ditto: true, merged: false };
    },
    reset: () => above.clear(),
  };
}

function readCell(grid: SheetGrid, row: number, column: number): BodyCell {
  const merge = grid.merge(row, column);
  if (merge === undefined || (merge.r1 === row && merge.c1 === column)) {
    return { cell: grid.cell(row, column), ditto: false, merged: false };
  }
  // Right part of a cell merged sideways: the value is the left column's.
  if (merge.c1 !== column) return { cell: null, ditto: false, merged: false };
  return { cell: grid.cell(merge.r1, merge.c1), ditto: false, merged: true };
}
