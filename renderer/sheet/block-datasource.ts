import type { IDatasource, IGetRowsParams } from 'ag-grid-community';
import type { CameRows, Placer } from './core/following.ts';
import { createReadAhead } from './read-ahead.ts';
import type { BlockView, GridRow } from './types.ts';

export type BlockListener<Row> = {
  readonly onTotal: (total: number) => void;
  /** Rows of a view that was just opened are about to be shown; the answer is called as soon as they are. */
  readonly locate: (view: BlockView<Row>, isFirst: boolean) => Promise<Placer>;
  /** After rows were handed to the grid. */
  readonly onShown: () => void;
  /** What is selected is not where the grid draws it. */
  readonly isAstray: () => boolean;
  readonly onRows: (rows: readonly GridRow<Row>[]) => void;
  readonly onError: (error: unknown) => void;
};

export type BlockDatasource<Row> = IDatasource & {
  /** The view the rows come from; opened when there is none. */
  readonly view: () => Promise<BlockView<Row>>;
  /** What was read ahead is void: the rows have changed. */
  readonly forget: () => void;
  /** The next reading opens the list anew. */
  readonly reopen: () => void;
};

type Options<Row> = {
  readonly open: () => Promise<BlockView<Row>>;
  readonly rowId: (row: Row) => string;
  readonly listener: BlockListener<Row>;
};

type Placing<Row> = {
  readonly opened: (view: BlockView<Row>) => void;
  /** null = what is selected has its place in this view already. */
  readonly locate: (view: BlockView<Row>) => Promise<Placer> | null;
  /** Rows of a view were handed to the grid. */
  readonly came: (view: BlockView<Row>, came: CameRows, put: Placer | null) => void;
};

/** The first block of a view that is really shown puts what is selected in its place; a view that is out of date never does. */
function createPlacing<Row>(listener: BlockListener<Row>): Placing<Row> {
  let latest: BlockView<Row> | null = null;
  let placed: BlockView<Row> | null = null;
  const located = new WeakMap<BlockView<Row>, Promise<Placer>>();
  const locate = (view: BlockView<Row>): Promise<Placer> => {
    const asked = listener.locate(view, placed === null);
    located.set(view, asked);
    // Told by the reading that waits for it.
    asked.catch(() => undefined);
    return asked;
  };
  const place = (view: BlockView<Row>, came: CameRows, put: Placer): void => {
    if (view !== latest) return;
    const outcome = put(came);
    if (outcome === 'done') placed = view;
    if (outcome === 'unknown') placeAnew(view, came);
  };
  const placeAnew = (view: BlockView<Row>, came: CameRows): void => {
    const asked = locate(view);
    asked.then(
      (put) => place(view, came, put),
      () => undefined,
    );
  };
  return {
    opened: (view) => {
      latest = view;
    },
    locate: (view) => (view === placed ? null : (located.get(view) ?? locate(view))),
    came: (view, came, put) => {
      if (put !== null && view !== placed) place(view, came, put);
      if (view === placed && view === latest && listener.isAstray()) placeAnew(view, came);
    },
  };
}

/** AG Grid's infinite rows over a view that is opened once and then read in blocks. */
export function createBlockDatasource<Row>({ open, rowId, listener }: Options<Row>): BlockDatasource<Row> {
  let view: Promise<BlockView<Row>> | null = null;
  const placing = createPlacing(listener);
  const ahead = createReadAhead<Row>();
  const current = (): Promise<BlockView<Row>> => {
    view ??= open().then((opened) => {
      placing.opened(opened);
      return opened;
    });
    return view;
  };

  async function read(params: IGetRowsParams): Promise<void> {
    const opened = await current();
    const locating = placing.locate(opened);
    const end = Math.min(params.endRow, opened.total);
    const rows =
      params.startRow < end
        ? await ahead.read(opened, { start: params.startRow, end, size: params.endRow - params.startRow })
        : [];
    const gridRows = toGridRows(rows, params.startRow, rowId);
    const put = await locating;
    listener.onRows(gridRows);
    params.successCallback([...gridRows], opened.total);
    listener.onTotal(opened.total);
    placing.came(opened, { start: params.startRow, ids: gridRows.map(({ id }) => id) }, put);
    listener.onShown();
  }

  return {
    view: current,
    forget: ahead.forget,
    reopen: () => {
      view = null;
      ahead.forget();
    },
    getRows: (params) => {
      // The core keeps few views: one that it has let go of is opened again, once.
      const again = (): Promise<void> => {
        view = null;
        ahead.forget();
        return read(params);
      };
      read(params)
        .catch(again)
        .catch((error: unknown) => {
          view = null;
          params.failCallback();
          listener.onError(error);
        });
    },
  };
}

function toGridRows<Row>(
  rows: readonly (Row | null)[],
  start: number,
  rowId: (row: Row) => string,
): readonly GridRow<Row>[] {
  return rows.map((row, offset) =>
    row === null ? { id: `deleted:${start + offset}`, row: null } : { id: rowId(row), row },
  );
}
