import { cleanAddress } from '#shared/domain/address.ts';
import { splitMunicipality } from '#shared/domain/municipalities.ts';
import type { OrganizationFieldKey } from '#shared/domain/organization/fields.ts';
import { readOrganizationValue } from '#shared/domain/organization/read-value.ts';
import { parsePostal } from '#shared/domain/postal.ts';
import { cleanText, foldWidth } from '#shared/domain/text.ts';
import { organizationFixes } from '#shared/messages/import-organizations.ts';
import { type DraftBuilder, labelOf } from './draft-builder.ts';

const digits = '([0-9０-９()（）\\-－‐―ー]{9,20})';
const end = '[)）]?[\\s、,]*';
/** What else a cell of an address holds, with the field it belongs to; more telling labels first. */
const inserted: readonly (readonly [OrganizationFieldKey, RegExp])[] = [
  [
    'email',
    /[\s、,]*[(（]?(?:(?:E|Ｅ|e)[-－ー]?(?:mail|Mail|MAIL|ｍａｉｌ|メール)|(?:電子)?メール(?:アドレス)?|mail|Mail|MAIL|✉)?[:：.\s　]*([\w.+-]+[@＠][\w-]+(?:\.[\w-]+)+)[)）]?\s*/,
  ],
  ['url', /[\s、,]*[(（]?(?:URL|ＵＲＬ|HP|ＨＰ|ホームページ)?[:：.\s　]*(https?:\/\/[^\s、，]+)[)）]?\s*/],
  ['fax', new RegExp(`[\\s、,]*[(（]?(?:FAX|ＦＡＸ|Fax|ファックス|ファクス)[:：.\\s　]*${digits}${end}`)],
  ['mobile', new RegExp(`[\\s、,]*[(（]?(?:携帯(?:電話)?)[:：.\\s　]*${digits}${end}`)],
  ['phone', new RegExp(`[\\s、,]*[(（]?(?:TEL|ＴＥＬ|Tel|電話(?:番号)?|℡|☎)[:：.\\s　]*${digits}${end}`)],
  ['phone', /(?:\n|\s{2,})[(（]?(0\d{1,4}-\d{1,4}-\d{4})[)）]?\s*$/],
];
/** A longer text is no address; looking for telephones in it would take long. */
const LONGEST = 500;
const elsewhere =
  /^((?:東京都|北海道|(?:京都|大阪)府|[^\s\d]{2,3}県)\s?([^\s\d市区町村]{1,7}市|[^\s\d郡]{1,5}郡[^\s\d町村]{1,6}[町村]|[^\s\d区]{1,5}区))(.*)$/s;

/**
 * Stores an address and takes out of its text what belongs to other fields: the postal code, telephone numbers, mail, and the
 * municipality (山口県下関市彦島… ) when the register has no column for it. `fields`: what has a column of its own.
 */
export function readAddress(
  draft: DraftBuilder,
  parts: readonly string[],
  fields: ReadonlySet<OrganizationFieldKey>,
): void {
  const joined = cleanText(joinParts(parts));
  if (joined === '') {
    draft.blank('address');
    return;
  }
  const bare = (joined.length > LONGEST ? [] : inserted).reduce(
    (text, [field, pattern]) => takeInserted(draft, text, { field, pattern, fields }),
    joined,
  );
  const text = takePostal(draft, bare, fields.has('postal'));
  if (text === '') draft.blank('address');
  else draft.set('address', takeCity(draft, cleanAddress(text), fields.has('city')));
}

/** 彦島本村町 + ６丁目３番 + ○○ビル: a number continues the town's name, a building stands apart. */
function joinParts(parts: readonly string[]): string {
  return parts
    .map((part) => cleanText(part))
    .filter((part) => part !== '')
    .reduce(
      (whole, part) =>
        whole === ''
          ? part
          : /^[0-9０-９一二三四五六七八九十]/.test(part) && !/[0-9０-９号]$/.test(whole)
            ? whole + part
            : `${whole} ${part}`,
      '',
    );
}

type Inserted = {
  readonly field: OrganizationFieldKey;
  readonly pattern: RegExp;
  readonly fields: ReadonlySet<OrganizationFieldKey>;
};

function takeInserted(draft: DraftBuilder, text: string, { field, pattern, fields }: Inserted): string {
  const [whole, found] = pattern.exec(text) ?? [];
  if (whole === undefined || found === undefined) return text;
  const read = readOrganizationValue(field, found);
  if (!read.ok || read.value === null) return text;
  if (!fields.has(field) && !draft.has(field)) {
    draft.set(field, read.value);
    draft.fix(organizationFixes.alsoTaken(labelOf(field), labelOf('address'), String(read.value)));
  }
  return text.replace(whole, '\n').trim();
}

function takePostal(draft: DraftBuilder, text: string, hasColumn: boolean): string {
  if (!/^[〒(（]?\s?[0-9０-９]{3}\s?[-－‐―ー]?\s?[0-9０-９]{4}/.test(text)) return text;
  const postal = parsePostal(text);
  if ('error' in postal || postal.rest === undefined) return text;
  if (!hasColumn && !draft.has('postal')) {
    draft.set('postal', postal.value);
    draft.fix(organizationFixes.alsoTaken(labelOf('postal'), labelOf('address'), postal.value));
  }
  // The rest of the parsed text is folded; the address keeps its own characters.
  return text.replace(/^[〒(（]?\s?[0-9０-９]{3}\s?[-－‐―ー]?\s?[0-9０-９]{4}[)）]?\s*/, '');
}

function takeCity(draft: DraftBuilder, address: string, hasColumn: boolean): string {
  const split = splitMunicipality(address) ?? splitElsewhere(address);
  if (split === null) return address;
  const { municipality, rest } = split;
  const stated = draft.get('city');
  if (hasColumn && typeof stated === 'string') {
    if (stated !== municipality || rest === '') return address;
    draft.fix(organizationFixes.cityRemoved(municipality));
    return rest;
  }
  draft.set('city', municipality);
  draft.fix(organizationFixes.cityFromAddress(municipality));
  return rest === '' ? address : rest;
}

/** Places outside the prefecture only when it is named: 市 may be part of any town's name. */
function splitElsewhere(address: string): { readonly municipality: string; readonly rest: string } | null {
  const [, , municipality, rest] = elsewhere.exec(address) ?? [];
  if (municipality === undefined || rest === undefined || foldWidth(address).startsWith('山口県')) return null;
  return { municipality, rest: rest.trim() };
}
