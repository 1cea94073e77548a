import type { OrganizationFieldChange } from '#shared/contract/organizations.ts';
import { organizationField, type OrganizationValue } from '#shared/domain/organization/fields.ts';
import { invalidValueReasons, organizationLabels, organizationTexts } from '#shared/messages/organizations.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { Connection } from '../connection.ts';
import type { Ledger } from '../open.ts';
import { listValue } from '../organization-search.ts';
import { type OrganizationPatch, type OrganizationRaws, writeOrganizationFields } from '../organization-rows.ts';
import type { SqlValue } from '../reader.ts';
import { toSnake } from '../table-columns.ts';
import { type NamedContext, type WriteResult, write } from '../write-tx.ts';
import { isStored } from './organization-batch.ts';
import { nameOf, valueWords } from './organization-batch-label.ts';
import { invalidValue, readCell, refusalError, textOf } from './organization-cell.ts';
import { numberClaims } from './organization-numbers.ts';
import { fiscalYearAt } from './organizations.ts';

/** One field of many groups. `target`: groups by their ids, or the id vector of a view. */
export type FieldChange = Omit<OrganizationFieldChange, 'target'> & { readonly target: readonly string[] | Int32Array };

type FieldChangePlan = {
  readonly groups: number;
  readonly same: number;
  readonly changes: readonly { readonly id: string; readonly value: OrganizationValue }[];
  readonly raws: OrganizationRaws;
};

/** Sets one field of many groups as one change set; value: how many differ now. Errors: INVALID_VALUE, REG_NO_USED, NOT_FOUND, READ_ONLY. */
export function setOrganizationField(ledger: Ledger, change: FieldChange, named: NamedContext): WriteResult<number> {
  const { changes, raws } = planFieldChange(ledger.connection, change, named('').now);
  return write(ledger, named(changeLabel(ledger.connection, change, changes)), (tx) => {
    for (const { id, value } of changes) {
      const patch: OrganizationPatch = { [change.field]: value, raws };
      writeOrganizationFields(tx, id, patch);
    }
    return changes.length;
  });
}

/** What setOrganizationField would do at this moment. Groups of a view that were removed since are left out. Errors: the same. */
export function planFieldChange(connection: Connection, change: FieldChange, now: Date): FieldChangePlan {
  const { field, mode, value } = change;
  const { kind } = organizationField(field);
  const reading = readCell(field, value, fiscalYearAt(now));
  if (!reading.ok) throw refusalError(reading.refusal);
  if (mode !== 'set' && kind !== 'activity-fields')
    throw refusalError(invalidValue(field, textOf(value), invalidValueReasons.oneValue));
  const given = Array.isArray(reading.value) ? (reading.value as readonly string[]) : []; // boundary: of labels alone
  if (mode !== 'set' && given.length === 0)
    throw refusalError(invalidValue(field, textOf(value), invalidValueReasons.noLabel));
  const rows = targetRows(connection, change);
  const changes = rows.flatMap(([id, stored]) => {
    const next = mode === 'set' ? reading.value : changedLabels(labelsOf(stored), given, mode);
    return isStored(kind, next, stored) ? [] : [{ id, value: next }];
  });
  if (field === 'regNo') claimAll(connection, changes);
  const raws: OrganizationRaws = reading.raw === undefined ? {} : { [field]: reading.raw };
  return { groups: rows.length, same: rows.length - changes.length, changes, raws };
}

function labelsOf(stored: SqlValue): readonly string[] {
  const labels = listValue('activity-fields', stored);
  return Array.isArray(labels) ? (labels as readonly string[]) : []; // boundary: Array.isArray does not know readonly arrays
}

function changedLabels(labels: readonly string[], given: readonly string[], mode: 'add' | 'remove'): readonly string[] {
  return mode === 'add'
    ? [...labels, ...given.filter((label) => !labels.includes(label))]
    : labels.filter((label) => !given.includes(label));
}

/** One number cannot be given to two groups. */
function claimAll(connection: Connection, changes: FieldChangePlan['changes']): void {
  const claim = numberClaims(connection);
  for (const { id, value } of changes) {
    const taken = value === null ? null : claim(id, String(value));
    if (taken !== null) throw refusalError(taken);
  }
}

/** Id and stored value of every group that is meant, each once. */
function targetRows(connection: Connection, { target, field }: FieldChange): [id: string, stored: SqlValue][] {
  const key = target instanceof Int32Array ? 'id' : 'organization_id';
  const ids = [...new Set<string | number>(target)];
  const rows = connection
    .prepare<[string], [string, SqlValue]>(
      `SELECT organization_id, ${toSnake(field)} FROM json_each(?) j JOIN organization_list l ON l.${key} = j.value`,
    )
    .raw(true)
    .all(JSON.stringify(ids));
  if (key === 'organization_id' && rows.length < ids.length)
    throw new AppError('NOT_FOUND', { what: organizationTexts.changedGroup });
  return rows;
}

function changeLabel(connection: Connection, { field }: FieldChange, changes: FieldChangePlan['changes']): string {
  const { label } = organizationField(field);
  const [first] = changes;
  return changes.length === 1 && first !== undefined
    ? organizationLabels.editOne(nameOf(connection, first.id), label, valueWords(field, first.value))
    : organizationLabels.editField(changes.length, label);
}
