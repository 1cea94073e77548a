import type { SheetCell } from '#core/excel/workbook.ts';
import { decimalText } from './decimal-text.ts';
import type { NumberFormat } from './number-format.ts';
import { serialToDateTime, serialToTime } from './serial-date.ts';
import { shownText } from './shown-number.ts';

/**
 * Text as stored, with one line break (LF) whatever the file used, a marked one before a plain one too (_x000D_ and CRLF), and kana
 * joined with their sound marks (files from a Mac hold them apart). Only such pairs are normalised: full NFC would replace 神 福 都
 * (compatibility forms of names) by other characters.
 */
function cleanText(raw: string): string {
  const lines = raw.includes('\r') ? raw.replace(/\r?\r\n|\r/g, '\n') : raw;
  return combiningMark.test(lines)
    ? lines.replace(/.[\u0300-\u036f\u3099\u309a]+/gu, (pair) => pair.normalize('NFC'))
    : lines;
}

const combiningMark = /[\u0300-\u036f\u3099\u309a]/;

/** Null for an empty text: a cell that shows nothing is no cell. */
export function textCell(raw: string, extra: { readonly phonetic?: string } = {}): SheetCell | null {
  const text = cleanText(raw);
  if (text === '') return null;
  return { type: 'text', text, ...extra };
}

export function booleanCell(value: boolean): SheetCell {
  return { type: 'boolean', text: value ? 'TRUE' : 'FALSE' };
}

export function errorCell(text: string): SheetCell {
  return { type: 'error', text: text === '' ? '#VALUE!' : text };
}

/** A formula whose result was not saved with the file: shown as empty, and marked, never taken for 0. */
export const formulaWithoutResult: SheetCell = { type: 'text', text: '', formula: true };

export function numberCell(value: number, format: NumberFormat, is1904: boolean): SheetCell {
  const section = format.sectionOf(value);
  if (section === undefined) return shownCell('', decimalText(value));
  const date = section.kind === 'date' ? serialToDateTime(value, is1904) : undefined;
  if (date !== undefined) return { type: 'date', text: date };
  const time = section.kind === 'time' ? serialToTime(value) : undefined;
  if (time !== undefined) return { type: 'text', text: time };
  const isDay = section.kind === 'date' || section.kind === 'time';
  const shown = isDay ? undefined : shownText(section, value);
  if (shown !== undefined) return shownCell(shown, decimalText(value));
  const cell = { type: 'number', text: decimalText(value), number: value } as const;
  return section.kind === 'percent' ? { ...cell, percent: true } : cell;
}

/** What a cell shows in the place of its value. */
export function shownCell(shown: string, stored: string): SheetCell {
  return { type: 'text', text: cleanText(shown.trim()), stored };
}

/** A text as its format shows it: 田中様 for 田中 under @"様", nothing under ;;;. */
export function formattedText(cell: SheetCell | null, { ofTexts }: NumberFormat): SheetCell | null {
  if (cell === null || ofTexts === undefined) return cell;
  const pieces = ofTexts.tokens.map((token) =>
    token.kind === 'text' ? cell.text : token.kind === 'literal' ? token.text : '',
  );
  const shown = pieces.join('').trim();
  if (shown === cell.text.trim()) return cell;
  const { phonetic } = cell;
  return { ...shownCell(shown, cell.text), ...(phonetic === undefined || shown === '' ? {} : { phonetic }) };
}
