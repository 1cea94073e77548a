import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useLedgerStore } from '#renderer/session/ledger-store.ts';
import { useClient } from '#renderer/session/session.ts';
import type { BlockSource, SheetEdit, SheetHandle, SheetSort } from '#renderer/sheet/types.ts';
import type { OrganizationView } from '#shared/contract/organizations.ts';
import { isOrganizationFieldKey, organizationField } from '#shared/domain/organization/fields.ts';
import { editedValue, type OrganizationRow } from './columns.ts';

export type RegisterFilter = { readonly search: string; readonly expiredBefore: string | null };

function viewOf(filter: RegisterFilter, sort: readonly SheetSort[]): OrganizationView {
  const keys = sort.flatMap(({ columnId, descending }) =>
    isOrganizationFieldKey(columnId) ? [{ field: columnId, descending }] : [],
  );
  return {
    ...(filter.search.trim() === '' ? {} : { search: filter.search }),
    ...(filter.expiredBefore === null
      ? {}
      : { conditions: [{ field: 'validUntil' as const, operator: 'range' as const, to: filter.expiredBefore }] }),
    ...(keys.length === 0 ? {} : { sort: keys.slice(0, 5) }),
  };
}

/** The register in blocks for one filter; the core keeps the sorted ids, the page only what is in sight. */
export function useRegisterSource(filter: RegisterFilter): BlockSource<OrganizationRow> {
  const client = useClient();
  return useMemo(
    () => ({
      kind: 'blocks',
      key: JSON.stringify(filter),
      open: async (sort) => {
        const { viewId, total } = await client.call('organizations.openView', viewOf(filter, sort));
        return {
          total,
          read: async (start, end) => (await client.call('organizations.readBlock', { viewId, start, end })).rows,
        };
      },
    }),
    [client, filter],
  );
}

type RegisterEdits = {
  readonly onEdit: (edits: readonly SheetEdit<OrganizationRow>[]) => Promise<void>;
  /** True while an edit of this grid is on its way: the change that follows is its own. */
  readonly isEditing: () => boolean;
};

export function useRegisterEdits(): RegisterEdits {
  const client = useClient();
  const open = useRef(0);
  const onEdit = useCallback(
    async (edits: readonly SheetEdit<OrganizationRow>[]) => {
      open.current += 1;
      try {
        await client.call('organizations.edit', {
          edits: edits.flatMap(({ rowId, columnId, text }) =>
            isOrganizationFieldKey(columnId)
              ? [{ id: rowId, field: columnId, value: editedValue(organizationField(columnId).kind, text) }]
              : [],
          ),
        });
      } finally {
        open.current -= 1;
      }
    },
    [client],
  );
  return { onEdit, isEditing: () => open.current > 0 };
}

/** Own edits refresh the rows where they are (as Excel, nothing jumps); any other change sorts and filters anew. */
export function useFollowLedger(handle: SheetHandle | null, isEditing: () => boolean): void {
  const revision = useLedgerStore((state) => state.revision);
  const seen = useRef(revision);
  const editing = useRef(isEditing);
  editing.current = isEditing;
  useEffect(() => {
    if (seen.current === revision) return;
    seen.current = revision;
    handle?.refresh(editing.current() ? 'blocks' : 'view');
  }, [revision, handle]);
}
