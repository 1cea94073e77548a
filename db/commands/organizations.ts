import type { CellValue } from '#shared/contract/common.ts';
import type { OrganizationEdit } from '#shared/contract/organizations.ts';
import {
  type OrganizationFieldKey,
  type OrganizationRecord,
  type OrganizationValue,
  organizationField,
} from '#shared/domain/organization/fields.ts';
import { readOrganizationValue } from '#shared/domain/organization/read-value.ts';
import { formatWareki } from '#shared/domain/dates.ts';
import { fiscalYearOf } from '#shared/domain/fiscal-year.ts';
import { japaneseDay } from '#shared/domain/japanese-time.ts';
import { cleanText } from '#shared/domain/text.ts';
import { historyTexts } from '#shared/messages/history.ts';
import { invalidValueReasons, organizationLabels, organizationTexts } from '#shared/messages/organizations.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { Ledger } from '../open.ts';
import {
  insertOrganization,
  type OrganizationRaws,
  removeOrganization,
  writeOrganizationFields,
} from '../organization-rows.ts';
import { type WriteContext, type WriteResult, type WriteTx, write } from '../write-tx.ts';

/** Makes the context of the write once the words for 履歴 are known. */
export type NamedContext = (label: string) => WriteContext;

/** What an Excel cell can hold: a longer text could never be handed out. */
const longestText = 32_767;

type Dates = Readonly<Record<'established' | 'registered' | 'validUntil', OrganizationValue>>;
type Patch = { values: Partial<Record<OrganizationFieldKey, OrganizationValue>>; raws: Record<string, string> };

