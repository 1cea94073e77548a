const lineEnds = /\r\n?/g;
/** NUL and its kin: a cell cannot hold them, and they hide in texts copied from old programs. */
const controls = /[\p{Cc}--[\t\n]]/gv;
const needsQuotes = /^"|[\t\r\n]/;

type Field = { readonly text: string; readonly end: number };

/**
 * Reads the text that Excel and its kin put on the clipboard: tabs between cells, line breaks between rows, cells with
 * either of them in quotes. A line break at the end closes the last row; rows stay as long as they are; '' has no rows.
 * A quote that does not enclose the whole cell is part of the text, for Excel copies `"abc` or `5" 管` as they are.
 */
export function parseTsv(text: string): readonly (readonly string[])[] {
  const source = text.replace(lineEnds, '\n').replace(controls, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let position = 0;
  let open = false;
  while (position < source.length || open) {
    const field = quotedField(source, position) ?? plainField(source, position);
    row.push(field.text);
    open = source.charAt(field.end) === '\t';
    if (!open) {
      rows.push(row);
      row = [];
    }
    position = field.end + 1;
  }
  return rows;
}

function plainField(source: string, start: number): Field {
  let end = start;
  while (end < source.length && source.charAt(end) !== '\t' && source.charAt(end) !== '\n') end += 1;
  return { text: source.slice(start, end), end };
}

/**
 * The cell in quotes that begins here, or null. It ends at the first run of quotes of odd length. A cell that itself begins
 * with an even run is read at once and an odd one would have ended this search, so no part of the text is searched twice.
 */
function quotedField(source: string, start: number): Field | null {
  if (source.charAt(start) !== '"') return null;
  let quote = source.indexOf('"', start + 1);
  while (quote >= 0 && source.charAt(quote + 1) === '"') quote = source.indexOf('"', quote + 2);
  const end = quote + 1;
  const closes = quote >= 0 && (end === source.length || source.charAt(end) === '\t' || source.charAt(end) === '\n');
  return closes ? { text: source.slice(start + 1, quote).replaceAll('""', '"'), end } : null;
}

/**
 * Rows as text for the clipboard; parseTsv gives them back. No line break is added at the end, so that a single cell can be
 * pasted into a letter as it is; only a last row of one empty cell needs one to be seen.
 */
export function toTsv(rows: readonly (readonly string[])[]): string {
  const text = rows.map((row) => row.map(quoteIfNeeded).join('\t')).join('\r\n');
  const last = rows.at(-1);
  return last !== undefined && last.length <= 1 && (last[0] ?? '') === '' ? `${text}\r\n` : text;
}

function quoteIfNeeded(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
