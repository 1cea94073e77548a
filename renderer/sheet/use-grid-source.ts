import type { GridApi } from 'ag-grid-community';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { createLaterRefresh } from '#renderer/session/refresh-later.ts';
import type { Turns } from '#renderer/session/turns.ts';
import type { SheetCore } from './core/sheet-core.ts';
import { type BlockDatasource, createBlockDatasource } from './block-datasource.ts';
import type { PendingEdits } from './pending-edits.ts';
import { placingIn } from './placing.ts';
import { openRows } from './rows-view.ts';
import type { BlockView, GridRow, SheetProps, SheetQuery } from './types.ts';

/** Several reasons to read again within this time lead to one reading. */
const refreshPauseMilliseconds = 80;

type GridSource<Row> = {
  /** Rows of a short list; undefined for a block source. */
  readonly rowData: GridRow<Row>[] | undefined;
  readonly datasource: BlockDatasource<Row> | undefined;
  readonly view: () => Promise<BlockView<Row>>;
  readonly refresh: (api: GridApi<GridRow<Row>> | null, what: 'blocks' | 'view') => void;
};

/** A list in memory, sorted and filtered here; undefined for a block source. */
function useLocalRows<Row>(props: SheetProps<Row>, query: SheetQuery, pending: PendingEdits) {
  const { source, rowId, columns, wide } = props;
  return useMemo(() => {
    if (source.kind !== 'rows') return undefined;
    pending.settle(() => true);
    const view = openRows({ rows: source.rows, columns, rowId, wide }, query);
    return { view, rowData: view.rows.map((row): GridRow<Row> => ({ id: rowId(row), row })) };
  }, [source, rowId, columns, wide, query, pending]);
}

function isReading<Row>(api: GridApi<GridRow<Row>>): boolean {
  // boundary: the grid types its state of blocks as any
  const blocks = Object.values(api.getCacheBlockState() as Record<string, { readonly pageStatus: string }>);
  return blocks.some(({ pageStatus }) => pageStatus === 'needsLoading' || pageStatus === 'loading');
}

/** Has the blocks that the grid holds read again, a moment later. */
function useLaterRefresh<Row>(turns: Turns) {
  const gridApi = useRef<GridApi<GridRow<Row>> | null>(null);
  const [later] = useState(() =>
    createLaterRefresh(turns, {
      pause: refreshPauseMilliseconds,
      read: async () => {
        const { current: api } = gridApi;
        if (api === null || api.isDestroyed()) return;
        api.refreshInfiniteCache();
        while (!api.isDestroyed() && isReading(api)) await new Promise((resolve) => setTimeout(resolve, 10));
      },
    }),
  );
  useEffect(() => later.stop, [later]);
  return (api: GridApi<GridRow<Row>> | null): void => {
    gridApi.current = api;
    later.ask();
  };
}

type FollowedCore<Row> = Pick<SheetCore<Row>, 'store' | 'pending' | 'following' | 'turns'>;

/** A list that is read in blocks; undefined for one in memory. Another key or query is another list. */
function useBlocks<Row>(
  props: SheetProps<Row>,
  query: SheetQuery,
  { store, pending, following }: FollowedCore<Row>,
): BlockDatasource<Row> | undefined {
  const { source } = props;
  const latest = useRef(props);
  latest.current = props;
  const sourceKey = source.kind === 'blocks' ? source.key : '';
  const onShow = useRef<BlockDatasource<Row> | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a block source is the same list as long as its key is
  const datasource = useMemo(() => {
    const { source: blocks } = latest.current;
    if (blocks.kind !== 'blocks') return undefined;
    // An answer to a former question that comes late says nothing about the list on show.
    const isOnShow = (): boolean => onShow.current === made;
    const made: BlockDatasource<Row> = createBlockDatasource<Row>({
      open: () => blocks.open(query),
      rowId: latest.current.rowId,
      listener: {
        ...placingIn(following, isOnShow),
        onTotal: (total) => (isOnShow() ? store.setState({ total }) : undefined),
        onRows: (rows) => {
          const ids = new Set(rows.map((row) => row.id));
          pending.settle((rowId) => ids.has(rowId));
        },
        onError: (error) => (isOnShow() ? latest.current.onReadError?.(error) : undefined),
      },
    });
    return made;
  }, [sourceKey, query, store, pending, following]);
  onShow.current = datasource;
  useEffect(() => {
    if (datasource !== undefined) following.begins();
  }, [datasource, following]);
  return datasource;
}

/** What the grid shows, from either kind of source, sorted and filtered as the sheet's query says. */
export function useGridSource<Row>(props: SheetProps<Row>, core: FollowedCore<Row>): GridSource<Row> {
  const { store, pending, turns } = core;
  const query = useStore(store, (state) => state.query);
  const later = useLaterRefresh<Row>(turns);
  const local = useLocalRows(props, query, pending);
  const datasource = useBlocks(props, query, core);
  const localTotal = local?.rowData.length;
  useEffect(() => {
    if (localTotal !== undefined) store.setState({ total: localTotal });
  }, [localTotal, store]);

  const refresh = (api: GridApi<GridRow<Row>> | null, what: 'blocks' | 'view') => {
    if (datasource === undefined) return;
    if (what === 'view') datasource.reopen();
    else datasource.forget();
    // Rows that are not loaded are read when they are needed.
    pending.settle((rowId) => api?.getRowNode(rowId) === undefined);
    later(api);
  };
  const view = async (): Promise<BlockView<Row>> => {
    if (local !== undefined) return local.view;
    if (datasource === undefined) throw new Error('a sheet has rows or blocks');
    return datasource.view();
  };

  return { rowData: local?.rowData, datasource, view, refresh };
}
