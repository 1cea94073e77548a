import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import { packWorkbook, unpackWorkbook } from '#core/excel/read/workbook-wire.ts';
import type { Workbook } from '#core/excel/workbook.ts';
import { describe, expect, it } from 'vitest';

const fixtures = join(import.meta.dirname, '../../../../fixtures');

describe('a workbook on its way between processes', () => {
  it('arrives with every kind of cell as it was', () => {
    const workbook: Workbook = {
      format: 'csv',
      encoding: 'Shift_JIS',
      sheets: [
        { name: '空', hidden: true, rows: [], merges: [], hiddenColumns: [], columnCount: 0 },
        {
          name: '__proto__',
          hidden: false,
          rows: [
            { index: 0, hidden: false, cells: [null, { type: 'text', text: '𠮷岡', phonetic: 'ヨシオカ' }] },
            {
              index: 7,
              hidden: true,
              cells: [{ type: 'number', text: '0.395', number: 0.395, percent: true, formula: true }],
            },
            {
              index: 9,
              hidden: false,
              cells: [
                { type: 'text', text: '', formula: true },
                { type: 'error', text: '#REF!' },
              ],
            },
            {
              index: 12,
              hidden: false,
              cells: [
                { type: 'date', text: '2025-04-01' },
                { type: 'boolean', text: 'TRUE' },
                { type: 'text', text: '非公開', stored: '1', formula: true },
                { type: 'text', text: '', stored: '田中', phonetic: 'タナカ' },
                { type: 'text', text: '下市0012', stored: '12' },
              ],
            },
          ],
          merges: [{ r1: 0, c1: 0, r2: 1, c2: 1 }],
          hiddenColumns: [1],
          columnCount: 2,
        },
      ],
    };
    expect(unpackWorkbook(packWorkbook(workbook))).toEqual(workbook);
  });

  it.each(['登録団体一覧_R7.xlsx', '様式_40特徴.xlsx'])('%s arrives as it was read', async (name) => {
    const workbook = await parseWorkbook(readFileSync(join(fixtures, name)));
    expect(unpackWorkbook(packWorkbook(workbook))).toEqual(workbook);
  });
});
