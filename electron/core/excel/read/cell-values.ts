import type { SheetCell } from '#core/excel/workbook.ts';
import type { NumberKind } from './number-format.ts';
import { serialToDateTime, serialToTime } from './serial-date.ts';

/**
 * Text as stored, with one line break (LF) whatever the file used, and kana joined with their sound marks (files from a Mac hold
 * them apart). Only such pairs are normalised: full NFC would replace 神 福 都 (compatibility forms of names) by other characters.
 */
function cleanText(raw: string): string {
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
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

export function numberCell(value: number, kind: NumberKind, is1904: boolean): SheetCell {
  const date = kind === 'date' ? serialToDateTime(value, is1904) : undefined;
  if (date !== undefined) return { type: 'date', text: date };
  const time = kind === 'time' ? serialToTime(value) : undefined;
  if (time !== undefined) return { type: 'text', text: time };
  const cell = { type: 'number', text: decimalText(value), number: value } as const;
  return kind === 'percent' ? { ...cell, percent: true } : cell;
}

/** Excel keeps 15 digits: 0.1+0.2 is 0.3 to its user. Never an exponent. */
export function decimalText(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  if (!text.includes('e')) return text;
  return Math.abs(value) >= 1 ? BigInt(Math.round(value)).toString() : value.toFixed(20).replace(/0+$/, '');
}
