import type { SheetCell } from '#core/excel/workbook.ts';
import { parseColumn, parseRange } from './a1-reference.ts';
import { booleanCell, errorCell, formattedText, formulaWithoutResult, numberCell, textCell } from './cell-values.ts';
import { generalFormat, type NumberFormat } from './number-format.ts';
import type { SheetBuilder } from './sheet-builder.ts';
import { XmlCursor } from './xml-cursor.ts';
import { isTrue } from './xlsx-package.ts';
import { readRichText, unescapeControls } from './xlsx-strings.ts';

/** What the cells of every sheet refer to. */
export type XlsxShared = {
  readonly strings: readonly (SheetCell | null)[];
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
  /** The saved 0 of a formula is no result. */
  readonly isUncalculated: boolean;
};

type SheetRead = { readonly cursor: XmlCursor; readonly builder: SheetBuilder; readonly shared: XlsxShared };

/**
 * Reads one worksheet part in one pass into `builder`; rows and cells may leave out their references, as some programs do.
 * Only what stands in its own place counts: drawings, controls and extensions have elements of the same names.
 */
export function readXlsxSheet(bytes: Uint8Array, builder: SheetBuilder, shared: XlsxShared): void {
  const read: SheetRead = { cursor: new XmlCursor(bytes, builder.place), builder, shared };
  const { cursor } = read;
  while (cursor.nextChild(0)) {
    const inSheet = cursor.inside;
    while (cursor.nextOwnChild(inSheet)) {
      if (cursor.name === 'sheetData') readRows(read);
      else if (cursor.name === 'cols') readColumns(read);
      else if (cursor.name === 'mergeCells') readMerges(read);
    }
  }
}

function readRows(read: SheetRead): void {
  const { cursor } = read;
  const inRows = cursor.inside;
  let row = -1;
  while (cursor.nextOwnChild(inRows)) if (cursor.name === 'row') row = readRow(read, row);
}

function readColumns({ cursor, builder }: SheetRead): void {
  const inColumns = cursor.inside;
  while (cursor.nextOwnChild(inColumns)) {
    if (cursor.name !== 'col') continue;
    const [first, last] = [Number(cursor.attribute('min')) - 1, Number(cursor.attribute('max')) - 1];
    builder.check(0, first);
    builder.check(0, last);
    if (isTrue(cursor.attribute('hidden'))) builder.addHiddenColumns(first, last);
  }
}

/** A merge that names no range joins nothing. */
function readMerges({ cursor, builder }: SheetRead): void {
  const inMerges = cursor.inside;
  while (cursor.nextOwnChild(inMerges)) {
    if (cursor.name !== 'mergeCell') continue;
    const range = parseRange(cursor.attribute('ref') ?? '');
    if (range !== undefined) builder.addMerge(range);
  }
}

/** Returns the index of the row read. */
function readRow({ cursor, builder, shared }: SheetRead, previous: number): number {
  const stated = cursor.attribute('r');
  const row = stated === undefined ? previous + 1 : Number(stated) - 1;
  const hidden = isTrue(cursor.attribute('hidden'));
  builder.check(row, 0);
  const cells: (readonly [number, SheetCell])[] = [];
  const inRow = cursor.inside;
  let column = -1;
  while (cursor.nextOwnChild(inRow)) {
    if (cursor.name !== 'c') continue;
    const reference = cursor.attribute('r');
    column = reference === undefined ? column + 1 : (parseColumn(reference) ?? -1);
    builder.check(row, column);
    const cell = readCell(cursor, shared);
    if (cell !== null) cells.push([column, cell]);
  }
  builder.addRow(row, hidden, cells);
  return row;
}

type RawCell = {
  type: string;
  style: number;
  value: string | undefined;
  hasFormula: boolean;
  /** undefined = there is no inline text; null = it is empty. */
  inline: SheetCell | null | undefined;
};

function readCell(cursor: XmlCursor, shared: XlsxShared): SheetCell | null {
  if (cursor.isEmpty) return null;
  const raw: RawCell = {
    type: cursor.attribute('t') ?? 'n',
    style: Number(cursor.attribute('s') ?? '0'),
    value: undefined,
    hasFormula: false,
    inline: undefined,
  };
  const inCell = cursor.inside;
  while (cursor.nextOwnChild(inCell)) {
    if (cursor.name === 'v') raw.value = cursor.readText();
    else if (cursor.name === 'is') raw.inline = readRichText(cursor);
    else if (cursor.name === 'f') raw.hasFormula = true;
  }
  if (isWithoutResult(raw, shared)) return formulaWithoutResult;
  const cell = toCell(raw, shared, cursor);
  return cell !== null && raw.hasFormula ? { ...cell, formula: true } : cell;
}

/** An empty text that was saved is a result: =IF(A1="","",A1). */
function isWithoutResult({ hasFormula, type, value, inline }: RawCell, { isUncalculated }: XlsxShared): boolean {
  if (!hasFormula || inline !== undefined) return false;
  if (isUncalculated && type === 'n' && value === '0') return true;
  if ((value ?? '') !== '') return false;
  return type !== 'str' || value === undefined;
}

function toCell(raw: RawCell, shared: XlsxShared, cursor: XmlCursor): SheetCell | null {
  const format = shared.formats[raw.style] ?? generalFormat;
  if (raw.inline !== undefined && (raw.value ?? '') === '') return formattedText(raw.inline, format);
  const value = raw.value ?? '';
  if (value === '' || (value.trim() === '' && raw.type === 'n')) return null;
  switch (raw.type) {
    case 's': {
      const text = shared.strings[Number(value)];
      if (text === undefined) throw cursor.broken();
      return formattedText(text, format);
    }
    case 'str':
    case 'inlineStr':
      return formattedText(textCell(unescapeControls(value)), format);
    case 'b':
      return booleanCell(isTrue(value));
    case 'e':
      return errorCell(value);
    case 'd':
      return { type: 'date', text: value.replace(/T00:00(?::00(?:\.0+)?)?Z?$|Z$/, '') };
    default: {
      const number = Number(value);
      if (!Number.isFinite(number)) throw cursor.broken();
      return numberCell(number, format, shared.is1904);
    }
  }
}
