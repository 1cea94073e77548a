import { expect, test } from 'vitest';
import { marksRequest } from '#renderer/features/home/filter-requests.ts';
import { marksOf, marksTable, markShares, type PlanOverview } from '#renderer/features/home/marks.ts';
import { marksOption } from '#renderer/features/home/marks-option.ts';
import { look } from './home-look.ts';

const plan: PlanOverview = {
  id: 'p',
  title: '計画',
  fiscalYear: 2025,
  marks: [
    { glyph: '◎', label: '実施済' },
    { glyph: '○', label: '継続推進' },
    { glyph: '△', label: '一部実施' },
    { glyph: '×', label: '検討中' },
  ],
  policies: [
    { nodeId: 'n1', number: 'I', name: '参加しやすい環境づくり', counts: { '◎': 6, '○': 12, '': 2 } },
    { nodeId: 'n2', number: 'II', name: '担い手づくり', counts: { '◎': 1, '△': 1, '-': 1, '': 1 } },
    { nodeId: 'n3', number: 'III', name: '空の方針', counts: {} },
  ],
  unanswered: 3,
};

test('marks stand in the order of the plan, what the plan does not know behind them, the unanswered last', () => {
  const marks = marksOf(plan);
  expect(marks.columns.map(({ glyph, label, count, fill }) => [glyph, label, count, fill])).toEqual([
    ['◎', '実施済', 7, 1],
    ['○', '継続推進', 12, 2],
    ['△', '一部実施', 1, 3],
    ['×', '検討中', 0, 4],
    ['-', '対象外', 1, 5],
    ['', '未回答', 3, 0],
  ]);
  expect([marks.answered, marks.total]).toEqual([21, 24]);
  expect(markShares(marks).map(({ fill }) => fill)).toEqual([1, 2, 3, 4, 5, 0]);
});

test('marks of any shape get a filling each', () => {
  const letters = { ...plan, marks: ['A', 'B', '○', '●', 'C'].map((glyph) => ({ glyph, label: glyph })), policies: [] };
  expect(marksOf(letters).columns.map(({ fill }) => fill)).toEqual([1, 2, 3, 4, 5, 0]);
});

test('each bar has full length, its parts are shares, and nothing is divided by zero', () => {
  const option = marksOption('実施状況', marksOf(plan), look);
  const series = [option.series].flat();
  const valuesOf = (index: number) => series[index]?.data;
  expect(valuesOf(0)).toMatchObject([{ value: 30 }, { value: 25 }, { value: 0 }]);
  expect(valuesOf(5)).toMatchObject([{ value: 10 }, { value: 25 }, { value: 0 }]);
  expect(option.yAxis).toMatchObject([
    { data: ['I 参加しやすい環境づくり', 'II 担い手づくり', 'III 空の方針'] },
    { data: ['18/20', '3/4', '0/0'] },
  ]);
});

test('a part is labelled with shape and number, with the number alone, or not at all, as it has room', () => {
  const data = [marksOption('実施状況', marksOf(plan), { ...look, width: 300 }).series].flat();
  expect(data[1]?.data).toMatchObject([
    { label: { show: true, formatter: '○ 12' } },
    { label: { show: false } },
    { label: { show: false } },
  ]);
  expect(data[5]?.data).toMatchObject([{ label: { show: false } }, { label: { formatter: '1' } }, {}]);
});

test('the table has a row for each policy and a column for each mark', () => {
  const table = marksTable('実施状況', marksOf(plan));
  expect(table.head).toEqual([
    '推進方針',
    '◎ 実施済',
    '○ 継続推進',
    '△ 一部実施',
    '× 検討中',
    '- 対象外',
    '未回答',
    '計',
  ]);
  expect(table.rows[0]).toEqual({
    key: 'n1',
    name: 'I 参加しやすい環境づくり',
    cells: [6, 12, 0, 0, 0, 2, 20],
  });
});

test('a part leads to the measures with this mark, a name or a total to all of the policy', () => {
  const marks = marksOf(plan);
  const base = { kind: 'filter', sheet: 'measures', planId: 'p', policy: 'n2' };
  const mark = (glyph: string) => [{ kind: 'values', columnId: 'mark', values: [glyph], exclude: false }];
  expect(marksRequest(plan, marks, { row: 1, series: 2 })).toEqual({ ...base, filters: mark('△') });
  expect(marksRequest(plan, marks, { row: 1, series: 5 })).toEqual({ ...base, filters: mark('') });
  expect(marksRequest(plan, marks, { row: 1, series: null })).toEqual({ ...base, filters: [] });
  expect(marksRequest(plan, marks, { row: 1, series: 6 })).toEqual({ ...base, filters: [] });
});
