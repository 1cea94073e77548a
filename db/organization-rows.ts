import { activityFields } from '#shared/domain/activity-fields.ts';
import {
  isOrganizationFieldKey,
  type OrganizationFieldKey,
  type OrganizationRecord,
  type OrganizationValue,
} from '#shared/domain/organization/fields.ts';
import { matchKey } from '#shared/domain/text.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { newId } from './new-id.ts';
import { sqlBuilder } from './reader.ts';
import type {
  ContactRole,
  OrganizationFieldTable,
  OrganizationTable,
  OrgContactTable,
  RegistrationTable,
} from './tables.ts';
import type { WriteTx } from './write-tx.ts';

/** The texts that dates were read from (令和７年４月１日), kept beside the dates. */
export type OrganizationRaws = {
  readonly established?: string;
  readonly registered?: string;
  readonly validUntil?: string;
};

/** Fields to write; a key that is missing is left as it is. A date that is written takes its text from `raws`, or loses it. */
export type OrganizationPatch = Partial<OrganizationRecord> & { readonly raws?: OrganizationRaws };

type RowPatches = {
  readonly organization: Partial<OrganizationTable>;
  readonly contacts: ReadonlyMap<ContactRole, Partial<OrgContactTable>>;
  readonly registration: Partial<RegistrationTable>;
  /** Labels in order; undefined = not written. */
  readonly fields: readonly string[] | undefined;
};

type Place =
  | { readonly table: 'organization'; readonly column: keyof OrganizationTable; readonly raw?: keyof OrganizationTable }
  | {
      readonly table: 'registration';
      readonly column: keyof RegistrationTable;
      readonly raw: keyof RegistrationTable;
    }
  | { readonly table: 'orgContact'; readonly role: ContactRole; readonly column: keyof OrgContactTable }
  | { readonly table: 'organizationField' };

/** Where each field of a group is stored: the one place that knows. */
const places: Readonly<Record<OrganizationFieldKey, Place>> = {
  regNo: { table: 'organization', column: 'regNo' },
  name: { table: 'organization', column: 'name' },
  nameKana: { table: 'organization', column: 'nameKana' },
  orgType: { table: 'organization', column: 'orgType' },
  fields: { table: 'organizationField' },
  city: { table: 'organization', column: 'city' },
  phone: { table: 'orgContact', role: 'office', column: 'phone' },
  phonePublic: { table: 'orgContact', role: 'office', column: 'phonePublic' },
  members: { table: 'organization', column: 'members' },
  membersCitizen: { table: 'organization', column: 'membersCitizen' },
  established: { table: 'organization', column: 'established', raw: 'establishedRaw' },
  registered: { table: 'registration', column: 'registeredOn', raw: 'registeredRaw' },
  validUntil: { table: 'registration', column: 'validUntil', raw: 'validUntilRaw' },
  repName: { table: 'orgContact', role: 'representative', column: 'name' },
  repKana: { table: 'orgContact', role: 'representative', column: 'nameKana' },
  repNamePublic: { table: 'orgContact', role: 'representative', column: 'namePublic' },
  contactName: { table: 'orgContact', role: 'responsible', column: 'name' },
  contactKana: { table: 'orgContact', role: 'responsible', column: 'nameKana' },
  contactNamePublic: { table: 'orgContact', role: 'responsible', column: 'namePublic' },
  postal: { table: 'organization', column: 'postal' },
  address: { table: 'organization', column: 'address' },
  addressPublic: { table: 'organization', column: 'addressPublic' },
  mobile: { table: 'orgContact', role: 'office', column: 'mobile' },
  mobilePublic: { table: 'orgContact', role: 'office', column: 'mobilePublic' },
  fax: { table: 'orgContact', role: 'office', column: 'fax' },
  faxPublic: { table: 'orgContact', role: 'office', column: 'faxPublic' },
  email: { table: 'orgContact', role: 'office', column: 'email' },
  emailPublic: { table: 'orgContact', role: 'office', column: 'emailPublic' },
  url: { table: 'organization', column: 'url' },
  corporateNumber: { table: 'organization', column: 'corporateNumber' },
  purpose: { table: 'organization', column: 'purpose' },
  activity: { table: 'organization', column: 'activity' },
  area: { table: 'organization', column: 'area' },
  note: { table: 'organization', column: 'note' },
};

function placeKey(table: string, column: string, role = ''): string {
  return [table, column, role].join(' ');
}

