import type { MergeRange } from '#core/excel/workbook.ts';
import type { OutCell, OutSheet } from './book.ts';
import { BODY_SIZE, FONTS, type StyleName, styleOf } from './styles.ts';

/** Excel draws no row higher than this. */
const MAX_HEIGHT = 409;
const DEFAULT_WIDTH = 8.43;
/** Points of a line for each point of the font, and the space above and below the text. */
const LINE_FACTOR = 1.35;
const PADDING = 4;
/** Words and 禁則 break a line before it is full; cut-off text is worse than some white space. */
const SAFETY = 0.92;

const NO_WIDTH = /\p{Mn}|\p{Cf}/u;

function characterWidth(code: number): number {
  if (code < 0x300) return 1;
  // The bulk of Japanese text, decided without the slow test; 3099 and 309A are the combining voicing marks.
  if (code >= 0x3000 && code <= 0x9fff) return code === 0x3099 || code === 0x309a ? 0 : 2;
  if (code >= 0xff61 && code <= 0xff9f) return 1;
  return NO_WIDTH.test(String.fromCodePoint(code)) ? 0 : 2;
}

/** Width in half-width characters: kanji and kana 2, ASCII and half-width kana 1, combining marks 0. */
export function displayWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    width += characterWidth(code);
  }
  return width;
}

function lineCount(text: string, capacity: number): number {
  const hasBreak = /[\r\n]/.test(text);
  if (!hasBreak && text.length * 2 <= capacity) return 1;
  const lines = hasBreak ? text.split(/\r\n|\r|\n/) : [text];
  return lines.reduce((count, line) => count + Math.max(1, Math.ceil(displayWidth(line) / capacity)), 0);
}

/** The height in points that a text needs in a column of this width. */
export function textHeight(text: string, columnWidth: number, style: StyleName): number {
  const { font, wrap } = styleOf(style);
  const size = FONTS[font].size;
  const capacity = wrap ? Math.max(2, (columnWidth - 1) * (BODY_SIZE / size) * SAFETY) : Number.POSITIVE_INFINITY;
  return Math.min(MAX_HEIGHT, Math.ceil(lineCount(text, capacity) * size * LINE_FACTOR + PADDING));
}

function widthOf(sheet: OutSheet, from: number, to: number): number {
  let width = 0;
  for (let column = from; column <= to; column += 1) width += sheet.columns[column]?.width ?? DEFAULT_WIDTH;
  return width;
}

function heightOf(cell: OutCell | null | undefined, width: number): number {
  if (cell === null || cell === undefined) return 0;
  return textHeight(typeof cell.value === 'string' ? cell.value : '', width, cell.style);
}

function rowHeight(sheet: OutSheet, row: number, merged: ReadonlySet<string>): number {
  const cells = sheet.rows[row]?.cells ?? [];
  let height = 0;
  for (let column = 0; column < cells.length; column += 1) {
    if (merged.size > 0 && merged.has(`${row},${column}`)) continue;
    height = Math.max(height, heightOf(cells[column], widthOf(sheet, column, column)));
  }
  return height;
}

function growForMerge(heights: Float64Array, sheet: OutSheet, merge: MergeRange): void {
  const needed = heightOf(sheet.rows[merge.r1]?.cells[merge.c1], widthOf(sheet, merge.c1, merge.c2));
  const last = Math.min(merge.r2, heights.length - 1);
  let present = 0;
  for (let row = merge.r1; row <= last; row += 1) present += heights[row] ?? 0;
  // The last row takes what is missing, so that the rows above stay as high as their own text.
  if (needed > present) heights[last] = Math.min(MAX_HEIGHT, (heights[last] ?? 0) + needed - present);
}

/** A height in points for each row: the given one, or one that shows all of the text, merged cells included. */
export function rowHeights(sheet: OutSheet): Float64Array {
  const merged = new Set(sheet.merges.map((merge) => `${merge.r1},${merge.c1}`));
  const heights = new Float64Array(sheet.rows.length);
  for (let row = 0; row < heights.length; row += 1) {
    heights[row] = sheet.rows[row]?.height ?? rowHeight(sheet, row, merged);
  }
  const topDown = sheet.merges.toSorted((a, b) => a.r2 - b.r2);
  for (const merge of topDown) {
    if (merge.r1 < heights.length && sheet.rows[Math.min(merge.r2, heights.length - 1)]?.height === undefined) {
      growForMerge(heights, sheet, merge);
    }
  }
  return heights;
}
