import type { MergeRange, Sheet, SheetRow } from '#core/excel/workbook.ts';

/**
 * Sheets below one another as one: rows of the first are numbered from 1001 (or 10001 …), of the second from 2001. `before` is a row
 * of one text put in front of each sheet's own rows.
 */
export function stackSheets(sheets: readonly Sheet[], name: string, before: (sheet: Sheet) => string): Sheet {
  const step = rowStep(sheets);
  return {
    name,
    hidden: false,
    rows: sheets.flatMap((sheet, index) => [
      textRow((index + 1) * step - 1, before(sheet)),
      ...sheet.rows.map(shiftedBy((index + 1) * step)),
    ]),
    merges: sheets.flatMap(({ merges }, index) => merges.map((merge) => shiftMerge(merge, (index + 1) * step))),
    hiddenColumns: [...new Set(sheets.flatMap((sheet) => sheet.hiddenColumns))].toSorted((a, b) => a - b),
    columnCount: Math.max(...sheets.map((sheet) => sheet.columnCount)),
  };
}

function rowStep(sheets: readonly Sheet[]): number {
  const longest = Math.max(...sheets.map((sheet) => (sheet.rows.at(-1)?.index ?? 0) + 2));
  return 10 ** Math.max(3, Math.ceil(Math.log10(longest)));
}

function textRow(index: number, text: string): SheetRow {
  return { index, hidden: false, cells: [{ type: 'text', text }] };
}

function shiftedBy(offset: number): (row: SheetRow) => SheetRow {
  return (row) => ({ ...row, index: row.index + offset });
}

function shiftMerge({ r1, c1, r2, c2 }: MergeRange, offset: number): MergeRange {
  return { r1: r1 + offset, c1, r2: r2 + offset, c2 };
}
