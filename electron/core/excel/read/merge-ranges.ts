import type { MergeRange } from '#core/excel/workbook.ts';
import { MAX_COLUMNS, MAX_MERGE_CELLS, MAX_ROWS } from './limits.ts';

/** Columns merged from the first row to the last: layout only. They hide no value, and their text is no value of each row. */
export function isWholeColumns(range: MergeRange): boolean {
  return range.r1 === 0 && reachesDown(range);
}

/**
 * Merges down to the last row or to the last column are large but honest, and so are all the columns or rows after a table; the whole
 * sheet and other giants are not.
 */
export function isTooLarge(range: MergeRange): boolean {
  const reachesRight = range.c2 === MAX_COLUMNS - 1;
  if (reachesDown(range) && reachesRight && (range.r1 === 0) !== (range.c1 === 0)) return false;
  return reachesDown(range) === reachesRight && mergeArea(range) > MAX_MERGE_CELLS;
}

function reachesDown(range: MergeRange): boolean {
  return range.r2 === MAX_ROWS - 1;
}

export function mergeArea(range: MergeRange): number {
  return (range.r2 - range.r1 + 1) * (range.c2 - range.c1 + 1);
}

/** Takes merges one by one; one that overlaps an earlier one is refused, so that it hides no value. */
export function createOverlapCheck(): (range: MergeRange) => boolean {
  /** By row: the merges' first and last columns, from left to right. */
  const taken = new Map<number, (readonly [number, number])[]>();
  return (range) => {
    const rows = Array.from({ length: range.r2 - range.r1 + 1 }, (_, step) => range.r1 + step);
    const places = rows.map((row) => placeFor(taken.get(row) ?? [], range));
    if (places.includes(OVERLAPPED)) return false;
    for (const [step, row] of rows.entries()) {
      const list = taken.get(row) ?? [];
      list.splice(places[step] ?? 0, 0, [range.c1, range.c2]);
      taken.set(row, list);
    }
    return true;
  };
}

const OVERLAPPED = -1;

/** Where in the list the columns of a range belong. */
function placeFor(list: readonly (readonly [number, number])[], { c1, c2 }: MergeRange): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle]?.[0] ?? 0) < c1) low = middle + 1;
    else high = middle;
  }
  const before = list[low - 1]?.[1] ?? -1;
  const after = list[low]?.[0] ?? Number.POSITIVE_INFINITY;
  return before >= c1 || after <= c2 ? OVERLAPPED : low;
}
