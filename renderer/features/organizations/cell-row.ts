import type { CellValue } from '#shared/contract/common.ts';
import { organizationFields } from '#shared/domain/organization/fields.ts';

/** A group as the core sends it: its id, then its values in the order of organizationFields. */
export type OrganizationRow = readonly CellValue[];

export function organizationRowId(row: OrganizationRow): string {
  return String(row[0] ?? '');
}

const nameIndex = organizationFields.findIndex((field) => field.key === 'name') + 1;

export function organizationName(row: OrganizationRow): string {
  return String(row[nameIndex] ?? '');
}
