import { useEffect, useMemo, useRef, useState } from 'react';
import { useLedgerStore } from '#renderer/session/ledger-store.ts';
import { useClient } from '#renderer/session/session.ts';
import type { BlockSource, BlockView, SheetHandle } from '#renderer/sheet/types.ts';
import type { CellValue } from '#shared/contract/common.ts';
import { isOrganizationFieldKey, organizationFields } from '#shared/domain/organization/fields.ts';
import type { Client } from '#shared/rpc/client.ts';
import type { OrganizationRow } from './cell-row.ts';
import { createOwnChanges, type OwnChanges } from './own-changes.ts';
import { type RegisterFilter, viewOf } from './view-of.ts';

/** Values of a column that the menu gets at once; more are found by its search. */
const mostValues = 2000;

async function openRegister(client: Client, view: ReturnType<typeof viewOf>): Promise<BlockView<OrganizationRow>> {
  const { viewId, total } = await client.call('organizations.openView', view);
  return {
    total,
    handle: viewId,
    read: async (start, end) => (await client.call('organizations.readBlock', { viewId, start, end })).rows,
    readColumns: (start, end, columnIds) => readNarrow(client, { viewId, start, end }, columnIds),
    find: async (text) => (await client.call('organizations.find', { viewId, text: text.slice(0, 200) })).rows,
    indexOf: async (id) => (await client.call('organizations.indexOf', { viewId, id })).index,
  };
}

type Block = { readonly viewId: string; readonly start: number; readonly end: number };

/** Rows of which only some fields and the name are filled, as wide as any other row. */
async function readNarrow(
  client: Client,
  block: Block,
  columnIds: readonly string[],
): Promise<readonly (OrganizationRow | null)[]> {
  const wanted = new Set<string>([...columnIds, 'name']);
  const places = organizationFields.flatMap(({ key }, place) => (wanted.has(key) ? [{ key, place }] : []));
  const { rows } = await client.call('organizations.readBlock', { ...block, fields: places.map(({ key }) => key) });
  return rows.map((row) => {
    if (row === null) return null;
    const whole: CellValue[] = Array.from({ length: organizationFields.length + 1 }, () => null);
    whole[0] = row[0] ?? null;
    for (const [index, { place }] of places.entries()) whole[place + 1] = row[index + 1] ?? null;
    return whole;
  });
}

/** The register in blocks for one filter; the core keeps the sorted ids, the page only what is in sight. */
export function useRegisterSource(filter: RegisterFilter): BlockSource<OrganizationRow> {
  const client = useClient();
  return useMemo(
    () => ({
      kind: 'blocks',
      key: JSON.stringify(filter),
      open: (query) => openRegister(client, viewOf(filter, query)),
      valueList: async (columnId, query, search) => {
        if (!isOrganizationFieldKey(columnId)) return { values: [], distinct: 0 };
        return client.call('organizations.valueList', {
          field: columnId,
          view: viewOf(filter, { ...query, sort: [] }),
          limit: mostValues,
          ...(search === '' ? {} : { search }),
        });
      },
    }),
    [client, filter],
  );
}

/** Own edits refresh the rows where they are (as Excel, nothing jumps); any other change sorts and filters anew. */
export function useFollowLedger(handle: SheetHandle | null): OwnChanges {
  const shown = useRef(handle);
  shown.current = handle;
  const [own] = useState(() => createOwnChanges(() => shown.current?.refresh('view')));
  useEffect(
    () =>
      useLedgerStore.subscribe(({ revision, last }, before) => {
        if (revision === before.revision) return;
        shown.current?.refresh(own.mayBeOwn(last?.changeSetId ?? null) ? 'blocks' : 'view');
      }),
    [own],
  );
  return own;
}
