import { expect, test } from 'vitest';
import { readManual } from '#shared/manual/page.ts';
import { indexManual, searchManual } from '#shared/manual/search.ts';

const index = indexManual(
  readManual({
    '01-import.md': '# 取込\n\nファイルを選びます。\n\n## パスワード\n\n外して保存します。バックアップもとります。',
    '02-backup.md': '# バックアップ\n\n控えをとります。\n\n## 戻しかた\n\nバックアップを開きます。',
  }),
);
const found = (query: string) => searchManual(index, query, 10).map(({ page, heading }) => `${page}/${heading}`);

test('a hit in a heading comes before one in the text', () => {
  expect(found('バックアップ')).toEqual(['backup/', 'backup/戻しかた', 'import/パスワード']);
});

test('half-width kana and hiragana find what is written in katakana', () => {
  expect(found('ﾊﾟｽﾜｰﾄﾞ')).toEqual(['import/パスワード']);
  expect(found('ぱすわーど')).toEqual(['import/パスワード']);
});

test('every word must stand in the section', () => {
  expect(found('パスワード バックアップ')).toEqual(['import/パスワード']);
  expect(found('パスワード さくら')).toEqual([]);
});

test('the reading of a word finds it', () => {
  expect(found('とりこみ')).toContain('import/');
});

test('an empty query finds nothing, and the limit holds', () => {
  expect(found(' 　')).toEqual([]);
  expect(searchManual(index, 'バックアップ', 1)).toHaveLength(1);
});

test('an excerpt shows the words, however far down they stand', () => {
  const far = indexManual(
    readManual({ '01-a.md': `# 題\n\n${'前おき。'.repeat(80)}さくらの木。${'後書き。'.repeat(80)}` }),
  );
  expect(searchManual(far, 'さくら', 1)[0]?.excerpt).toMatch(/^….*さくらの木。.*…$/u);
});
