import { townsOf } from '#shared/domain/postal-town.ts';
import { postalReasons } from '#shared/messages/postal.ts';
import type { PostalEntry } from './postal-entry.ts';

export type PostalReading =
  | { readonly ok: true; readonly entries: readonly PostalEntry[] }
  | { readonly ok: false; readonly reason: string };

const fieldsInLine = 15;
const prefectures = 47;
/** The whole country has some 120,000 codes; a list of additions or of one prefecture has far fewer. */
const fewestCodes = 100_000;
/** A bracket that never closes must not collect the rest of the file. */
const longestTown = 4_000;

/**
 * Reads Japan Post's list of postal codes: 15 fields a line, of which the third is the code and the seventh to ninth are
 * prefecture, city and town. A list that is not of the whole country is refused: it would make most codes unknown.
 */
export function readKenAll(text: string): PostalReading {
  const read = readLines(text);
  if (!read.ok) return read;
  const found = new Set(read.entries.map(({ prefecture }) => prefecture)).size;
  if (found < prefectures) return { ok: false, reason: postalReasons.partial(found) };
  const codes = new Set(read.entries.map(({ code }) => code)).size;
  return codes < fewestCodes ? { ok: false, reason: postalReasons.few(codes) } : read;
}

/** The entries of any such list, of one prefecture too. */
export function readLines(text: string): PostalReading {
  const entries: PostalEntry[] = [];
  let open: Line | null = null;
  let number = 0;
  for (const line of linesOf(text)) {
    number += 1;
    if (line === '') continue;
    const read = readLine(line);
    if (read === null) return { ok: false, reason: reasonOf(line, number) };
    // A long town goes on over further lines of the same code until its bracket closes.
    const whole: Line = open?.code === read.code ? { ...read, town: open.town + read.town } : read;
    if (open !== null && open.code !== read.code) addTowns(entries, open);
    open = isOpen(whole.town) && whole.town.length < longestTown ? whole : null;
    if (open === null) addTowns(entries, whole);
  }
  if (open !== null) addTowns(entries, open);
  return { ok: true, entries };
}

function* linesOf(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end);
    // Old programs end a text file with Ctrl-Z.
    yield line.endsWith('\r') ? line.slice(0, -1) : line === '\u001a' ? '' : line;
    if (end < 0) return;
    start = end + 1;
  }
}

type Line = PostalEntry;

function readLine(line: string): Line | null {
  const fields = fieldsOf(line);
  const [, , code = '', , , , prefecture = '', city = '', town = ''] = fields;
  const isSound =
    fields.length === fieldsInLine && /^\d{7}$/.test(code) && /.[都道府県]$/u.test(prefecture) && city !== '';
  return isSound ? { code, prefecture, city, town } : null;
}

function fieldsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  return Array.from(
    line.matchAll(/(?<=^|,)(?:"([^"]*)"|([^",]*))(?=,|$)/g),
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
}

/** The list of large offices has the code elsewhere; the most likely mistake is told by its name. */
function reasonOf(line: string, number: number): string {
  const fields = fieldsOf(line);
  if (fields.length === 13 && /^\d{7}$/.test(fields[7] ?? '')) return postalReasons.offices;
  return postalReasons.line(number);
}

function isOpen(town: string): boolean {
  return /[（(]/.test(town) && !/[）)]/.test(town);
}

function addTowns(entries: PostalEntry[], { code, prefecture, city, town }: Line): void {
  for (const name of townsOf(town)) entries.push({ code, prefecture, city, town: name });
}
