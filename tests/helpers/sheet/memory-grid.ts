import { placingIn } from '#renderer/sheet/placing.ts';
import { createLaterRefresh } from '#renderer/session/refresh-later.ts';
import { type BlockDatasource, createBlockDatasource } from '#renderer/sheet/block-datasource.ts';
import type { GridPort } from '#renderer/sheet/core/grid-port.ts';
import type { SheetCore } from '#renderer/sheet/core/sheet-core.ts';
import type { SheetStore } from '#renderer/sheet/core/state.ts';
import type { CellPosition } from '#renderer/sheet/selection/ranges.ts';
import type { BlockView, GridRow, SheetColumn, SheetQuery } from '#renderer/sheet/types.ts';

type Parts<Row> = {
  readonly store: SheetStore;
  readonly columns: () => readonly SheetColumn<Row>[];
  readonly rowId: (row: Row) => string;
  readonly open: (query: SheetQuery) => Promise<BlockView<Row>>;
  /** Only so many rows are read into the grid, from the top. */
  readonly loaded: number;
};

export type MemoryGrid<Row> = {
  readonly port: GridPort<Row>;
  readonly view: () => Promise<BlockView<Row>>;
  /** Begins to draw rows; the parts of the sheet that follow them are made by then. */
  readonly start: (core: SheetCore<Row>) => Promise<void>;
  /** Sorts and filters in another way. */
  readonly show: (query: SheetQuery) => Promise<void>;
  /** Reads more rows into the grid, as by scrolling. */
  readonly load: (rows: number) => Promise<void>;
  /** Columns that are not drawn. */
  readonly hide: (...columnIds: readonly string[]) => void;
  readonly leave: () => void;
  /** Cells that were brought into sight, the last one at the end. */
  readonly revealed: readonly CellPosition[];
  /** Nothing is being read any more. */
  readonly isRead: () => boolean;
};

type State<Row> = {
  rows: readonly GridRow<Row>[];
  hidden: readonly string[];
  isShown: boolean;
  /** Readings that were asked for, and the last one of them that has come. */
  asked: number;
  answered: number;
  loaded: number;
};

const pageRows = 10;
const cellSize = { width: 100, height: 26 };

/** The port of a grid that draws into memory: rows come by the sheet's own data source, in one block. */
export function createMemoryGrid<Row>(parts: Parts<Row>): MemoryGrid<Row> {
  const state: State<Row> = { rows: [], hidden: [], isShown: true, asked: 0, answered: 0, loaded: parts.loaded };
  const revealed: CellPosition[] = [];
  let source: BlockDatasource<Row> | null = null;
  let later = { ask: (): void => undefined };
  let core: SheetCore<Row> | null = null;
  const current = (): BlockDatasource<Row> => {
    if (source === null) throw new Error('the grid has not started');
    return source;
  };
  const read = async (): Promise<void> => {
    const from = current();
    const { asked } = state;
    await readBlock(from, state.loaded, (rows) => {
      if (from === source) state.rows = rows;
    });
    state.answered = asked;
  };
  const show = async (query: SheetQuery): Promise<void> => {
    if (core === null) throw new Error('the grid has not started');
    source = sourceOf(parts, core, { query, isOnShow: (made) => made === source });
    parts.store.setState({ query });
    core.following.begins();
    await read();
  };
  const columns = (): readonly SheetColumn<Row>[] => parts.columns().filter(({ id }) => !state.hidden.includes(id));
  const isDrawn = ({ row, column }: CellPosition): boolean => row < state.rows.length && column < columns().length;
  return {
    revealed,
    show,
    isRead: () => state.answered === state.asked,
    view: () => current().view(),
    start: async (made) => {
      core = made;
      later = createLaterRefresh(made.turns, { pause: 0, read });
      await show(parts.store.getState().query);
    },
    load: async (rows) => {
      state.loaded = rows;
      await read();
    },
    hide: (...columnIds) => {
      state.hidden = columnIds;
      core?.following.columnsChanged();
    },
    leave: () => {
      state.isShown = false;
    },
    port: {
      columns,
      total: () => parts.store.getState().total,
      isShown: () => state.isShown,
      peek: (row) => state.rows[row],
      indexOf: (rowId) => {
        const place = state.rows.findIndex(({ id }) => id === rowId);
        return place === -1 ? null : place;
      },
      pageRows: () => pageRows,
      reveal: (position) => void revealed.push(position),
      boxOf: (position) =>
        isDrawn(position)
          ? { left: position.column * cellSize.width, top: position.row * cellSize.height, ...cellSize }
          : null,
      windowBoxOf: (position) =>
        isDrawn(position)
          ? { left: position.column * cellSize.width, bottom: (position.row + 1) * cellSize.height }
          : null,
      headBoxOf: (columnId) => {
        const column = columns().findIndex(({ id }) => id === columnId);
        return column === -1 ? null : { left: column * cellSize.width, bottom: 0 };
      },
      autosize: () => undefined,
      repaint: () => undefined,
      refresh: (what) => {
        if (what === 'view') current().reopen();
        else current().forget();
        core?.pending.settle((rowId) => !state.rows.some(({ id }) => id === rowId));
        state.asked += 1;
        later.ask();
      },
    },
  };
}

/** Hands over the rows as soon as they are there: what the data source tells afterwards finds them drawn. */
function readBlock<Row>(
  source: BlockDatasource<Row>,
  endRow: number,
  draw: (rows: readonly GridRow<Row>[]) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const params = {
      startRow: 0,
      endRow,
      sortModel: [],
      filterModel: {},
      successCallback: (rows: readonly GridRow<Row>[]) => {
        draw(rows);
        resolve();
      },
      failCallback: () => reject(new Error('the rows could not be read')),
    };
    // boundary: the grid's api and context are not used by the data source
    source.getRows(params as unknown as Parameters<BlockDatasource<Row>['getRows']>[0]);
  });
}

type Shown<Row> = {
  readonly query: SheetQuery;
  readonly isOnShow: (source: BlockDatasource<Row>) => boolean;
};

/** The list as the sheet wires it: the selection follows its records, what has been read again needs no stand-in. */
function sourceOf<Row>(
  { store, open, rowId }: Parts<Row>,
  { following, pending }: SheetCore<Row>,
  { query, isOnShow }: Shown<Row>,
): BlockDatasource<Row> {
  const made: BlockDatasource<Row> = createBlockDatasource<Row>({
    open: () => open(query),
    rowId,
    listener: {
      ...placingIn(following, () => isOnShow(made)),
      onTotal: (total) => (isOnShow(made) ? store.setState({ total }) : undefined),
      onRows: (rows) => {
        const ids = new Set(rows.map(({ id }) => id));
        pending.settle((id) => ids.has(id));
      },
      onError: (error) => {
        throw error;
      },
    },
  });
  return made;
}
