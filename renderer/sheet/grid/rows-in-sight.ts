import type { GridApi } from 'ag-grid-community';
import { viewportOf } from './ag-port.ts';

/**
 * AG Grid may draw the rows of a scroll position that has passed (a list sorted anew just while it scrolls): those in sight stay blank
 * until the next scrolling. Has them drawn.
 */
export function drawRowsInSight<Row>(api: GridApi<Row>, host: HTMLElement | null): void {
  const viewport = viewportOf(host);
  const rowHeight = api.getDisplayedRowAtIndex(0)?.rowHeight ?? 0;
  if (viewport === null || rowHeight === 0) return;
  const top = Math.floor(viewport.scrollTop / rowHeight);
  const isDrawn = viewport.querySelector(`.ag-row[row-index="${top}"]`) !== null;
  if (!isDrawn && top < api.getDisplayedRowCount()) api.ensureIndexVisible(top, 'top');
}
