import { addressKey } from '#shared/domain/address.ts';
import { toKatakana } from '#shared/domain/kana.ts';
import { matchKey } from '#shared/domain/text.ts';
import { valueText } from './compare.ts';
import type { DraftValues, OrganizationDraft } from './draft.ts';
import { compareNames, type Opinion } from './name-evidence.ts';

/** What tells groups apart. `phone` is any telephone or fax number, `person` the representative or the contact person. */
export const identityFields = [
  'regNo',
  'name',
  'nameKana',
  'city',
  'address',
  'phone',
  'person',
  'corporateNumber',
] as const;
export type IdentityField = (typeof identityFields)[number];

/** What a row of a file and a group have in common, and what speaks against their being one. */
export type Evidence = {
  readonly agrees: ReadonlySet<IdentityField>;
  readonly against: readonly IdentityField[];
  /** Same name but for the legal form: 青い鳥 and NPO法人 青い鳥. */
  readonly nearName: boolean;
  /** Half of the name is the same. */
  readonly similarName: boolean;
};

export function compareIdentity(draft: OrganizationDraft, group: DraftValues): Evidence {
  const agrees = new Set<IdentityField>();
  const against: IdentityField[] = [];
  const names = compareNames(valueText(draft.values.name), valueText(group.name));
  for (const field of identityFields) {
    const opinion = field === 'name' ? names.opinion : opinionOf(field, draft, group);
    if (opinion === 'agrees') agrees.add(field);
    if (opinion === 'against') against.push(field);
  }
  return { agrees, against, nearName: names.near, similarName: names.similar };
}

/** What a group has of its own, not shared with others of its name or corporation: telephone, address, person. */
export function supportOf({ agrees }: Evidence): number {
  return supporting.filter((field) => agrees.has(field)).length;
}
export const supporting = ['phone', 'address', 'person'] as const satisfies readonly IdentityField[];

function opinionOf(field: Exclude<IdentityField, 'name'>, draft: OrganizationDraft, group: DraftValues): Opinion {
  if (field === 'phone') return comparePhones(draft.values, group);
  if (field === 'person') return comparePersons(draft.values, group);
  // A reading that was guessed says nothing.
  if (field === 'nameKana' && draft.partial.includes(field)) return 'silent';
  const [a, b] = [valueText(draft.values[field]), valueText(group[field])];
  if (a === '' || b === '') return 'silent';
  return a === b ? 'agrees' : comparers[field](a, b);
}

const comparers = {
  regNo: (a, b) => (matchKey(a) === matchKey(b) ? 'agrees' : 'against'),
  corporateNumber: () => 'against',
  nameKana: compareKana,
  city: compareCities,
  address: compareAddresses,
} as const satisfies Partial<Record<IdentityField, (a: string, b: string) => Opinion>>;

/** The reading with or without that of the legal form says nothing against. */
function compareKana(a: string, b: string): Opinion {
  const [left, right] = [matchKey(toKatakana(a)), matchKey(toKatakana(b))];
  if (left === right) return 'agrees';
  return left.includes(right) || right.includes(left) ? 'silent' : 'against';
}

/** 下関市, 下関 and 山口県下関市 are one. */
function compareCities(a: string, b: string): Opinion {
  const [left, right] = [matchKey(a), matchKey(b)];
  const [long, short] = left.length < right.length ? [right, left] : [left, right];
  return long.startsWith(short) || long.endsWith(short) ? 'agrees' : 'against';
}

/** An address without its building, or without its city, is the same address; a mere name of a town is too little to say so. */
function compareAddresses(a: string, b: string): Opinion {
  const [left, right] = [addressKey(a), addressKey(b)];
  if (left === right) return 'agrees';
  const [long, short] = left.length < right.length ? [right, left] : [left, right];
  const isBegun = long.startsWith(short) && !(/\d$/.test(short) && /^\d/.test(long.slice(short.length)));
  const isEnded = long.endsWith(short) && /[都道府県市区町村郡]$/.test(long.slice(0, -short.length));
  if (!isBegun && !isEnded) return 'against';
  return /\d/.test(short) ? 'agrees' : 'silent';
}

const phoneFields = ['phone', 'mobile', 'fax'] as const;

/** Any number in common is enough: the file has under 電話 what the ledger has under 携帯. */
function comparePhones(values: DraftValues, group: DraftValues): Opinion {
  const own = phoneFields.map((field) => wholeNumber(values[field]));
  const others = phoneFields.map((field) => wholeNumber(group[field]));
  if (own.some((number) => number !== '' && others.includes(number))) return 'agrees';
  return own.some((number, kind) => number !== '' && others[kind] !== '') ? 'against' : 'silent';
}

/** Digits of a number with its area code; '' for a text that is no whole number. */
function wholeNumber(value: DraftValues['phone']): string {
  const digits = valueText(value).replace(/\D/g, '');
  return digits.length >= 9 ? digits : '';
}

const personFields = ['repName', 'contactName'] as const;

/** Any person in common is enough; a family name alone says nothing. */
function comparePersons(values: DraftValues, group: DraftValues): Opinion {
  const own = personFields.map((field) => matchKey(valueText(values[field])));
  const others = personFields.map((field) => matchKey(valueText(group[field])));
  if (own.some((person) => person !== '' && others.includes(person))) return 'agrees';
  const isOther = own.some((person, role) => {
    const other = others[role] ?? '';
    return person !== '' && other !== '' && !person.startsWith(other) && !other.startsWith(person);
  });
  return isOther ? 'against' : 'silent';
}

/** Keys by which one of many groups of one name is found. */
export function telltaleKeys(values: DraftValues): readonly string[] {
  const phones = phoneFields.map((field) => wholeNumber(values[field]));
  const persons = personFields.map((field) => matchKey(valueText(values[field])));
  const address = addressKey(valueText(values.address));
  const keyed = [...phones.map((key) => ['t', key]), ...persons.map((key) => ['p', key]), ['a', address]];
  return keyed.flatMap(([kind, key]) => (key === '' ? [] : [`${kind}:${key}`]));
}
