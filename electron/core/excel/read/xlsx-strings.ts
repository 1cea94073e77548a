import type { SheetCell } from '#core/excel/workbook.ts';
import { textCell } from './cell-values.ts';
import { XmlCursor } from './xml-cursor.ts';

type Run = { readonly start: number; readonly end: number; readonly kana: string };

/** The shared strings as ready cells, so that a text used a thousand times is one object. Null: an empty text. */
export function readSharedStrings(bytes: Uint8Array, part: string): readonly (SheetCell | null)[] {
  const strings: (SheetCell | null)[] = [];
  const cursor = new XmlCursor(bytes, part);
  for (let event = cursor.next(); event !== 'end'; event = cursor.next()) {
    if (event === 'open' && cursor.name === 'si') strings.push(readRichText(cursor));
  }
  return strings;
}

/** Text of the current `si` or `is` element: its plain text or rich runs, without the furigana, which is kept apart. */
export function readRichText(cursor: XmlCursor): SheetCell | null {
  if (cursor.isEmpty) return null;
  const container = cursor.name;
  let text = '';
  const runs: Run[] = [];
  for (;;) {
    const event = cursor.next();
    if (event === 'end' || (event === 'close' && cursor.name === container)) break;
    if (event !== 'open') continue;
    if (cursor.name === 't') text += unescapeControls(cursor.readText());
    else if (cursor.name === 'rPh') {
      const [start, end] = [Number(cursor.attribute('sb')), Number(cursor.attribute('eb'))];
      runs.push({ start, end, kana: unescapeControls(cursor.readText().trim()) });
    }
  }
  return textCell(text, furiganaOf(text, runs));
}

/** The whole text with each run of kanji replaced by its reading, as Excel's PHONETIC does. */
function furiganaOf(text: string, runs: readonly Run[]): { readonly phonetic?: string } {
  if (runs.length === 0) return {};
  let phonetic = '';
  let at = 0;
  for (const run of runs.toSorted((a, b) => a.start - b.start)) {
    if (!(run.start >= at && run.end >= run.start)) continue;
    phonetic += text.slice(at, run.start) + run.kana;
    at = run.end;
  }
  return { phonetic: phonetic + text.slice(at) };
}

/** OOXML writes control characters, and a literal `_x000D_`, as `_xHHHH_`. */
export function unescapeControls(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
