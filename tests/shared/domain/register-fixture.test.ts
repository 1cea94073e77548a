import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { splitActivityFields } from '#shared/domain/activity-fields.ts';
import { addressKey } from '#shared/domain/address.ts';
import { parseCount } from '#shared/domain/count.ts';
import { parseDate } from '#shared/domain/dates.ts';
import { kanaReading } from '#shared/domain/kana.ts';
import { parseMunicipality } from '#shared/domain/municipalities.ts';
import { organizationNameKey, personName } from '#shared/domain/organization-name.ts';
import { parseOrganizationType } from '#shared/domain/organization-type.ts';
import { parsePhone } from '#shared/domain/phone.ts';
import { parsePostal } from '#shared/domain/postal.ts';
import { parsePublicFlag } from '#shared/domain/public-flag.ts';
import { cleanText, isDitto } from '#shared/domain/text.ts';

type Expected = Readonly<Record<string, unknown>>;

function fixture(name: string): Buffer {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url));
}

/** SheetJS cuts a character reference above 16 bits (&#134071; is 𠮷), so these are written out before it reads. */
function workbookBytes(file: string): Uint8Array {
  if (file.endsWith('.xls')) return fixture(file);
  const parts = Object.entries(unzipSync(fixture(file))).map(([path, bytes]) => {
    const xml = strFromU8(bytes).replace(/&#(\d{5,7});/g, (_reference, code) => String.fromCodePoint(Number(code)));
    return [path, strToU8(xml)] as const;
  });
  return zipSync(Object.fromEntries(parts));
}

/** Body rows of the register as texts, in the columns of its two-row header; 〃 of the city resolved to the row above. */
function registerRows(file: string): readonly (readonly string[])[] {
  const sheet = XLSX.read(workbookBytes(file)).Sheets['登録団体一覧'];
  if (sheet === undefined) throw new Error(`${file} has no sheet 登録団体一覧`);
  const rows = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: '' });
  const body = rows.filter((row) => /^下市\d{4}$/.test(String(row[0]))).map((row) => row.map(String));
  let city = '';
  return body.map((row) => {
    if (!isDitto(row[8] ?? '')) city = row[8] ?? '';
    return row.toSpliced(8, 1, city);
  });
}

function count(text: string): number | null {
  const parsed = parseCount(text);
  return parsed !== null && 'value' in parsed ? parsed.value : null;
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function parseRow(row: readonly string[]): Expected {
  const cell = (column: number): string => cleanText(row[column] ?? '');
  return {
    reg_no: cell(0),
    name: organizationNameKey(cell(1)),
    name_kana: kanaReading(cell(2)),
    org_type: parseOrganizationType(cell(3)),
    fields: splitActivityFields(cell(4)).fields.map((field) => field.label),
    rep_name: personName(cell(5)),
    rep_kana: kanaReading(cell(6)),
    postal: parsePostal(cell(7)).value,
    city: parseMunicipality(cell(8)),
    address: addressKey(cell(9)),
    phone: parsePhone(cell(10)).value,
    phone_public: parsePublicFlag(cell(11)),
    email: orNull(cell(12)),
    established: parseDate(cell(13))?.iso ?? null,
    members: count(cell(14)),
    members_citizen: count(cell(15)),
    registered: parseDate(cell(16))?.iso ?? null,
    valid_until: parseDate(cell(17))?.iso ?? null,
    note: orNull(cell(18)),
  };
}

function expectedRows(file: string): readonly Expected[] {
  // The fixture is our own; a wrong shape fails the comparison.
  const parsed = JSON.parse(fixture(file).toString('utf8')) as readonly Expected[] | { groups: readonly Expected[] };
  const rows = 'groups' in parsed ? parsed.groups : parsed;
  return rows.map((row) => ({
    ...row,
    name: organizationNameKey(String(row['name'])),
    address: addressKey(String(row['address'])),
  }));
}

/** Typed as bare digits; 0833 is an area code of its own, so the plan's hyphens differ from the fixture's 083-382-5184. */
const bareDigits: ReadonlyMap<unknown, string> = new Map([
  ['下市0002', '0833-82-5184'],
  ['下市0021', '0833-42-2984'],
]);

describe('the registers of groups', () => {
  test.each([
    ['登録団体一覧_R7.xlsx', '登録団体一覧_R7.expected.json', 254],
    ['登録団体一覧_R7.xls', '登録団体一覧_R7.expected.json', 254],
  ])('every raw value of %s parses to the expected one', (register, expected, total) => {
    const rows = registerRows(register).map(parseRow);
    expect(rows).toHaveLength(total);
    expect(rows).toEqual(expectedRows(expected));
  });

  test('every raw value of the next year parses to the expected one, bare digits by the numbering plan', () => {
    const rows = registerRows('登録団体一覧_R8.xlsx').map(parseRow);
    const expected = expectedRows('登録団体一覧_R8.expected.json').map((row) => {
      const phone = bareDigits.get(row['reg_no']);
      return phone === undefined ? row : { ...row, phone };
    });
    expect(rows).toHaveLength(260);
    expect(rows).toEqual(expected);
  });
});
