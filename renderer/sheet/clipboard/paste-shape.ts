export type PasteShape = { readonly rows: number; readonly columns: number };
type Area = { readonly r1: number; readonly c1: number; readonly r2: number; readonly c2: number };
type Source = readonly (readonly string[])[];

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * How many cells a copied text has at most, without reading it as cells: every tab and line break begins a new one, also
 * those inside quotes. Stops at `limit`, so that a text far too large is refused at once.
 */
export function countCells(text: string, limit: number): number {
  if (text === '') return 0;
  let cells = 1;
  for (let index = 0; index < text.length && cells < limit; index += 1) {
    const code = text.charCodeAt(index);
    const isReturn = code === CARRIAGE_RETURN && text.charCodeAt(index + 1) !== LINE_FEED;
    if (code === TAB || code === LINE_FEED || isReturn) cells += 1;
  }
  return Math.min(cells, limit);
}

const shapes = new WeakMap<Source, PasteShape>();

/** Rows, and cells of the longest row. Remembered, for pastedText asks again for every cell. */
export function shapeOf(source: Source): PasteShape {
  const known = shapes.get(source);
  if (known !== undefined) return known;
  const columns = source.reduce((widest, row) => Math.max(widest, row.length), 0);
  const shape = { rows: source.length, columns };
  shapes.set(source, shape);
  return shape;
}

/**
 * Where a paste goes, as in Excel: each direction by itself, a source that fits the selection a whole number of times is
 * repeated over it (one value fills it all), any other keeps its own size from the top left cell of the selection.
 */
export function pasteArea(source: PasteShape, target: Area): Area {
  const rows = repeated(source.rows, target.r2 - target.r1 + 1);
  const columns = repeated(source.columns, target.c2 - target.c1 + 1);
  return { r1: target.r1, c1: target.c1, r2: target.r1 + rows - 1, c2: target.c1 + columns - 1 };
}

function repeated(own: number, selected: number): number {
  const size = Math.max(1, own);
  return selected % size === 0 ? selected : size;
}

/** Text for the cell so many rows and columns from the top left of the pasted area; where a row is too short, ''. */
export function pastedText(source: Source, rowOffset: number, columnOffset: number): string {
  const { rows, columns } = shapeOf(source);
  return source[rowOffset % rows]?.[columnOffset % columns] ?? '';
}