const fieldsByPlace: ReadonlyMap<string, OrganizationFieldKey> = new Map(
  Object.entries(places).flatMap(([key, place]) => {
    if (!isOrganizationFieldKey(key)) return [];
    if (place.table === 'organizationField') return [[placeKey(place.table, 'label'), key]];
    return [[placeKey(place.table, place.column, place.table === 'orgContact' ? place.role : ''), key]];
  }),
);

/** The field that a column of a group's rows holds, of a contact by whose it is; null when no field does. */
export function organizationFieldAt(table: string, column: string, role?: ContactRole): OrganizationFieldKey | null {
  return fieldsByPlace.get(placeKey(table, column, role)) ?? null;
}

const codeByLabel: ReadonlyMap<string, string> = new Map(activityFields.map((field) => [field.label, field.code]));

/** The columns of every table that a patch of a group touches. Pure. */
export function organizationRowsFromRecord(patch: OrganizationPatch): RowPatches {
  const organization: Record<string, unknown> = {};
  const registration: Record<string, unknown> = {};
  const contacts = new Map<ContactRole, Record<string, unknown>>();
  let fields: readonly string[] | undefined;
  for (const key of Object.keys(patch).filter(isOrganizationFieldKey)) {
    const value = patch[key];
    if (value === undefined) continue;
    const place = places[key];
    if (place.table === 'organizationField') {
      fields = labelsOf(value);
    } else if (place.table === 'orgContact') {
      const contact = contacts.get(place.role) ?? {};
      contact[place.column] = columnValue(value);
      contacts.set(place.role, contact);
    } else {
      const target = place.table === 'organization' ? organization : registration;
      target[place.column] = columnValue(value);
      if (place.raw !== undefined) target[place.raw] = rawOf(patch.raws, key, value);
    }
  }
  return { organization, contacts, registration, fields };
}

/**
 * Writes some fields of a group to the rows they live in; only differing columns are written.
 * @returns false when nothing differs. Errors: NOT_FOUND, REG_NO_USED (the number was ever given to another group).
 */
export function writeOrganizationFields(tx: WriteTx, organizationId: string, patch: OrganizationPatch): boolean {
  const rows = organizationRowsFromRecord(patch);
  const { regNo } = rows.organization;
  if (typeof regNo === 'string') takeRegistrationNumber(tx, organizationId, regNo);
  let changed = false;
  if (Object.keys(rows.organization).length > 0) {
    changed = tx.update('organization', organizationId, rows.organization);
  }
  for (const [role, contact] of rows.contacts) changed = writeContact(tx, organizationId, { role, contact }) || changed;
  if (Object.keys(rows.registration).length > 0) {
    changed = writeRegistration(tx, organizationId, rows.registration) || changed;
  }
  if (rows.fields !== undefined) changed = writeFields(tx, organizationId, rows.fields) || changed;
  return changed;
}

/**
 * Adds a group with all its rows. @returns its new id.
 * Errors: REG_NO_USED (the number was ever given to another group), INVALID_VALUE (no name).
 */
export function insertOrganization(
  tx: WriteTx,
  record: Partial<OrganizationRecord>,
  raws: OrganizationRaws = {},
): string {
  const { name } = record;
  if (typeof name !== 'string' || name === '') {
    throw new AppError('INVALID_VALUE', { field: '団体名', value: '', reason: '団体名は必ず入れてください。' });
  }
  const id = newId();
  const rows = organizationRowsFromRecord({ ...record, raws });
  if (typeof rows.organization.regNo === 'string') takeRegistrationNumber(tx, id, rows.organization.regNo);
  tx.insert('organization', { ...emptyOrganization, ...rows.organization, id, name });
  for (const [role, contact] of rows.contacts) writeContact(tx, id, { role, contact, isNew: true });
  if (hasValue(rows.registration)) {
    tx.insert('registration', { ...emptyRegistration, ...rows.registration, id: newId(), organizationId: id });
  }
  (rows.fields ?? []).forEach((label, rank) => {
    tx.insert('organizationField', fieldRow(id, label, rank));
  });
  return id;
}

/** Removes a group with its contacts, fields and registrations; its registration number stays taken. Errors: NOT_FOUND. */
export function removeOrganization(tx: WriteTx, id: string): void {
  for (const table of ['organizationField', 'orgContact', 'registration'] as const) {
    const rows = tx.reader.all(sqlBuilder.selectFrom(table).select('id').where('organizationId', '=', id));
    for (const row of rows) tx.remove(table, row.id);
  }
  tx.remove('organization', id);
}

