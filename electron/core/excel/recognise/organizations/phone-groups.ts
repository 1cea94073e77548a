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
  const phones = phoneFields.flatMap((field) => {
    const value = draft.values[field];
    return typeof value === 'string' ? [[field, followUsage(value, usage)] as const] : [];
  });
  return { ...draft, values: { ...draft.values, ...Object.fromEntries(phones) } };
}
