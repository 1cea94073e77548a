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
