import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTable, matcherOf } from '#core/excel/recognise/table/find-table.ts';
import { organizationVocabulary } from '#core/excel/recognise/organizations/vocabulary.ts';
import { classifyRows } from '#core/excel/recognise/table/row-kind.ts';
import type { Vocabulary } from '#core/excel/recognise/table/vocabulary.ts';
import type { Sheet, SheetCell } from '#core/excel/workbook.ts';
import { importRegister, textSheet } from '#tests/helpers/register-layouts.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';

const vocabulary: Vocabulary = [
  { field: 'number', aliases: ['番号'] },
  { field: 'name', aliases: ['団体名', '名称'] },
  { field: 'person', aliases: ['代表者', '代表者>氏名'] },
  {
    field: 'phone',
    aliases: ['電話番号', '連絡先'],
    test: (samples) => (samples.every((text) => /^[\d-]+$/.test(text)) ? 1 : 0),
  },
  {
    field: 'mail',
    aliases: ['メール', '連絡先'],
    test: (samples) => (samples.every((text) => text.includes('@')) ? 1 : 0),
  },
];

function fieldsOf(sheet: Sheet): Record<string, string | null> {
  const table = findTable(sheet, vocabulary);
  return Object.fromEntries((table?.columns ?? []).map((column) => [column.header, column.field]));
}

describe('findTable', () => {
  it('finds the header below titles and tells where the body starts', () => {
    const table = findTable(textSheet([['名簿'], [], ['番号', '団体名'], ['1', 'あいの会']]), vocabulary);
    expect(table).toMatchObject({ headerRows: [2], bodyStart: 3 });
  });

  it('gives null when no header is there', () => {
    expect(
      findTable(
        textSheet([
          ['あ', 'い'],
          ['う', 'え'],
        ]),
        vocabulary,
      ),
    ).toBeNull();
    expect(findTable(textSheet([]), vocabulary)).toBeNull();
  });

  it('spreads a merged parent over its columns', () => {
    const sheet = textSheet(
      [
        ['団体名', '代表者', null],
        [null, '氏名', '年齢'],
        ['あいの会', '松永', '50'],
      ],
      {
        merges: [
          { r1: 0, c1: 0, r2: 1, c2: 0 },
          { r1: 0, c1: 1, r2: 0, c2: 2 },
        ],
      },
    );
    expect(fieldsOf(sheet)).toEqual({ 団体名: 'name', '代表者>氏名': 'person', '代表者>年齢': null });
  });

  it('decides between two fields of one header by what stands below it', () => {
    expect(
      fieldsOf(
        textSheet([
          ['団体名', '連絡先'],
          ['あ会', '083-222-1111'],
          ['い会', '083-222-2222'],
        ]),
      ),
    ).toMatchObject({ 連絡先: 'phone' });
    expect(
      fieldsOf(
        textSheet([
          ['団体名', '連絡先'],
          ['あ会', 'a@example.jp'],
          ['い会', 'b@example.jp'],
        ]),
      ),
    ).toMatchObject({ 連絡先: 'mail' });
  });

  it('takes the header rows the user chose', () => {
    const sheet = textSheet([
      ['番号', '団体名'],
      ['番号', '名称', '電話番号'],
      ['1', 'あ会', '083-222-1111'],
    ]);
    expect(findTable(sheet, vocabulary, { headerRows: [1] })).toMatchObject({ headerRows: [1], bodyStart: 2 });
  });

  it('names titles, repeats, legends, notes, totals and page numbers', () => {
    const sheet = textSheet([
      ['登録団体名簿'],
      ['番号', '団体名', '電話番号'],
      ['1', 'あ会', '083-222-1111'],
      ['1 / 2'],
      ['登録団体名簿'],
      ['番号', '団体名', '電話番号'],
      ['2', 'い会', '083-222-2222'],
      ['合　計', '2団体'],
      ['実施状況：◎実施済 ○継続推進'],
      ['資料：市民活動センター'],
      ['※公開しないこと'],
    ]);
    const table = findTable(sheet, vocabulary);
    if (table === null) throw new Error('not found');
    expect(classifyRows(sheet, table, matcherOf(vocabulary))).toEqual([
      'title',
      'header',
      'data',
      'page',
      'title',
      'header',
      'data',
      'total',
      'legend',
      'note',
      'note',
    ]);
  });
});

const cell = fc.option(
  fc.oneof(
    fc.constantFrom(
      '団体名',
      '登録番号',
      '代表者',
      '氏名',
      '電話',
      '〃',
      '-',
      '合計',
      '小計',
      '※注',
      '下関市',
      '【萩市】',
      '○',
      'R7.4.1',
      '令和99年99月99日',
      '１９２人',
      '約50',
      '083-222-1111',
      '#REF!',
      '公開',
      '環境',
      '1 / 4',
    ),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
  ),
  { nil: null },
);

const randomSheet: fc.Arbitrary<Sheet> = fc
  .record({
    rows: fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 14 }),
    merges: fc.array(fc.record({ r1: fc.nat(12), c1: fc.nat(6), height: fc.nat(3), width: fc.nat(4) }), {
      maxLength: 4,
    }),
    hidden: fc.array(fc.nat(7), { maxLength: 2 }),
    type: fc.constantFrom<SheetCell['type']>('text', 'text', 'number', 'date', 'error', 'boolean'),
  })
  .map(({ rows, merges, hidden, type }) => {
    const sheet = textSheet(rows);
    return {
      ...sheet,
      hiddenColumns: [...new Set(hidden)],
      merges: merges.map(({ r1, c1, height, width }) => ({ r1, c1, r2: r1 + height, c2: c1 + width })),
      rows: sheet.rows.map((row) => ({
        ...row,
        hidden: row.index % 5 === 4,
        cells: row.cells.map((each, column) => (each !== null && column === 3 ? { ...each, type } : each)),
      })),
    };
  });

describe('any sheet', () => {
  it('is read without failing, every row is accounted for, and importing it again writes nothing', () => {
    const ledger = tempLedger();
    fc.assert(
      fc.property(randomSheet, (sheet) => {
        const { analysis } = importRegister(ledger, sheet);
        expect(analysis.rows.map((row) => row.row)).toEqual(sheet.rows.map((row) => row.index + 1));
        expect(analysis.rows.every((row) => row.reason !== '')).toBe(true);
        expect(importRegister(ledger, sheet).result.changes).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('with a register’s header keeps every row that names a group', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 10 }), { minLength: 1, maxLength: 10 }), (names) => {
        const rows = names.map((name, index) => [`A-${index}`, `会${name}`, '083-222-1111']);
        const table = findTable(textSheet([['登録番号', '団体名', '電話番号'], ...rows]), organizationVocabulary);
        expect(table).toMatchObject({ headerRows: [0], bodyStart: 1 });
      }),
      { numRuns: 100 },
    );
  });
});
