import type { SheetCell } from '#core/excel/workbook.ts';
import { parseColumn, parseReference } from './a1-reference.ts';
import { booleanCell, errorCell, formulaWithoutResult, numberCell, textCell } from './cell-values.ts';
import type { NumberKind } from './number-format.ts';
import type { SheetBuilder } from './sheet-builder.ts';
import { XmlCursor } from './xml-cursor.ts';
import { isTrue } from './xlsx-package.ts';
import { readRichText, unescapeControls } from './xlsx-strings.ts';

/** What the cells of every sheet refer to. */
export type XlsxShared = {
  readonly strings: readonly (SheetCell | null)[];
  readonly kinds: readonly NumberKind[];
  readonly is1904: boolean;
};

type SheetRead = { readonly cursor: XmlCursor; readonly builder: SheetBuilder; readonly shared: XlsxShared };

/** Reads one worksheet part in one pass into `builder`; rows and cells may leave out their references, as some programs do. */
export function readXlsxSheet(bytes: Uint8Array, builder: SheetBuilder, shared: XlsxShared): void {
  const read: SheetRead = { cursor: new XmlCursor(bytes, builder.place), builder, shared };
  const { cursor } = read;
  let row = -1;
  for (let event = cursor.next(); event !== 'end'; event = cursor.next()) {
    if (event !== 'open') continue;
    if (cursor.name === 'row') row = readRow(read, row);
    else if (cursor.name === 'col') readColumn(cursor, builder);
    else if (cursor.name === 'mergeCell') readMerge(cursor, builder);
  }
}

function readColumn(cursor: XmlCursor, builder: SheetBuilder): void {
  const [first, last] = [Number(cursor.attribute('min')) - 1, Number(cursor.attribute('max')) - 1];
  builder.check(0, first);
  builder.check(0, last);
  if (isTrue(cursor.attribute('hidden'))) builder.addHiddenColumns(first, last);
}

function readMerge(cursor: XmlCursor, builder: SheetBuilder): void {
  const [from, to] = (cursor.attribute('ref') ?? '').split(':');
  const start = parseReference(from ?? '');
  const end = parseReference(to ?? from ?? '');
  if (start === undefined || end === undefined) throw cursor.broken();
  builder.addMerge({ r1: start.row, c1: start.column, r2: end.row, c2: end.column });
}

/** Returns the index of the row read. */
function readRow({ cursor, builder, shared }: SheetRead, previous: number): number {
  const stated = cursor.attribute('r');
  const row = stated === undefined ? previous + 1 : Number(stated) - 1;
  const hidden = isTrue(cursor.attribute('hidden'));
  builder.check(row, 0);
  if (cursor.isEmpty) return row;
  const cells: (readonly [number, SheetCell])[] = [];
  let column = -1;
  for (;;) {
    const event = cursor.next();
    if (event === 'end' || (event === 'close' && cursor.name === 'row')) break;
    if (event !== 'open' || cursor.name !== 'c') continue;
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
  inline: SheetCell | null;
};

function readCell(cursor: XmlCursor, shared: XlsxShared): SheetCell | null {
  if (cursor.isEmpty) return null;
  const raw: RawCell = {
    type: cursor.attribute('t') ?? 'n',
    style: Number(cursor.attribute('s') ?? '0'),
    value: undefined,
    hasFormula: false,
    inline: null,
  };
  for (;;) {
    const event = cursor.next();
    if (event === 'end' || (event === 'close' && cursor.name === 'c')) break;
    if (event !== 'open') continue;
    if (cursor.name === 'v') raw.value = cursor.readText();
    else if (cursor.name === 'is') raw.inline = readRichText(cursor);
    else {
      if (cursor.name === 'f') raw.hasFormula = true;
      cursor.skip();
    }
  }
  if (raw.hasFormula && (raw.value ?? '') === '')
    return raw.type === 'str' && raw.value === '' ? null : formulaWithoutResult;
  const cell = toCell(raw, shared, cursor);
  return cell !== null && raw.hasFormula ? { ...cell, formula: true } : cell;
}

function toCell(raw: RawCell, shared: XlsxShared, cursor: XmlCursor): SheetCell | null {
  if (raw.type === 'inlineStr') return raw.inline;
  const value = raw.value ?? '';
  if (value === '') return null;
  switch (raw.type) {
    case 's': {
      const text = shared.strings[Number(value)];
      if (text === undefined) throw cursor.broken();
      return text;
    }
    case 'str':
      return textCell(unescapeControls(value));
    case 'b':
      return booleanCell(isTrue(value));
    case 'e':
      return errorCell(value);
    case 'd':
      return { type: 'date', text: value.replace(/T00:00(?::00(?:\.0+)?)?Z?$|Z$/, '') };
    default: {
      const number = Number(value);
      if (!Number.isFinite(number)) throw cursor.broken();
      return numberCell(number, shared.kinds[raw.style] ?? 'plain', shared.is1904);
    }
  }
}
