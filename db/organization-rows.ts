import { activityFields } from '#shared/domain/activity-fields.ts';
import {
  isOrganizationFieldKey,
  type OrganizationRecord,
  type OrganizationValue,
} from '#shared/domain/organization/fields.ts';
import { matchKey } from '#shared/domain/text.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { newId } from './new-id.ts';
import { organizationPlaces } from './organization-places.ts';
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
    const place = organizationPlaces[key];
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
  if (holder !== undefined) throw new AppError('REG_NO_USED', { value: regNo });
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
