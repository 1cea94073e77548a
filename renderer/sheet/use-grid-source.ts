import type { GridApi } from 'ag-grid-community';
import { useEffect, useMemo, useRef } from 'react';
import { type BlockDatasource, createBlockDatasource } from './block-datasource.ts';
import type { PendingEdits } from './pending-edits.ts';
import type { GridRow, SheetProps } from './types.ts';

/** Several reasons to read again within this time lead to one reading. */
const refreshPauseMilliseconds = 80;

type GridSource<Row> = {
  /** Rows of a short list; undefined for a block source. */
  readonly rowData: GridRow<Row>[] | undefined;
  readonly datasource: BlockDatasource | undefined;
  readonly refresh: (api: GridApi<GridRow<Row>> | null, what: 'blocks' | 'view') => void;
};

/** What the grid shows, from either kind of source. */
export function useGridSource<Row>(props: SheetProps<Row>, pending: PendingEdits): GridSource<Row> {
  const { source, rowId } = props;
  const latest = useRef(props);
  latest.current = props;
  const sourceKey = source.kind === 'blocks' ? source.key : '';
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const rowData = useMemo(() => {
    if (source.kind !== 'rows') return undefined;
    pending.settle(null);
    return source.rows.map((row): GridRow<Row> => ({ id: rowId(row), row }));
  }, [source, rowId, pending]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a block source is the same list as long as its key is
  const datasource = useMemo(() => {
    const current = latest.current;
    if (current.source.kind !== 'blocks') return undefined;
    return createBlockDatasource<Row>({
      source: current.source,
      rowId: current.rowId,
      listener: {
        onTotal: (total) => latest.current.onTotal?.(total),
        onRows: (rows) => pending.settle(rows.map((row) => row.id)),
        onError: (error) => latest.current.onReadError?.(error),
      },
    });
  }, [sourceKey, pending]);

  useEffect(() => () => clearTimeout(timer.current), []);

  const refresh = (api: GridApi<GridRow<Row>> | null, what: 'blocks' | 'view') => {
    if (datasource === undefined) return;
    if (what === 'view') datasource.reopen();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (api !== null && !api.isDestroyed()) api.refreshInfiniteCache();
    }, refreshPauseMilliseconds);
  };

  return { rowData, datasource, refresh };
}
