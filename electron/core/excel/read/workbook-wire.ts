import type { CellType, Sheet, SheetCell, SheetRow, Workbook } from '#core/excel/workbook.ts';

/**
 * A workbook as a few long arrays, for the way between processes. Cell objects cloned one by one cost the receiving thread over
 * a second for a million cells, during which it can answer nothing; these arrays cost a fraction of it.
 */
type WireSheet = Omit<Sheet, 'rows'> & {
  readonly rowIndexes: Int32Array;
  readonly rowHidden: Uint8Array;
  /** Cell places of each row. */
  readonly rowLengths: Int32Array;
  /** One a place: 0 for an empty one, else 1 + type + flags. */
  readonly kinds: Uint8Array;
  /** One a cell, and all their texts joined. */
  readonly textLengths: Int32Array;
  readonly texts: string;
  /** One a number cell. */
  readonly numbers: Float64Array;
  /** One a cell that shows something else than its value, and the values joined. */
  readonly storedLengths: Int32Array;
  readonly stored: string;
  readonly phonetics: readonly (readonly [cell: number, phonetic: string])[];
};

export type WireWorkbook = Omit<Workbook, 'sheets'> & { readonly sheets: readonly WireSheet[] };

const types = ['text', 'number', 'date', 'boolean', 'error'] as const satisfies readonly CellType[];
const TYPE_MASK = 0x0f;
const NUMBER = 0x10;
const PERCENT = 0x20;
const FORMULA = 0x40;
const STORED = 0x80;

export function packWorkbook(workbook: Workbook): WireWorkbook {
  return { ...workbook, sheets: workbook.sheets.map(packSheet) };
}

export function unpackWorkbook(wire: WireWorkbook): Workbook {
  return { ...wire, sheets: wire.sheets.map(unpackSheet) };
}

function packSheet(sheet: Sheet): WireSheet {
  const { rows, ...facts } = sheet;
  const kinds: number[] = [];
  const texts: string[] = [];
  const numbers: number[] = [];
  const stored: string[] = [];
  const phonetics: (readonly [number, string])[] = [];
  for (const row of rows) {
    for (const cell of row.cells) {
      kinds.push(cell === null ? 0 : kindOf(cell));
      if (cell === null) continue;
      if (cell.number !== undefined) numbers.push(cell.number);
      if (cell.stored !== undefined) stored.push(cell.stored);
      if (cell.phonetic !== undefined) phonetics.push([texts.length, cell.phonetic]);
      texts.push(cell.text);
    }
  }
  return {
    ...facts,
    rowIndexes: Int32Array.from(rows, (row) => row.index),
    rowHidden: Uint8Array.from(rows, (row) => (row.hidden ? 1 : 0)),
    rowLengths: Int32Array.from(rows, (row) => row.cells.length),
    kinds: Uint8Array.from(kinds),
    textLengths: Int32Array.from(texts, (text) => text.length),
    texts: texts.join(''),
    numbers: Float64Array.from(numbers),
    storedLengths: Int32Array.from(stored, (text) => text.length),
    stored: stored.join(''),
    phonetics,
  };
}

function kindOf(cell: SheetCell): number {
  const flags =
    (cell.number === undefined ? 0 : NUMBER) |
    (cell.percent ? PERCENT : 0) |
    (cell.formula ? FORMULA : 0) |
    (cell.stored === undefined ? 0 : STORED);
  return (1 + types.indexOf(cell.type)) | flags;
}

function unpackSheet(wire: WireSheet): Sheet {
  const { rowIndexes, rowHidden, rowLengths, kinds, textLengths, texts, numbers, ...rest } = wire;
  const { storedLengths, stored, phonetics, ...facts } = rest;
  const readings = new Map(phonetics);
  const nextText = takeApart(texts, textLengths);
  const nextStored = takeApart(stored, storedLengths);
  let [place, cellNumber, numberAt] = [0, 0, 0];
  const nextCell = (): SheetCell | null => {
    const kind = kinds[place] ?? 0;
    place += 1;
    if (kind === 0) return null;
    const phonetic = readings.get(cellNumber);
    cellNumber += 1;
    const cell: { -readonly [K in keyof SheetCell]: SheetCell[K] } = {
      type: types[(kind & TYPE_MASK) - 1] ?? 'text',
      text: nextText(),
    };
    if (kind & NUMBER) {
      cell.number = numbers[numberAt] ?? 0;
      numberAt += 1;
    }
    if (kind & PERCENT) cell.percent = true;
    if (kind & FORMULA) cell.formula = true;
    if (kind & STORED) cell.stored = nextStored();
    if (phonetic !== undefined) cell.phonetic = phonetic;
    return cell;
  };
  const rows = Array.from(rowIndexes, (index, at): SheetRow => {
    const cells: (SheetCell | null)[] = [];
    for (let count = rowLengths[at] ?? 0; count > 0; count -= 1) cells.push(nextCell());
    return { index, hidden: rowHidden[at] === 1, cells };
  });
  return { ...facts, rows };
}

/** Gives the texts that were joined, one after the other. */
function takeApart(joined: string, lengths: Int32Array): () => string {
  let [number, start] = [0, 0];
  return () => {
    const end = start + (lengths[number] ?? 0);
    const text = joined.slice(start, end);
    number += 1;
    start = end;
    return text;
  };
}
