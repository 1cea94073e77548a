import { describe, expect, it } from 'vitest';
import { statusListImporter } from '#core/excel/recognise/status-list/importer.ts';
import type { Sheet } from '#core/excel/workbook.ts';
import { chooseSheet } from '#core/imports/choose-sheet.ts';
import { createReader } from '#db/reader.ts';
import { countActions, sheetOf } from '#tests/helpers/status-list-sheets.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';

const header = ['NO', '取組項目', '評価', '今後の方針'];

function choose(sheets: readonly Sheet[], choices: { readonly sheet?: string } = {}) {
  return chooseSheet({ format: 'xlsx', sheets }, [statusListImporter], { choices, fileName: '一覧.xlsx' });
}

function analyzeChosen(chosen: ReturnType<typeof choose>) {
  const { reader } = { reader: createReader(tempLedger().connection) };
  const { sheet, cover } = chosen;
  return statusListImporter.analyze({ sheet, cover, fileName: '一覧.xlsx', reader, choices: {}, today: '2026-05-10' });
}

const first = sheetOf(
  [
    ['協働推進計画 令和6年度実施状況'],
    ['基本方針1　知る'],
    header,
    [1, '広報紙の発行', '○', '継続'],
    [2, 'SNSの活用', '◎', '完了'],
  ],
  { name: '方針1' },
);
const second = sheetOf(
  [
    ['協働推進計画 令和6年度実施状況'],
    ['基本方針2　つなぐ'],
    header,
    [3, '交流会の開催', '△', '継続'],
    [1, '広報紙の発行【再掲】', '-', '-'],
  ],
  { name: '方針2' },
);

describe('a list on several sheets', () => {
  it('is read as one, rows numbered by sheet, and each sheet can still be chosen', () => {
    const chosen = choose([first, second]);
    expect(chosen.parts).toEqual(['方針1', '方針2']);
    const analysis = analyzeChosen(chosen);
    expect(countActions(analysis)).toMatchObject({ add: 4, check: 0 });
    expect(analysis.rows.filter((row) => row.action === 'add').map((row) => row.row)).toEqual([1004, 1005, 2004, 2005]);
    expect(analysis.rows.find((row) => row.row === 2005)?.reason).toContain('元は 基本方針1 1');
    expect(choose([first, second], { sheet: '方針2' })).toMatchObject({ parts: [], sheet: { name: '方針2' } });
    expect(choose([first, second], { sheet: chosen.sheet.name }).parts).toHaveLength(2);
  });

  it('takes the names of the sheets as headings when nothing else tells the policies', () => {
    const part = (name: string, ...rows: Parameters<typeof sheetOf>[0]) =>
      sheetOf([['協働推進計画'], header, ...rows], { name });
    const chosen = choose([
      part('Ⅰ 市民参加', [1, '広報紙の発行', '○', '継続'], [2, 'SNSの活用', '○', '継続']),
      part('Ⅱ 協働推進', [3, '交流会の開催', '○', '継続'], [4, '見本市の開催', '○', '継続']),
    ]);
    const headings = analyzeChosen(chosen).rows.filter((row) => row.reason.startsWith('見出し('));
    expect(headings.map((row) => [row.row, row.title])).toEqual([
      [1000, 'Ⅰ 市民参加'],
      [2000, 'Ⅱ 協働推進'],
    ]);
  });

  it('is not made of the lists of two years, of two plans or of other columns', () => {
    const year = (name: string, title: string) =>
      sheetOf([[title], header, [1, '広報紙の発行', '○', '継続'], [2, 'SNSの活用', '○', '継続']], { name });
    expect(choose([year('R5', '協働推進計画 令和5年度'), year('R6', '協働推進計画 令和6年度')]).parts).toEqual([]);
    expect(
      choose([
        first,
        sheetOf([['環境基本計画 令和6年度'], header, [1, '清掃活動の実施', '○', '継続']], { name: '環境' }),
      ]).parts,
    ).toEqual([]);
    const moved = sheetOf([header.toReversed(), ['継続', '△', '交流会の開催', 3], ['継続', '○', '見本市の開催', 4]], {
      name: '別',
    });
    expect(choose([first, moved]).parts).toEqual([]);
  });
});

describe('a cover', () => {
  it('names the plan and the year of a list that does not', () => {
    const cover = sheetOf(
      [[], ['', 'ひまわり市協働推進プラン'], ['', '令和6年度 実施状況報告書'], ['', '令和7年6月']],
      { name: '表紙' },
    );
    const list = sheetOf([['実施状況一覧'], header, [1, '広報紙の発行', '○', '継続'], [2, 'SNSの活用', '○', '継続']], {
      name: '一覧',
    });
    const analysis = analyzeChosen(choose([cover, list]));
    expect(analysis).toMatchObject({ planTitle: 'ひまわり市協働推進プラン', fiscalYear: 2024 });
  });

  it('is not needed: a title that says only 実施状況一覧 is no plan of its own each year', () => {
    const list = sheetOf([
      ['実施状況一覧（令和6年度分）'],
      header,
      [1, '広報紙の発行', '○', '継続'],
      [2, 'SNSの活用', '○', '継続'],
    ]);
    const analysis = analyzeChosen(choose([list]));
    expect(analysis).toMatchObject({ planTitle: '実施状況一覧', fiscalYear: 2024 });
  });
});
