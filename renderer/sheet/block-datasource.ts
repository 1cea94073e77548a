import type { IDatasource, IGetRowsParams } from 'ag-grid-community';
import { createReadAhead } from './read-ahead.ts';
import type { BlockView, GridRow } from './types.ts';

export type BlockListener<Row> = {
  readonly onTotal: (total: number) => void;
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

/** AG Grid's infinite rows over a view that is opened once and then read in blocks. */
export function createBlockDatasource<Row>({ open, rowId, listener }: Options<Row>): BlockDatasource<Row> {
  let view: Promise<BlockView<Row>> | null = null;
  const ahead = createReadAhead<Row>();
  const current = (): Promise<BlockView<Row>> => {
    view ??= open();
    return view;
  };

  async function read(params: IGetRowsParams): Promise<void> {
    const opened = await current();
    const end = Math.min(params.endRow, opened.total);
    const rows =
      params.startRow < end
        ? await ahead.read(opened, { start: params.startRow, end, size: params.endRow - params.startRow })
        : [];
    const gridRows = rows.map(
      (row, offset): GridRow<Row> =>
        row === null ? { id: `deleted:${params.startRow + offset}`, row: null } : { id: rowId(row), row },
    );
    listener.onRows(gridRows);
    params.successCallback([...gridRows], opened.total);
    listener.onTotal(opened.total);
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
