import { expect, it } from 'vitest';
import { isDashCell, isDittoCell } from '#core/excel/recognise/table/short-words.ts';
import { isDash, isDitto } from '#shared/domain/text.ts';

const dashes = [
  '-',
  '－',
  '—',
  '―',
  'ー',
  '‐',
  '−',
  '─',
  'ｰ',
  '--',
  '...',
  '…',
  '/',
  '／',
  'なし',
  '無し',
  'ナシ',
  'ﾅｼ',
  '該当なし',
  '該当せず',
  '特になし',
  'n/a',
  'Ｎ／Ａ',
  '(なし)',
  '（－）',
  '　－　',
  '[なし]',
];
const dittos = [
  '〃',
  '々',
  '"',
  '″',
  '“',
  '”',
  '〝',
  '同上',
  '同じ',
  '同',
  '仝',
  '上に同じ',
  '上と同じ',
  '上記に同じ',
  '前に同じ',
  '↑',
  "''",
  '（同上）',
  ' 〃 ',
  '＂',
];

it.each(dashes)('「%s」 in a cell is the same dash as everywhere', (text) => {
  expect([isDash(text), isDashCell(text)]).toEqual([true, true]);
});

it.each(dittos)('「%s」 in a cell is the same ditto as everywhere', (text) => {
  expect([isDitto(text), isDittoCell(text)]).toEqual([true, true]);
});

it.each(['下関市', '-1', '同好会', '上田中町', '083-222-1111', ''])('「%s」 is neither', (text) => {
  expect([isDashCell(text), isDittoCell(text)]).toEqual([false, false]);
});
