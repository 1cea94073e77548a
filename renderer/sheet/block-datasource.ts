import type { IDatasource, IGetRowsParams } from 'ag-grid-community';
import type { BlockSource, BlockView, GridRow, SheetSort } from './types.ts';

export type BlockListener<Row> = {
  readonly onTotal: (total: number) => void;
  readonly onRows: (rows: readonly GridRow<Row>[]) => void;
  readonly onError: (error: unknown) => void;
};

export type BlockDatasource = IDatasource & { readonly reopen: () => void };

type Options<Row> = {
  readonly source: BlockSource<Row>;
  readonly rowId: (row: Row) => string;
  readonly listener: BlockListener<Row>;
};

function sortOf(params: IGetRowsParams): SheetSort[] {
  return params.sortModel.map((item) => ({ columnId: item.colId, descending: item.sort === 'desc' }));
}

/** AG Grid's infinite rows over a view that is opened once per sorting and then read in blocks. */
export function createBlockDatasource<Row>({ source, rowId, listener }: Options<Row>): BlockDatasource {
  let view: Promise<BlockView<Row>> | null = null;
  let sortKey = '';

  function viewFor(sort: readonly SheetSort[]): Promise<BlockView<Row>> {
    const key = JSON.stringify(sort);
    if (view === null || key !== sortKey) {
      sortKey = key;
      view = source.open(sort);
    }
    return view;
  }

  async function read(params: IGetRowsParams): Promise<void> {
    const opened = await viewFor(sortOf(params));
    const end = Math.min(params.endRow, opened.total);
    const rows = params.startRow < end ? await opened.read(params.startRow, end) : [];
    const gridRows = rows.map(
      (row, offset): GridRow<Row> =>
        row === null ? { id: `deleted:${params.startRow + offset}`, row: null } : { id: rowId(row), row },
    );
    listener.onRows(gridRows);
    params.successCallback([...gridRows], opened.total);
    listener.onTotal(opened.total);
  }

  return {
    reopen: () => {
      view = null;
    },
    getRows: (params) => {
      // The core keeps few views: one that it has let go of is opened again, once.
      const again = (): Promise<void> => {
        view = null;
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