/** A number once given belongs to its group for ever; giving it to another one is refused. */
function takeRegistrationNumber(tx: WriteTx, organizationId: string, regNo: string): void {
  const key = matchKey(regNo);
  const [row] = tx.reader.arrays('SELECT organization_id FROM registration_number WHERE id = ?', [key]);
  const holder = row?.[0];
  if (holder === organizationId) return;
  if (holder !== undefined) throw new AppError('REG_NO_USED', { value: regNo }, { field: 'regNo' });
  tx.insert('registrationNumber', { id: key, regNo, organizationId });
}

type ContactWrite = {
  readonly role: ContactRole;
  readonly contact: Partial<OrgContactTable>;
  readonly isNew?: true;
};

function writeContact(tx: WriteTx, organizationId: string, { role, contact, isNew }: ContactWrite): boolean {
  const id = isNew ? undefined : contactId(tx, organizationId, role);
  if (id !== undefined) return tx.update('orgContact', id, contact);
  if (!hasValue(contact)) return false;
  tx.insert('orgContact', { ...emptyContact, ...contact, id: newId(), organizationId, role });
  return true;
}

function contactId(tx: WriteTx, organizationId: string, role: ContactRole): string | undefined {
  const sql = 'SELECT id FROM org_contact WHERE organization_id = ? AND role = ?';
  return textOf(tx.reader.arrays(sql, [organizationId, role])[0]?.[0]);
}

function writeRegistration(tx: WriteTx, organizationId: string, patch: Partial<RegistrationTable>): boolean {
  const sql = 'SELECT id FROM registration WHERE organization_id = ? AND is_current = 1';
  const current = textOf(tx.reader.arrays(sql, [organizationId])[0]?.[0]);
  if (current !== undefined) return tx.update('registration', current, patch);
  if (!hasValue(patch)) return false;
  tx.insert('registration', { ...emptyRegistration, ...patch, id: newId(), organizationId });
  return true;
}

function writeFields(tx: WriteTx, organizationId: string, labels: readonly string[]): boolean {
  const query = sqlBuilder.selectFrom('organizationField').select(['id', 'label', 'rank']);
  const existing = tx.reader.all(query.where('organizationId', '=', organizationId).orderBy('rank'));
  let changed = false;
  labels.forEach((label, rank) => {
    const row = existing[rank];
    if (row === undefined) tx.insert('organizationField', fieldRow(organizationId, label, rank));
    if (row === undefined) changed = true;
    else if (row.label !== label || row.rank !== rank) {
      changed =
        tx.update('organizationField', row.id, { rank, label, code: codeByLabel.get(label) ?? null }) || changed;
    }
  });
  for (const surplus of existing.slice(labels.length)) {
    tx.remove('organizationField', surplus.id);
    changed = true;
  }
  return changed;
}

function fieldRow(organizationId: string, label: string, rank: number): OrganizationFieldTable {
  return { id: newId(), organizationId, rank, code: codeByLabel.get(label) ?? null, label };
}

function labelsOf(value: OrganizationValue): readonly string[] {
  if (Array.isArray(value)) return value.filter((label) => label !== '');
  return typeof value === 'string' && value !== '' ? [value] : [];
}

function columnValue(value: OrganizationValue): string | number | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' ? value : null;
}

function rawOf(raws: OrganizationRaws | undefined, key: string, value: OrganizationValue): string | null {
  if (columnValue(value) === null) return null;
  return raws?.[key as keyof OrganizationRaws] ?? null; // boundary: only the three dates have a raw column
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function hasValue(row: object): boolean {
  return Object.values(row).some((value) => value !== null && value !== undefined);
}

const emptyOrganization = {
  regNo: null,
  nameKana: null,
  orgType: null,
  corporateNumber: null,
  postal: null,
  city: null,
  address: null,
  addressPublic: null,
  url: null,
  established: null,
  establishedRaw: null,
  members: null,
  membersCitizen: null,
  purpose: null,
  activity: null,
  area: null,
  note: null,
} satisfies Omit<OrganizationTable, 'id' | 'name'>;

const emptyContact = {
  name: null,
  nameKana: null,
  namePublic: null,
  phone: null,
  phonePublic: null,
  mobile: null,
  mobilePublic: null,
  fax: null,
  faxPublic: null,
  email: null,
  emailPublic: null,
} satisfies Omit<OrgContactTable, 'id' | 'organizationId' | 'role'>;

const emptyRegistration = {
  registeredOn: null,
  registeredRaw: null,
  validUntil: null,
  validUntilRaw: null,
  endedOn: null,
  endedReason: null,
  isCurrent: 1,
} satisfies Omit<RegistrationTable, 'id' | 'organizationId'>;
