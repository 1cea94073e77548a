import { type CellRange, cellCount, isNothing, selectCell, type Selection } from './ranges.ts';

/** Records at the two ends of a range; null = not known. */
export type RangeEnds = { readonly first: string | null; readonly last: string | null };

type Moved = {
  readonly ends: readonly RangeEnds[];
  /** Where a record stands now; null = not in the list. */
  readonly places: (rowId: string) => number | null;
  /** Row of the active cell now, and how many rows the list had and has. */
  readonly rows: { readonly row: number; readonly before: number; readonly after: number };
};

/**
 * The selection where its records stand now. Ranges whose ends have moved along with the active cell move with it, whole columns stay
 * whole; where anything else has come between, only the active cell stays selected: no other record gets into the selection.
 */
export function movedSelection(selection: Selection, { ends, places, rows }: Moved): Selection {
  const { ranges, active } = selection;
  const here = { row: rows.row, column: active.column };
  if (isNothing(selection) || cellCount(ranges) === 1) return selectCell(here);
  const isWhole = ({ r1, r2 }: CellRange): boolean => r1 === 0 && r2 === rows.before - 1;
  if (ranges.every(isWhole)) {
    const whole = ranges.map((range) => ({ ...range, r2: Math.max(0, rows.after - 1) }));
    const [head, anchor] = [
      { ...selection.head, row: Math.max(0, rows.after - 1) },
      { ...selection.anchor, row: 0 },
    ];
    return { ranges: whole, anchor, head, active: here };
  }
  const change = rows.row - active.row;
  const isAt = (rowId: string | null | undefined, row: number): boolean =>
    rowId !== null && rowId !== undefined && places(rowId) === row + change;
  const moveTogether = ranges.every(({ r1, r2 }, index) => isAt(ends[index]?.first, r1) && isAt(ends[index]?.last, r2));
  if (!moveTogether) return selectCell(here);
  return {
    ranges: ranges.map((range) => ({ ...range, r1: range.r1 + change, r2: range.r2 + change })),
    anchor: { ...selection.anchor, row: selection.anchor.row + change },
    head: { ...selection.head, row: selection.head.row + change },
    active: here,
  };
}
