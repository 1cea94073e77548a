import type { SheetRow } from '#core/excel/workbook.ts';
import { sheetOfRow } from '#shared/messages/import-organizations.ts';
import { filledCells, type SheetGrid } from '../table/sheet-grid.ts';
import type { RowKind } from '../table/row-kind.ts';

/** Rows between a sheet's beginning and its header that are looked for. */
const SEARCHED = 40;
/** Titles right above a header that is printed again. */
const MAX_TITLES = 4;

/** The sheet's name when the row is put in front of a joined sheet. */
export function startOfSheet(row: SheetRow): string | undefined {
  const name = sheetOfRow(row.cells[0]?.text ?? '');
  return name !== undefined && filledCells(row).length === 1 ? name : undefined;
}

export type TitleRows = {
  /** Rows of joined sheets that stand above their header. */
  readonly above: ReadonlySet<number>;
  /** Rows with little in them right above a header that is printed again. */
  readonly near: ReadonlySet<number>;
};

/** Where titles stand within the table: above the header of a joined sheet, and above a header that is printed again. */
export function titleRows(grid: SheetGrid, kindOf: (row: SheetRow) => RowKind): TitleRows {
  const { rows } = grid.sheet;
  const above = new Set<number>();
  const near = new Set<number>();
  rows.forEach((row, position) => {
    if (startOfSheet(row) !== undefined) {
      const following = rows.slice(position + 1, position + 1 + SEARCHED);
      const next = following.findIndex((each) => startOfSheet(each) !== undefined);
      const own = next < 0 ? following : following.slice(0, next);
      const header = own.findIndex((each) => isHeader(kindOf(each)));
      for (const title of own.slice(0, Math.max(0, header))) above.add(title.index);
    }
    if (!isHeader(kindOf(row))) return;
    for (let before = position - 1; before >= Math.max(0, position - MAX_TITLES); before -= 1) {
      const title = rows[before];
      const kind = title === undefined ? 'data' : kindOf(title);
      if (title === undefined || kind === 'data' || isHeader(kind)) break;
      near.add(title.index);
    }
  });
  return { above, near };
}

function isHeader(kind: RowKind): boolean {
  return kind === 'header' || kind === 'other-header';
}
