import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import { organizationsImporter } from '#core/excel/recognise/organizations/importer.ts';
import type { Sheet } from '#core/excel/workbook.ts';
import { activityFields } from '#shared/domain/activity-fields.ts';
import { addressKey } from '#shared/domain/address.ts';
import { formatWareki } from '#shared/domain/dates.ts';
import type { OrganizationFieldKey, OrganizationRecord } from '#shared/domain/organization/fields.ts';
import { formatPostal } from '#shared/domain/postal.ts';
import {
  type CellInput,
  importRegister,
  type LayoutSheet,
  layoutWorkbook,
  storedGroups,
  type TrueGroup,
  trueGroups,
  truthKeys,
} from '#tests/helpers/register-layouts.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';

const groups = trueGroups('R7').slice(0, 40);

type Column = readonly [header: string, value: (group: TrueGroup, index: number) => CellInput];

/** Title, header and body of a plain table. */
function plainSheet(name: string, columns: readonly Column[], titles: readonly string[] = []): LayoutSheet {
  const body = groups.map((group, index) => columns.map(([, value]) => value(group, index)));
  return { name, rows: [...titles.map((title) => [title]), columns.map(([header]) => header), ...body] };
}

async function importLayout(sheets: readonly LayoutSheet[], bookType?: 'xlsx' | 'xls' | 'ods') {
  const workbook = await layoutWorkbook(sheets, bookType);
  return importBest(workbook.sheets);
}

function importBest(sheets: readonly Sheet[]) {
  const sheet = sheets.toSorted((a, b) => organizationsImporter.score(b) - organizationsImporter.score(a))[0];
  if (sheet === undefined) throw new Error('no sheet');
  expect(organizationsImporter.score(sheet)).toBeGreaterThan(0.5);
  const ledger = tempLedger();
  const { analysis } = importRegister(ledger, sheet);
  return { sheet, analysis, records: storedGroups(ledger), ledger };
}

function truth(group: TrueGroup, field: keyof typeof truthKeys): unknown {
  const value = group[truthKeys[field]];
  return field === 'address' ? addressKey(String(value)) : value;
}

function got(record: OrganizationRecord, field: OrganizationFieldKey): unknown {
  return field === 'address' ? addressKey(String(record.address)) : record[field];
}

/** Every group has exactly the true values of these fields. */
function expectTruth(records: readonly OrganizationRecord[], fields: readonly (keyof typeof truthKeys)[]): void {
  expect(records).toHaveLength(groups.length);
  const pick = (read: (field: keyof typeof truthKeys) => unknown) =>
    Object.fromEntries(fields.map((field) => [field, read(field)]));
  expect(records.map((record) => pick((field) => got(record, field)))).toEqual(
    groups.map((group) => pick((field) => truth(group, field))),
  );
}

