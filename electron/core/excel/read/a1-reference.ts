import type { MergeRange } from '#core/excel/workbook.ts';
import { MAX_COLUMNS, MAX_ROWS } from './limits.ts';

/**
 * A range as OOXML writes it, with its corners in order: 'A1:B2', '$A$1:$B$2', 'B12' alone, whole columns 'L:M', whole rows '3:4'.
 * Undefined if it is none. Limits are checked by the builder.
 */
export function parseRange(text: string): MergeRange | undefined {
  const [from = '', to = from, more] = text.trim().split(':');
  const first = parseCorner(from, { row: 0, column: 0 });
  const last = parseCorner(to, { row: MAX_ROWS - 1, column: MAX_COLUMNS - 1 });
  if (first === undefined || last === undefined || more !== undefined) return undefined;
  const [r1, r2] = inOrder(first.row, last.row);
  const [c1, c2] = inOrder(first.column, last.column);
  return { r1, c1, r2, c2 };
}

type Place = { readonly row: number; readonly column: number };

/** A corner that names only a column or only a row reaches to the `edge`. */
function parseCorner(text: string, edge: Place): Place | undefined {
  const cell = parseReference(text);
  if (cell !== undefined) return cell;
  if (/^\$?[A-Z]{1,7}$/i.test(text)) return { row: edge.row, column: parseColumn(text) ?? edge.column };
  const digits = /^\$?(\d{1,10})$/.exec(text)?.[1];
  return digits === undefined ? undefined : { row: Number(digits) - 1, column: edge.column };
}

function inOrder(a: number, b: number): readonly [number, number] {
  return a <= b ? [a, b] : [b, a];
}

/** A cell reference as OOXML writes it ('B12', '$B$12'), 0-based; undefined if it is none. Limits are checked by the builder. */
function parseReference(text: string): Place | undefined {
  const column = parseColumn(text);
  const digits = /^\$?[A-Z]{1,7}\$?(\d{1,10})$/i.exec(text)?.[1];
  if (column === undefined || digits === undefined) return undefined;
  return { row: Number(digits) - 1, column };
}

/** Column of a reference, without looking at its row: the sheet reader asks this for every cell. */
export function parseColumn(reference: string): number | undefined {
  let column = 0;
  let at = reference.charCodeAt(0) === 0x24 ? 1 : 0;
  for (const first = at; at < first + 8; at += 1) {
    const letter = (reference.charCodeAt(at) & ~0x20) - 0x40;
    if (!(letter >= 1 && letter <= 26)) break;
    column = column * 26 + letter;
  }
  return column === 0 ? undefined : column - 1;
}
