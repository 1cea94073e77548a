import type { MergeRange } from '#core/excel/workbook.ts';
import { cellReference } from './cell-address.ts';
import type { OutSheet } from './book.ts';
import { styleIndex } from './styles.ts';

export function rangeReference(range: MergeRange): string {
  return `${cellReference({ row: range.r1, column: range.c1 })}:${cellReference({ row: range.r2, column: range.c2 })}`;
}

export type MergedCells = {
  /** The merges that Excel has to know: more than one cell each. */
  readonly ranges: readonly MergeRange[];
  /** For each row, the style of its cells that lie under a merge, by column. They carry the frame, never a value. */
  readonly covered: ReadonlyMap<number, ReadonlyMap<number, number>>;
};

/** Lays out the merges of a sheet. Overlapping merges make Excel repair the file, so they are refused as a bug. */
export function mergedCells(sheet: OutSheet): MergedCells {
  const ranges = sheet.merges.filter((range) => range.r1 !== range.r2 || range.c1 !== range.c2);
  const covered = new Map<number, Map<number, number>>();
  const anchors = new Set(ranges.map((range) => `${range.r1},${range.c1}`));
  for (const range of ranges) {
    const style = styleIndex(sheet.rows[range.r1]?.cells[range.c1]?.style ?? 'plain');
    for (let row = range.r1; row <= range.r2; row += 1) {
      const columns = covered.get(row) ?? new Map<number, number>();
      covered.set(row, columns);
      for (let column = range.c1; column <= range.c2; column += 1) {
        if (row === range.r1 && column === range.c1) continue;
        if (columns.has(column) || anchors.has(`${row},${column}`)) {
          throw new RangeError(`overlapping merges at ${cellReference({ row, column })}`);
        }
        columns.set(column, style);
      }
    }
  }
  if (anchors.size !== ranges.length) throw new RangeError('two merges start in the same cell');
  return { ranges, covered };
}
