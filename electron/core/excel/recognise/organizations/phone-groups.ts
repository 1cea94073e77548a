import type { OrganizationDraft } from '#core/excel/merge/organizations/draft.ts';
import { type OrganizationFieldKey, organizationFields } from '#shared/domain/organization/fields.ts';
import { type AreaUsage, areaUsageOf, followUsage } from '#shared/domain/phone-usage.ts';
import type { SheetGrid } from '../table/sheet-grid.ts';
import type { MappedColumn } from './columns.ts';

const phoneFields: readonly OrganizationFieldKey[] = organizationFields
  .filter((field) => field.kind === 'phone')
  .map((field) => field.key);

/** How the telephone columns of a sheet group their digits. */
export function phoneUsage(grid: SheetGrid, columns: readonly MappedColumn[]): AreaUsage {
  const indexes = columns.filter((column) => phoneFields.includes(column.field)).map((column) => column.index);
  return areaUsageOf(grid.sheet.rows.flatMap((row) => indexes.map((index) => row.cells[index]?.text ?? '')));
}

/** Numbers that stood without hyphens (or lost their zero) take the groups the rest of the sheet uses. */
export function withSheetGroups(draft: OrganizationDraft, usage: AreaUsage): OrganizationDraft {
  const values = { ...draft.values };
  let { fixes } = draft;
  let isChanged = false;
  for (const field of phoneFields) {
    const value = values[field];
    const regrouped = typeof value === 'string' ? followUsage(value, usage) : value;
    if (typeof value !== 'string' || typeof regrouped !== 'string' || regrouped === value) continue;
    isChanged = true;
    values[field] = regrouped;
    // 083… → 0833-82-5184 would tell of a number nobody stores.
    fixes = fixes.map((fix) => fix.replaceAll(value, regrouped));
  }
  return isChanged ? { ...draft, values, fixes } : draft;
}
