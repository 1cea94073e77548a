import type { MergeRange, Sheet, SheetCell, SheetRow } from '#core/excel/workbook.ts';
import { findTable, matcherOf } from '../table/find-table.ts';
import { createRowClassifier } from '../table/row-kind.ts';
import { createGrid, filledCells } from '../table/sheet-grid.ts';
import type { FoundTable, TableColumn } from '../table/vocabulary.ts';
import { chooseColumns, columnMap } from './columns.ts';
import { statusListVocabulary } from './vocabulary.ts';

export type AlignedSheet = {
  readonly sheet: Sheet;
  /** Header rows (0-based) from which the columns stood otherwise. */
  readonly otherTables: readonly number[];
};

/** Where the columns of a later table belong, from its own place to the first table's. */
type Moves = ReadonlyMap<number, number>;
type Segment = { readonly header: number; readonly end: number; readonly moves: Moves };

/**
 * A sheet may hold a table for each part of a plan, with a column more or in another order. The rows of later tables are brought
 * into the columns of the first one, so that all are read alike. `headers`: columns of the first table with their fields.
 */
export function alignTables(sheet: Sheet, table: FoundTable, headers: readonly TableColumn[]): AlignedSheet {
  const segments = findSegments(sheet, table, headers);
  if (segments.length === 0) return { sheet, otherTables: [] };
  const movesAt = (row: number): Moves | undefined =>
    segments.find((segment) => segment.header < row && row < segment.end)?.moves;
  return {
    sheet: {
      ...sheet,
      rows: sheet.rows.map((row) => {
        const moves = movesAt(row.index);
        // A heading stands where it stands.
        return moves === undefined || filledCells(row).length < 2 ? row : moveCells(row, moves);
      }),
      merges: sheet.merges.map((merge) => moveMerge(merge, movesAt(merge.r1))),
    },
    otherTables: segments.map(({ header }) => header),
  };
}

function findSegments(sheet: Sheet, table: FoundTable, headers: readonly TableColumn[]): readonly Segment[] {
  const grid = createGrid(sheet);
  const classify = createRowClassifier(grid, table, matcherOf(statusListVocabulary));
  const headerRows = sheet.rows.filter(
    (row) => row.index >= table.bodyStart && /^(?:other-)?header$/.test(classify(row)),
  );
  return headerRows.flatMap((row, index): Segment[] => {
    if (classify(row) !== 'other-header') return [];
    const end = headerRows[index + 1]?.index ?? Number.POSITIVE_INFINITY;
    const columns = columnsOf({
      ...sheet,
      rows: sheet.rows.filter((each) => row.index <= each.index && each.index < end),
    });
    const moves = columnMap(columns) === null ? new Map<number, number>() : movesBetween(columns, headers);
    return [...moves].some(([from, to]) => from !== to) ? [{ header: row.index, end, moves }] : [];
  });
}

/** Columns of a part that begins with its header; contents of other parts must not decide. */
function columnsOf(part: Sheet): readonly TableColumn[] {
  const table = findTable(part, statusListVocabulary, { headerRows: [part.rows[0]?.index ?? 0] });
  return table === null ? [] : chooseColumns(table, createGrid(part), {});
}

function movesBetween(columns: readonly TableColumn[], headers: readonly TableColumn[]): Moves {
  return new Map(
    columns.flatMap(({ index, field }): [number, number][] => {
      const target = field === null ? undefined : headers.find((header) => header.field === field);
      return target === undefined ? [] : [[index, target.index]];
    }),
  );
}

function moveCells(row: SheetRow, moves: Moves): SheetRow {
  const targets = new Set(moves.values());
  const cells: (SheetCell | null)[] = [];
  row.cells.forEach((cell, column) => {
    const target = moves.get(column);
    if (target !== undefined) cells[target] = cell;
    // What the first table has no column for stays, unless its place is taken.
    else if (!targets.has(column)) cells[column] = cell;
  });
  return { ...row, cells: Array.from(cells, (cell) => cell ?? null) };
}

function moveMerge(merge: MergeRange, moves: Moves | undefined): MergeRange {
  const target = merge.c1 === merge.c2 ? moves?.get(merge.c1) : undefined;
  return target === undefined ? merge : { ...merge, c1: target, c2: target };
}
