/** A piece of a line of the manual. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  /** A key or something to type, written between backticks. */
  | { readonly kind: 'key'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly target: string };

export type Line = readonly Inline[];

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly anchor: string }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'note'; readonly line: Line }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Line[] }
  | { readonly kind: 'table'; readonly head: readonly Line[]; readonly rows: readonly (readonly Line[])[] };

const inlinePattern = /\*\*(?<strong>[^*]+)\*\*|`(?<key>[^`]+)`|\[(?<text>[^\]]+)\]\((?<target>[^)\s]+)\)/gu;

/** Bold, keys and links of a line; all other signs are text, HTML too. */
export function parseLine(source: string): Line {
  const line: Inline[] = [];
  let done = 0;
  for (const match of source.matchAll(inlinePattern)) {
    if (match.index > done) line.push({ kind: 'text', text: source.slice(done, match.index) });
    const { strong, key, text = '', target = '' } = match.groups ?? {};
    if (strong !== undefined) line.push({ kind: 'strong', text: strong });
    else if (key !== undefined) line.push({ kind: 'key', text: key });
    else line.push({ kind: 'link', text, target });
    done = match.index + match[0].length;
  }
  return done < source.length ? [...line, { kind: 'text', text: source.slice(done) }] : line;
}

/** The line without its marks. */
export function lineText(line: Line): string {
  return line.map((part) => part.text).join('');
}

/** The name of a heading in links, as the usual viewers of Markdown make it: small letters, no signs, '-' for a space. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replaceAll(' ', '-');
}

/** The kinds of lines; what is none of them is a paragraph's. */
const lineKinds = {
  heading: /^(?<marks>#{1,3}) (?<rest>.+)$/u,
  note: /^> ?(?<rest>.*)$/u,
  item: /^(?<mark>-|\d+\.) (?<rest>.+)$/u,
  row: /^\|(?<rest>.+)\|$/u,
} as const;

function readHeading(source: string): Block | null {
  const { marks = '', rest = '' } = lineKinds.heading.exec(source)?.groups ?? {};
  if (marks === '') return null;
  const text = lineText(parseLine(rest.trim()));
  return { kind: 'heading', level: marks.length, text, anchor: anchorOf(text) };
}

/** Japanese has no spaces at line ends; Latin words on both sides need one. */
function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => text + (/[!-~]$/u.test(text) && /^[!-~]/u.test(line) ? ' ' : '') + line, '');
}

function readNote(lines: readonly string[]): Block {
  return { kind: 'note', line: parseLine(joinLines(lines.map((line) => line.replace(/^> ?/u, '').trim()))) };
}

function readList(lines: readonly string[]): Block {
  const items: string[] = [];
  for (const line of lines) {
    const rest = lineKinds.item.exec(line)?.groups?.['rest'];
    if (rest !== undefined) items.push(rest.trim());
    else items.push(joinLines([items.pop() ?? '', line.trim()]));
  }
  return { kind: 'list', ordered: /^\d/u.test(lines[0] ?? ''), items: items.map(parseLine) };
}

function readRow(line: string): readonly Line[] {
  return line
    .replace(/^\||\|$/gu, '')
    .split('|')
    .map((cell) => parseLine(cell.trim()));
}

function readTable(lines: readonly string[]): Block {
  const [head = '', , ...rows] = lines;
  return { kind: 'table', head: readRow(head), rows: rows.map(readRow) };
}

function readBlock(lines: readonly string[]): Block {
  const first = lines[0] ?? '';
  const heading = readHeading(first);
  if (heading !== null) return heading;
  if (lineKinds.note.test(first)) return readNote(lines);
  if (lineKinds.item.test(first)) return readList(lines);
  if (lineKinds.row.test(first)) return readTable(lines);
  return { kind: 'paragraph', line: parseLine(joinLines(lines.map((line) => line.trim()))) };
}

/**
 * The part of Markdown the manual is written in: headings, paragraphs, lists without levels, tables, notes (> …), and in a line bold,
 * keys (`Ctrl+Z`) and links. Blocks are parted by blank lines.
 */
export function parseMarkdown(source: string): readonly Block[] {
  const chunks = source.replaceAll('\r\n', '\n').split(/\n{2,}/u);
  return chunks
    .map((chunk) => chunk.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .flatMap((lines) => {
      const heading = readHeading(lines[0] ?? '');
      // Text may follow its heading without a blank line.
      return heading === null || lines.length === 1 ? [readBlock(lines)] : [heading, readBlock(lines.slice(1))];
    });
}
