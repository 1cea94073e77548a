import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MergeRange, Sheet } from '#core/excel/workbook.ts';
import { countActions, importSheet, onlyList, sheetOf } from '#tests/helpers/status-list-sheets.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';

type SeedRow = {
  readonly policy_no: string;
  readonly policy: string;
  readonly section_no: string;
  readonly section: string;
  readonly no: number;
  readonly name: string;
  readonly status: string;
  readonly disposition: string;
  readonly verification: string | null;
  readonly is_repost: boolean;
  readonly repost_label_printed: boolean;
};
type Seed = { readonly yamaguchi_city_action_plan_status: { readonly rows: readonly SeedRow[] } };

const file = join(import.meta.dirname, '../../../../fixtures/seeds/seed_data.json');
const seed = JSON.parse(readFileSync(file, 'utf8')) as Seed; // boundary: the fixture's known shape
const { rows } = seed.yamaguchi_city_action_plan_status;

type Line = (string | number | null)[];
type Shape = { readonly lines: Line[]; readonly merges: MergeRange[] };

/** Calls back where policy or section begins. */
function walk(onRow: (row: SeedRow, starts: { readonly policy: boolean; readonly section: boolean }) => void): void {
  let previous: SeedRow | undefined;
  for (const row of rows) {
    const policy = previous?.policy_no !== row.policy_no;
    onRow(row, { policy, section: policy || previous?.section_no !== row.section_no });
    previous = row;
  }
}

function shifted({ lines, merges }: Shape, right: number, down: number): Sheet {
  const pad: Line = Array.from({ length: right }, () => null);
  return sheetOf([...Array.from({ length: down }, (): Line => []), ...lines.map((line) => [...pad, ...line])], {
    merges: merges.map(({ r1, c1, r2, c2 }) => ({ r1: r1 + down, c1: c1 + right, r2: r2 + down, c2: c2 + right })),
  });
}

function label(row: SeedRow, brackets: readonly [string, string]): string {
  return row.name + (row.repost_label_printed ? `${brackets[0]}再掲${brackets[1]}` : '');
}

/** Hierarchy in two columns, merged downwards (or filled in the first row only), columns in another order. */
function inColumns(merged: boolean): Shape {
  const lines: Line[] = [['NO', '基本方針', '施策', '今後の方向性', '評価', '具体的な取組', '備考']];
  const merges: MergeRange[] = [];
  const open: [number, number] = [1, 1];
  const close = (column: 0 | 1, last: number): void => {
    if (merged && last > open[column]) merges.push({ r1: open[column], c1: column + 1, r2: last, c2: column + 1 });
    open[column] = last + 1;
  };
  walk((row, { policy, section }) => {
    const at = lines.length;
    if (policy && at > 1) close(0, at - 1);
    if (section && at > 1) close(1, at - 1);
    const first = policy ? `${row.policy_no}　${row.policy}` : null;
    const second = section ? `${row.section_no}${row.section}` : null;
    lines.push([row.no, first, second, row.disposition, row.status, label(row, ['〔', '〕']), row.verification]);
    if (row.no === 5) merges.push({ r1: at - 1, c1: 6, r2: at, c2: 6 });
  });
  close(0, lines.length - 1);
  close(1, lines.length - 1);
  return { lines, merges };
}

/** Headings in rows, policies in column A and sections in column B, no merges at all; the number stands in front of the name. */
function inRows(): Shape {
  const lines: Line[] = [
    ['山口市協働推進プラン 進捗管理表', null, null, null, null],
    ['（令和6年度末現在）', null, null, null, null],
    ['方針', '施策', '項目', '進捗', '次期計画での取扱い', '検証'],
  ];
  walk((row, { policy, section }) => {
    if (policy) lines.push([`第${rows.findIndex((other) => other.policy_no === row.policy_no) + 1}章 ${row.policy}`]);
    if (section) lines.push([null, `第${row.section_no.slice(1, -1)}節 ${row.section}`]);
    lines.push([null, null, `${row.no}　${label(row, ['（', '）'])}`, row.status, row.disposition, row.verification]);
  });
  return {
    lines,
    merges: [
      {
        r1: lines.findIndex((line) => String(line[2]).startsWith('4　')),
        c1: 5,
        r2: lines.findIndex((line) => String(line[2]).startsWith('5　')),
        c2: 5,
      },
    ],
  };
}

/** Letters for marks, a legend below the title, page headings again after every ten rows, totals and notes at the end. */
function paged(): Shape {
  const letters = new Map([
    ['◎', 'S'],
    ['○', 'A'],
    ['△', 'B'],
    ['×', 'C'],
    ['-', '－'],
  ]);
  const head: Line[] = [
    ['別紙2'],
    ['実行計画の実施状況について'],
    ['【凡例】 S:実施済、A:継続推進、B:一部実施、C:検討中'],
    ['項番', '推進事業名', '実施', '', '検証結果・理由'],
    ['', '', '状況', '今後', ''],
  ];
  const lines: Line[] = [...head];
  let count = 0;
  walk((row, { policy, section }) => {
    if (count > 0 && count % 10 === 0) lines.push([null, '- 1 -'], ...head.slice(1));
    count += 1;
    if (policy) lines.push([`${row.policy_no}. ${row.policy}`]);
    if (section) lines.push([`${row.section_no} ${row.section}`]);
    lines.push([row.no, label(row, ['(', ')']), letters.get(row.status) ?? '', row.disposition, row.verification]);
    if (row.no === 5) return;
  });
  lines.push(['計', '47項目', '', '', ''], ['※ 再掲は数に含まない。', '', '', '', '']);
  const four = lines.findIndex((line) => line[0] === 4);
  return {
    lines,
    merges: [
      { r1: 3, c1: 2, r2: 3, c2: 3 },
      { r1: four, c1: 4, r2: four + 1, c2: 4 },
    ],
  };
}

const shapes: readonly (readonly [string, Sheet, readonly string[]])[] = [
  ['hierarchy in merged columns', shifted(inColumns(true), 0, 0), ['◎', '○', '△', '×']],
  ['hierarchy in columns without merges, from C5', shifted(inColumns(false), 2, 4), ['◎', '○', '△', '×']],
  ['headings in rows of two columns, numbers in front of names', shifted(inRows(), 0, 1), ['◎', '○', '△', '×']],
  ['letters, page headings, two-row header, totals', shifted(paged(), 1, 0), ['S', 'A', 'B', 'C']],
];

describe('one list in many shapes', () => {
  it.each(shapes)('%s', (_, sheet, [done = '', going = '', part = '', open = '']) => {
    const ledger = tempLedger();
    const { analysis } = importSheet(ledger, sheet, { fileName: '一覧.xlsx' });
    expect(countActions(analysis)).toMatchObject({ add: 52, change: 0, same: 0, check: 0 });
    expect(onlyList(ledger).plan).toMatchObject({
      policies: 5,
      sections: 16,
      measures: 47,
      placements: 52,
      marks: { [done]: 8, [going]: 33, [part]: 2, [open]: 4 },
      dispositions: { 完了: 8, 継続: 35, 廃止: 4 },
      sharedNotes: 1,
    });
    const reposts = onlyList(ledger).rows.filter((row) => row.kind === 'repost');
    expect(reposts.map((row) => row.numberRaw)).toEqual(['30', '7', '31', '16', '21']);
    const again = importSheet(ledger, sheet, { fileName: '一覧.xlsx' });
    expect(countActions(again.analysis)).toMatchObject({ same: 52 });
    expect(again.result.changeSetId).toBeNull();
  });
});
