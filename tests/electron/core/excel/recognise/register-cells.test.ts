import { describe, expect, it } from 'vitest';
import { importRegister, type LayoutSheet, layoutWorkbook, storedGroups } from '#tests/helpers/register-layouts.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';

async function importRows(sheet: LayoutSheet) {
  const [found] = (await layoutWorkbook([sheet])).sheets;
  if (found === undefined) throw new Error('no sheet');
  const ledger = tempLedger();
  const { analysis } = importRegister(ledger, found);
  return { analysis, records: storedGroups(ledger) };
}

describe('cells that hold more than one thing', () => {
  it('are taken apart: a period, members in brackets, 非公開 behind a number, a second number', async () => {
    const rows: LayoutSheet['rows'] = [
      ['登録番号', '団体名', '電話', '会員数', '有効期間', '活動内容', '公開'],
      ['A-1', 'あ会', '083-222-1111（非公開）', '192人（うち市民80人）', '令和7年4月1日～令和8年3月31日', '清掃', '○'],
      [null, null, null, null, null, '見守り', null],
      ['A-2', 'い会', '083-222-2222 / 090-1111-2222', '約50', 'R8.3.31', '合唱', '○'],
    ];
    const { analysis, records } = await importRows({
      name: '名簿',
      rows,
      merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3'],
    });
    expect(records[0]).toMatchObject({
      phone: '083-222-1111',
      phonePublic: false,
      members: 192,
      membersCitizen: 80,
      validUntil: '2026-03-31',
    });
    // Nobody can tell what the lonely 公開 is about, so it publishes nothing.
    expect(records[1]).toMatchObject({
      phone: '083-222-2222',
      mobile: '090-1111-2222',
      phonePublic: null,
      members: null,
    });
    expect(analysis.rows.map((row) => row.action)).toEqual(['skip', 'add', 'skip', 'check']);
    expect(analysis.rows[2]?.reason).toBe('上の行と結合された続きの行');
  });

  it('give フリガナ and name when the header names both', async () => {
    const rows: LayoutSheet['rows'] = [
      ['No.', 'フリガナ\n団体名', '代表者'],
      ['A-1', 'アオイトリ\n青い鳥', '松永 花子'],
      ['A-2', 'サクラノカイ\n桜の会', '岡 一郎'],
    ];
    const { records } = await importRows({ name: '名簿', rows });
    expect(records.map(({ name, nameKana }) => [name, nameKana])).toEqual([
      ['青い鳥', 'アオイトリ'],
      ['桜の会', 'サクラノカイ'],
    ]);
  });
});

describe('columns that belong together', () => {
  it('are a merged 活動分野 over marks and words, and a municipality merged down', async () => {
    const rows: LayoutSheet['rows'] = [
      ['市町名', '整理番号', '団体正式名称', '活動分野', null, null, '構成員数（うち市民）'],
      [null, null, null, '福祉', '環境', 'その他', null],
      ['下関市', 'A-1', 'あ会', '○', '○', null, '20（12）'],
      [null, 'A-2', 'い会', null, '○', '国際協力', '8（8）'],
    ];
    const merges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1', 'G1:G2', 'A3:A4'];
    const { records } = await importRows({ name: '名簿', rows, merges });
    expect(records).toMatchObject([
      {
        city: '下関市',
        regNo: 'A-1',
        fields: ['保健、医療又は福祉の増進', '環境の保全'],
        members: 20,
        membersCitizen: 12,
      },
      { city: '下関市', regNo: 'A-2', fields: ['環境の保全', '国際協力'], members: 8, membersCitizen: 8 },
    ]);
  });

  it('are a フリガナ and a 非公開 right of each value', async () => {
    const rows: LayoutSheet['rows'] = [
      [
        '団体名',
        'フリガナ',
        '団体所在地',
        '非公開',
        '代表者氏名',
        'フリガナ',
        '連絡責任者氏名',
        'フリガナ',
        '固定電話',
        '非公開',
        '携帯',
        '非公開',
      ],
      [
        'あ会',
        'アカイ',
        '山口県萩市江向1番',
        '○',
        '松永 花子',
        'マツナガ ハナコ',
        '岡 一郎',
        'オカ イチロウ',
        '0838-25-1111',
        null,
        '09011112222',
        'レ',
      ],
    ];
    const { records } = await importRows({ name: '名簿', rows });
    expect(records[0]).toMatchObject({
      nameKana: 'アカイ',
      city: '萩市',
      address: '江向1番',
      addressPublic: false,
      repKana: 'マツナガ ハナコ',
      contactKana: 'オカ イチロウ',
      phone: '0838-25-1111',
      phonePublic: null,
      mobile: '090-1111-2222',
      mobilePublic: false,
    });
  });
});

describe('totals of a file', () => {
  const groups: LayoutSheet['rows'] = [
    ['登録番号', '団体名', '構成員数'],
    ['A-1', 'あ会', 10],
    ['A-2', 'い会', 20],
  ];

  it('are compared with what was read', async () => {
    const wrong = await importRows({ name: '名簿', rows: [...groups, ['合　計', '３団体', 35]] });
    expect(wrong.analysis.warnings.filter((warning) => warning.includes('合計'))).toEqual([
      '合計が合いません。4行目の合計は 3 団体、読み取った行は 2 団体です。',
      '合計が合いません。4行目の構成員数は 35、読み取った合計は 30 です。',
    ]);
    const right = await importRows({ name: '名簿', rows: [...groups, ['合計', '2団体', 30], ['平均', null, 15]] });
    expect(right.analysis.warnings).toEqual([]);
    expect(right.records).toHaveLength(2);
  });
});
