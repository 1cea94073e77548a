import type { CompanionCell, SheetColumn } from '#renderer/sheet/types.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import { kanaReading } from '#shared/domain/kana.ts';
import { municipalities, parseMunicipality } from '#shared/domain/municipalities.ts';
import { type OrganizationFieldKey, organizationFields } from '#shared/domain/organization/fields.ts';
import { parsePostal } from '#shared/domain/postal.ts';
import type { Client } from '#shared/rpc/client.ts';
import type { OrganizationRow } from './cell-row.ts';

type Companions = NonNullable<SheetColumn<OrganizationRow>['companions']>;
type TextOf = Parameters<Companions>[0]['textOf'];
type Address = CallOutput<'postal.lookup'>[number];

/** Cells that are empty get their text; a filled one is never written over. */
function fill(textOf: TextOf, texts: Partial<Record<OrganizationFieldKey, string>>): readonly CompanionCell[] {
  return organizationFields.flatMap(({ key }) => {
    const text = texts[key] ?? '';
    return text !== '' && textOf(key) === '' ? [{ columnId: key, text }] : [];
  });
}

/** The register keeps 市町 apart from the rest; an address elsewhere keeps its prefecture, which 市町 does not tell. */
function addressTexts(found: readonly Address[]): Partial<Record<OrganizationFieldKey, string>> {
  const [first] = found;
  if (first === undefined) return {};
  const { prefecture, city } = first;
  if (found.some((other) => other.prefecture !== prefecture || other.city !== city)) return {};
  const isHome = municipalities.some((municipality) => municipality.prefecture === prefecture);
  const town = found.length === 1 ? first.town : '';
  return {
    city: parseMunicipality(city),
    address: isHome ? town : `${prefecture}${city}${town}`,
  };
}

function fromPostal(client: Client): Companions {
  return async ({ textOf, text }) => {
    if (textOf('address') !== '' && textOf('city') !== '') return [];
    const postal = parsePostal(text);
    if ('error' in postal) return [];
    try {
      return fill(textOf, addressTexts(await client.call('postal.lookup', { code: postal.value })));
    } catch {
      // The postal code itself is what was typed; the address is only a help.
      return [];
    }
  };
}

/** How the legal forms in front of or behind a group's name are read: a フリガナ does not hold them. */
const legalForms = [
  'トクテイヒエイリカツドウホウジン',
  'ニンテイトクテイヒエイリカツドウホウジン',
  '(?:ニンテイ)?(?:NPO|エヌピーオー)ホウジン',
  '(?:イッパン|コウエキ)(?:シャダン|ザイダン)ホウジン',
  'シャカイフクシホウジン',
  '(?:カブシキ|ユウゲン|ゴウドウ)ガイシャ',
].join('|');
const legalForm = new RegExp(`^(?:${legalForms})\\s*|\\s*(?:${legalForms})$`, 'gu');

function fromReading(key: OrganizationFieldKey): Companions {
  return async ({ textOf, text, reading }) => {
    if (text.trim() === '') return [];
    const kana = kanaReading(reading);
    const bare = key === 'nameKana' ? kana.normalize('NFKC').replace(legalForm, '') : kana;
    return fill(textOf, { [key]: bare === '' ? kana : bare });
  };
}

/** Which entries fill further cells of the row, by field. */
export function organizationCompanions(client: Client): ReadonlyMap<OrganizationFieldKey, Companions> {
  return new Map<OrganizationFieldKey, Companions>([
    ['postal', fromPostal(client)],
    ['name', fromReading('nameKana')],
    ['repName', fromReading('repKana')],
    ['contactName', fromReading('contactKana')],
  ]);
}
