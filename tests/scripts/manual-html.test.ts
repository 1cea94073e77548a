import { expect, test } from 'vitest';
import { chapterHtml, frontHtml } from '#scripts/manual/html.mjs';
import { linkTarget, readPage } from '#shared/manual/page.ts';

const page = readPage(
  '06-import.md',
  '# 取込\n\n[出力](07-export.md) と <b>字</b>\n\n## 手順\n\n1. `Ctrl+V` を押す\n\n[上](#手順)',
);

test('a chapter is numbered, its links lead inside the document, and its text cannot become HTML', () => {
  const html = chapterHtml(page, 6, linkTarget);
  expect(html).toContain('<h1><span>6</span>取込</h1>');
  expect(html).toContain('&lt;b&gt;字&lt;/b&gt;');
  expect(html).toContain('<li><kbd>Ctrl+V</kbd> を押す</li>');
  const heading = /<h2 id="(?<id>[^"]+)">手順<\/h2>/u.exec(html)?.groups?.['id'];
  expect(html).toContain(`<a href="#${heading ?? 'missing'}">上</a>`);
});

test('a name in the document fits a PDF, whatever the heading', () => {
  const long = readPage('01-a.md', `# 題\n\n## ${'長い見出し'.repeat(40)}`);
  const ids = [...chapterHtml(long, 1, linkTarget).matchAll(/id="(?<id>[^"]+)"/gu)].map(
    (match) => match.groups?.['id'],
  );
  expect(ids).toHaveLength(2);
  for (const id of ids) expect(id?.length ?? 0).toBeLessThan(100);
});

test('the contents name each chapter with the page it begins on', () => {
  const html = frontHtml([{ page, start: 12 }], { title: '説明書', subtitle: '', contents: '目次' });
  expect(html).toMatch(/取込<\/a><i><\/i><b>12<\/b>/u);
});
