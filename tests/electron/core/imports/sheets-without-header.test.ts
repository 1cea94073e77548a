import { expect, it } from 'vitest';
import { sheetsWithoutHeader } from '#core/imports/sheets-without-header.ts';
import { textSheet } from '#tests/helpers/register-layouts.ts';

const list = textSheet([
  ['登録団体名簿'],
  ['番号', '団体名', '代表者', '電話番号', '会員数'],
  ['A01', 'みどりの会', '田中 一郎', '083-222-1001', '12'],
  ['A02', '海の会', '青木 二郎', '083-222-1002', '20'],
  ['A03', '山の会', '鈴木 三郎', '083-222-1003', null],
]);

it.each([
  [
    'goes on',
    [
      ['A04', '川の会', '佐藤 四郎', '083-222-1004', '9'],
      ['A05', '里の会', '伊藤 五郎', '083-222-1005'],
    ],
  ],
  [
    'goes on below a word',
    [
      ['（つづき）'],
      ['A04', '川の会', '佐藤 四郎', '083-222-1004', '9'],
      ['A05', '里の会', '伊藤', '083-222-1005', '7'],
    ],
  ],
])('a sheet without a header on which the list %s is named', (_, rows) => {
  const sheet = textSheet(rows);
  expect(sheetsWithoutHeader(list, [sheet])).toEqual([sheet]);
});

it.each([
  [
    'counts',
    [
      ['福祉', '東部', '12', '3', '9'],
      ['環境', '西部', '4', '2', '2'],
    ],
  ],
  [
    'an address book',
    [
      ['市役所', '083-231-1111', '南部町1-1', null],
      ['公民館', '083-231-1112', '唐戸町2-2', null],
    ],
  ],
  ['notes', [['※連絡先は事務局へ'], ['登録は毎年4月に更新します。']]],
  ['one row', [['A04', '川の会', '佐藤 四郎', '083-222-1004', '9']]],
])('a sheet of %s is not', (_, rows) => {
  expect(sheetsWithoutHeader(list, [textSheet(rows)])).toEqual([]);
});
