import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read, type WorkSheet } from 'xlsx';
import { fillTemplate } from '#core/excel/template/fill-template.ts';
import {
  type GroupCount,
  PREFECTURE_FORM_3,
  prefectureForm3Edits,
} from '#core/excel/template/forms/prefecture-form-3.ts';
import { readBundledForm } from '#core/excel/template/forms/read-bundled-form.ts';
import { cellsOf, partOf } from '#tests/helpers/package-parts.ts';
import { changedZipEntries } from '#tests/helpers/raw-zip-entries.ts';
import { convertWithSoffice, NO_SOFFICE, soffice } from '#tests/helpers/soffice.ts';

const PART = 'xl/worksheets/sheet1.xml';
const FIXTURE = new URL('../../../../fixtures/県様式第3号_登録団体数等報告書.xlsx', import.meta.url);
const HEADER = { date: '2026-04-01', centerName: 'しものせき市民活動センター', note: '' };
const COUNTS: readonly GroupCount[] = [
  { city: '下関市', type: '任意団体', groups: 150, members: 3000 },
  { city: '下関市', type: 'NPO法人', groups: 50, members: 900 },
  { city: '山陽小野田市', type: '自治会・まちづくり協議会', groups: 4, members: 80 },
  { city: '光市', type: 'ＮＰＯ法人', groups: 5, members: 100 },
];

const form = readBundledForm(PREFECTURE_FORM_3.form);

function sheetOf(bytes: Uint8Array): WorkSheet {
  const sheet = read(bytes, { cellFormula: true }).Sheets[PREFECTURE_FORM_3.sheet];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

describe('県様式第3号', () => {
  test('ships as the prefecture published it', () => {
    expect(Buffer.compare(form, readFileSync(FIXTURE))).toBe(0);
  });

  test('has the cities and types where the map says', () => {
    const sheet = sheetOf(form);
    const { cities, types, firstCityRow, membersColumn } = PREFECTURE_FORM_3;
    expect(cities.map((_, index) => sheet[`A${firstCityRow + index}`]?.v)).toEqual(cities);
    expect(Object.keys(types).map((column) => sheet[`${column}9`]?.v)).toEqual(Object.values(types));
    expect(sheet[`${membersColumn}8`]?.v).toBe('構成員数');
    expect([sheet['F5']?.v, sheet['F6']?.v, sheet['A25']?.v]).toEqual(['報告年月日', 'センター名', '備考']);
    expect(sheet[`A${firstCityRow + cities.length}`]?.v).toBe('合計');
  });

  test('is filled in the mapped cells only; every other zip entry is byte for byte the same', () => {
    const { edits, leftOver } = prefectureForm3Edits(COUNTS, { ...HEADER, note: '速報値' });
    const filled = fillTemplate(form, edits);
    const before = cellsOf(partOf(form, PART));
    const after = cellsOf(partOf(filled, PART));
    const changed = [...after].filter(([ref, xml]) => before.get(ref) !== xml).map(([ref]) => ref);
    expect(leftOver).toEqual([]);
    expect(changed.toSorted()).toEqual(edits.map((edit) => edit.ref).toSorted());
    expect(changedZipEntries(form, filled)).toEqual([PART]);
    const outside = (xml: string) => xml.replace(/<sheetData>.*<\/sheetData>/s, '');
    expect(outside(partOf(filled, PART))).toBe(outside(partOf(form, PART)));
  });

  test('gets a number in every cell of the table, 0 where there is nothing', () => {
    const sheet = sheetOf(fillTemplate(form, prefectureForm3Edits(COUNTS, HEADER).edits));
    expect([sheet['B10']?.v, sheet['C10']?.v, sheet['D10']?.v, sheet['H10']?.v]).toEqual([150, 50, 0, 3900]);
    expect([sheet['F22']?.v, sheet['C17']?.v, sheet['H17']?.v, sheet['H13']?.v]).toEqual([4, 5, 100, 0]);
    expect(sheet['B11']?.t).toBe('n');
    expect(sheet['G6']?.v).toBe('しものせき市民活動センター');
    expect(sheet['B25']?.v).toBeUndefined();
  });

  test('adds counts that are given in parts', () => {
    const parts = [...COUNTS, { city: '下関市', type: '任意団体', groups: 1, members: 2 }];
    const { edits } = prefectureForm3Edits(parts, HEADER);
    expect(edits.find((edit) => edit.ref === 'B10')?.value).toBe(151);
    expect(edits.find((edit) => edit.ref === 'H10')?.value).toBe(3902);
  });

  test('names in 備考 what it has no place for, and keeps it out of the totals', () => {
    const strange = [
      { city: '阿武町', type: '任意団体', groups: 2, members: 30 },
      { city: '阿武町', type: 'NPO法人', groups: 1, members: 10 },
      { city: '下関市', type: '学校法人', groups: 1, members: 7 },
      { city: '', type: '任意団体', groups: 1, members: 0 },
      { city: '周防大島町', type: '任意団体', groups: 0, members: 0 },
    ];
    const { edits, leftOver } = prefectureForm3Edits([...COUNTS, ...strange], { ...HEADER, note: '速報値' });
    expect(leftOver).toEqual(strange.slice(0, 4));
    expect(edits.find((edit) => edit.ref === 'B25')?.value).toBe(
      '速報値\n様式に欄がないため表に含めていないもの：阿武町 3団体(構成員40人)、下関市の学校法人 1団体(構成員7人)、市町不明 1団体(構成員0人)',
    );
    expect(edits.find((edit) => edit.ref === 'H10')?.value).toBe(3900);
  });

  test('refuses a date that is none', () => {
    expect(() => prefectureForm3Edits(COUNTS, { ...HEADER, date: '2026-02-30' })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });

  test('opens in LibreOffice with the right totals and the date in 和暦', (context) => {
    if (soffice === undefined) return context.skip(NO_SOFFICE);
    const filled = fillTemplate(form, prefectureForm3Edits(COUNTS, HEADER).edits);
    const sheet = sheetOf(convertWithSoffice(filled, 'xlsx'));
    expect(['G10', 'G17', 'G22', 'G23', 'B23', 'H23'].map((ref) => sheet[ref]?.v)).toEqual([200, 5, 4, 209, 150, 4080]);
    expect(sheet['G23']?.f).toBe('SUM(G10:G22)');
    const shown = convertWithSoffice(filled, 'fods').toString('utf8');
    expect(shown).toContain('<text:p>令和8年4月1日</text:p>');
  });
});
