import { addressKey } from '#shared/domain/address.ts';
import {
  type OrganizationFieldKey,
  type OrganizationValue,
  organizationField,
} from '#shared/domain/organization/fields.ts';
import { organizationNameKey } from '#shared/domain/organization-name.ts';
import { matchKey } from '#shared/domain/text.ts';
import { flagWords } from '#shared/messages/import-organizations.ts';

/** Fields in which only the words count: width, spaces and variant kanji are no change. */
const byKey: ReadonlySet<OrganizationFieldKey> = new Set([
  'regNo',
  'nameKana',
  'repName',
  'repKana',
  'contactName',
  'contactKana',
  'city',
  'orgType',
  'area',
]);

/**
 * Whether a value of a file (`a`) says nothing else than the stored one (`b`): a date that is less exact, the same activity fields
 * in another order, a dash where the ledger says 非公開.
 */
export function addsNothing(field: OrganizationFieldKey, a: OrganizationValue, b: OrganizationValue): boolean {
  const { kind } = organizationField(field);
  if (kind === 'date') return typeof a === 'string' && typeof b === 'string' && b.startsWith(`${a}-`);
  if (kind === 'public-flag') return a === null && b === false;
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((label) => b.includes(label));
}

/**
 * Whether a value of a file says the same as the stored one. Names, persons and addresses meet under their keys (full width,
 * 〒, 丁目 and NPO法人 are no difference), running text but for line ends and spaces, all else must be equal.
 */
export function isSameValue(field: OrganizationFieldKey, a: OrganizationValue, b: OrganizationValue): boolean {
  if (a === b) return true;
  if (Array.isArray(a) || Array.isArray(b)) return valueText(a) === valueText(b);
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  if (field === 'name') return organizationNameKey(a) === organizationNameKey(b);
  if (field === 'address') return addressKey(a) === addressKey(b);
  if (byKey.has(field)) return matchKey(a) === matchKey(b);
  const { kind } = organizationField(field);
  // Hyphens are set by area code; a number typed with others is the same number.
  if (kind === 'phone') return digits(a) !== '' && digits(a) === digits(b);
  if (kind === 'long-text') return spaced(a) === spaced(b);
  return false;
}

function digits(text: string): string {
  return /[^\d-]/.test(text) ? '' : text.replaceAll('-', '');
}

function spaced(text: string): string {
  return text.split(/\s+/).join(' ');
}

/** A value as the preview shows it. '' = blank. */
export function valueText(value: OrganizationValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? flagWords.open : flagWords.closed;
  return Array.isArray(value) ? value.join('、') : String(value);
}

export function isBlank(value: OrganizationValue | undefined): boolean {
  return valueText(value) === '';
}
