import { expect, test } from 'vitest';
import { alternativesOf } from '#shared/domain/same-words.ts';
import { findWords, searchKey, searchWords } from '#shared/domain/search-key.ts';

function marked(text: string, query: string): string {
  const spans = findWords(text, searchWords(query));
  return spans.map(({ start, end }) => text.slice(start, end)).join('|');
}

test.each([
  ['ﾊﾞｯｸｱｯﾌﾟ', 'ばっくあっぷ'],
  ['バックアップ', 'ばっくあっぷ'],
  ['Ｅｘｃｅｌ', 'excel'],
  ['髙橋', '高橋'],
  ['ヴァイオリン', 'ゔぁいおりん'],
  ['第　３　号', '第3号'],
])('%s and %s meet under one key', (a, b) => {
  expect(searchKey(a)).toBe(searchKey(b));
});

test('spaces of any width part the words of a query, and a query of spaces has none', () => {
  expect(searchWords(' 県　様式 ')).toEqual(['県', '様式']);
  expect(searchWords(' 　')).toEqual([]);
});

test('what is found is marked as it is spelt in the text', () => {
  expect(marked('ﾊﾞｯｸｱｯﾌﾟをとる', 'ばっく')).toBe('ﾊﾞｯｸ');
  expect(marked('Ｅｘｃｅｌを Excel で', 'excel')).toBe('Ｅｘｃｅｌ|Excel');
  expect(marked('登録 番号', '登録番号')).toBe('登録 番号');
  expect(marked('㈱やまぐち', '(株)')).toBe('㈱');
});

test('words that overlap are marked once, and none twice', () => {
  expect(marked('貼り付けの前', '貼り付け り付けの')).toBe('貼り付けの');
  expect(marked('何もない', 'さくら')).toBe('');
});

test('a word and its beginning lead to the other words for the same thing', () => {
  expect(alternativesOf(searchKey('とりこみ'))).toContain(searchKey('取込'));
  expect(alternativesOf(searchKey('トリコ'))).toContain(searchKey('取込'));
  expect(alternativesOf(searchKey('undo'))).toContain(searchKey('元に戻す'));
});

test('one kana alone, and a word nobody listed, lead to nothing else', () => {
  expect(alternativesOf('と')).toEqual(['と']);
  expect(alternativesOf('さくら')).toEqual(['さくら']);
});