const wide = (text: string): string =>
  text.replace(/[0-9-]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

describe('registers in layouts of other centers', () => {
  it('other names in another order, without a title', async () => {
    const { records } = await importLayout([
      plainSheet('Sheet1', [
        ['団体の名称', (g) => g.name],
        ['よみがな', (g) => g.name_kana],
        ['会長名', (g) => g.rep_name],
        ['〒', (g) => wide(formatPostal(g.postal))],
        ['所在地', (g) => g.address],
        ['市町村', (g) => g.city],
        ['TEL', (g) => wide(g.phone)],
        ['E-mail', (g) => g.email],
        ['会員数', (g) => `${wide(String(g.members))}名`],
        ['有効期間満了日', (g) => formatWareki(g.valid_until, 'short')],
        ['登録日', (g) => formatWareki(g.registered, 'long')],
        ['発足年月日', (g) => g.established.replaceAll('-', '.')],
        ['法人格', (g) => g.org_type],
        ['分野', (g) => g.fields.join('・')],
        ['登録No.', (g) => g.reg_no],
        ['摘要', (g) => g.note],
      ]),
    ]);
    expectTruth(records, [
      'regNo',
      'name',
      'nameKana',
      'repName',
      'postal',
      'address',
      'city',
      'phone',
      'email',
      'members',
      'validUntil',
      'registered',
      'established',
      'orgType',
      'fields',
      'note',
    ]);
  });

  it('a table that starts at C5 under a title at C2, with a header of three merged rows', async () => {
    const header: LayoutSheet['rows'] = [
      ['令和７年度　市民活動団体名簿'],
      [],
      [],
      ['団体', null, null, '連絡先', null, null, '人数', null, '登録', null],
      ['登録番号', '名称', null, '代表者', null, '電話', '全体', 'うち市内', '登録日', '期限'],
      [null, '漢字', 'フリガナ', '氏名', 'フリガナ', null, null, null, null, null],
    ];
    const body = groups.map((g) => [
      g.reg_no,
      g.name,
      g.name_kana,
      g.rep_name,
      g.rep_kana,
      g.phone,
      g.members,
      g.members_citizen,
      g.registered,
      g.valid_until,
    ]);
    const merges = [
      'C5:E5',
      'F5:H5',
      'I5:J5',
      'K5:L5',
      'D6:E6',
      'F6:G6',
      'C6:C7',
      'H6:H7',
      'I6:I7',
      'J6:J7',
      'K6:K7',
      'L6:L7',
    ];
    const { records, analysis } = await importLayout([
      { name: '名簿', origin: 'C2', rows: [...header, ...body], merges },
    ]);
    expect(analysis.headerRows).toEqual([5, 6, 7]);
    expectTruth(records, [
      'regNo',
      'name',
      'nameKana',
      'repName',
      'repKana',
      'phone',
      'members',
      'membersCitizen',
      'registered',
      'validUntil',
    ]);
  });

  it('a two-row header whose cells nobody merged', async () => {
    const rows: LayoutSheet['rows'] = [
      ['登録団体名簿'],
      ['番号', '団体名', 'ふりがな', '代表者', null, '連絡先', null, null, '会員数', null, '備考'],
      [null, null, null, '氏名', 'ふりがな', '電話', '公開', 'メール', '計', 'うち市民', null],
      ...groups.map((g) => [
        g.reg_no,
        g.name,
        g.name_kana,
        g.rep_name,
        g.rep_kana,
        g.phone,
        g.phone_public ? '可' : '不可',
        g.email,
        g.members,
        g.members_citizen,
        g.note,
      ]),
    ];
    const { records, analysis } = await importLayout([{ name: '一覧', rows }]);
    expect(analysis.headerRows).toEqual([2, 3]);
    expectTruth(records, [
      'regNo',
      'name',
      'nameKana',
      'repName',
      'repKana',
      'phone',
      'phonePublic',
      'email',
      'members',
      'membersCitizen',
      'note',
    ]);
  });

  it('activity fields as a matrix of ○ under their short names', async () => {
    const labels = activityFields.map((field) => field.short);
    const rows: LayoutSheet['rows'] = [
      ['No.', '団体名', '活動分野', ...labels.slice(1).map(() => null), '電話番号'],
      [null, null, ...labels, null],
      ...groups.map((g) => [
        g.reg_no,
        g.name,
        ...activityFields.map((field) => (g.fields.includes(field.label) ? '○' : null)),
        g.phone,
      ]),
    ];
    const merges = ['A1:A2', 'B1:B2', 'C1:V1', 'W1:W2'];
    const { records } = await importLayout([{ name: '分野別', rows, merges }]);
    expectTruth(records, ['regNo', 'name', 'phone']);
    const sorted = (labelsOf: unknown): unknown => (Array.isArray(labelsOf) ? labelsOf.toSorted() : labelsOf);
    expect(records.map((record) => sorted(record.fields))).toEqual(groups.map((g) => g.fields.toSorted()));
  });

  it('postal code, prefecture, municipality, town and telephone in one cell', async () => {
    const { records, analysis } = await importLayout([
      plainSheet('連絡網', [
        ['登録番号', (g) => g.reg_no],
        ['団体・グループ名', (g) => g.name],
        ['住所', (g) => `〒${formatPostal(g.postal)}\n山口県${g.city}${g.address}\nTEL ${g.phone}`],
      ]),
    ]);
    expectTruth(records, ['regNo', 'name', 'postal', 'city', 'address', 'phone']);
    expect(analysis.rows.filter((row) => row.fixes.some((fix) => fix.startsWith('住所から市町'))).length).toBe(
      groups.length,
    );
  });

  it('several columns for fields, a generic 公開可否 beside each value, a position column', async () => {
    const { records } = await importLayout([
      plainSheet('R7', [
        ['団体番号', (g) => g.reg_no],
        ['団体名称', (g) => g.name],
        ['役職', () => '会長'],
        ['代表者名', (g) => g.rep_name],
        ['公開可否', () => '可'],
        ['電話番号', (g) => g.phone],
        ['公開可否', (g) => (g.phone_public ? '公開' : '非公開')],
        ['メールアドレス', (g) => g.email],
        ['活動分野1', (g) => g.fields[0] ?? null],
        ['活動分野2', (g) => g.fields[1] ?? null],
        ['活動分野3', (g) => g.fields[2] ?? null],
      ]),
    ]);
    expectTruth(records, ['regNo', 'name', 'repName', 'phone', 'phonePublic', 'email', 'fields']);
    expect(records.every((record) => record.repNamePublic === true)).toBe(true);
  });

  it('a column 非公開 where ○ means that the number is not public', async () => {
    const { records } = await importLayout([
      plainSheet('R7', [
        ['団体名', (g) => g.name],
        ['登録番号', (g) => g.reg_no],
        ['電話番号', (g) => g.phone],
        ['電話番号（非公開）', (g) => (g.phone_public ? null : '○')],
      ]),
    ]);
    expectTruth(records, ['regNo', 'name', 'phone']);
    expect(records.map((record) => record.phonePublic)).toEqual(groups.map((g) => (g.phone_public ? null : false)));
  });

  it('groups under headings of their municipality, with subtotals, page numbers and repeated headers', async () => {
    const cities = [...new Set(groups.map((g) => g.city))];
    const header = ['登録番号', '団体名', '代表者', '電話', '構成員'];
    const rows: CellInput[][] = [['市民活動団体一覧'], header];
    for (const [page, city] of cities.entries()) {
      const members = groups.filter((g) => g.city === city);
      rows.push([`【${city}】`], ...members.map((g) => [g.reg_no, g.name, g.rep_name, g.phone, g.members]));
      rows.push(['小計', `${members.length}団体`, null, null, members.reduce((sum, g) => sum + g.members, 0)]);
      rows.push([null, null, `${page + 1} / ${cities.length}`], ['市民活動団体一覧'], header);
    }
    rows.push(['合計', `${groups.length}団体`, null, null, groups.reduce((sum, g) => sum + g.members, 0)]);
    rows.push(['※電話番号は公開していません。'], ['以上']);
    const { records, analysis } = await importLayout([{ name: '一覧', rows }]);
    expect(records).toHaveLength(groups.length);
    const byNumber = new Map(records.map((record) => [record.regNo, record]));
    expect(
      groups.every((g) => byNumber.get(g.reg_no)?.city === g.city && byNumber.get(g.reg_no)?.phone === g.phone),
    ).toBe(true);
    expect(analysis.warnings.filter((warning) => warning.includes('合計'))).toEqual([]);
    expect(new Set(analysis.rows.filter((row) => row.action === 'skip').map((row) => row.reason))).toEqual(
      new Set([
        '表題',
        '見出し',
        '表の中の見出し',
        '合計行',
        'ページ番号',
        '見出しのくり返し',
        '注記',
        '表の終わりの行',
      ]),
    );
  });

  it('the register on the second of several sheets', async () => {
    const { sheet, records } = await importLayout([
      { name: '表紙', rows: [['しものせき市民活動センター'], ['登録団体名簿'], ['令和8年4月1日']] },
      plainSheet(
        '登録一覧',
        [
          ['団体名', (g) => g.name],
          ['登録番号', (g) => g.reg_no],
          ['有効期限', (g) => g.valid_until],
        ],
        ['一覧', '（R8.4.1現在）'],
      ),
      {
        name: '集計',
        rows: [
          ['市町', '団体数'],
          ['下関市', 20],
          ['山口市', 3],
        ],
      },
    ]);
    expect(sheet.name).toBe('登録一覧');
    expectTruth(records, ['regNo', 'name', 'validUntil']);
  });

  it('row numbers are no registration numbers, and the same groups come again without any', async () => {
    const layout = plainSheet('Sheet1', [
      ['NO', (_g, index) => index + 1],
      ['サークル名', (g) => g.name],
      ['代表者氏名', (g) => g.rep_name],
      ['電話番号', (g) => g.phone],
    ]);
    const { sheet, analysis, records, ledger } = await importLayout([layout]);
    expectTruth(records, ['name', 'repName', 'phone']);
    expect(records.every((record) => record.regNo === null)).toBe(true);
    expect(analysis.warnings.some((warning) => warning.includes('通し番号'))).toBe(true);
    expect(importRegister(ledger, sheet).result.changes).toBe(0);
  });

  it('numbers lose their zeros and dates are eight digits in an old .xls', async () => {
    const { records } = await importLayout(
      [
        plainSheet('名簿', [
          ['登録ID', (g) => g.reg_no],
          ['登録団体名', (g) => g.name],
          ['連絡先電話番号', (g) => Number(g.phone.replaceAll('-', ''))],
          ['郵便番号', (g) => Number(g.postal)],
          ['設立', (g) => Number(g.established.replaceAll('-', ''))],
          ['登録期限', (g) => formatWareki(g.valid_until, 'long')],
        ]),
      ],
      'xls',
    );
    expectTruth(records, ['regNo', 'name', 'phone', 'postal', 'established', 'validUntil']);
  });

  it('a text file with half-width kana and quoted line breaks', async () => {
    const half = (text: string): string => text.normalize('NFKC');
    const lines = groups.map((g) =>
      [g.reg_no, `"${g.name}"`, half(g.name_kana), `"${g.fields.join('\n')}"`, g.phone].join(','),
    );
    const text = `登録ｺｰﾄﾞ,団体名,ﾌﾘｶﾞﾅ,活動分野,電話\r\n${lines.join('\r\n')}`;
    const { records } = importBest((await parseWorkbook(new TextEncoder().encode(text))).sheets);
    expectTruth(records, ['regNo', 'name', 'nameKana', 'fields', 'phone']);
  });

  it('a second table below with its columns in another order', async () => {
    const half = groups.length / 2;
    const rows: LayoutSheet['rows'] = [
      ['市内の団体'],
      ['登録番号', '団体名', '電話番号'],
      ...groups.slice(0, half).map((g) => [g.reg_no, g.name, g.phone]),
      [],
      ['市外の団体'],
      ['団体名', '電話番号', '登録番号', '市町'],
      ...groups.slice(half).map((g) => [g.name, g.phone, g.reg_no, g.city]),
    ];
    const { records, analysis } = await importLayout([{ name: '一覧', rows }], 'ods');
    expectTruth(records, ['regNo', 'name', 'phone']);
    expect(records.slice(half).map((record) => record.city)).toEqual(groups.slice(half).map((g) => g.city));
    expect(analysis.warnings.some((warning) => warning.includes('別の表'))).toBe(true);
  });

  it('headers with ornaments, numbers, brackets and line breaks', async () => {
    const { records } = await importLayout([
      plainSheet('様式', [
        ['①登録番号', (g) => g.reg_no],
        ['②団　体　名\n（正式名称）', (g) => g.name],
        ['③代表者\n氏　名 ※', (g) => g.rep_name],
        ['④電話番号（半角）', (g) => g.phone],
        ['⑤会員数(人)', (g) => g.members],
        ['⑥うち市民(人)', (g) => g.members_citizen],
        ['⑦設立年月日（西暦）', (g) => g.established.replaceAll('-', '/')],
        ['⑧【備考】', (g) => g.note],
      ]),
    ]);
    expectTruth(records, ['regNo', 'name', 'repName', 'phone', 'members', 'membersCitizen', 'established']);
  });
});
