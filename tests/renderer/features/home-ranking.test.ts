import { expect, test } from 'vitest';
import { groupsWith, rankingRequest, soonRequest } from '#renderer/features/home/filter-requests.ts';
import { percentOf, rankingOf, rankingTable } from '#renderer/features/home/ranking.ts';
import { rankingOption } from '#renderer/features/home/ranking-option.ts';
import { look } from './home-look.ts';

const counted = [
  { name: '任意団体', count: 150 },
  { name: 'NPO法人', count: 60 },
  { name: '', count: 20 },
  { name: '認定NPO法人', count: 6 },
  { name: '一般社団法人', count: 5 },
  { name: '会社', count: 1 },
  { name: '解散', count: 0 },
];

test('the first ones stand by name, the others become one row, and the blank stays last', () => {
  const rows = rankingOf(counted, 2);
  expect(rows.map(({ name, count }) => [name, count])).toEqual([
    ['任意団体', 150],
    ['NPO法人', 60],
    ['ほか 3 件', 12],
    ['(空白)', 20],
  ]);
  expect(rows.map(({ values }) => values)).toEqual([
    ['任意団体'],
    ['NPO法人'],
    ['認定NPO法人', '一般社団法人', '会社'],
    [''],
  ]);
});

test('a single name is never hidden behind ほか', () => {
  expect(rankingOf(counted, 4).map(({ name }) => name)).toEqual([
    '任意団体',
    'NPO法人',
    '認定NPO法人',
    '一般社団法人',
    '会社',
    '(空白)',
  ]);
  expect(rankingOf([], 4)).toEqual([]);
});

test('shares are told with one decimal, and whole ones without', () => {
  expect(percentOf(105, 254)).toBe('41.3');
  expect(percentOf(1, 4)).toBe('25');
  expect(percentOf(0, 0)).toBe('0');
});

test('the table has the numbers of the chart, written as people write them', () => {
  const rows = rankingOf([{ name: '任意団体', count: 12_345 }], 7);
  expect(rankingTable('登録団体', '種別', rows)).toEqual({
    caption: '登録団体',
    head: ['種別', '団体数'],
    rows: [{ key: '任意団体', name: '任意団体', cells: [12345] }],
  });
});

test('the chart draws one bar a row, the rest in grey, and leaves the number room at the right', () => {
  const option = rankingOption('種別', rankingOf(counted, 2), look);
  expect(option).toMatchObject({
    animation: false,
    aria: { enabled: true, label: { description: expect.stringContaining('種別') } },
    tooltip: { renderMode: 'richText' },
    yAxis: { inverse: true, data: ['任意団体', 'NPO法人', 'ほか 3 件', '(空白)'] },
    series: [
      {
        data: [
          { value: 150, itemStyle: { color: 'blue', decal: { color: 'white' } } },
          { value: 60, itemStyle: { color: 'blue' } },
          { value: 12, itemStyle: { color: 'silver' } },
          { value: 20, itemStyle: { color: 'silver' } },
        ],
      },
    ],
  });
});

test('a bar leads to the groups it counts', () => {
  const rows = rankingOf(counted, 2);
  expect(rankingRequest('orgType', rows, { row: 2, series: 0 })).toEqual(
    groupsWith('orgType', ['認定NPO法人', '一般社団法人', '会社']),
  );
});

test('90 days from today are counted in days of the calendar', () => {
  expect(soonRequest('2026-02-01').filters).toEqual([
    { kind: 'range', columnId: 'validUntil', from: '2026-02-01', to: '2026-05-02' },
  ]);
});
