import { createHash } from 'node:crypto';

/**
 * The manual as one page of HTML: cover, contents with page numbers, chapters.
 * @typedef {import('./types.js').Page} Page
 * @typedef {import('./types.js').Line} Line
 * @typedef {import('./types.js').Block} Block
 * @typedef {(target: string, from: string) => { page: string, anchor: string } | null} LinkTarget
 */

/** @param {string} text */
export function escapeHtml(text) {
  const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => signs[/** @type {keyof typeof signs} */ (sign)]);
}

/** Names in a PDF may have 127 bytes; a Japanese heading has more. @param {string} page @param {string} anchor */
const idOf = (page, anchor) => `p${createHash('sha256').update(`${page}#${anchor}`).digest('hex').slice(0, 16)}`;

/** @param {Line} line @param {string} page @param {LinkTarget} linkTarget */
function lineHtml(line, page, linkTarget) {
  return line
    .map((part) => {
      const text = escapeHtml(part.text);
      if (part.kind === 'strong') return `<b>${text}</b>`;
      if (part.kind === 'key') return `<kbd>${text}</kbd>`;
      const target = part.kind === 'link' ? linkTarget(part.target ?? '', page) : null;
      return target === null ? text : `<a href="#${idOf(target.page, target.anchor)}">${text}</a>`;
    })
    .join('');
}

/** @param {Block} block @param {string} page @param {LinkTarget} linkTarget */
function blockHtml(block, page, linkTarget) {
  const inline = (/** @type {Line} */ line) => lineHtml(line, page, linkTarget);
  const cells = (/** @type {readonly Line[]} */ row, /** @type {string} */ tag) =>
    `<tr>${row.map((cell) => `<${tag}>${inline(cell)}</${tag}>`).join('')}</tr>`;
  switch (block.kind) {
    case 'heading': {
      const tag = block.level <= 2 ? 'h2' : 'h3';
      return `<${tag} id="${idOf(page, block.anchor)}">${escapeHtml(block.text)}</${tag}>`;
    }
    case 'paragraph':
      return `<p>${inline(block.line)}</p>`;
    case 'note':
      return `<p class="note">${inline(block.line)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${inline(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table': {
      const rows = block.rows.map((row) => cells(row, 'td')).join('');
      return `<table><thead>${cells(block.head, 'th')}</thead><tbody>${rows}</tbody></table>`;
    }
  }
}

/** @param {Page} page @param {number} number @param {LinkTarget} linkTarget */
export function chapterHtml(page, number, linkTarget) {
  const blocks = page.blocks.map((block) => blockHtml(block, page.name, linkTarget)).join('\n');
  return `<section id="${idOf(page.name, '')}"><h1><span>${number}</span>${escapeHtml(page.title)}</h1>\n${blocks}</section>`;
}

/**
 * @param {readonly { readonly page: Page, readonly start: number }[]} chapters with the number of the page each begins on
 * @param {{ readonly title: string, readonly subtitle: string, readonly contents: string }} words
 */
export function frontHtml(chapters, words) {
  const lines = chapters.map(
    ({ page, start }, index) =>
      `<li><a href="#${idOf(page.name, '')}"><span>${index + 1}</span> ${escapeHtml(page.title)}</a><i></i><b>${start}</b></li>`,
  );
  return `<header><h1>${words.title}</h1><p>${words.subtitle}</p></header>
<nav><h2>${words.contents}</h2><ol>${lines.join('')}</ol></nav>`;
}

/** @param {string} body @param {{ readonly title: string, readonly styles: readonly string[] }} head */
export function documentHtml(body, { title, styles }) {
  const links = styles.map((href) => `<link rel="stylesheet" href="${escapeHtml(href)}" />`).join('');
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8" /><title>${title}</title>${links}</head><body>${body}</body></html>`;
}