/** Writes cells of the register, all or none, as one change set. Errors: INVALID_VALUE (with the field), REG_NO_USED, NOT_FOUND. */
export function editOrganizations(
  ledger: Ledger,
  edits: readonly OrganizationEdit[],
  named: NamedContext,
): WriteResult<null> {
  const fiscalYear = fiscalYearAt(named('').now);
  const patches = new Map<string, Patch>();
  for (const { id, field, value } of edits) {
    const patch = patches.get(id) ?? { values: {}, raws: {} };
    addValue(patch, field, { value, fiscalYear });
    patches.set(id, patch);
  }
  return write(ledger, named(editLabel(ledger, edits, patches)), (tx) => {
    for (const [id, { values, raws }] of patches) {
      dropSameDates(values, storedDates(tx, id));
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
  const fiscalYear = fiscalYearAt(named('').now);
  for (const [field, value] of Object.entries(values))
    addValue(patch, field as OrganizationFieldKey, { value: value ?? null, fiscalYear }); // boundary: the contract checked the keys
  const record = patch.values as Partial<OrganizationRecord>; // boundary: keyed by field above
  if (record.name === undefined) throw invalidValue('name', '', invalidValueReasons.required);
  return write(ledger, named(organizationLabels.add(String(record.name ?? ''))), (tx) =>
    insertOrganization(tx, record, patch.raws as OrganizationRaws),
  );
}

/** Removes groups with all that belongs to them; their registration numbers stay taken. Errors: NOT_FOUND. */
export function removeOrganizations(ledger: Ledger, given: readonly string[], named: NamedContext): WriteResult<null> {
  const ids = [...new Set(given)];
  const label =
    ids.length === 1
      ? organizationLabels.removeOne(nameOf(ledger, ids[0] ?? ''))
      : organizationLabels.removeMany(ids.length);
  return write(ledger, named(label), (tx) => {
    for (const id of ids) removeOrganization(tx, id);
    return null;
  });
}

/** Fiscal year of a moment as people in Japan count it: it completes dates that were typed without a year. */
function fiscalYearAt(now: Date): number {
  return fiscalYearOf(japaneseDay(now));
}

/** Dates of a group before this write. Errors: NOT_FOUND, which a patch of contacts alone would not notice. */
function storedDates(tx: WriteTx, id: string): Dates {
  const sql = 'SELECT established, registered, valid_until FROM organization_list WHERE organization_id = ?';
  const [row] = tx.reader.arrays(sql, [id]);
  if (row === undefined) throw new AppError('NOT_FOUND', { what: '変更する団体' });
  return { established: row[0] ?? null, registered: row[1] ?? null, validUntil: row[2] ?? null };
}

/** The same date in other words (R7.4.1 for 令和７年４月１日) is no change; the text it came from stays. */
function dropSameDates(values: Patch['values'], stored: Dates): void {
  for (const key of ['established', 'registered', 'validUntil'] as const) {
    if (values[key] === stored[key]) delete values[key];
  }
}

/** The last value given for a field counts, and only the text of that one is kept. */
function addValue(
  patch: Patch,
  key: OrganizationFieldKey,
  { value, fiscalYear }: { readonly value: CellValue; readonly fiscalYear: number },
): void {
  const read = typedValue(key, value, fiscalYear);
  patch.values[key] = read;
  delete patch.raws[key];
  if (organizationField(key).kind === 'date' && typeof value === 'string' && value !== read) patch.raws[key] = value;
}

/** A text is read by the field's rules; numbers, flags and lists are taken as they are when they fit the field. */
function typedValue(key: OrganizationFieldKey, value: CellValue, fiscalYear: number): OrganizationValue {
  const { kind } = organizationField(key);
  if (typeof value === 'boolean' && kind === 'public-flag') return value;
  if (typeof value === 'boolean') throw new AppError('INVALID_INPUT', { detail: organizationField(key).label });
  if (kind === 'activity-fields' && Array.isArray(value)) return labels(value);
  const text = value === null ? '' : Array.isArray(value) ? value.join('、') : String(value);
  if (text.length > longestText) throw invalidValue(key, text, organizationTexts.tooLong(longestText));
  const read = readOrganizationValue(key, text, fiscalYear);
  if (read.ok) return read.value;
  throw invalidValue(key, text, invalidValueReasons[read.problem]);
}

function labels(values: readonly string[]): string[] {
  return [...new Set(values.map(cleanText))].filter((label) => label !== '');
}

function invalidValue(key: OrganizationFieldKey, text: string, reason: string): AppError {
  const value = organizationTexts.shortened(text);
  return new AppError('INVALID_VALUE', { field: organizationField(key).label, value, reason }, { field: key });
}

function editLabel(ledger: Ledger, edits: readonly OrganizationEdit[], patches: ReadonlyMap<string, Patch>): string {
  const [first] = edits;
  if (first === undefined) return '';
  const field = organizationField(first.field).label;
  const cells = [...patches.values()].reduce((sum, { values }) => sum + Object.keys(values).length, 0);
  if (cells === 1) {
    const after = valueWords(first.field, patches.get(first.id)?.values[first.field] ?? null);
    return organizationLabels.editOne(nameOf(ledger, first.id), field, after);
  }
  if (patches.size === 1) return organizationLabels.editGroup(nameOf(ledger, first.id), cells);
  const sameField = edits.every((edit) => edit.field === first.field);
  return sameField
    ? organizationLabels.editField(patches.size, field)
    : organizationLabels.editMany(patches.size, cells);
}

/** A value in the words of 履歴, short enough for a line. */
function valueWords(key: OrganizationFieldKey, value: OrganizationValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? historyTexts.isPublic : historyTexts.isPrivate;
  const text = typeof value === 'object' ? value.join('、') : String(value);
  return organizationTexts.shortened(organizationField(key).kind === 'date' ? formatWareki(text, 'short') : text);
}

function nameOf(ledger: Ledger, id: string): string {
  const name: unknown = ledger.connection.prepare('SELECT name FROM organization WHERE id = ?').pluck().get(id);
  return typeof name === 'string' ? organizationTexts.shortened(name) : '';
}
