import { type Block, type Line, lineText, parseMarkdown } from './markdown.ts';

export type ManualHeading = { readonly level: number; readonly text: string; readonly anchor: string };

/** One page of the manual. A page named like a screen is that screen's help. */
export type ManualPage = {
  /** 'import' of the file 06-import.md. */
  readonly name: string;
  readonly title: string;
  /** Without the title. */
  readonly blocks: readonly Block[];
  readonly headings: readonly ManualHeading[];
};

/** '06-import.md' → 'import'; also of a path. */
export function pageName(file: string): string {
  return file.replace(/^.*\//u, '').replace(/^\d+-|\.md$/gu, '');
}

/** A page from its file. Its first heading is its title. */
export function readPage(file: string, source: string): ManualPage {
  const all = parseMarkdown(source);
  const title = all.find((block) => block.kind === 'heading' && block.level === 1);
  const blocks = all.filter((block) => block !== title);
  return {
    name: pageName(file),
    title: title?.kind === 'heading' ? title.text : pageName(file),
    blocks,
    headings: blocks.flatMap((block) => (block.kind === 'heading' ? [block] : [])),
  };
}

/** Pages in the order of their numbers. */
export function readManual(files: Readonly<Record<string, string>>): readonly ManualPage[] {
  return Object.entries(files)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, source]) => readPage(file, source));
}

export type ManualTarget = { readonly page: string; readonly anchor: string };

/** Where a link of page `from` leads: '06-import.md#…', '#…'; null = not into the manual. */
export function linkTarget(target: string, from: string): ManualTarget | null {
  const [file = '', anchor = ''] = target.split('#');
  if (file === '') return { page: from, anchor };
  return /^\d+-[a-z-]+\.md$/u.test(file) ? { page: pageName(file), anchor } : null;
}

function linesOf(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'heading':
      return [[{ kind: 'text', text: block.text }]];
    case 'paragraph':
    case 'note':
      return [block.line];
    case 'list':
      return block.items;
    case 'table':
      return [block.head, ...block.rows].map((cells) =>
        cells.flatMap((cell) => [...cell, { kind: 'text', text: ' ' }]),
      );
  }
}

/** What a block says, without its form. */
export function blockText(block: Block): string {
  return linesOf(block).map(lineText).join(' ');
}

/** Every link of a page. */
export function linksOf(page: ManualPage): readonly string[] {
  return page.blocks
    .flatMap(linesOf)
    .flat()
    .flatMap((part) => (part.kind === 'link' ? [part.target] : []));
}
