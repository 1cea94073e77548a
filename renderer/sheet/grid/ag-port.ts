import type { GridApi } from 'ag-grid-community';
import type { CellBox } from '../core/boxes.ts';
import type { GridPort } from '../core/grid-port.ts';
import type { CellPosition } from '../selection/ranges.ts';
import type { GridRow, SheetColumn } from '../types.ts';
import { rowNumberColumnId } from './column-definitions.tsx';

export type AgPortParts<Row> = {
  readonly api: () => GridApi<GridRow<Row>> | null;
  readonly host: () => HTMLElement | null;
  /** All columns by id, as the screen defined them. */
  readonly column: (columnId: string) => SheetColumn<Row> | undefined;
  readonly total: () => number;
  readonly refresh: (what: 'blocks' | 'view') => void;
};

/** The grid as the rest of the sheet sees it: the only place that asks AG Grid and its elements where things are. */
export function createAgPort<Row>(parts: AgPortParts<Row>): GridPort<Row> {
  const { api, host, column } = parts;
  let shownLast: readonly SheetColumn<Row>[] = [];
  const columns = (): readonly SheetColumn<Row>[] => {
    // What was asked for before the screen was left still has to find its columns.
    const displayed = api()?.getAllDisplayedColumns();
    if (displayed !== undefined) shownLast = displayed.flatMap((shown) => column(shown.getColId()) ?? []);
    return shownLast;
  };
  const elementAt = (position: CellPosition): HTMLElement | null => {
    const root = host();
    const id = columns()[position.column]?.id;
    return root === null || id === undefined ? null : cellElement(root, position, id);
  };
  return {
    columns,
    total: parts.total,
    isShown: () => api() !== null,
    peek: (row) => api()?.getDisplayedRowAtIndex(row)?.data,
    indexOf: (rowId) => api()?.getRowNode(rowId)?.rowIndex ?? null,
    pageRows: () => pageRowsOf(host()),
    reveal: ({ row, column: place }, where) => {
      const id = columns()[place]?.id;
      api()?.ensureIndexVisible(row, where ?? null);
      if (id !== undefined) api()?.ensureColumnVisible(id);
    },
    boxOf: (position) => {
      const root = host();
      const element = elementAt(position);
      return root === null || element === null ? null : boxWithin(root, element);
    },
    windowBoxOf: (position) => elementAt(position)?.getBoundingClientRect() ?? null,
    headBoxOf: (columnId) =>
      host()
        ?.querySelector(`.ag-header-cell[col-id="${CSS.escape(columnId)}"]`)
        ?.getBoundingClientRect() ?? null,
    autosize: (columnId) => api()?.autoSizeColumns([columnId]),
    repaint: (cells) => repaint(api(), cells),
    refresh: parts.refresh,
  };
}

function repaint<Row>(
  api: GridApi<GridRow<Row>> | null,
  cells: readonly { readonly rowId: string; readonly columnId: string }[] | null,
): void {
  if (api === null || api.isDestroyed()) return;
  // Drawing all that is on the screen costs less than naming many cells.
  if (cells === null || cells.length > 100) {
    api.refreshCells({ force: true });
    return;
  }
  for (const { rowId, columnId } of cells) {
    const node = api.getRowNode(rowId);
    if (node !== undefined) api.refreshCells({ rowNodes: [node], columns: [columnId], force: true });
  }
}

export function viewportOf(host: HTMLElement | null): HTMLElement | null {
  return host?.querySelector<HTMLElement>('.ag-grid-viewport') ?? null;
}

function pageRowsOf(host: HTMLElement | null): number {
  const row = host?.querySelector<HTMLElement>('.ag-row')?.offsetHeight ?? 26;
  const header = host?.querySelector<HTMLElement>('.ag-header')?.offsetHeight ?? 0;
  return Math.max(1, Math.floor(((viewportOf(host)?.clientHeight ?? 0) - header) / row) - 1);
}

/** The element that draws a cell; a merged cell is drawn once for its rows, a heading row is one cell. */
function cellElement(host: HTMLElement, { row }: CellPosition, columnId: string): HTMLElement | null {
  const name = CSS.escape(columnId);
  const rows = `.ag-row[row-index="${row}"]:not(.ag-spanned-row)`;
  return (
    host.querySelector<HTMLElement>(`${rows} .ag-cell[col-id="${name}"]`) ??
    spannedCell(host, row, name) ??
    host.querySelector<HTMLElement>(`${rows}.ag-full-width-row`)
  );
}

function spannedCell(host: HTMLElement, row: number, name: string): HTMLElement | null {
  for (const element of host.querySelectorAll<HTMLElement>(`.ag-spanned-row .ag-cell[col-id="${name}"]`)) {
    const rows = rowsOfElement(element);
    if (rows !== null && row >= rows.first && row <= rows.last) return element;
  }
  return null;
}

/** Rows an element of the grid stands for. */
export function rowsOfElement(element: Element): { readonly first: number; readonly last: number } | null {
  const holder = element.closest<HTMLElement>('[row-index]');
  const first = Number(holder?.getAttribute('row-index') ?? Number.NaN);
  if (Number.isNaN(first)) return null;
  const span = element.closest<HTMLElement>('.ag-spanned-cell');
  if (span === null) return { first, last: first };
  const plain = element
    .closest('.ag-grid-scrolling-container')
    ?.querySelector<HTMLElement>('.ag-row:not(.ag-spanned-row)');
  return { first, last: first + Math.max(1, Math.round(span.offsetHeight / (plain?.offsetHeight ?? 26))) - 1 };
}

function boxWithin(root: HTMLElement, element: HTMLElement): CellBox {
  const [outer, inner] = [root.getBoundingClientRect(), element.getBoundingClientRect()];
  return { left: inner.left - outer.left, top: inner.top - outer.top, width: inner.width, height: inner.height };
}

export type Hit =
  | { readonly kind: 'cell'; readonly position: CellPosition }
  | { readonly kind: 'row-number'; readonly row: number }
  | { readonly kind: 'header'; readonly column: number }
  | { readonly kind: 'corner' };

/** What stands under an element of the grid. */
export function hitOf<Row>(port: GridPort<Row>, target: Element | null): Hit | null {
  const columns = port.columns();
  const header = target?.closest<HTMLElement>('.ag-header-cell');
  if (header !== null && header !== undefined) {
    const id = header.getAttribute('col-id');
    if (id === rowNumberColumnId) return { kind: 'corner' };
    const column = columns.findIndex((known) => known.id === id);
    return column === -1 ? null : { kind: 'header', column };
  }
  const rows = target === null ? null : rowsOfElement(target);
  if (target === null || rows === null) return null;
  const id = target.closest<HTMLElement>('.ag-cell')?.getAttribute('col-id') ?? null;
  if (id === rowNumberColumnId) return { kind: 'row-number', row: rows.first };
  // A heading row stands for its first column.
  const column = id === null ? 0 : columns.findIndex((known) => known.id === id);
  return column === -1 ? null : { kind: 'cell', position: { row: rows.first, column } };
}
