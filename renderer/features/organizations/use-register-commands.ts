import { useMemo, useRef } from 'react';
import { whileWriting } from '#renderer/session/ledger-store.ts';
import { useClient } from '#renderer/session/session.ts';
import type { BulkChange, SheetBatch, SheetCommands } from '#renderer/sheet/types.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import {
  isOrganizationFieldKey,
  type OrganizationFieldKey,
  organizationField,
} from '#shared/domain/organization/fields.ts';
import { organizationsText } from '#shared/messages/ui/organizations.ts';
import type { Client } from '#shared/rpc/client.ts';
import { type OrganizationRow, organizationRowId } from './cell-row.ts';
import { editedValue } from './cell-text.ts';
import type { OwnChanges } from './own-changes.ts';
import { useRemove } from './use-remove.ts';

/** What the register's grid may do with the ledger. `ask` opens the dialog for a new group. */
export function useRegisterCommands(
  ask: () => Promise<string | null>,
  own: OwnChanges,
): SheetCommands<OrganizationRow> {
  const client = useClient();
  const removeRows = useRemove();
  const latest = useRef({ ask, removeRows });
  latest.current = { ask, removeRows };
  return useMemo(
    () => ({
      canAdd: true,
      apply: (batch) => own.run(() => applyBatch(client, batch)),
      check: (batch) => checkBatch(client, batch),
      insert: () => latest.current.ask(),
      duplicate: async (rows) => {
        const { ids } = await whileWriting(() =>
          client.call('organizations.duplicate', { ids: rows.map(organizationRowId) }),
        );
        notifyDone(organizationsText.duplicated(formatCount(ids.length)));
        return ids;
      },
      remove: (rows) => latest.current.removeRows(rows),
      setField: (change) =>
        own.run(() => whileWriting(() => client.call('organizations.setField', fieldChangeOf(change)))),
      checkSetField: async (change) => {
        const { groups, changed, same } = await client.call('organizations.checkSetField', fieldChangeOf(change));
        return { rows: groups, changed, same };
      },
    }),
    [client, own],
  );
}

function batchOf({ edits, additions }: SheetBatch<OrganizationRow>) {
  return {
    edits: edits.flatMap(({ rowId, columnId, text }) =>
      isOrganizationFieldKey(columnId) ? [{ id: rowId, field: columnId, value: typedValue(columnId, text) }] : [],
    ),
    additions: additions.map((addition) =>
      Object.fromEntries(
        Object.entries(addition).flatMap(([columnId, text]) =>
          isOrganizationFieldKey(columnId) ? [[columnId, typedValue(columnId, text)]] : [],
        ),
      ),
    ),
  };
}

function typedValue(field: OrganizationFieldKey, text: string) {
  return editedValue(organizationField(field).kind, text);
}

type Refused = {
  readonly id: string;
  readonly field: string;
  readonly value: string;
  readonly message: string;
};

function refusedCell({ id, field, value, message }: Refused) {
  return { rowId: id.startsWith('addition:') ? null : id, columnId: field, text: value, message };
}

async function applyBatch(client: Client, batch: SheetBatch<OrganizationRow>) {
  const { refused, changeSetId, addedIds } = await client.call('organizations.edit', {
    ...batchOf(batch),
    invalid: 'leave',
    ...(batch.label === '' ? {} : { label: batch.label }),
  });
  return { refused: refused.map(refusedCell), changeSetId, added: addedIds.length };
}

async function checkBatch(client: Client, batch: SheetBatch<OrganizationRow>) {
  const check = await client.call('organizations.checkEdits', batchOf(batch));
  return { ...check, refused: check.refused.map(refusedCell) };
}

function fieldChangeOf({ target, columnId, mode, text }: BulkChange) {
  if (!isOrganizationFieldKey(columnId)) throw new Error(`no field of the register: ${columnId}`);
  return {
    target: 'view' in target ? { viewId: target.view } : { ids: [...target.rowIds] },
    field: columnId,
    mode,
    value: typedValue(columnId, text),
  };
}
