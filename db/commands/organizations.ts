import type { CellValue } from '#shared/contract/common.ts';
import type { OrganizationAddition } from '#shared/contract/organizations.ts';
import { fiscalYearOf } from '#shared/domain/fiscal-year.ts';
import { japaneseDay } from '#shared/domain/japanese-time.ts';
import { invalidValueReasons, organizationLabels } from '#shared/messages/organizations.ts';
import type { Ledger } from '../open.ts';
import { insertOrganization, removeOrganization, writeOrganizationFields } from '../organization-rows.ts';
import { type NamedContext, type WriteResult, type WriteTx, write } from '../write-tx.ts';
import { type BatchPlan, type OrganizationBatch, planBatch, type RefusedCell } from './organization-batch.ts';
import { batchLabel, nameOf } from './organization-batch-label.ts';
import { invalidValue, refusalError } from './organization-cell.ts';

type BatchResult = { readonly refused: readonly RefusedCell[]; readonly addedIds: readonly string[] };
/** `refuse`: one bad value and nothing is written; `leave`: the good ones are written, the bad ones come back. */
type BadValues = { readonly invalid: 'refuse' | 'leave' };

/**
 * Writes cells of the register and new groups as one change set.
 * Errors: READ_ONLY, and with `refuse` those of the first bad cell: INVALID_VALUE (with the field), REG_NO_USED, NOT_FOUND.
 */
export function editOrganizations(
  ledger: Ledger,
  batch: OrganizationBatch & BadValues,
  named: NamedContext,
): WriteResult<BatchResult> {
  const plan = planBatch(ledger.connection, batch, fiscalYearAt(named('').now));
  const [first] = plan.refused;
  if (batch.invalid === 'refuse' && first !== undefined) throw refusalError(first.refusal);
  const label = batchLabel(ledger.connection, plan);
  return write(ledger, named(label), (tx) => ({ refused: plan.refused, addedIds: writePlan(tx, plan) }));
}

/** What editOrganizations with `leave` would do at this moment. */
export function checkOrganizationEdits(ledger: Ledger, batch: OrganizationBatch, now: Date): BatchPlan {
  return planBatch(ledger.connection, batch, fiscalYearAt(now));
}

function writePlan(tx: WriteTx, { groups, additions }: BatchPlan): string[] {
  for (const { id, patch } of groups) writeOrganizationFields(tx, id, patch);
  return additions.map((patch) => insertOrganization(tx, patch, patch.raws));
}

/** Adds one group; the answer's value is its id. Errors: INVALID_VALUE, REG_NO_USED. */
export function addOrganization(
  ledger: Ledger,
  values: OrganizationAddition,
  named: NamedContext,
): WriteResult<string> {
  const name: CellValue = values.name ?? '';
  const batch = { edits: [], additions: [{ ...values, name }], invalid: 'refuse' } as const;
  const { value, ...result } = editOrganizations(ledger, batch, named);
  const [id] = value.addedIds;
  if (id === undefined) throw refusalError(invalidValue('name', '', invalidValueReasons.required));
  return { ...result, value: id };
}

/** Removes groups with all that belongs to them; their registration numbers stay taken. Errors: NOT_FOUND. */
export function removeOrganizations(ledger: Ledger, given: readonly string[], named: NamedContext): WriteResult<null> {
  const ids = [...new Set(given)];
  const label =
    ids.length === 1
      ? organizationLabels.removeOne(nameOf(ledger.connection, ids[0] ?? ''))
      : organizationLabels.removeMany(ids.length);
  return write(ledger, named(label), (tx) => {
    for (const id of ids) removeOrganization(tx, id);
    return null;
  });
}

/** Fiscal year of a moment as people in Japan count it: it completes dates that were typed without a year. */
export function fiscalYearAt(now: Date): number {
  return fiscalYearOf(japaneseDay(now));
}
