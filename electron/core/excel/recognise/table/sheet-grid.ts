import type { MergeRange, Sheet, SheetCell, SheetRow } from '#core/excel/workbook.ts';

/** A sheet that can be asked for any cell; rows and columns are 0-based. */
export type SheetGrid = {
  readonly sheet: Sheet;
  readonly row: (index: number) => SheetRow | undefined;
  readonly cell: (row: number, column: number) => SheetCell | null;
  /** '' for an empty cell. */
  readonly text: (row: number, column: number) => string;
  readonly merge: (row: number, column: number) => MergeRange | undefined;
};

export function createGrid(sheet: Sheet): SheetGrid {
  const rows = new Map(sheet.rows.map((row) => [row.index, row]));
  const mergesByRow = indexMerges(sheet);
  const cell = (row: number, column: number): SheetCell | null => rows.get(row)?.cells[column] ?? null;
  return {
    sheet,
    row: (index) => rows.get(index),
    cell,
    text: (row, column) => cell(row, column)?.text ?? '',
    merge: (row, column) => mergesByRow.get(row)?.find((merge) => merge.c1 <= column && column <= merge.c2),
  };
}

/** A merge over more rows is no part of a table; it is left out so that a hostile file costs nothing. */
const MAX_MERGE_ROWS = 2000;

/** Only rows that exist are entered. */
function indexMerges(sheet: Sheet): ReadonlyMap<number, readonly MergeRange[]> {
  const byRow = new Map<number, MergeRange[]>();
  for (const merge of sheet.merges) {
    const last = Math.min(merge.r2, merge.r1 + MAX_MERGE_ROWS);
    for (let row = merge.r1; row <= last; row += 1) {
      const list = byRow.get(row);
      if (list === undefined) byRow.set(row, [merge]);
      else list.push(merge);
    }
  }
  return byRow;
}

/** Texts of the non-empty cells of a row, white space only counts as empty. */
export function filledCells(row: SheetRow): readonly { readonly column: number; readonly cell: SheetCell }[] {
  return row.cells.flatMap((cell, column) => (cell === null || cell.text.trim() === '' ? [] : [{ column, cell }]));
}
