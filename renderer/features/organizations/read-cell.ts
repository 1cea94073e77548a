import type { CellReading } from '#renderer/sheet/types.ts';
import { formatCount, formatDayWithWeekday } from '#renderer/ui/format.ts';
import { formatWareki } from '#shared/domain/dates.ts';
import { fiscalYearOf } from '#shared/domain/fiscal-year.ts';
import {
  type OrganizationField,
  type OrganizationFieldKey,
  organizationField,
} from '#shared/domain/organization/fields.ts';
import { type ReadValue, readOrganizationValue, type ValueRepair } from '#shared/domain/organization/read-value.ts';
import { organizationTypes } from '#shared/domain/organization-type.ts';
import { formatPostal } from '#shared/domain/postal.ts';
import { cleanText, foldWidth } from '#shared/domain/text.ts';
import { invalidValueReasons } from '#shared/messages/organizations.ts';
import { organizationCellText } from '#shared/messages/ui/organization-cells.ts';
import { flagTexts } from './cell-text.ts';

type Taken = Extract<ReadValue, { readonly ok: true }>;

/** Longer texts are notes, of which nothing needs saying; the ledger reads them when they are sent. */
const longestRead = 1000;

function shownDate(value: string, repair: ValueRepair | undefined): string {
  const day = value.length === 10 ? formatDayWithWeekday(value) : formatWareki(value, 'long');
  switch (repair) {
    case undefined:
    case 'zero-restored':
    case 'more-than-one':
    case 'unknown-label':
      return organizationCellText.date(day, undefined);
    default:
      return organizationCellText.date(day, repair);
  }
}

function restored(value: string, { repair }: Taken): string {
  return repair === 'zero-restored' ? organizationCellText.zeroRestored(value) : value;
}

function shownPhone(value: string, taken: Taken): string {
  const rest = taken.rest ?? [];
  return rest.length === 0 ? restored(value, taken) : organizationCellText.phoneRest(value, rest.join('、'));
}

function shownValue({ kind }: OrganizationField, taken: Taken): string {
  const { value } = taken;
  if (value === null) return '';
  if (typeof value === 'boolean') return flagTexts[`${value}`];
  if (typeof value === 'number') return formatCount(value);
  if (typeof value !== 'string')
    return taken.repair === 'unknown-label'
      ? organizationCellText.unknownLabels((taken.rest ?? []).join('、'))
      : value.join('・');
  switch (kind) {
    case 'date':
      return shownDate(value, taken.repair);
    case 'phone':
      return shownPhone(value, taken);
    case 'postal':
      return restored(formatPostal(value), taken);
    case 'corporate-number':
      return organizationCellText.corporateNumberRight;
    case 'organization-type':
      return organizationTypes.some((type) => type === value) ? value : organizationCellText.otherType(value);
    default:
      return value;
  }
}

/** Why a number is none: too few digits say something else than a wrong check digit. */
function corporateNumberReason(text: string): string {
  const digits = foldWidth(cleanText(text)).replace(/[\s-]/gu, '');
  if (!/^\d+$/u.test(digits)) return invalidValueReasons.corporateNumber;
  return digits.length === 13
    ? organizationCellText.corporateNumberCheck
    : organizationCellText.corporateNumberLength(digits.length);
}

/**
 * What a text typed into a cell of the field means, by the rules the ledger reads it with. `today`: ISO day, '' when not known yet;
 * its fiscal year completes 4/1.
 */
export function readCell(key: OrganizationFieldKey, text: string, today: string): CellReading {
  if (text.length > longestRead) return { ok: true, shown: '' };
  const field = organizationField(key);
  const read = readOrganizationValue(key, text, today === '' ? undefined : fiscalYearOf(today));
  if (read.ok) return { ok: true, shown: shownValue(field, read) };
  const reason = read.problem === 'corporateNumber' ? corporateNumberReason(text) : invalidValueReasons[read.problem];
  return { ok: false, reason };
}
