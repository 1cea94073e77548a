import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import { statusListImporter } from '#core/excel/recognise/status-list/importer.ts';
import { analyze, importSheet, sheetOf } from '#tests/helpers/status-list-sheets.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';

const folder = join(import.meta.dirname, '../../../../fixtures');
const files = readdirSync(folder).filter((name) => /\.(xlsx|xls|ods|csv)$/.test(name));

const words = [
  '',
  '推進方針',
  'NO',
  '推進項目',
  '実施状況',
  '今後の取扱い',
  '検証内容',
  '◎',
  '○(一部)',
  '-',
  '〃',
  '1',
  'I 知る',
  '(1) 学ぶ',
  '第1章',
  '合計',
  '※注',
  '凡例',
  '◎済 ○中',
  '交流会【再掲】',
  '継続',
  '令和7年度',
  '交流会の開催',
  '再掲',
  '(再掲)',
  '1-1',
  '1-1-1',
  '12-2',
  'ア　学ぶ',
  '基本方針',
  '基本方針1 知る',
  '実施済',
  '1:実施済',
  '◎実施済',
  'A：達成',
  'B：未達成',
  'R6',
  '上半期',
  '一部\n実施',
];
const cell = fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 12 }), fc.integer({ min: -5, max: 40000 }));
const merge = fc
  .tuple(fc.nat(7), fc.nat(5), fc.nat(2), fc.nat(3))
  .map(([r1, c1, rows, columns]) => ({ r1, c1, r2: r1 + rows, c2: c1 + columns }));

describe('the recognition of status lists', () => {
  it('scores a list of measures high and registers, forms and other tables low', async () => {
    const scores: Record<string, number> = {};
    for (const name of files) {
      const { sheets } = await parseWorkbook(readFileSync(join(folder, name)));
      scores[name] = Math.max(...sheets.map(statusListImporter.score));
    }
    const high = Object.entries(scores).filter(([, score]) => score >= 0.5);
    expect(high.map(([name]) => name)).toEqual(files.filter((name) => name.includes('実施状況')));
  });

  it('never throws, reports each row once, and writes the same sheet only once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 7 }), { minLength: 1, maxLength: 9 }),
        fc.array(merge, { maxLength: 3 }),
        (body, merges) => {
          const header = ['推進方針', 'NO', '推進項目', '実施状況', '今後の取扱い', '検証内容'];
          const sheet = sheetOf(
            [header, ...body.map((row) => row.map((value) => (typeof value === 'string' ? value.trim() : value)))],
            { merges },
          );
          const ledger = tempLedger();
          try {
            const { analysis } = importSheet(ledger, sheet);
            expect(analysis.rows.map((row) => row.row)).toEqual(sheet.rows.map((row) => row.index + 1));
            const again = importSheet(ledger, sheet, { choices: { planTitle: analysis.planTitle ?? '' } });
            expect(again.result.changes).toBe(0);
          } finally {
            ledger.close();
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('explains every row when the columns are not found', () => {
    const analysis = analyze(tempLedger(), sheetOf([['メモ'], ['あとで見る'], ['牛乳']]));
    expect(analysis.rows.map((row) => row.action)).toEqual(['skip', 'skip', 'skip']);
    expect(analysis.warnings).toHaveLength(1);
  });
});
