import { sheetText } from '#shared/messages/ui/sheet.ts';
import type { CellRange } from '../selection/ranges.ts';
import type { SheetCore } from './sheet-core.ts';

/**
 * Ranges as they were when a key was pressed. By the turn of its command rows may have come, gone or changed places: the ranges are
 * then where their records are; null, after saying so, when those do not stand together any more.
 */
export function holdRanges<Row>(
  core: SheetCore<Row>,
  ranges: readonly CellRange[],
): () => Promise<readonly CellRange[] | null> {
  const idAt = (row: number): string | null => core.grid.peek(row)?.id ?? null;
  const total = core.grid.total();
  const held = ranges.map((range) => ({ range, first: idAt(range.r1), last: idAt(range.r2) }));
  const placeOf = async (rowId: string | null, row: number): Promise<number | null> => {
    if (rowId === null || idAt(row) === rowId) return row;
    return core.grid.indexOf(rowId) ?? (await core.view()).indexOf(rowId);
  };
  return async () => {
    const now: CellRange[] = [];
    for (const { range, first, last } of held) {
      if (range.r1 === 0 && range.r2 === total - 1) {
        now.push({ ...range, r2: core.grid.total() - 1 });
        continue;
      }
      const [r1, r2] = [await placeOf(first, range.r1), await placeOf(last, range.r2)];
      if (r1 === null || r2 === null || r2 - r1 !== range.r2 - range.r1) {
        core.tell.problem(sheetText.rangesMoved);
        return null;
      }
      now.push({ ...range, r1, r2 });
    }
    return now;
  };
}
