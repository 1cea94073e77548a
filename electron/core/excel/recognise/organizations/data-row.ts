import type { OrganizationDraft } from '#core/excel/merge/organizations/draft.ts';
import type { SheetRow } from '#core/excel/workbook.ts';
import { parseDate } from '#shared/domain/dates.ts';
import { foldWidth } from '#shared/domain/text.ts';
import { organizationProblems } from '#shared/messages/import-organizations.ts';
import { isUnsaved } from '../table/odd-cell.ts';
import { filledCells } from '../table/sheet-grid.ts';
import type { MappedColumn } from './columns.ts';

/** Why the row of a draft is no group; undefined when it is one. */
export function whyNoGroup(
  draft: OrganizationDraft,
  row: SheetRow,
  columns: readonly MappedColumn[],
): string | undefined {
  const { name, regNo } = draft.values;
  const filled = Object.values(draft.values).filter(
    (value) => value !== null && (!Array.isArray(value) || value.length > 0),
  );
  const hasNumber = typeof regNo === 'string' && regNo !== '';
  const isNamed =
    typeof name === 'string' &&
    name !== '' &&
    (hasNumber || !isNoName(name)) &&
    !(filled.length <= 2 && isUnused(name));
  if (isNamed || hasUnsavedName(row, columns)) return undefined;
  if (typeof name === 'string' && name !== '') return organizationProblems.noName(name.slice(0, 20));
  // An error or NULL in the place of the name: with nothing else to tell it is no group.
  if (draft.waits !== undefined) return filled.length > 0 ? undefined : organizationProblems.nameMissing;
  if (hasNumber && filled.length >= 2) return undefined;
  return hasNumber ? organizationProblems.numberOnly : nameMissing(row);
}

/** The name is a formula whose result was not saved: there is one, nobody knows which. */
export function hasUnsavedName(row: SheetRow, columns: readonly MappedColumn[]): boolean {
  return columns.some(({ field, index }) => field === 'name' && isUnsaved(row.cells[index] ?? null));
}

/** ○ of a legend, 12 of a count, a date: not the name of a group, unless a registration number stands beside it. */
function isNoName(name: string): boolean {
  return (
    /^[\d\s○〇◯◎●×✕△▲☆★※＊*\-‐－ー.,、。:：/／]+$/.test(foldWidth(name)) ||
    (name.length >= 6 && parseDate(name) !== null)
  );
}

/** 12 | 欠番: a number without a group. */
function isUnused(name: string): boolean {
  return /^[([【]?(?:欠番|空番|空き番号?|未使用|空白|予備)[)\]】]?$/.test(foldWidth(name));
}

function nameMissing(row: SheetRow): string {
  const texts = filledCells(row);
  return texts.length === 1 && /^\d{1,4}$/.test(texts[0]?.cell.text ?? '')
    ? organizationProblems.numberOnly
    : organizationProblems.nameMissing;
}

/** The counts of a draft by column, to be compared with the totals of the file. */
export function countsOf(draft: OrganizationDraft, columns: readonly MappedColumn[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { field, index } of columns) {
    const value = draft.values[field];
    if ((field === 'members' || field === 'membersCitizen') && typeof value === 'number') counts.set(index, value);
  }
  return counts;
}
