import { expect, test } from 'vitest';
import { createBlockDatasource } from '#renderer/sheet/block-datasource.ts';
import type { Placed } from '#renderer/sheet/core/following.ts';
import type { BlockView, GridRow } from '#renderer/sheet/types.ts';

type Datasource = ReturnType<typeof createBlockDatasource>;
type Answer = { readonly rows: readonly GridRow<string>[]; readonly total: number | undefined } | 'failed';

function ask(datasource: Datasource, startRow: number): Promise<Answer> {
  return new Promise((resolve) => {
    const params = {
      startRow,
      endRow: startRow + 200,
      sortModel: [],
      filterModel: {},
      successCallback: (rows: readonly GridRow<string>[], total?: number) => resolve({ rows, total }),
      failCallback: () => resolve('failed'),
    };
    // boundary: the grid's api and context are not used by the data source
    datasource.getRows(params as unknown as Parameters<Datasource['getRows']>[0]);
  });
}

function viewOf(total: number, read: BlockView<string>['read']): BlockView<string> {
  return { total, read, find: async () => [], indexOf: async () => null, handle: null };
}

/** `outcomes`: of the selection's being put in its place, one after the other; then 'done'. */
function register(view: BlockView<string>, outcomes: Placed[] = []) {
  const seen = { opened: 0, totals: [] as number[], errors: [] as unknown[], rows: 0, located: 0, put: [] as number[] };
  const astray = { now: false };
  const datasource = createBlockDatasource<string>({
    open: async () => {
      seen.opened += 1;
      return view;
    },
    rowId: (row) => row,
    listener: {
      locate: async () => {
        seen.located += 1;
        return ({ start }) => {
          seen.put.push(start);
          astray.now = false;
          return outcomes.shift() ?? 'done';
        };
      },
      onShown: () => undefined,
      isAstray: () => astray.now,
      onTotal: (total) => seen.totals.push(total),
      onRows: (rows) => {
        seen.rows += rows.length;
      },
      onError: (error) => seen.errors.push(error),
    },
  });
  return { datasource, seen, astray };
}

const names = viewOf(450, async (start, end) =>
  Array.from({ length: end - start }, (_, offset) => (start + offset === 3 ? null : `g${start + offset}`)),
);

test('one view is opened for many blocks, and the last block ends at the total', async () => {
  const { datasource, seen } = register(names);
  const first = await ask(datasource, 0);
  const last = await ask(datasource, 400);
  expect(seen.opened).toBe(1);
  expect(first !== 'failed' && first.total).toBe(450);
  expect(last !== 'failed' && last.rows).toHaveLength(50);
  expect(seen.totals).toEqual([450, 450]);
});

test('a group deleted since keeps its place as an empty row', async () => {
  const { datasource } = register(names);
  const first = await ask(datasource, 0);
  expect(first !== 'failed' && first.rows[3]).toEqual({ id: 'deleted:3', row: null });
});

test('reopening opens the list anew with the next reading, not before', async () => {
  const { datasource, seen } = register(names);
  await ask(datasource, 0);
  datasource.reopen();
  expect(seen.opened).toBe(1);
  await ask(datasource, 0);
  await ask(datasource, 200);
  expect(seen.opened).toBe(2);
});

test('a view that the core has let go of is opened again without the user noticing', async () => {
  let reads = 0;
  const { datasource, seen } = register(
    viewOf(1, async () => {
      reads += 1;
      if (reads === 1) throw new Error('gone');
      return ['g'];
    }),
  );
  const answer = await ask(datasource, 0);
  expect(answer !== 'failed' && answer.rows.map((row) => row.id)).toEqual(['g']);
  expect(seen.opened).toBe(2);
  expect(seen.errors).toEqual([]);
});

test('a reading that fails twice is told once', async () => {
  const { datasource, seen } = register(
    viewOf(1, async () => {
      throw new Error('broken');
    }),
  );
  expect(await ask(datasource, 0)).toBe('failed');
  expect(seen.errors).toHaveLength(1);
});

test('what is selected is put in its place once for a view, with the first block that the grid shows', async () => {
  const { datasource, seen } = register(names, ['early']);
  await ask(datasource, 0);
  await ask(datasource, 200);
  await ask(datasource, 400);
  expect(seen.put).toEqual([0, 200]);
  expect(seen.located).toBe(1);
});

test('another cell chosen meanwhile is asked for at once', async () => {
  const { datasource, seen } = register(names, ['unknown']);
  await ask(datasource, 0);
  await expect.poll(() => seen.put).toEqual([0, 0]);
  expect(seen.located).toBe(2);
});

test('a record chosen among old rows is put in its place when the new ones come', async () => {
  const { datasource, seen, astray } = register(names);
  await ask(datasource, 0);
  astray.now = true;
  await ask(datasource, 200);
  await expect.poll(() => seen.put).toEqual([0, 200]);
  expect(seen.located).toBe(2);
});
