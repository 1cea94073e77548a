import {
  type OrganizationField,
  type OrganizationFieldKey,
  type OrganizationRecord,
  type OrganizationValue,
  organizationField,
  organizationFields,
} from './fields.ts';

/**
 * What of a field may leave the center: a value with a public flag only when the flag says 公開. A flag that was never stated
 * publishes nothing, and a personal field that has no flag at all (備考) is never given out. Source: domain.md section 2.1 (公開/非公開 per field), scenario 14.
 */
export function publicValue(record: OrganizationRecord, key: OrganizationFieldKey): OrganizationValue {
  const { publicBy, personal } = organizationField(key);
  if (publicBy === undefined) return personal ? null : record[key];
  return record[publicBy as OrganizationFieldKey] === true ? record[key] : null; // boundary: publicBy names a field of the same list
}

/** Columns of the external register: personal ones only when asked for, flags never (they are for the center). */
export function externalColumns(personalColumns: boolean): OrganizationFieldKey[] {
  return organizationFields
    .filter((field) => field.kind !== 'public-flag' && (!field.personal || (personalColumns && mayBePublic(field))))
    .map((field) => field.key);
}

function mayBePublic(field: OrganizationField): boolean {
  return field.publicBy !== undefined;
}
