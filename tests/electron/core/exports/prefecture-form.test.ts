import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import { fixturePath } from '#tests/helpers/daicho.ts';
import { importFile, type OpenCore, openCore } from '#tests/helpers/open-core.ts';
import { packageTexts } from '#tests/helpers/package-parts.ts';
import { convertWithSoffice, NO_SOFFICE, soffice } from '#tests/helpers/soffice.ts';
import { tempFolder } from '#tests/helpers/temp-ledger.ts';

async function filled({ core, call }: OpenCore, date: string) {
  const made = await call('exports.create', { layout: 'prefecture-form-3', options: { date } });
  return { ...made, content: readFileSync(core.exportFile(made.exportId).path) };
}

/** The cells of the form by address, as texts. */
async function cellsOf(content: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const { sheets } = await parseWorkbook(content);
  const rows = sheets[0]?.rows ?? [];
  return new Map(
    rows.flatMap(({ index, cells }) =>
      cells.map((cell, column) => [`${String.fromCharCode(65 + column)}${index + 1}`, cell?.text ?? ''] as const),
    ),
  );
}

const cities = [
  '下関市',
  '山口市',
  '宇部市',
  '萩市',
  '防府市',
  '下松市',
  '岩国市',
  '光市',
  '長門市',
  '柳井市',
  '美祢市',
  '周南市',
  '山陽小野田市',
];
const types = ['任意団体', 'NPO法人', '認定NPO法人', '一般社団法人', '自治会・まちづくり協議会'];
/** Days of the term: [name, registered, valid until, counted on 2026-03-31?]. */
const terms: readonly (readonly [string, string | null, string | null, boolean])[] = [
  ['ずっと前から', '2020-04-01', '2027-03-31', true],
  ['その日に登録', '2026-03-31', '2027-03-31', true],
  ['次の日に登録', '2026-04-01', '2027-03-31', false],
  ['その日まで', '2021-04-01', '2026-03-31', true],
  ['前の日まで', '2021-04-01', '2026-03-30', false],
  ['期限は月だけ', '2021-04-01', '2026-03', true],
  ['期限は前の月', '2021-04-01', '2026-02', false],
  ['期限は年だけ', '2021-04-01', '2026', true],
  ['期限は前の年', '2021-04-01', '2025', false],
  ['登録は月だけ', '2026-03', '2027-03-31', true],
  ['登録は次の月', '2026-04', '2027-03-31', false],
  ['登録は年だけ', '2026', '2027-03-31', true],
  ['登録は次の年', '2027', '2028-03-31', false],
  ['日付なし', null, null, true],
];

test('counts the groups that are registered on the day, and says how many are not', async () => {
  const core = openCore(tempFolder());
  await core.call('ledger.create', { title: '台帳' });
  for (const [name, registered, validUntil] of terms) {
    const values = { name, registered, validUntil, city: '山口市', orgType: '任意団体', members: 10 };
    await core.call('organizations.add', { values });
  }
  const counted = terms.filter(([, , , isCounted]) => isCounted).length;
  const { content, rows, warnings } = await filled(core, '2026-03-31');
  const cells = await cellsOf(content);
  expect({ rows, groups: cells.get('B11'), members: cells.get('H11') }).toEqual({
    rows: counted,
    groups: String(counted),
    members: String(counted * 10),
  });
  expect(warnings.join()).toContain(`令和8年3月31日に登録期間外の ${terms.length - counted} 団体`);
  expect(warnings.join()).toContain('センター名が未設定');
});

test('names groups that the form has no place for in 備考 and counts blanks of members', async () => {
  const core = openCore(tempFolder());
  await core.call('ledger.create', { title: '台帳' });
  await core.call('ledger.saveSettings', { centerName: '見本市民活動支援センター' });
  const groups = [
    { name: '市がない', orgType: '任意団体', members: 3 },
    { name: '県外', city: '広島市', orgType: '任意団体', members: 4 },
    { name: '種別がない', city: '山口市', members: 5 },
    { name: '会社', city: '山口市', orgType: '企業', members: 6 },
    { name: '人数がない', city: '山口市', orgType: 'NPO法人' },
  ];
  for (const values of groups) await core.call('organizations.add', { values });
  const { content, rows, warnings } = await filled(core, '2026-03-31');
  const cells = await cellsOf(content);
  expect(rows).toBe(5);
  expect([cells.get('B11'), cells.get('C11'), cells.get('H11')]).toEqual(['0', '1', '0']);
  expect(cells.get('G6')).toBe('見本市民活動支援センター');
  for (const word of ['広島市', '企業', '(空白)']) expect(cells.get('B25')).toContain(word);
  expect(warnings).toEqual([
    '構成員数が空欄の 1 団体は、構成員数の合計に入っていません。',
    '様式に欄のない市町・種別の 4 団体は、表に入れず備考に書きました。',
  ]);
});

test.skipIf(soffice === undefined)(
  `is totalled by LibreOffice to what the ledger holds (${soffice ?? NO_SOFFICE})`,
  async () => {
    const core = openCore(tempFolder());
    await core.call('ledger.create', { title: '台帳' });
    await importFile(core, fixturePath('登録団体一覧_R7.xlsx'));
    const { viewId, total } = await core.call('organizations.openView', {});
    const { rows } = await core.call('organizations.readBlock', { viewId, start: 0, end: total });
    const inTerm = rows.filter((row) => String(row?.[12]) <= '2025-10-01' && String(row?.[13]) >= '2025-10-01');
    expect(inTerm.length).toBeGreaterThan(200);
    const { content } = await filled(core, '2025-10-01');
    const cells = await cellsOf(convertWithSoffice(content, 'xlsx'));
    for (const [row, city] of cities.entries()) {
      const there = inTerm.filter((group) => group?.[6] === city);
      const line = types.map((type) => String(there.filter((group) => group?.[4] === type).length));
      expect(['B', 'C', 'D', 'E', 'F'].map((column) => cells.get(`${column}${10 + row}`))).toEqual(line);
      expect(cells.get(`G${10 + row}`)).toBe(String(there.length));
    }
    const members = inTerm.reduce((sum, group) => sum + Number(group?.[9] ?? 0), 0);
    expect([cells.get('G23'), cells.get('H23')?.replaceAll(',', '')]).toEqual([String(inTerm.length), String(members)]);
  },
);

test('differs from the form of the prefecture in its sheet alone', async () => {
  const core = openCore(tempFolder());
  await core.call('ledger.create', { title: '台帳' });
  await importFile(core, fixturePath('登録団体一覧_R7.xlsx'));
  const { content, fileName } = await filled(core, '2025-10-01');
  expect(fileName).toBe('県様式第3号_登録団体数等報告書.xlsx');
  const form = packageTexts(readFileSync(fixturePath(fileName)));
  const parts = packageTexts(content);
  expect([...parts.keys()]).toEqual([...form.keys()]);
  const differing = [...parts].filter(([name, text]) => form.get(name) !== text).map(([name]) => name);
  expect(differing).toEqual(['xl/worksheets/sheet1.xml']);
});
