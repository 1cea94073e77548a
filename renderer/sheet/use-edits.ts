import type { CellEditRequestEvent, GridApi } from 'ag-grid-community';
import { useCallback, useState } from 'react';
import { whileWriting } from '#renderer/session/ledger-store.ts';
import type { PendingEdit, PendingEdits } from './pending-edits.ts';
import type { GridRow, SheetProps } from './types.ts';

type EditOptions<Row> = {
  readonly pending: PendingEdits;
  readonly onEdit: SheetProps<Row>['onEdit'];
  readonly errorText: SheetProps<Row>['errorText'];
  /** Called after the ledger took an edit. */
  readonly onSaved: () => void;
};

export type SheetEdits<Row> = {
  readonly request: (event: CellEditRequestEvent<GridRow<Row>>) => void;
  readonly rejected: readonly PendingEdit[];
  readonly giveUp: (api: GridApi<GridRow<Row>> | null, edit: PendingEdit) => void;
};

function repaint<Row>(api: GridApi<GridRow<Row>>, rowId: string, columnId: string): void {
  const node = api.getRowNode(rowId);
  if (node !== undefined) api.refreshCells({ rowNodes: [node], columns: [columnId], force: true });
}

/** Sends typed texts to the ledger; while one is on its way, or refused, the cell keeps showing it. */
export function useSheetEdits<Row>({ pending, onEdit, errorText, onSaved }: EditOptions<Row>): SheetEdits<Row> {
  const [rejected, setRejected] = useState<readonly PendingEdit[]>([]);

  const request = useCallback(
    (event: CellEditRequestEvent<GridRow<Row>>) => {
      const { api, data, column } = event;
      const columnId = column.getColId();
      const row = data?.row ?? null;
      const text = typeof event.newValue === 'string' ? event.newValue : '';
      if (onEdit === undefined || data === undefined || row === null) return;
      const former = pending.get(data.id, columnId);
      if (former?.state !== 'rejected' && text === (event.oldValue ?? '')) return;
      const edit: PendingEdit = { rowId: data.id, columnId, text, state: 'saving', message: '' };
      const settle = (next: PendingEdit) => {
        // A later text typed into the same cell has its own answer to wait for.
        if (pending.get(data.id, columnId) !== edit) return;
        pending.set(next);
        setRejected(pending.rejected());
        repaint(api, data.id, columnId);
      };
      pending.set(edit);
      setRejected(pending.rejected());
      repaint(api, data.id, columnId);
      whileWriting(() => onEdit([{ rowId: data.id, row, columnId, text }])).then(
        () => {
          settle({ ...edit, state: 'saved' });
          onSaved();
        },
        (error: unknown) => settle({ ...edit, state: 'rejected', message: errorText?.(error) ?? String(error) }),
      );
    },
    [pending, onEdit, errorText, onSaved],
  );

  const giveUp = useCallback(
    (api: GridApi<GridRow<Row>> | null, edit: PendingEdit) => {
      pending.drop(edit.rowId, edit.columnId);
      setRejected(pending.rejected());
      if (api !== null) repaint(api, edit.rowId, edit.columnId);
    },
    [pending],
  );

  return { request, rejected, giveUp };
}
