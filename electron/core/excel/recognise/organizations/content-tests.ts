import { splitActivityFields } from '#shared/domain/activity-fields.ts';
import { isCorporateNumber } from '#shared/domain/corporate-number.ts';
import { parseCount } from '#shared/domain/count.ts';
import { parseDate } from '#shared/domain/dates.ts';
import { municipalities, parseMunicipality } from '#shared/domain/municipalities.ts';
import { parseOrganizationType } from '#shared/domain/organization-type.ts';
import { parsePublicFlag } from '#shared/domain/public-flag.ts';
import { foldWidth } from '#shared/domain/text.ts';

export type ContentTest = (samples: readonly string[]) => number;

/** 0.1 to 1 by the share of samples that pass; 0.5 without samples, which says nothing. */
function share(passes: (text: string) => boolean): ContentTest {
  return (samples) => {
    if (samples.length === 0) return 0.5;
    return 0.1 + 0.9 * (samples.filter((text) => passes(text)).length / samples.length);
  };
}

const cityNames: ReadonlySet<string> = new Set(municipalities.map((each) => each.name));
const digitsOf = (text: string): string => foldWidth(text).replace(/\D/g, '');
const isFlag = (text: string): boolean =>
  text.length <= 8 && parsePublicFlag(text) !== null && !/^[01０１]$/.test(text);
const isPhone = (text: string): boolean => {
  const digits = digitsOf(text);
  return digits.length >= 6 && digits.length <= 13 && !/[@年月日]|丁目|番地/.test(text) && parseDate(text) === null;
};
const isDate = (text: string): boolean => parseDate(text) !== null || /\d年|^[RHSrhs]\d/.test(foldWidth(text));
const isPlainNumber = (text: string): boolean => /^\d+(?:\.\d+)?$/.test(foldWidth(text));
const isMail = (text: string): boolean => /@|＠/.test(text);
const isUrl = (text: string): boolean =>
  !isMail(text) && /^(?:https?:|www\.)|\.(?:jp|com|org|net|info)(?:\/|$)/i.test(foldWidth(text));
const isPostal = (text: string): boolean => /^〒?\s?\d{3}-?\d{4}$/.test(foldWidth(text)) || /^\d{6,7}$/.test(text);
const isAddress = (text: string): boolean =>
  /[市町村区郡]|丁目|番地|大字|\d番/.test(text) || /[^\d-]{2,}\d+-\d+/.test(foldWidth(text));
/** An address down to its number. */
const isBlock = (text: string): boolean => isAddress(text) && /\d/.test(foldWidth(text));
const isKana = (text: string): boolean => {
  const letters = foldWidth(text).replace(/[\s()・\-0-9a-zA-Z]/g, '');
  const kana = letters.replace(/[\u3041-\u30FE]/g, '');
  return letters !== '' && kana.length <= letters.length * 0.2;
};
const isPerson = (text: string): boolean =>
  text.length >= 2 && text.length <= 20 && !/\d|@/.test(foldWidth(text)) && !isAddress(text) && !isFlag(text);

