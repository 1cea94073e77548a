import type { Sheet, SheetCell, SheetRow } from '#core/excel/workbook.ts';

export type UnfoldedSheet = {
  readonly sheet: Sheet;
  /** Columns that were added for the lower row of each record → the column they stand in. */
  readonly lower: ReadonlyMap<number, number>;
};

const LEAST_RECORDS = 4;
const known = new WeakMap<Sheet, UnfoldedSheet>();

/**
 * A list whose records take two rows each (ふりがな over 団体名, the other cells merged down) with one row a record: what stands in
 * the lower rows moves to columns of its own right of the table. Another sheet comes back as it is.
 */
export function unfoldRecords(sheet: Sheet): UnfoldedSheet {
  const cached = known.get(sheet);
  if (cached !== undefined) return cached;
  const unfolded = unfold(sheet);
  known.set(sheet, unfolded);
  return unfolded;
}

function unfold(sheet: Sheet): UnfoldedSheet {
  const plain: UnfoldedSheet = { sheet, lower: new Map() };
  const starts = new Set(sheet.merges.filter(({ r1, r2 }) => r2 === r1 + 1).map(({ r1 }) => r1));
  if (starts.size < LEAST_RECORDS || [...starts].some((row) => starts.has(row + 1))) return plain;
  const rows = new Map(sheet.rows.map((row) => [row.index, row]));
  const first = [...starts].reduce((least, row) => Math.min(least, row));
  const body = sheet.rows.filter((row) => row.index >= first);
  if (starts.size * 2 < body.length * 0.8) return plain;
  // Only columns that have a header in the lower row too.
  const columns = filledColumns(rows.get(first + 1)).filter((column) =>
    [...starts].filter((row) => row !== first).some((row) => hasText(rows.get(row + 1), column)),
  );
  if (columns.length === 0) return plain;
  const lower = new Map(columns.map((column, position) => [sheet.columnCount + position, column]));
  const unfoldedRows = sheet.rows
    .filter((row) => !starts.has(row.index - 1))
    .map((row) =>
      starts.has(row.index) ? widened(row, rows.get(row.index + 1), { lower, columnCount: sheet.columnCount }) : row,
    );
  const merges = sheet.merges.filter(({ r1, r2 }) => !(r2 === r1 + 1 && starts.has(r1)));
  return { sheet: { ...sheet, rows: unfoldedRows, merges, columnCount: sheet.columnCount + columns.length }, lower };
}

function filledColumns(row: SheetRow | undefined): readonly number[] {
  return (row?.cells ?? []).flatMap((_, column) => (hasText(row, column) ? [column] : []));
}

function hasText(row: SheetRow | undefined, column: number): boolean {
  return (row?.cells[column]?.text ?? '').trim() !== '';
}

type Widening = { readonly lower: ReadonlyMap<number, number>; readonly columnCount: number };

function widened(row: SheetRow, below: SheetRow | undefined, { lower, columnCount }: Widening): SheetRow {
  const own: (SheetCell | null)[] = Array.from({ length: columnCount }, (_, column) => row.cells[column] ?? null);
  return {
    ...row,
    hidden: row.hidden && (below?.hidden ?? true),
    cells: [...own, ...[...lower.values()].map((column) => below?.cells[column] ?? null)],
  };
}
