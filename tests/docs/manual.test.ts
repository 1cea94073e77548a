import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { allActions } from '#renderer/actions/all.ts';
import { screenNames } from '#renderer/screens.ts';
import { manualIndex, manualPages } from '#renderer/features/help/manual.ts';
import { root } from '#scripts/lib/paths.mjs';
import { organizationFields } from '#shared/domain/organization/fields.ts';
import type { Block, Line } from '#shared/manual/markdown.ts';
import { blockText, linksOf, linkTarget, type ManualPage } from '#shared/manual/page.ts';
import { searchManual } from '#shared/manual/search.ts';

const names = manualPages.map((page) => page.name);

function textsIn(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}

function linesOf(block: Block): readonly Line[] {
  if (block.kind === 'list') return block.items;
  if (block.kind === 'table') return [block.head, ...block.rows].flat();
  return block.kind === 'heading' ? [] : [block.line];
}

function partsOf(page: ManualPage, kind: 'strong' | 'key'): readonly string[] {
  const parts = page.blocks.flatMap(linesOf).flat();
  return parts.flatMap((part) => (part.kind === kind ? [part.text] : []));
}

describe('the manual', () => {
  it('has a page for every screen, and for what a newcomer asks first', () => {
    expect(names).toEqual(expect.arrayContaining([...screenNames]));
    const others = ['start', 'welcome', 'table', 'backup', 'privacy', 'trouble', 'keyboard', 'handover'];
    expect(names).toEqual(expect.arrayContaining(others));
  });

  it.each(manualPages)('$name: every link leads to a page and a heading that are there', (page) => {
    const targets = linksOf(page).map((link) => linkTarget(link, page.name));
    for (const target of targets) {
      const linked = manualPages.find(({ name }) => name === target?.page);
      expect(linked, JSON.stringify(target)).toBeDefined();
      const anchors = ['', ...(linked?.headings ?? []).map(({ anchor }) => anchor)];
      expect(anchors).toContain(target?.anchor);
    }
  });

  it.each(manualPages)('$name: no two headings share an anchor, and no link is left unread', (page) => {
    const anchors = page.headings.map(({ anchor }) => anchor);
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const block of page.blocks) expect(blockText(block)).not.toMatch(/\*\*|\]\(|^\||^#/u);
  });

  it('names in bold only what stands on a screen', () => {
    const shown = textsIn(path.join(root, 'shared/messages')) + organizationFields.map(({ label }) => label).join('\n');
    const missing = manualPages.flatMap((page) =>
      partsOf(page, 'strong')
        .filter((word) => !shown.includes(word))
        .map((word) => `${page.name}: ${word}`),
    );
    expect(missing).toEqual([]);
  });

  it('lists the shortcut of every action', () => {
    const keyboard = manualPages.find(({ name }) => name === 'keyboard');
    const keys = keyboard === undefined ? [] : partsOf(keyboard, 'key');
    const shortcuts = allActions.flatMap(({ shortcut }) => (shortcut === undefined ? [] : [shortcut]));
    expect(keys).toEqual(expect.arrayContaining(shortcuts));
  });

  it('is searched without a noticeable wait, however slow the computer', () => {
    const index = manualIndex();
    const queries = ['貼り付け', 'とりこみ', 'の', 'ﾊﾞｯｸｱｯﾌﾟ 復元', 'ない言葉'];
    for (const query of queries) {
      const start = performance.now();
      searchManual(index, query, 30);
      expect(performance.now() - start, query).toBeLessThan(5000);
    }
  });

  it.each([
    ['エラー', 'trouble'],
    ['ひきつぎ', 'handover'],
    ['いんさつ', 'export'],
    ['再掲', 'measures'],
    ['undo', 'history'],
  ])('%s leads to the page %s', (query, page) => {
    expect(searchManual(manualIndex(), query, 5).map((hit) => hit.page)).toContain(page);
  });
});
