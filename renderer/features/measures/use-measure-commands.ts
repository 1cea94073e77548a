import { useMemo } from 'react';
import { whileWriting } from '#renderer/session/ledger-store.ts';
import { useClient } from '#renderer/session/session.ts';
import type { SheetBatch, SheetCommands } from '#renderer/sheet/types.ts';
import { type Ask, useAsk } from '#renderer/ui/confirm.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { type MeasureRow, measureField } from '#shared/contract/measures.ts';
import { printedName } from '#shared/domain/printed-name.ts';
import { measureLabels } from '#shared/messages/measures.ts';
import { measuresText } from '#shared/messages/ui/measures.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { Client } from '#shared/rpc/client.ts';
import type { MeasureList } from './use-measures.ts';

type Scope = { readonly client: Client; readonly ask: Ask; readonly planId: string; readonly fiscalYear: number };

/** What the status list's grid may do with the ledger; undefined while there is no year to write into. */
export function useMeasureCommands(list: MeasureList, years: readonly number[]): SheetCommands<MeasureRow> | undefined {
  const client = useClient();
  const ask = useAsk();
  const planId = list.plan.id;
  const fiscalYear = list.fiscalYear ?? years[0];
  const { rows } = list;
  return useMemo(() => {
    if (fiscalYear === undefined) return undefined;
    const scope: Scope = { client, ask, planId, fiscalYear };
    const byId = new Map(rows.map((row) => [row.rowId, row]));
    return {
      apply: (batch) => applyBatch(scope, batch),
      check: (batch) => checkBatch(scope, batch),
      insert: (at) => insertAfter(scope, at ?? rows.at(-1) ?? null),
      duplicate: async (chosen) => {
        const nodeIds = chosen.filter((row) => row.kind === 'measure').map((row) => row.nodeId);
        if (nodeIds.length === 0) return [];
        return (await whileWriting(() => client.call('measures.duplicate', { planId, nodeIds }))).rowIds;
      },
      remove: (chosen) => removeRows(scope, rows, chosen),
      ...bulkCommands(scope, byId),
    };
  }, [client, ask, planId, fiscalYear, rows]);
}

function editsOf({ edits }: SheetBatch<MeasureRow>) {
  return edits.flatMap(({ row, columnId, text }) => {
    const field = measureField.safeParse(columnId);
    return field.success ? [{ nodeId: row.nodeId, field: field.data, value: text === '' ? null : text }] : [];
  });
}

type Refused = {
  readonly nodeId: string;
  readonly field: string;
  readonly value: string;
  readonly message: string;
};

/** An own row of the list has its node's id. */
function refusedCell({ nodeId, field, value, message }: Refused) {
  return { rowId: nodeId, columnId: field, text: value, message };
}

/** `leave`: a value the plan does not know comes back; `refuse`: it is an error and nothing is written. */
async function applyBatch(
  { client, planId, fiscalYear }: Scope,
  batch: SheetBatch<MeasureRow>,
  invalid: 'leave' | 'refuse' = 'leave',
) {
  const edits = editsOf(batch);
  if (edits.length === 0) return { refused: [], changeSetId: null };
  const { refused, changeSetId } = await client.call('measures.edit', {
    planId,
    fiscalYear,
    edits,
    invalid,
    ...(batch.label === '' ? {} : { label: batch.label }),
  });
  return { refused: refused.map(refusedCell), changeSetId };
}

async function checkBatch({ client, planId, fiscalYear }: Scope, batch: SheetBatch<MeasureRow>) {
  const check = await client.call('measures.checkEdits', { planId, fiscalYear, edits: editsOf(batch) });
  return { ...check, added: 0, refused: check.refused.map(refusedCell), refusedTotal: check.refused.length };
}

async function insertAfter({ client, planId }: Scope, at: MeasureRow | null): Promise<string | null> {
  if (at === null) return null;
  const input = { planId, afterRowId: at.rowId, names: [measureLabels.newName] };
  return (await whileWriting(() => client.call('measures.add', input))).rowIds[0] ?? null;
}

/** The heading among the chosen rows that would lose a row which is to stay; with a measure its 再掲 rows go as well. */
export function filledHeading(all: readonly MeasureRow[], chosen: readonly MeasureRow[]): MeasureRow | undefined {
  const going = new Set(chosen.map((row) => row.rowId));
  const nodes = new Map(chosen.flatMap((row) => (row.kind === 'repost' ? [] : [[row.nodeId, row] as const])));
  const staying = all.find(
    (row) =>
      nodes.has(row.parentId ?? '') && !going.has(row.rowId) && !(row.kind === 'repost' && nodes.has(row.nodeId)),
  );
  return nodes.get(staying?.parentId ?? '');
}

async function removeRows(
  { client, ask, planId }: Scope,
  all: readonly MeasureRow[],
  rows: readonly MeasureRow[],
): Promise<boolean> {
  const [first] = rows;
  if (first === undefined) return false;
  // Told before the question, not after its answer.
  const filled = filledHeading(all, rows);
  if (filled !== undefined) throw new AppError('HEADING_NOT_EMPTY', { heading: printedName(filled) });
  const agreed = await ask({
    title: measuresText.removeTitle,
    body: measuresText.removeBody(printedName(first), formatCount(rows.length)),
    ok: measuresText.removeOk,
    danger: true,
  });
  if (!agreed) return false;
  await whileWriting(() => client.call('measures.remove', { planId, rowIds: rows.map((row) => row.rowId) }));
  notifyDone(measuresText.removed(formatCount(rows.length)));
  return true;
}

/** One field of many items: the same edits as typed, item by item. */
function bulkCommands(
  scope: Scope,
  byId: ReadonlyMap<string, MeasureRow>,
): Pick<SheetCommands<MeasureRow>, 'setField' | 'checkSetField'> {
  const batchFor = (rowIds: readonly string[], columnId: string, text: string): SheetBatch<MeasureRow> => ({
    edits: rowIds.flatMap((rowId) => {
      const row = byId.get(rowId);
      return row?.kind === 'measure' ? [{ rowId, row, columnId, text }] : [];
    }),
    additions: [],
    label: '',
  });
  return {
    setField: async ({ target, columnId, text }) => {
      const batch = batchFor('rowIds' in target ? target.rowIds : [], columnId, text);
      return whileWriting(async () => {
        const { changed } = await checkBatch(scope, batch);
        const { changeSetId } = await applyBatch(scope, batch, 'refuse');
        return { changed, changeSetId };
      });
    },
    checkSetField: async ({ target, columnId, text }) => {
      const batch = batchFor('rowIds' in target ? target.rowIds : [], columnId, text);
      const { changed, same } = await checkBatch(scope, batch);
      return { rows: batch.edits.length, changed, same };
    },
  };
}
