import { AppError } from '#shared/rpc/app-error.ts';
import type { OutCell, OutRow, OutSheet } from './book.ts';
import { columnLetters, MAX_COLUMNS, MAX_ROWS } from './cell-address.ts';
import { assertCellTextFits } from './cell-text.ts';
import { type MergedCells, mergedCells } from './merged-cells.ts';
import { rowHeights } from './row-height.ts';
import { sheetHead, sheetTail } from './sheet-frame-xml.ts';
import { styleIndex } from './styles.ts';
import { textElement } from './xml-text.ts';

/** Characters of XML held before they are compressed: large enough to compress well, small enough not to be felt. */
const PIECE = 1 << 20;
/** Up to this many points a row is one line high, and Excel's own default will do. */
const DEFAULT_ROW_HEIGHT = 18;

function numberText(value: number, place: string): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a number at ${place}`);
  return String(value === 0 ? 0 : value);
}

function cellXml(cell: OutCell, reference: string, sheet: string): string {
  const head = `<c r="${reference}" s="${styleIndex(cell.style)}"`;
  const { value } = cell;
  if (value === null || value === '') return `${head}/>`;
  if (typeof value === 'number') return `${head}><v>${numberText(value, reference)}</v></c>`;
  assertCellTextFits(value, { sheet, cell: reference });
  return `${head} t="inlineStr"><is>${textElement(value)}</is></c>`;
}

type RowContext = {
  readonly sheet: string;
  readonly letters: readonly string[];
  readonly covered: ReadonlyMap<number, number> | undefined;
};

function rowXml(row: OutRow, index: number, context: RowContext): string {
  const { letters, covered } = context;
  let xml = '';
  const last = Math.max(row.cells.length, covered === undefined ? 0 : Math.max(...covered.keys()) + 1);
  for (let column = 0; column < last; column += 1) {
    const reference = `${letters[column] ?? columnLetters(column)}${index + 1}`;
    const style = covered?.get(column);
    const cell = row.cells[column];
    // A value under a merge would be invisible in Excel, and still be in the file.
    if (style !== undefined) xml += `<c r="${reference}" s="${style}"/>`;
    else if (cell !== null && cell !== undefined) xml += cellXml(cell, reference, context.sheet);
  }
  return xml;
}

function heightAttributes(row: OutRow, height: number, merged: boolean): string {
  if (row.height === undefined && height <= DEFAULT_ROW_HEIGHT) return '';
  // Without customHeight the program that opens the file may fit the row anew, which it cannot do for merged cells.
  const fixed = row.height !== undefined || merged;
  return ` ht="${height}"${fixed ? ' customHeight="1"' : ''}`;
}

function assertSize(sheet: OutSheet): void {
  const widest = sheet.rows.reduce((width, row) => Math.max(width, row.cells.length), 0);
  if (sheet.rows.length <= MAX_ROWS && widest <= MAX_COLUMNS) return;
  throw new AppError('SHEET_TOO_LARGE', { sheet: sheet.name, rows: sheet.rows.length, limit: MAX_ROWS });
}

function rowsTouchedByMerges({ ranges }: MergedCells): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const { r1, r2 } of ranges) for (let row = r1; row <= r2; row += 1) rows.add(row);
  return rows;
}

/** The XML of a worksheet, in pieces of about a million characters. `name` is the sheet's final name. */
export function* sheetXml(sheet: OutSheet, name: string): Generator<string> {
  assertSize(sheet);
  const merges = mergedCells(sheet);
  const heights = rowHeights(sheet);
  const mergedRows = rowsTouchedByMerges(merges);
  const letters = sheet.columns.map((_, column) => columnLetters(column));
  const rowCount = merges.ranges.reduce((count, { r2 }) => Math.max(count, r2 + 1), sheet.rows.length);
  let piece = `${sheetHead(sheet)}<sheetData>`;
  for (let index = 0; index < rowCount; index += 1) {
    const row = sheet.rows[index] ?? { cells: [] };
    const cells = rowXml(row, index, { sheet: name, letters, covered: merges.covered.get(index) });
    const height = heightAttributes(row, heights[index] ?? 0, mergedRows.has(index));
    if (cells !== '' || height !== '') piece += `<row r="${index + 1}"${height}>${cells}</row>`;
    if (piece.length >= PIECE) {
      yield piece;
      piece = '';
    }
  }
  yield `${piece}</sheetData>${sheetTail(sheet, merges.ranges)}`;
}
