import type { CellValue } from '#shared/contract/common.ts';
import type { OrganizationAddition, OrganizationEdit } from '#shared/contract/organizations.ts';
import {
  type OrganizationFieldKey,
  type OrganizationFieldKind,
  type OrganizationRecord,
  type OrganizationValue,
  organizationField,
} from '#shared/domain/organization/fields.ts';
import { invalidValueReasons, organizationTexts } from '#shared/messages/organizations.ts';
import type { Connection } from '../connection.ts';
import type { OrganizationPatch, OrganizationRaws } from '../organization-rows.ts';
import type { SqlValue } from '../reader.ts';
import { toSnake } from '../table-columns.ts';
import { invalidValue, readCell, type Refusal, textOf } from './organization-cell.ts';
import { type ClaimNumber, numberClaims } from './organization-numbers.ts';

export type OrganizationBatch = {
  readonly edits: readonly OrganizationEdit[];
  readonly additions?: readonly OrganizationAddition[] | undefined;
};

/** `id`: the group's, or 'addition:0' by the place in `additions`. `value`: short enough for a line. */
export type RefusedCell = {
  readonly id: string;
  readonly field: OrganizationFieldKey;
  readonly value: string;
  readonly refusal: Refusal;
};

/** What a batch comes to before anything is written. `changed` and `same` count cells of groups that exist. */
export type BatchPlan = {
  readonly groups: readonly { readonly id: string; readonly patch: OrganizationPatch }[];
  readonly additions: readonly OrganizationPatch[];
  readonly refused: readonly RefusedCell[];
  readonly changed: number;
  readonly same: number;
};

type Cells = ReadonlyMap<OrganizationFieldKey, CellValue>;
type Draft = { readonly values: Record<string, OrganizationValue>; readonly raws: Record<string, string> };
type Planning = {
  readonly fiscalYear: number;
  readonly claim: ClaimNumber;
  readonly refused: RefusedCell[];
  readonly counts: { changed: number; same: number };
};

/** Reads every cell once and compares it with what is stored; the last value given for a cell counts. Writes nothing. */
export function planBatch(connection: Connection, batch: OrganizationBatch, fiscalYear: number): BatchPlan {
  const counts = { changed: 0, same: 0 };
  const planning: Planning = { fiscalYear, claim: numberClaims(connection), refused: [], counts };
  const storedOf = storedFields(connection, batch.edits);
  const groups: { id: string; patch: OrganizationPatch }[] = [];
  for (const [id, cells] of cellsByGroup(batch.edits)) {
    const patch = planGroup(planning, { id, cells, stored: storedOf(id) });
    if (patch !== null) groups.push({ id, patch });
  }
  const additions = (batch.additions ?? []).flatMap((values, place) => planAddition(planning, values, place) ?? []);
  return { groups, additions, refused: planning.refused, ...counts };
}

function cellsByGroup(edits: readonly OrganizationEdit[]): ReadonlyMap<string, Cells> {
  const groups = new Map<string, Map<OrganizationFieldKey, CellValue>>();
  for (const { id, field, value } of edits) {
    const cells = groups.get(id);
    if (cells === undefined) groups.set(id, new Map([[field, value]]));
    else cells.set(field, value);
  }
  return groups;
}

type Stored = (field: OrganizationFieldKey) => SqlValue;

/** What the list holds of a group in the fields that are edited, with one reading a group; undefined when there is no such group. */
function storedFields(connection: Connection, edits: readonly OrganizationEdit[]): (id: string) => Stored | undefined {
  const fields = [...new Set(edits.map(({ field }) => field))];
  const columns = ['1', ...fields.map(toSnake)].join(', ');
  const read = connection
    .prepare<[string], SqlValue[]>(`SELECT ${columns} FROM organization_list WHERE organization_id = ?`)
    .raw(true);
  return (id) => {
    const row = read.get(id);
    return row === undefined ? undefined : (field) => row[fields.indexOf(field) + 1] ?? null;
  };
}

type PlannedGroup = { readonly id: string; readonly cells: Cells; readonly stored: Stored | undefined };

/** null when nothing of the group is to be written. */
function planGroup(planning: Planning, { id, cells, stored }: PlannedGroup): OrganizationPatch | null {
  const draft: Draft = { values: {}, raws: {} };
  const { changed } = planning.counts;
  for (const [field, value] of cells) {
    if (stored === undefined) refuse(planning, { id, field, value }, missingGroup);
    else planCell(planning, draft, { id, field, value, stored: stored(field) });
  }
  return planning.counts.changed === changed ? null : patchOf(draft);
}

const missingGroup: Refusal = { code: 'NOT_FOUND', params: { what: organizationTexts.changedGroup } };

type Cell = { readonly id: string; readonly field: OrganizationFieldKey; readonly value: CellValue };

function planCell(planning: Planning, draft: Draft, cell: Cell & { readonly stored: SqlValue }): void {
  const { id, field, value, stored } = cell;
  const reading = readCell(field, value, planning.fiscalYear);
  if (!reading.ok) {
    refuse(planning, cell, reading.refusal);
    return;
  }
  // The same date in other words (R7.4.1 for 令和７年４月１日) is no change; the text it came from stays.
  if (isStored(organizationField(field).kind, reading.value, stored)) {
    planning.counts.same += 1;
    return;
  }
  const taken = field === 'regNo' && reading.value !== null ? planning.claim(id, String(reading.value)) : null;
  if (taken !== null) {
    refuse(planning, cell, taken);
    return;
  }
  planning.counts.changed += 1;
  draft.values[field] = reading.value;
  if (reading.raw !== undefined) draft.raws[field] = reading.raw;
}

/** null for a row without a name, whose cells are refused, and for a row of blanks, which is nothing at all. */
function planAddition(planning: Planning, values: OrganizationAddition, place: number): OrganizationPatch | null {
  const id = `addition:${place}`;
  const cells = Object.entries(values) as [OrganizationFieldKey, CellValue][]; // boundary: the contract checked the keys
  const filled = cells.filter(([, value]) => textOf(value).trim() !== '');
  if (filled.length === 0) return null;
  const name = readCell('name', values.name ?? '', planning.fiscalYear);
  if (!name.ok) {
    refuse(planning, { id, field: 'name', value: values.name ?? '' }, name.refusal);
    const others = filled.filter(([field]) => field !== 'name');
    for (const [field, value] of others)
      refuse(planning, { id, field, value }, invalidValue(field, textOf(value), invalidValueReasons.noGroup));
    return null;
  }
  const draft: Draft = { values: {}, raws: {} };
  const counts = { changed: 0, same: 0 };
  for (const [field, value] of filled) planCell({ ...planning, counts }, draft, { id, field, value, stored: null });
  return patchOf(draft);
}

function refuse({ refused }: Planning, { id, field, value }: Cell, refusal: Refusal): void {
  refused.push({ id, field, value: organizationTexts.shortened(textOf(value)), refusal });
}

/** Whether a value is what a column of the list holds already: flags are 0 and 1 there, labels a JSON array. */
export function isStored(kind: OrganizationFieldKind, value: OrganizationValue, stored: SqlValue): boolean {
  if (kind === 'activity-fields') return JSON.stringify(value ?? []) === (stored ?? '[]');
  if (typeof value === 'boolean') return stored === Number(value);
  return (value === '' ? null : value) === stored;
}

function patchOf({ values, raws }: Draft): OrganizationPatch {
  const record = values as Partial<OrganizationRecord>; // boundary: keyed by field where it was filled
  return { ...record, raws: raws as OrganizationRaws }; // boundary: readCell gives a raw text to dates alone
}
