import { splitActivityFields } from '../activity-fields.ts';
import { isCorporateNumber } from '../corporate-number.ts';
import { parseCount } from '../count.ts';
import { type DateNote, parseDate } from '../dates.ts';
import { parseMunicipality } from '../municipalities.ts';
import { personName } from '../organization-name.ts';
import { parseOrganizationType } from '../organization-type.ts';
import { parsePhone } from '../phone.ts';
import { parsePostal } from '../postal.ts';
import { parsePublicFlag } from '../public-flag.ts';
import { isErrorText } from '../data-words.ts';
import { cleanText, foldWidth, isDash } from '../text.ts';
import { narrowedAddress } from '../web-address.ts';
import { type OrganizationFieldKey, type OrganizationValue, organizationField } from './fields.ts';

/** What was mended on reading: shown to the user, never done silently. */
export type ValueRepair = DateNote | 'zero-restored' | 'more-than-one' | 'unknown-label';
/** Why a text is no value of its field: a key of invalidValueReasons. */
export type ValueProblem = 'required' | 'date' | 'count' | 'phone' | 'postal' | 'flag' | 'corporateNumber' | 'error';

export type ReadValue =
  | {
      readonly ok: true;
      readonly value: OrganizationValue;
      readonly repair?: ValueRepair;
      readonly rest?: readonly string[];
    }
  | { readonly ok: false; readonly problem: ValueProblem; readonly text: string };

const personFields: ReadonlySet<OrganizationFieldKey> = new Set(['repName', 'contactName', 'repKana', 'contactKana']);
/** A dash says "none" in these; in running text it may be meant. */
const dashIsBlank: ReadonlySet<string> = new Set([
  'phone',
  'postal',
  'date',
  'count',
  'public-flag',
  'email',
  'url',
  'corporate-number',
]);

/**
 * Reads the text of a cell as a value of its field: the one way for typed edits, pasted cells and imported files.
 * Blank is null. A text that is none of the field's values is a problem, never a changed value.
 * `fiscalYear` completes dates without a year (4/1).
 */
export function readOrganizationValue(key: OrganizationFieldKey, raw: string, fiscalYear?: number): ReadValue {
  const text = cleanText(raw);
  const { kind } = organizationField(key);
  if (text === '' || (dashIsBlank.has(kind) && isDash(text)))
    return key === 'name' ? problem('required', text) : { ok: true, value: null };
  if (isErrorText(text)) return problem('error', text);
  switch (kind) {
    case 'phone':
      return readPhone(text);
    case 'postal':
      return readPostal(text);
    case 'date':
      return readDate(text, fiscalYear);
    case 'count':
      return readCount(text);
    case 'public-flag':
      return readFlag(text);
    case 'corporate-number': {
      const digits = foldWidth(text).replace(/[\s-]/g, '');
      return isCorporateNumber(digits) ? { ok: true, value: digits } : problem('corporateNumber', text);
    }
    case 'activity-fields':
      return readActivityFields(text);
    case 'organization-type':
      return { ok: true, value: parseOrganizationType(text) ?? text };
    case 'city':
      return { ok: true, value: parseMunicipality(text) };
    case 'email':
      return { ok: true, value: narrowedAddress(text).replace(/^mailto:(?=.)/i, '') };
    case 'url':
      return { ok: true, value: narrowedAddress(text) };
    case 'text':
    case 'long-text':
    case 'kana':
      return { ok: true, value: personFields.has(key) ? personName(text) : text };
  }
}

function problem(kind: ValueProblem, text: string): ReadValue {
  return { ok: false, problem: kind, text };
}

function readPhone(text: string): ReadValue {
  const phone = parsePhone(text);
  if ('error' in phone) return problem('phone', text);
  const base = { ok: true, value: phone.value } as const;
  if (phone.rest !== undefined) return { ...base, repair: 'more-than-one', rest: phone.rest };
  return phone.note === undefined ? base : { ...base, repair: phone.note };
}

function readPostal(text: string): ReadValue {
  const postal = parsePostal(text);
  if ('error' in postal) return problem('postal', text);
  if (postal.rest !== undefined) return { ok: true, value: postal.value, repair: 'more-than-one', rest: [postal.rest] };
  return postal.note === undefined
    ? { ok: true, value: postal.value }
    : { ok: true, value: postal.value, repair: postal.note };
}

function readDate(text: string, fiscalYear: number | undefined): ReadValue {
  const date = parseDate(text, fiscalYear === undefined ? {} : { fiscalYear });
  if (date === null) return problem('date', text);
  return date.note === undefined ? { ok: true, value: date.iso } : { ok: true, value: date.iso, repair: date.note };
}

function readCount(text: string): ReadValue {
  const count = parseCount(text);
  // 30x is a slip of the finger, and 12千人 is rounded: no numbers of people.
  const isSlip = count !== null && 'unit' in count && /[A-Za-z%@#$&*百千]/.test(foldWidth(count.unit));
  if (count === null || isSlip || 'approximate' in count || count.value < 0 || !Number.isInteger(count.value))
    return problem('count', text);
  return { ok: true, value: count.value };
}

function readFlag(text: string): ReadValue {
  const flag = parsePublicFlag(text);
  return flag === null ? problem('flag', text) : { ok: true, value: flag };
}

function readActivityFields(text: string): ReadValue {
  const { fields } = splitActivityFields(text);
  const unknown = fields.filter((field) => field.code === null).map((field) => field.label);
  const value = fields.map((field) => field.label);
  return unknown.length === 0 ? { ok: true, value } : { ok: true, value, repair: 'unknown-label', rest: unknown };
}
