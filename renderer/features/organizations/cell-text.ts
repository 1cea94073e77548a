import { formatCount } from '#renderer/ui/format.ts';
import type { CellValue } from '#shared/contract/common.ts';
import { activityFields } from '#shared/domain/activity-fields.ts';
import { formatWareki, type PartialDate } from '#shared/domain/dates.ts';
import type { OrganizationFieldKind } from '#shared/domain/organization/fields.ts';
import { formatPostal } from '#shared/domain/postal.ts';
import { organizationsText } from '#shared/messages/ui/organizations.ts';

export const flagTexts = { true: organizationsText.publicYes, false: organizationsText.publicNo } as const;

/** A date as Excel takes it for a date and gives it back: a month would come back as Apr-25 from 2025-04. */
function dateText(iso: PartialDate): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/u.exec(iso) ?? [];
  return year === undefined ? iso : `${year}年${Number(month)}月`;
}

/**
 * A value as text for editing and for the clipboard: labels one a line, flags as words, dates as ISO. What Excel does with it on
 * paste, and what comes back on copy, is read as the same value.
 */
export function editText(kind: OrganizationFieldKind, value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return flagTexts[`${value}`];
  if (Array.isArray(value)) return value.join('\n');
  switch (kind) {
    case 'date':
      return dateText(String(value));
    case 'postal':
      return formatPostal(String(value));
    default:
      return String(value);
  }
}

function shortField(label: string): string {
  return activityFields.find((field) => field.label === label)?.short ?? label;
}

/** A value as the grid shows it. */
export function shownText(kind: OrganizationFieldKind, value: CellValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(shortField).join('・');
  switch (kind) {
    case 'date':
      return formatWareki(String(value), 'short');
    case 'count':
      return typeof value === 'number' ? formatCount(value) : String(value);
    case 'long-text':
      return String(value).replaceAll('\n', ' ');
    default:
      return editText(kind, value);
  }
}

/** A value of the filter's list, which is text ('true', '2026-03-31', '192'), as the filter shows it. */
export function listedText(kind: OrganizationFieldKind, value: string): string {
  switch (kind) {
    case 'date':
      return formatWareki(value, 'long');
    case 'count':
      return /^\d+$/u.test(value) ? formatCount(Number(value)) : value;
    case 'public-flag':
      return value === 'true' || value === 'false' ? flagTexts[value] : value;
    default:
      return shownText(kind, value);
  }
}

/** What is sent for an edited text; '' empties the cell. The core reads wareki, full-width digits and so on by the field's kind. */
export function editedValue(kind: OrganizationFieldKind, text: string): CellValue {
  if (text.trim() === '') return kind === 'activity-fields' ? [] : null;
  if (kind === 'public-flag' && text === flagTexts.true) return true;
  if (kind === 'public-flag' && text === flagTexts.false) return false;
  return text;
}
