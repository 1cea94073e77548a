import {
  type OrganizationFieldKey,
  type OrganizationRecord,
  type OrganizationValue,
  organizationFields,
} from '#shared/domain/organization/fields.ts';
import type { Reader, SqlValue } from '../reader.ts';
import { toSnake } from '../table-columns.ts';

export type StoredOrganization = { readonly id: string; readonly record: OrganizationRecord };

const listColumns = organizationFields.map((field) => toSnake(field.key)).join(', ');

/** Every group with all its fields, in the order they were added; what an import is compared with. */
export function listStoredOrganizations(reader: Reader): readonly StoredOrganization[] {
  const rows = reader.arrays(`SELECT organization_id, ${listColumns} FROM organization_list ORDER BY rowid`);
  return rows.map(([id, ...values]) => {
    const record: Partial<Record<OrganizationFieldKey, OrganizationValue>> = {};
    organizationFields.forEach((field, index) => {
      record[field.key] = recordValue(field.kind, values[index] ?? null);
    });
    return { id: String(id), record: record as OrganizationRecord }; // boundary: every key was just set
  });
}

/** Match key of every registration number ever given → the group it belongs to (perhaps removed since). */
export function registrationNumberHolders(reader: Reader): ReadonlyMap<string, string> {
  const rows = reader.arrays('SELECT id, organization_id FROM registration_number');
  return new Map(rows.map(([key, organizationId]) => [String(key), String(organizationId)]));
}

function recordValue(kind: string, value: SqlValue): OrganizationValue {
  if (value === null) return kind === 'activity-fields' ? [] : null;
  if (kind === 'public-flag') return value === 1;
  if (kind === 'activity-fields') return JSON.parse(String(value)) as string[]; // boundary: written by json_group_array
  return value;
}
