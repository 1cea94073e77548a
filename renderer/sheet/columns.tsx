import type { ColDef, ICellRendererParams } from 'ag-grid-community';
import { ChoiceEditor } from './editors/choice-editor.tsx';
import { ManyEditor } from './editors/many-editor.tsx';
import type { PendingEdits } from './pending-edits.ts';
import type { GridRow, SheetColumn, SheetEditor, SheetProps } from './types.ts';

const maxCellCharacters = 32_767;

type EditorDef = {
  readonly cellEditor: unknown;
  readonly cellEditorPopup?: boolean;
  readonly cellEditorParams: object;
};

function editorOf(editor: SheetEditor): EditorDef {
  switch (editor.kind) {
    case 'text':
      return { cellEditor: 'agTextCellEditor', cellEditorParams: { maxLength: maxCellCharacters } };
    case 'long-text':
      return {
        cellEditor: 'agLargeTextCellEditor',
        cellEditorPopup: true,
        cellEditorParams: { maxLength: maxCellCharacters, rows: 8, cols: 64 },
      };
    case 'choice':
      return { cellEditor: ChoiceEditor, cellEditorPopup: true, cellEditorParams: { choices: editor.choices } };
    case 'many':
      return { cellEditor: ManyEditor, cellEditorPopup: true, cellEditorParams: { labels: editor.labels } };
  }
}

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

function toColDef<Row>(column: SheetColumn<Row>, pending: PendingEdits): ColDef<GridRow<Row>, string> {
  const { editor, mergeKey } = column;
  return {
    colId: column.id,
    headerName: column.title,
    width: column.width,
    minWidth: 40,
    ...(column.flex === undefined ? {} : { flex: column.flex, minWidth: column.width }),
    ...(column.pinned === true ? { pinned: 'left' as const } : {}),
    cellDataType: 'text',
    sortable: column.sortable === true,
    valueGetter: ({ data }) => {
      if (data === undefined || data === null || data.row === null) return '';
      return pending.get(data.id, column.id)?.text ?? column.text(data.row);
    },
    ...displayOf(column, pending),
    editable: ({ data }) =>
      editor !== undefined &&
      data !== undefined &&
      data !== null &&
      data.row !== null &&
      (column.editable?.(data.row) ?? true),
    ...(editor === undefined ? {} : editorOf(editor)),
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
    ...(mergeKey === undefined
      ? {}
      : {
          spanRows: ({ nodeA, nodeB }) => {
            const [a, b] = [nodeA?.data?.row ?? null, nodeB?.data?.row ?? null];
            if (a === null || b === null) return false;
            const key = mergeKey(a);
            return key !== '' && key === mergeKey(b);
          },
        }),
  };
}

function rowNumberColumn<Row>(
  rowNumber: SheetProps<Row>['rowNumber'] | undefined,
  title: string,
): ColDef<GridRow<Row>, string> {
  return {
    colId: 'row-number',
    headerName: title,
    width: title === '' ? 46 : 58,
    minWidth: 40,
    pinned: 'left',
    lockPosition: 'left',
    resizable: false,
    sortable: false,
    suppressHeaderMenuButton: true,
    cellDataType: 'text',
    cellClass: 'row-number',
    headerClass: 'align-right',
    valueGetter: ({ data, node }) => {
      const index = node?.rowIndex ?? 0;
      if (rowNumber === undefined || data === undefined || data === null || data.row === null) return String(index + 1);
      return rowNumber(data.row, index);
    },
  };
}

/** AG Grid's columns for ours, the row number first. */
export function toColDefs<Row>(
  {
    columns,
    rowNumber,
    rowNumberTitle,
  }: {
    readonly columns: SheetProps<Row>['columns'];
    readonly rowNumber: SheetProps<Row>['rowNumber'] | undefined;
    readonly rowNumberTitle: string;
  },
  pending: PendingEdits,
): ColDef<GridRow<Row>, string>[] {
  return [rowNumberColumn(rowNumber, rowNumberTitle), ...columns.map((column) => toColDef(column, pending))];
}