export const looksLike = {
  /** A number, also one with more below it (mail, FAX). */
  phone: share((text) => isPhone(text.split('\n')[0] ?? text)),
  mobile: share((text) => /^\(?\+?(?:81)?0?[5789]0/.test(digitsOf(text)) && isPhone(text)),
  flag: share(isFlag),
  date: share(isDate),
  count: share((text) => parseCount(text) !== null && !isDate(text) && digitsOf(text).length <= 6),
  mail: share((text) => /^\S+[@＠]\S+$/.test(text)),
  url: share(isUrl),
  postal: share(isPostal),
  address: share(isAddress),
  kana: share(isKana),
  /** Some people write their name in kana, a column of readings only. */
  person: (samples: readonly string[]): number =>
    samples.length >= 5 && share(isKana)(samples) > 0.8 ? 0.2 : share(isPerson)(samples),
  city: share((text) => cityNames.has(parseMunicipality(text)) || /^[^\d]{1,8}[市町村区]$/.test(text)),
  type: share((text) => parseOrganizationType(text) !== null || isMark(text) || isUnticked(text)),
  mark: share((text) => isMark(text) || isUnticked(text)),
  corporateNumber: share((text) => isCorporateNumber(text) || /^\d{13}$/.test(digitsOf(text))),
  fields: share(
    (text) => isMark(text) || isUnticked(text) || activityFieldsOf(text).some((field) => field.code !== null),
  ),
  /** Running text: nothing that is plainly another kind of value. */
  /** A part of the country in words; a full address belongs to the group. */
  area: share((text) => !isFlag(text) && !isPhone(text) && !isMail(text) && !isPlainNumber(text) && !isBlock(text)),
  text: share((text) => !isFlag(text) && !isPhone(text) && !isMail(text) && !isPlainNumber(text)),
  groupName: (samples: readonly string[]): number => {
    const base = share(
      (text) => text.length > 1 && !isFlag(text) && !isMail(text) && !isPlainNumber(text) && !isDate(text),
    )(samples);
    // A column of few repeated words is a kind or a place, not a name.
    return samples.length >= 10 && new Set(samples).size < samples.length * 0.3 ? Math.min(base, 0.3) : base;
  },
  number: (samples: readonly string[]): number => {
    const base = share((text) => /\d/.test(foldWidth(text)) && text.length <= 20 && !isMail(text))(samples);
    if (isRunningNumber(samples)) return Math.min(base, 0.4);
    return samples.length >= 5 && new Set(samples).size < samples.length * 0.8 ? Math.min(base, 0.3) : base;
  },
} as const satisfies Record<string, ContentTest>;

/** A cell of a ○ matrix; spreadsheets show a ticked box as TRUE (真). */
export function isMark(text: string): boolean {
  return /^(?:[○〇◯◎●✓✔レ☑■1１✅有真]|true|yes|はい|該当)$/iu.test(text.trim());
}

/** A cell of a ○ matrix or of flags that says nothing: the box is not ticked. */
export function isUnticked(text: string): boolean {
  return /^(?:偽|false)$/iu.test(text.trim());
}

/** A cell of a ○ matrix that has no ○. */
export function isUnmarked(text: string): boolean {
  return isUnticked(text) || /^(?:[×✕✖xX0０☐□無]|no|いいえ|非該当)$/iu.test(text.trim());
}

const splitTexts = new Map<string, ReturnType<typeof splitActivityFields>['fields']>();

/** splitActivityFields, remembered: a register repeats the same few fields in hundreds of rows. */
export function activityFieldsOf(text: string): ReturnType<typeof splitActivityFields>['fields'] {
  const known = splitTexts.get(text);
  if (known !== undefined) return known;
  const { fields } = splitActivityFields(text);
  if (splitTexts.size > 2000) splitTexts.clear();
  splitTexts.set(text, fields);
  return fields;
}

/** Label of the one activity field that a text names; undefined for none, several and unknown words. */
export function activityFieldLabel(text: string): string | undefined {
  const fields = activityFieldsOf(text);
  const [only] = fields;
  return fields.length === 1 && only !== undefined && only.code !== null ? only.label : undefined;
}

/** Whether a header of a column is one of the 20 fields: its cells are then ○ or blank. */
export function isFieldHeader(text: string): boolean {
  return !/^\d{1,2}$/.test(foldWidth(text)) && activityFieldLabel(text) !== undefined;
}

/** The kind of group a header of a ○ matrix names; null for other words. */
export function typeOfHeader(text: string): string | null {
  return parseOrganizationType(text);
}

/** Row numbers rather than registration numbers: 1, 2, 3 … without a gap. */
export function isRunningNumber(samples: readonly string[]): boolean {
  if (samples.length < 2) return false;
  return samples.every((text, index) => foldWidth(text) === String(index + 1));
}
