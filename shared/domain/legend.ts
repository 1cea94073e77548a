import { type Mark, markOf } from './mark-glyphs.ts';
import { foldCompatibility } from './normalize.ts';
import { cleanText } from './text.ts';

const MAX_LENGTH = 600;
const MAX_LABEL = 40;
const symbol = '[◎○〇◯⦿◉△▲⊿×✕✖╳✗✘●■□◇◆☆★]';
/** A letter or digit is a mark only before a colon and after a break, so that words and times are none. */
const letter = '(?<=^|[\\s(【〔「:,、/;；・])[A-Za-z0-9](?=\\s?[:=…])';
const markStart = new RegExp(`${symbol}|${letter}`, 'gu');
const particle = /^(?:[かをがはのでにと]|または|又は|もしくは|から|および|及び)$/;

/**
 * Reads a legend line: '実施状況：◎実施済 ○継続推進 △一部実施 ×検討中', also '評価　S：計画以上 A：計画どおり' and half-width colons.
 * `heading` is what stands before the first mark ('' if nothing). @returns null unless two or more different marks have a meaning each.
 */
export function parseLegend(text: string): { readonly heading: string; readonly marks: readonly Mark[] } | null {
  const line = cleanText(text);
  if (line.length > MAX_LENGTH) return null;
  // Only letters and colons change width, so positions stay those of the text.
  const scan = line.replace(/[Ａ-Ｚａ-ｚ０-９：＝（　]/g, (character) => foldCompatibility(character));
  const signed = [...scan.matchAll(markStart)].map((match) => match.index);
  const starts = signed.length > 0 ? signed : spacedLetters(scan);
  const marks = starts.map((start, index) => readEntry(line.slice(start, starts[index + 1])));
  const found = marks.filter((mark) => mark !== null);
  const glyphs = new Set(found.map((mark) => mark.variants.toSorted().join()));
  if (found.length < 2 || found.length !== marks.length || glyphs.size !== found.length) return null;
  const heading = trimSigns(line.slice(0, starts[0]));
  return heading.length > MAX_LABEL ? null : { heading, marks: found };
}

const spacedLetter = /(?<=^|[\s(【〔「:,、/;；・])[A-FS](?=\s+\p{L}{2})/gu;

/** 'A 達成、B 概ね達成、C 未達成': letters without a sign are marks when at least three follow one another. */
function spacedLetters(scan: string): readonly number[] {
  const found = [...scan.matchAll(spacedLetter)];
  const letters = found.map((match) => match[0]).join('');
  return letters.length >= 3 && 'SABCDEF'.includes(letters) ? found.map((match) => match.index) : [];
}

function readEntry(entry: string): Mark | null {
  const label = trimSigns(entry.slice(1));
  if (label === '' || label.length > MAX_LABEL || particle.test(label) || /^\d/.test(label)) return null;
  return markOf(foldLetter(entry.slice(0, 1)), label);
}

function foldLetter(glyph: string): string {
  return /[Ａ-Ｚａ-ｚ０-９]/.test(glyph) ? foldCompatibility(glyph) : glyph;
}

const signs = '\\s:：=＝…・,，、/／;；。|｜';
const leadingSigns = new RegExp(`^[${signs}）)】〕」］』\\-－―—]+`);
const trailingSign = new RegExp(`[${signs}（(【〔「［『]`);

function trimSigns(text: string): string {
  const inner = text.replace(leadingSigns, '');
  let end = inner.length;
  while (end > 0 && trailingSign.test(inner.charAt(end - 1))) end -= 1;
  return unwrap(inner.slice(0, end));
}

/** Drops a bracket that opened or closed the whole legend, keeps a pair inside a label: 一部（半分）. */
function unwrap(text: string): string {
  const opened = /^[（(【〔「［]/.test(text);
  const closed = /[）)】〕」］]$/.test(text);
  const opens = text.match(/[（(【〔「［]/g)?.length ?? 0;
  const closes = text.match(/[）)】〕」］]/g)?.length ?? 0;
  if (opened && closed && opens === 1) return text.slice(1, -1).trim();
  if (opened && opens > closes) return text.slice(1).trim();
  return closed && closes > opens ? text.slice(0, -1).trim() : text;
}
