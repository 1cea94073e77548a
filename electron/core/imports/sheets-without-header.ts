import type { Sheet } from '../excel/workbook.ts';

/** Rows of a sheet that are looked at: more would not tell more. */
const LOOKED_AT = 100;
const LEAST_ROWS = 2;
/** Rows with fewer cells are titles and notes. */
const LEAST_CELLS = 3;
const LEAST_LIKENESS = 0.75;
/** So many digits are a telephone or postal number: sheets of counts hold none. */
const LONG_NUMBER = 6;

type Make = 'text' | 'number' | 'long-number';

/** Of sheets that nobody knows those whose rows are made as the rows of the list: it may go on there without a header. */
export function sheetsWithoutHeader(list: Sheet, unknown: readonly Sheet[]): readonly Sheet[] {
  const own = makesOf(list);
  return unknown.filter((sheet) => {
    const makes = makesOf(sheet);
    const columns = new Set([...own.keys(), ...makes.keys()]);
    const same = [...makes].filter(([column, make]) => own.get(column) === make);
    const isList = same.some(([, make]) => make === 'text') && same.some(([, make]) => make === 'long-number');
    return isList && same.length >= columns.size * LEAST_LIKENESS;
  });
}

/** What stands in each column that most full rows fill. */
function makesOf(sheet: Sheet): ReadonlyMap<number, Make> {
  const rows = sheet.rows
    .slice(0, LOOKED_AT)
    .map(({ cells }) => cells.map((cell) => cell?.text.trim() ?? ''))
    .filter((texts) => texts.filter((text) => text !== '').length >= LEAST_CELLS);
  if (rows.length < LEAST_ROWS) return new Map();
  const makes = new Map<number, Make>();
  for (let column = 0; column < sheet.columnCount; column += 1) {
    const texts = rows.map((texts) => texts[column] ?? '').filter((text) => text !== '');
    const make = texts.length * 2 > rows.length ? mostOf(texts.map(makeOf)) : undefined;
    if (make !== undefined) makes.set(column, make);
  }
  return makes;
}

function makeOf(text: string): Make {
  const digits = text.replace(/[^\d０-９]/g, '').length;
  if (digits === 0 || digits * 2 < text.length) return 'text';
  return digits >= LONG_NUMBER ? 'long-number' : 'number';
}

function mostOf(makes: readonly Make[]): Make | undefined {
  return makes.find((make) => makes.filter((other) => other === make).length * 2 > makes.length);
}
