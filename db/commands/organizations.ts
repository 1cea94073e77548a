import type { CellValue } from '#shared/contract/common.ts';
import type { OrganizationEdit } from '#shared/contract/organizations.ts';
import {
  type OrganizationFieldKey,
  type OrganizationRecord,
  type OrganizationValue,
  organizationField,
} from '#shared/domain/organization/fields.ts';
import { readOrganizationValue } from '#shared/domain/organization/read-value.ts';
import { fiscalYearOf } from '#shared/domain/fiscal-year.ts';
import { invalidValueReasons, organizationLabels } from '#shared/messages/organizations.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { Ledger } from '../open.ts';
import {
  insertOrganization,
  type OrganizationRaws,
  removeOrganization,
  writeOrganizationFields,
} from '../organization-rows.ts';
import { type WriteContext, type WriteResult, write } from '../write-tx.ts';

/** Makes the context of the write once the words for 履歴 are known. */
export type NamedContext = (label: string) => WriteContext;

type Patch = { values: Partial<Record<OrganizationFieldKey, OrganizationValue>>; raws: Record<string, string> };

/** Writes cells of the register, all or none, as one change set. Errors: INVALID_VALUE (with the field), REG_NO_USED, NOT_FOUND. */
export function editOrganizations(
  ledger: Ledger,
  edits: readonly OrganizationEdit[],
  named: NamedContext,
): WriteResult<null> {
  const fiscalYear = fiscalYearOf(named('').now.toISOString().slice(0, 10));
  const patches = new Map<string, Patch>();
  for (const { id, field, value } of edits) {
    const patch = patches.get(id) ?? { values: {}, raws: {} };
    addValue(patch, field, { value, fiscalYear });
    patches.set(id, patch);
  }
  return write(ledger, named(editLabel(ledger, edits, patches.size)), (tx) => {
    for (const [id, { values, raws }] of patches) {
      writeOrganizationFields(tx, id, { ...(values as Partial<OrganizationRecord>), raws: raws as OrganizationRaws }); // boundary: keyed by field above
    }
    return null;
  });
}

/** Adds one group; the answer's value is its id. Errors: INVALID_VALUE, REG_NO_USED. */
export function addOrganization(
  ledger: Ledger,
  values: Partial<Record<OrganizationFieldKey, CellValue>>,
  named: NamedContext,
): WriteResult<string> {
  const patch: Patch = { values: {}, raws: {} };
  const fiscalYear = fiscalYearOf(named('').now.toISOString().slice(0, 10));
  for (const [field, value] of Object.entries(values))
    addValue(patch, field as OrganizationFieldKey, { value: value ?? null, fiscalYear }); // boundary: the contract checked the keys
  const record = patch.values as Partial<OrganizationRecord>; // boundary: keyed by field above
  return write(ledger, named(organizationLabels.add(String(record.name ?? ''))), (tx) =>
    insertOrganization(tx, record, patch.raws as OrganizationRaws),
  );
}

/** Removes groups with all that belongs to them; their registration numbers stay taken. Errors: NOT_FOUND. */
export function removeOrganizations(ledger: Ledger, ids: readonly string[], named: NamedContext): WriteResult<null> {
  const label =
    ids.length === 1
      ? organizationLabels.removeOne(nameOf(ledger, ids[0] ?? ''))
      : organizationLabels.removeMany(ids.length);
  return write(ledger, named(label), (tx) => {
    for (const id of ids) removeOrganization(tx, id);
    return null;
  });
}

function addValue(
  patch: Patch,
  key: OrganizationFieldKey,
  { value, fiscalYear }: { readonly value: CellValue; readonly fiscalYear: number },
): void {
  patch.values[key] = typedValue(key, value, fiscalYear);
  if (organizationField(key).kind === 'date' && typeof value === 'string' && value !== patch.values[key])
    patch.raws[key] = value;
}

/** A text is read by the field's rules; numbers, flags and lists are taken as they are when they fit the field. */
function typedValue(key: OrganizationFieldKey, value: CellValue, fiscalYear: number): OrganizationValue {
  const { kind } = organizationField(key);
  if (kind === 'public-flag' && typeof value === 'boolean') return value;
  if (kind === 'activity-fields' && Array.isArray(value)) return value;
  const text = value === null ? '' : Array.isArray(value) ? value.join('、') : String(value);
  const read = readOrganizationValue(key, text, fiscalYear);
  if (read.ok) return read.value;
  throw new AppError(
    'INVALID_VALUE',
    { field: organizationField(key).label, value: text, reason: invalidValueReasons[read.problem] },
    { field: key },
  );
}

function editLabel(ledger: Ledger, edits: readonly OrganizationEdit[], groups: number): string {
  const [first] = edits;
  if (first === undefined) return '';
  const field = organizationField(first.field).label;
  if (edits.length === 1)
    return organizationLabels.editOne(
      nameOf(ledger, first.id),
      field,
      Array.isArray(first.value) ? first.value.join('、') : String(first.value ?? ''),
    );
  const sameField = edits.every((edit) => edit.field === first.field);
  return sameField ? organizationLabels.editField(groups, field) : organizationLabels.editMany(groups, edits.length);
}

function nameOf(ledger: Ledger, id: string): string {
  const name: unknown = ledger.connection.prepare('SELECT name FROM organization WHERE id = ?').pluck().get(id);
  return typeof name === 'string' ? name : '';
}
