import type { GridApi } from 'ag-grid-community';
import type { GridRow } from './types.ts';

/** Enter goes on to the next item, as in a list without headings; arrow keys do stop at a heading, to fold it. */
export function leaveWideRow<Row>(
  api: GridApi<GridRow<Row>> | null,
  isWide: (row: Row) => boolean,
  step: 1 | -1,
): void {
  const focused = api?.getFocusedCell() ?? null;
  if (api === null || focused === null) return;
  const rowAt = (index: number) => api.getDisplayedRowAtIndex(index)?.data?.row ?? null;
  let rowIndex = focused.rowIndex;
  for (let row = rowAt(rowIndex); row !== null && isWide(row); row = rowAt(rowIndex)) rowIndex += step;
  if (rowIndex === focused.rowIndex || rowAt(rowIndex) === null) return;
  api.ensureIndexVisible(rowIndex);
  api.setFocusedCell(rowIndex, focused.column);
}
