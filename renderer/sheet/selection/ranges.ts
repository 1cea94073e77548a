import { mergeSpans, type Span, spanSize } from './spans.ts';

export type CellPosition = { readonly row: number; readonly column: number };
/** Both ends included, r1 <= r2 and c1 <= c2. */
export type CellRange = { readonly r1: number; readonly c1: number; readonly r2: number; readonly c2: number };

/**
 * What is selected, as in Excel. The last range is the current one: it is spanned by `anchor`, where the selection began,
 * and `head`, which Shift moves. `active` is the cell that typing goes to: the anchor, until Enter or Tab moves it.
 */
export type Selection = {
  readonly ranges: readonly CellRange[];
  readonly anchor: CellPosition;
  readonly head: CellPosition;
  readonly active: CellPosition;
};

export const startSelection: Selection = selectCell({ row: 0, column: 0 });

export function selectCell(position: CellPosition): Selection {
  return selectBetween(position, position);
}

/** No cell is selected and none is active: the list does not have it. `at` is where the next key begins. */
export function nothingAt(at: CellPosition): Selection {
  return { ranges: [], anchor: at, head: at, active: at };
}

export function isNothing({ ranges }: Selection): boolean {
  return ranges.length === 0;
}

function selectBetween(anchor: CellPosition, head: CellPosition): Selection {
  return { ranges: [rangeOf(anchor, head)], anchor, head, active: anchor };
}

/** Shift with a click or an arrow: the range of the active cell goes from there to `head` now, other ranges stay. */
export function extendTo(selection: Selection, head: CellPosition): Selection {
  const { ranges, active } = selection;
  const current = ranges.findLastIndex((range) => contains(range, active));
  const others = ranges.filter((_, index) => index !== current);
  return { ranges: [...others, rangeOf(active, head)], anchor: active, head, active };
}

/** Ctrl with a click or a drag: one more range, which is the current one now. */
export function addRange(selection: Selection, anchor: CellPosition, head: CellPosition = anchor): Selection {
  return { ranges: [...selection.ranges, rangeOf(anchor, head)], anchor, head, active: anchor };
}

export function selectAll(rows: number, columns: number): Selection {
  return selectRows(0, rows - 1, columns);
}

/** Whole rows; `from` is where it began, so it may be the lower one. */
export function selectRows(from: number, to: number, columns: number): Selection {
  return selectBetween(cellAt(from, 0), cellAt(to, columns - 1));
}

/** Whole columns; `from` is where it began, so it may be the right one. */
export function selectColumns(from: number, to: number, rows: number): Selection {
  return selectBetween(cellAt(0, from), cellAt(rows - 1, to));
}

/** An empty sheet still has the place where its first cell would be. */
function cellAt(row: number, column: number): CellPosition {
  return { row: Math.max(0, row), column: Math.max(0, column) };
}

export function rangeOf(a: CellPosition, b: CellPosition): CellRange {
  return {
    r1: Math.min(a.row, b.row),
    c1: Math.min(a.column, b.column),
    r2: Math.max(a.row, b.row),
    c2: Math.max(a.column, b.column),
  };
}

export function contains(range: CellRange, { row, column }: CellPosition): boolean {
  return row >= range.r1 && row <= range.r2 && column >= range.c1 && column <= range.c2;
}

/** Cells of all ranges; one that several share counts once. */
export function cellCount(ranges: readonly CellRange[]): number {
  const edges = [...new Set(ranges.flatMap((range) => [range.r1, range.r2 + 1]))].sort((a, b) => a - b);
  let count = 0;
  for (const [index, top] of edges.entries()) {
    const height = (edges[index + 1] ?? top) - top;
    const across = ranges.filter((range) => range.r1 <= top && top <= range.r2);
    const spans = mergeSpans(across.map((range) => ({ from: range.c1, to: range.c2 })));
    count += height * spanSize(spans);
  }
  return count;
}

/** Rows that have a selected cell: merged and ascending, for deleting or inserting rows. */
export function rowsOf(ranges: readonly CellRange[]): readonly Span[] {
  return mergeSpans(ranges.map((range) => ({ from: range.r1, to: range.r2 })));
}

/** The nearest cell of a sheet; an empty sheet still has the place where its first cell would be. */
export function clampPosition(
  { row, column }: CellPosition,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): CellPosition {
  return cellAt(Math.min(row, rows - 1), Math.min(column, columns - 1));
}

/**
 * The selection in a sheet that has become smaller. Ranges that lie outside are dropped, so that no other cell is selected
 * in their place; only when nothing would be left is the nearest cell.
 */
export function clampSelection(selection: Selection, rows: number, columns: number): Selection {
  const clamp = (position: CellPosition): CellPosition => clampPosition(position, { rows, columns });
  if (isNothing(selection)) return nothingAt(clamp(selection.active));
  const kept = selection.ranges.filter((range) => range.r1 < rows && range.c1 < columns);
  const last = kept.at(-1);
  if (last === undefined) return selectCell(clamp(selection.active));
  const wasCurrent = last === selection.ranges.at(-1);
  const anchor = wasCurrent ? clamp(selection.anchor) : topLeft(last);
  const head = clamp(wasCurrent ? selection.head : bottomRight(last));
  const ranges = kept.map((range) => rangeOf(topLeft(range), clamp(bottomRight(range))));
  const active = clamp(selection.active);
  return { ranges, anchor, head, active: ranges.some((range) => contains(range, active)) ? active : anchor };
}

function topLeft(range: CellRange): CellPosition {
  return { row: range.r1, column: range.c1 };
}

function bottomRight(range: CellRange): CellPosition {
  return { row: range.r2, column: range.c2 };
}

/** Enter, Shift+Enter, Tab and Shift+Tab. */
export type Direction = 'down' | 'up' | 'right' | 'left';

/**
 * Moves the active cell within a selection of several cells and keeps the selection: down or right through its range, then
 * on to the next one, and from the end to the beginning. A selection of one cell stays as it is.
 */
export function nextInSelection(selection: Selection, direction: Direction): Selection {
  const { ranges, active } = selection;
  const current = ranges.findLastIndex((range) => contains(range, active));
  const range = ranges[current];
  if (range === undefined) return selection;
  const byColumns = direction === 'down' || direction === 'up';
  const change = direction === 'down' || direction === 'right' ? 1 : -1;
  const next = placeIn(range, active, byColumns) + change;
  if (next >= 0 && next < sizeOf(range)) return { ...selection, active: cellIn(range, next, byColumns) };
  const following = ranges[(current + change + ranges.length) % ranges.length] ?? range;
  return { ...selection, active: cellIn(following, change > 0 ? 0 : sizeOf(following) - 1, byColumns) };
}

function sizeOf(range: CellRange): number {
  return (range.r2 - range.r1 + 1) * (range.c2 - range.c1 + 1);
}

/** Number of a cell within its range, counted down its columns or along its rows. */
function placeIn(range: CellRange, { row, column }: CellPosition, byColumns: boolean): number {
  const height = range.r2 - range.r1 + 1;
  const width = range.c2 - range.c1 + 1;
  return byColumns ? (column - range.c1) * height + (row - range.r1) : (row - range.r1) * width + (column - range.c1);
}

function cellIn(range: CellRange, place: number, byColumns: boolean): CellPosition {
  const length = byColumns ? range.r2 - range.r1 + 1 : range.c2 - range.c1 + 1;
  const line = Math.floor(place / length);
  const along = place % length;
  return byColumns
    ? { row: range.r1 + along, column: range.c1 + line }
    : { row: range.r1 + line, column: range.c1 + along };
}
