import type { Sheet, SheetCell } from '#core/excel/workbook.ts';
import { MAX_COLUMNS, MAX_ROWS } from './limits.ts';
import { readOdsCell } from './ods-cell.ts';
import type { SheetBuilder } from './sheet-builder.ts';
import type { XmlCursor } from './xml-cursor.ts';

/** Elements that hold rows or columns of the table; everything else in a table (shapes, forms, links) holds none of its cells. */
const containers: ReadonlySet<string> = new Set([
  'table-columns',
  'table-column-group',
  'table-header-columns',
  'table-rows',
  'table-row-group',
  'table-header-rows',
]);

type TableRead = { readonly cursor: XmlCursor; readonly builder: SheetBuilder; row: number; column: number };

/**
 * One `table:table`. OpenDocument states places by counting (`number-rows-repeated`), so the counters are the only coordinates.
 * Repeats of empty cells are skipped over; LibreOffice ends each sheet with a row repeated a million times.
 */
export function readOdsTable(cursor: XmlCursor, builder: SheetBuilder, hidden: boolean): Sheet {
  readParts({ cursor, builder, row: 0, column: 0 }, 0);
  return builder.build(hidden);
}

/** Groups (outlines) stand in one another. */
const MAX_GROUPS = 32;

function readParts(read: TableRead, depth: number): void {
  const { cursor, builder } = read;
  const inside = cursor.inside;
  while (cursor.nextChild(inside)) {
    if (containers.has(cursor.name) && depth < MAX_GROUPS) readParts(read, depth + 1);
    else if (cursor.name === 'table-column') read.column = readColumn(cursor, read.column, builder);
    else if (cursor.name === 'table-row') read.row = readRow(cursor, read.row, builder);
  }
}

function readColumn(cursor: XmlCursor, column: number, builder: SheetBuilder): number {
  const count = repeat(cursor, 'table:number-columns-repeated');
  if (isCollapsed(cursor) && column < MAX_COLUMNS) {
    builder.addHiddenColumns(column, Math.min(column + count, MAX_COLUMNS) - 1);
  }
  return column + count;
}

/** Returns the row after the one read. */
function readRow(cursor: XmlCursor, row: number, builder: SheetBuilder): number {
  const count = repeat(cursor, 'table:number-rows-repeated');
  const hidden = isCollapsed(cursor);
  const cells: (readonly [number, SheetCell])[] = [];
  const inRow = cursor.inside;
  let column = 0;
  while (cursor.nextChild(inRow)) {
    if (cursor.name === 'table-cell') column = readCells(cursor, { row, column, cells }, builder);
    else if (cursor.name === 'covered-table-cell') column += repeat(cursor, 'table:number-columns-repeated');
  }
  if (cells.length > 0) for (let index = row; index < row + count; index += 1) builder.addRow(index, hidden, cells);
  return row + count;
}

type Place = { readonly row: number; readonly column: number; readonly cells: (readonly [number, SheetCell])[] };

/** Returns the column after the cell and its repeats. */
function readCells(cursor: XmlCursor, place: Place, builder: SheetBuilder): number {
  const { row, column, cells } = place;
  const count = repeat(cursor, 'table:number-columns-repeated');
  const width = repeat(cursor, 'table:number-columns-spanned');
  const height = repeat(cursor, 'table:number-rows-spanned');
  if (width > 1 || height > 1) builder.addMerge({ r1: row, c1: column, r2: row + height - 1, c2: column + width - 1 });
  const cell = readOdsCell(cursor);
  if (cell !== null) {
    builder.check(row, column + count - 1);
    for (let at = column; at < column + count; at += 1) cells.push([at, cell]);
  }
  return column + count;
}

function isCollapsed(cursor: XmlCursor): boolean {
  const visibility = cursor.attribute('table:visibility');
  return visibility === 'collapse' || visibility === 'filter';
}

function repeat(cursor: XmlCursor, name: string): number {
  const text = cursor.attribute(name);
  if (text === undefined) return 1;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > MAX_ROWS) throw cursor.broken();
  return count;
}
