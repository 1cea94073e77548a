import { expect, test } from 'vitest';
import { anchorOf, parseLine, parseMarkdown } from '#shared/manual/markdown.ts';
import { blockText, linkTarget, pageName, readManual, readPage } from '#shared/manual/page.ts';

test('a line holds text, bold, keys and links, in order', () => {
  expect(parseLine('まず **取込** を開き `Ctrl+V`、[出力](07-export.md#手順) へ')).toEqual([
    { kind: 'text', text: 'まず ' },
    { kind: 'strong', text: '取込' },
    { kind: 'text', text: ' を開き ' },
    { kind: 'key', text: 'Ctrl+V' },
    { kind: 'text', text: '、' },
    { kind: 'link', text: '出力', target: '07-export.md#手順' },
    { kind: 'text', text: ' へ' },
  ]);
});

test('signs of HTML and marks without an end stay text', () => {
  expect(parseLine('<b onclick="x">a</b> **開いたまま [x](')).toEqual([
    { kind: 'text', text: '<b onclick="x">a</b> **開いたまま [x](' },
  ]);
  expect(parseMarkdown('<script>alert(1)</script>')).toEqual([
    { kind: 'paragraph', line: [{ kind: 'text', text: '<script>alert(1)</script>' }] },
  ]);
});

test('blocks are told apart, and a heading needs no blank line after it', () => {
  const kinds = parseMarkdown('# 題\n本文\n\n- a\n- b\n\n1. c\n\n> 注\n\n| x | y |\n|---|---|\n| 1 | 2 |').map(
    (block) => block.kind,
  );
  expect(kinds).toEqual(['heading', 'paragraph', 'list', 'list', 'note', 'table']);
});

test('a list item and a paragraph go on in the next line, Japanese without a space', () => {
  expect(parseMarkdown('- 一行目の\n  つづき\n- 次').map(blockText)).toEqual(['一行目のつづき 次']);
  expect(parseMarkdown('名前は\n二行。\nabc\ndef').map(blockText)).toEqual(['名前は二行。abc def']);
});

test('a table has a head and rows, without the line between', () => {
  const [table] = parseMarkdown('| キー | こと |\r\n|---|---|\r\n| `F1` | ヘルプ |');
  expect(table).toMatchObject({ kind: 'table', rows: [[[{ kind: 'key', text: 'F1' }], [{ text: 'ヘルプ' }]]] });
});

test('an anchor is what viewers of Markdown make of the heading', () => {
  expect(anchorOf('保存できない(出力)')).toBe('保存できない出力');
  expect(anchorOf('1 台帳をつくる')).toBe('1-台帳をつくる');
});

test('a page is named by its file, titled by its first heading, and ordered by its number', () => {
  expect(pageName('../docs/manual/06-import.md')).toBe('import');
  const pages = readManual({ 'x/02-b.md': '# 二\n\n## 節', 'x/01-a.md': '# 一' });
  expect(pages.map(({ name, title }) => [name, title])).toEqual([
    ['a', '一'],
    ['b', '二'],
  ]);
  expect(pages[1]?.headings.map(({ text }) => text)).toEqual(['節']);
  expect(readPage('03-c.md', '題のない頁').title).toBe('c');
});

test('a link leads to a page, to a heading, or out of the manual', () => {
  expect(linkTarget('06-import.md#手順', 'home')).toEqual({ page: 'import', anchor: '手順' });
  expect(linkTarget('#手順', 'home')).toEqual({ page: 'home', anchor: '手順' });
  expect(linkTarget('https://example.jp/a.md', 'home')).toBeNull();
});
