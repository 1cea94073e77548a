import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { PostalEntry } from './postal-entry.ts';

/**
 * A table of postal codes as one compressed text: a line of JSON about it, then a line for each place, 'code area town', in the
 * order of the codes. It stays one block of bytes in memory, and a code is found in it by halving.
 */
export type PostalTable = {
  /** Number of codes. */
  readonly codes: number;
  /** ISO month of the data, '' when unknown. */
  readonly month: string;
  readonly lookup: (code: string) => PostalEntry[];
};

const header = z.object({
  format: z.literal(1),
  month: z.string(),
  codes: z.number(),
  /** Prefecture and city; lines name them by their place here. */
  areas: z.array(z.tuple([z.string(), z.string()])),
});

const codeLength = 7;
const newline = 0x0a;
/** A whole table is some 3 MB; a damaged file must not unfold without end. */
const largestText = 32 * 1024 * 1024;

/** Each place of a code is kept once: a town whose blocks are listed apart stands in several entries. */
export function encodePostalTable(entries: readonly PostalEntry[], month: string): Buffer {
  const areas = new Map<string, number>();
  const codes = new Set(entries.map(({ code }) => code)).size;
  const lines = entries.toSorted(inOrder).map(({ code, prefecture, city, town }) => {
    const area = `${prefecture}\t${city}`;
    if (!areas.has(area)) areas.set(area, areas.size);
    return `${code} ${areas.get(area)} ${town}`;
  });
  const about = { format: 1, month, codes, areas: [...areas.keys()].map((area) => area.split('\t')) };
  return gzipSync([JSON.stringify(about), ...new Set(lines), ''].join('\n'), { level: 9 });
}

/** By code; of one code the towns as they came, the rest of a city last. */
function inOrder(a: PostalEntry, b: PostalEntry): number {
  if (a.code !== b.code) return a.code < b.code ? -1 : 1;
  return Number(a.town === '') - Number(b.town === '');
}

/** Throws when the bytes are no such table. */
export function decodePostalTable(bytes: Uint8Array): PostalTable {
  const text = gunzipSync(bytes, { maxOutputLength: largestText });
  const start = text.indexOf(newline) + 1;
  const { month, codes, areas } = header.parse(JSON.parse(text.toString('utf8', 0, start)));
  const body = text.subarray(start);
  return { month, codes, lookup: (code) => findLines(body, code).flatMap((line) => toEntry(line, areas)) };
}

function toEntry(line: string, areas: readonly (readonly [string, string])[]): PostalEntry[] {
  const [code = '', area = '', ...town] = line.split(' ');
  const [prefecture, city] = areas[Number(area)] ?? [];
  return prefecture === undefined || city === undefined ? [] : [{ code, prefecture, city, town: town.join(' ') }];
}

function findLines(body: Buffer, code: string): string[] {
  const lines: string[] = [];
  for (let start = firstLineFrom(body, code); start < body.length; ) {
    const end = body.indexOf(newline, start);
    const line = body.toString('utf8', start, end < 0 ? body.length : end);
    if (!line.startsWith(code)) break;
    lines.push(line);
    if (end < 0) break;
    start = end + 1;
  }
  return lines;
}

/** Where the first line stands whose code is not below this one. */
function firstLineFrom(body: Buffer, code: string): number {
  let low = 0;
  let high = body.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const start = body.lastIndexOf(newline, middle - 1) + 1;
    const lineStart = middle === 0 || start <= low ? low : start;
    if (body.toString('latin1', lineStart, lineStart + codeLength) < code) {
      const end = body.indexOf(newline, lineStart);
      low = end < 0 ? body.length : end + 1;
    } else high = lineStart;
  }
  return low;
}
