import type { ColDef, ICellRendererParams } from 'ag-grid-community';
import type { SheetStore } from '../core/state.ts';
import type { PendingEdits } from '../pending-edits.ts';
import type { GridRow, SheetColumn, SheetProps } from '../types.ts';
import { type HeaderSetting, SheetHeader } from './header.ts';

export const rowNumberColumnId = 'row-number';

/** How a cell looks apart from its text: the typed text of a pending edit always wins over the ledger's. */
function displayOf<Row>(column: SheetColumn<Row>, pending: PendingEdits): ColDef<GridRow<Row>, string> {
  const { render, shown } = column;
  if (render !== undefined) {
    return {
      cellRenderer: (params: ICellRendererParams<GridRow<Row>, string>) => {
        const data = params.data;
        if (data === undefined || data.row === null) return null;
        return pending.get(data.id, column.id) === undefined ? render(data.row) : params.value;
      },
    };
  }
  return {
    valueFormatter: (params) => {
      const data = params.data;
      if (data === undefined || data === null || data.row === null) return '';
      if (shown === undefined || pending.get(data.id, column.id) !== undefined) return params.value ?? '';
      return shown(data.row);
    },
  };
}

function spanOf<Row>(mergeKey: SheetColumn<Row>['mergeKey']): ColDef<GridRow<Row>, string> {
  if (mergeKey === undefined) return {};
  return {
    spanRows: ({ nodeA, nodeB }) => {
      const [a, b] = [nodeA?.data?.row ?? null, nodeB?.data?.row ?? null];
      if (a === null || b === null) return false;
      const key = mergeKey(a);
      return key !== '' && key === mergeKey(b);
    },
  };
}

function toColDef<Row>(column: SheetColumn<Row>, { pending, store, scale }: Parts): ColDef<GridRow<Row>, string> {
  const setting: HeaderSetting = {
    store,
    canFilter: column.filter !== undefined,
    canSort: column.sortable === true,
  };
  return {
    colId: column.id,
    headerName: column.title,
    width: Math.round(column.width * scale),
    minWidth: 40,
    ...(column.flex === undefined ? { flex: null } : { flex: column.flex, minWidth: Math.round(column.width * scale) }),
    pinned: column.pinned === true ? 'left' : null,
    cellDataType: 'text',
    sortable: false,
    headerComponent: SheetHeader,
    headerComponentParams: setting,
    valueGetter: ({ data }) => {
      if (data === undefined || data === null || data.row === null) return '';
      return pending.get(data.id, column.id)?.text ?? column.text(data.row);
    },
    ...displayOf(column, pending),
    headerClass: `align-${column.align ?? 'left'}`,
    cellClass: ({ data }) => [
      `align-${column.align ?? 'left'}`,
      data === undefined || data === null || data.row === null ? '' : (column.cellClass?.(data.row) ?? ''),
    ],
    cellClassRules: {
      'cell-rejected': ({ data }) =>
        data !== undefined && data !== null && pending.get(data.id, column.id)?.state === 'rejected',
    },
    tooltipValueGetter: ({ data }) => {
      if (data === undefined || data === null || data.row === null) return '';
      const message = pending.get(data.id, column.id)?.message ?? '';
      return message === '' ? (column.tooltip?.(data.row) ?? '') : message;
    },
    ...spanOf(column.mergeKey),
  };
}

function rowNumberColumn<Row>(
  { rowNumber, rowNumberTitle }: Numbering<Row>,
  scale: number,
): ColDef<GridRow<Row>, string> {
  return {
    colId: rowNumberColumnId,
    headerName: rowNumberTitle,
    width: Math.round((rowNumberTitle === '' ? 46 : 58) * scale),
    minWidth: 40,
    pinned: 'left',
    lockPosition: 'left',
    suppressMovable: true,
    resizable: false,
    sortable: false,
    suppressHeaderMenuButton: true,
    cellDataType: 'text',
    cellClass: 'row-number',
    headerClass: 'row-number-head',
    valueGetter: ({ data, node }) => {
      const index = node?.rowIndex ?? 0;
      if (rowNumber === undefined || data === undefined || data === null || data.row === null) return String(index + 1);
      return rowNumber(data.row, index);
    },
  };
}

type Numbering<Row> = {
  readonly rowNumber: SheetProps<Row>['rowNumber'] | undefined;
  readonly rowNumberTitle: string;
};
/** `scale`: of the text size, 1 = standard. Widths are kept and defined at the standard size. */
type Parts = { readonly pending: PendingEdits; readonly store: SheetStore; readonly scale: number };

/** AG Grid's columns for ours, the row number first. */
export function toColDefs<Row>(
  columns: readonly SheetColumn<Row>[],
  numbering: Numbering<Row>,
  parts: Parts,
): ColDef<GridRow<Row>, string>[] {
  return [rowNumberColumn(numbering, parts.scale), ...columns.map((column) => toColDef(column, parts))];
}
