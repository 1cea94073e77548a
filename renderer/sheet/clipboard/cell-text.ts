/** Elements whose content is never seen. */
const unseen: ReadonlySet<string> = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT HEAD TITLE META LINK COLGROUP COL'.split(' '),
);
/** Elements that begin and end a line of their own. */
const blocks: ReadonlySet<string> = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION CENTER DD DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);
const hiding = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*(?!none))/i;
const preserving = /(?:^|[;\s])white-space(?:-collapse)?\s*:\s*(?:pre|break-spaces)/i;

/** Whether an element is not shown: by its kind, by `hidden`, or by its own style (Excel's hidden rows, Word's hidden text). */
export function isHidden(element: Element): boolean {
  if (unseen.has(element.tagName.toUpperCase()) || element.hasAttribute('hidden')) return true;
  return hiding.test(element.getAttribute('style') ?? '');
}

/**
 * Text of a table cell as it is seen: <br> and blocks make lines, white space is one space, &nbsp; is a space that counts.
 * A cell of nothing but blanks (&nbsp; or <br> that keep an empty cell open) is ''.
 */
export function cellText(cell: Element): string {
  const lines = new LineWriter();
  for (const child of cell.childNodes) writeNode(lines, child, preserves(cell, false));
  return lines.text();
}

function preserves(element: Element, outer: boolean): boolean {
  return outer || element.tagName === 'PRE' || preserving.test(element.getAttribute('style') ?? '');
}

function writeNode(lines: LineWriter, node: Node, preserve: boolean): void {
  if (node instanceof Text) lines.write(node.data, preserve);
  if (!(node instanceof Element) || isHidden(node)) return;
  if (node.tagName === 'BR') lines.breakLine();
  const isBlock = blocks.has(node.tagName);
  const isInnerCell = node.tagName === 'TD' || node.tagName === 'TH';
  if (isBlock) lines.freshLine();
  if (isInnerCell) lines.write(' ', false);
  for (const child of node.childNodes) writeNode(lines, child, preserves(node, preserve));
  if (isBlock) lines.freshLine();
}

class LineWriter {
  readonly #done: string[] = [];
  #line = '';
  #pendingSpace = false;

  write(text: string, preserve: boolean): void {
    if (preserve) this.#writePreserved(text);
    else this.#writeCollapsed(text);
  }

  #writeCollapsed(text: string): void {
    for (const [index, piece] of text.split(/[ \t\r\n\f]+/).entries()) {
      if (index > 0) this.#pendingSpace = this.#line !== '';
      this.#append(piece);
    }
  }

  #writePreserved(text: string): void {
    for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
      if (index > 0) this.breakLine();
      this.#append(line);
    }
  }

  #append(piece: string): void {
    if (piece === '') return;
    this.#line += (this.#pendingSpace ? ' ' : '') + piece.replaceAll('\u00A0', ' ');
    this.#pendingSpace = false;
  }

  /** The next text begins a line; a line with nothing on it takes no room. */
  freshLine(): void {
    if (this.#line !== '') this.breakLine();
    this.#pendingSpace = false;
  }

  breakLine(): void {
    this.#done.push(this.#line);
    this.#line = '';
    this.#pendingSpace = false;
  }

  /** A break at the very end only closes its line, as on a page. */
  text(): string {
    const lines = this.#line === '' ? this.#done : [...this.#done, this.#line];
    const seen = lines.map((line) => (line.trim() === '' ? '' : line)).join('\n');
    return seen.trim() === '' ? '' : seen;
  }
}
