import { noQuery } from './core/state.ts';
import { openRows } from './rows-view.ts';
import type { BlockView, SheetColumn } from './types.ts';

type Readable<Row> = {
  readonly total: number;
  readonly read: BlockView<Row>['read'];
  readonly columns: readonly SheetColumn<Row>[];
  readonly rowId: (row: Row) => string;
};

const readAtOnce = 1000;

/** A view of a list that can only be read: what is looked for is found by reading it through once. */
export function viewByReading<Row>({ total, read, columns, rowId }: Readable<Row>): BlockView<Row> {
  let all: Promise<BlockView<Row>> | null = null;
  const whole = (): Promise<BlockView<Row>> => {
    all ??= readThrough();
    return all;
  };
  const readThrough = async (): Promise<BlockView<Row>> => {
    const rows: Row[] = [];
    for (let start = 0; start < total; start += readAtOnce)
      rows.push(...(await read(start, Math.min(total, start + readAtOnce))).filter((row) => row !== null));
    return openRows({ rows, columns, rowId }, noQuery);
  };
  return {
    total,
    handle: null,
    read,
    find: async (text) => (await whole()).find(text),
    indexOf: async (id) => (await whole()).indexOf(id),
  };
}
