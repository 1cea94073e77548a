import { AG_GRID_LOCALE_JP } from '@ag-grid-community/locale';
import type { GridApi, GridOptions } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { styleNonce } from '#renderer/api/index.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { toColDefs } from './columns.tsx';
import { registerGridModules } from './modules.ts';
import { createPendingEdits, type PendingEdit } from './pending-edits.ts';
import { leaveWideRow } from './leave-wide-row.ts';
import { RejectedBar } from './rejected-bar.tsx';
import { headerHeight, rowHeight, sheetTheme } from './theme.ts';
import type { GridRow, SheetHandle, SheetProps } from './types.ts';
import { useSheetEdits } from './use-edits.ts';
import { useGridSource } from './use-grid-source.ts';
import './sheet.css';

registerGridModules();

const blockRows = 200;
const localeText = { ...AG_GRID_LOCALE_JP, noRowsToShow: sheetText.empty };

function baseOptions<Row>(): GridOptions<GridRow<Row>> {
  const nonce = styleNonce();
  return {
    theme: sheetTheme,
    ...(nonce === '' ? {} : { styleNonce: nonce }),
    localeText,
    rowHeight,
    headerHeight,
    animateRows: false,
    // Fewer rows outside the view: a jump paints sooner, and a block boundary is crossed less often.
    rowBuffer: 3,
    readOnlyEdit: true,
    enterNavigatesVertically: true,
    enterNavigatesVerticallyAfterEdit: true,
    stopEditingWhenCellsLoseFocus: true,
    suppressDragLeaveHidesColumns: true,
    tooltipShowDelay: 400,
    cacheBlockSize: blockRows,
    maxBlocksInCache: 10,
    maxConcurrentDatasourceRequests: 2,
    blockLoadDebounceMillis: 20,
    infiniteInitialRowCount: 30,
    getRowId: ({ data }) => data.id,
  };
}

function selectionOptions<Row>(selectable: boolean | undefined): GridOptions<GridRow<Row>> {
  if (selectable !== true) return {};
  return {
    rowSelection: { mode: 'multiRow', checkboxes: true, headerCheckbox: false, enableClickSelection: false },
    selectionColumnDef: { width: 34, minWidth: 34, resizable: false, pinned: 'left', cellClass: 'select-cell' },
  };
}

function wideOptions<Row>(wide: SheetProps<Row>['wide']): GridOptions<GridRow<Row>> {
  if (wide === undefined) return {};
  return {
    isFullWidthRow: ({ rowNode }) => {
      const row = rowNode.data?.row ?? null;
      return row !== null && wide.is(row);
    },
    fullWidthCellRenderer: ({ data }: { data: GridRow<Row> | undefined }) =>
      data === undefined || data.row === null ? null : (
        // biome-ignore lint/a11y/useSemanticElements: a cell of the grid's own role=row, not of a table
        // biome-ignore lint/a11y/useFocusableInteractive: the grid moves focus to the row itself
        <div role="gridcell" className="wide-cell">
          {wide.render(data.row)}
        </div>
      ),
  };
}

function handleOf<Row>(
  api: GridApi<GridRow<Row>>,
  refresh: (api: GridApi<GridRow<Row>>, what: 'blocks' | 'view') => void,
): SheetHandle {
  return {
    refresh: (what) => refresh(api, what),
    clearSelection: () => api.deselectAll(),
    reveal: (rowIndex, columnId, edit) => {
      api.ensureIndexVisible(rowIndex, 'middle');
      api.ensureColumnVisible(columnId);
      api.setFocusedCell(rowIndex, columnId);
      if (edit) api.startEditingCell({ rowIndex, colKey: columnId });
    },
  };
}

function fixCell<Row>(api: GridApi<GridRow<Row>> | null, edit: PendingEdit): void {
  const rowIndex = api?.getRowNode(edit.rowId)?.rowIndex ?? null;
  if (api === null || rowIndex === null) return;
  api.ensureIndexVisible(rowIndex);
  api.setFocusedCell(rowIndex, edit.columnId);
  api.startEditingCell({ rowIndex, colKey: edit.columnId });
}

/** The one grid of the program: every list is this component with its own columns, source and command. */
export function Sheet<Row>(props: SheetProps<Row>): ReactNode {
  const { columns, rowNumber, rowNumberTitle = '', onEdit, errorText, wide, selectable } = props;
  const api = useRef<GridApi<GridRow<Row>> | null>(null);
  const [pending] = useState(createPendingEdits);
  const source = useGridSource(props, pending);
  const refreshRef = useRef(source.refresh);
  refreshRef.current = source.refresh;
  const onSaved = useCallback(() => refreshRef.current(api.current, 'blocks'), []);
  const edits = useSheetEdits<Row>({ pending, onEdit, errorText, onSaved });
  const columnDefs = useMemo(
    () => toColDefs<Row>({ columns, rowNumber, rowNumberTitle }, pending),
    [columns, rowNumber, rowNumberTitle, pending],
  );
  const merging = columns.some((column) => column.mergeKey !== undefined);
  const [options] = useState(() => ({
    ...baseOptions<Row>(),
    ...selectionOptions<Row>(selectable),
    ...(merging ? { enableCellSpan: true } : {}),
  }));
  const wideRows = useMemo(() => wideOptions(wide), [wide]);

  return (
    <section className="sheet" aria-label={props.label} data-testid={testIds.sheet(props.name)}>
      <RejectedBar
        rejected={edits.rejected}
        onFix={(edit) => fixCell(api.current, edit)}
        onGiveUp={(edit) => edits.giveUp(api.current, edit)}
      />
      <div
        className="sheet-grid"
        onKeyDownCapture={(event) => {
          if (wide === undefined || event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          const step = event.shiftKey ? -1 : 1;
          // The grid moves the focus first.
          setTimeout(() => leaveWideRow(api.current, wide.is, step));
        }}
      >
        <AgGridReact<GridRow<Row>>
          {...options}
          {...wideRows}
          columnDefs={columnDefs}
          {...(source.datasource === undefined
            ? { rowModelType: 'clientSide' as const, rowData: source.rowData ?? [] }
            : { rowModelType: 'infinite' as const, datasource: source.datasource })}
          {...(props.emptyText === undefined ? {} : { localeText: { ...localeText, noRowsToShow: props.emptyText } })}
          getRowClass={({ data }) =>
            data === undefined || data.row === null ? 'row-gone' : (props.rowClass?.(data.row) ?? '')
          }
          onGridReady={(event) => {
            api.current = event.api;
            props.onReady?.(handleOf(event.api, (grid, what) => refreshRef.current(grid, what)));
          }}
          onCellEditRequest={edits.request}
          onCellFocused={(event) => {
            const node = event.rowIndex === null ? undefined : event.api.getDisplayedRowAtIndex(event.rowIndex);
            props.onActiveRow?.(node?.data?.row ?? null);
          }}
          onSelectionChanged={(event) => {
            const rows = event.api.getSelectedRows().flatMap((item) => (item.row === null ? [] : [item.row]));
            props.onSelection?.(rows);
          }}
        />
      </div>
    </section>
  );
}
