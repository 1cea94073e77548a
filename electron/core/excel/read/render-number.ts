import { decimalText } from './decimal-text.ts';
import type { FormatSection, FormatToken } from './format-section.ts';
import { japaneseDigits, japaneseNumber } from './japanese-digits.ts';

const MAX_DECIMALS = 30;

type Writing = {
  /** Without leading zeros; '' for 0. */
  readonly whole: string;
  readonly fraction: string;
  readonly general: string;
  readonly places: number;
  readonly isGrouped: boolean;
  readonly write: (digits: string) => string;
};

/** The number as a section shows it, without its sign; undefined for numbers too large to write out. `digits` as in FormatSection. */
export function renderNumber({ tokens }: FormatSection, value: number, digits?: string): string | undefined {
  const point = tokens.findIndex((token) => token.kind === 'point');
  const isDigit = (token: FormatToken): boolean => token.kind === 'digit';
  const wholeTokens = point < 0 ? tokens : tokens.slice(0, point);
  const places = wholeTokens.filter(isDigit).length;
  const decimals = point < 0 ? 0 : tokens.slice(point).filter(isDigit).length;
  const lastDigit = tokens.findLastIndex(isDigit);
  const firstDigit = tokens.findIndex(isDigit);
  const commas = tokens.flatMap((token, index) => (token.kind === 'comma' && firstDigit >= 0 ? [index] : []));
  const percents = tokens.filter((token) => token.kind === 'percent').length;
  const scaled = (Math.abs(value) * 100 ** percents) / 1000 ** scaleOf(tokens, lastDigit);
  if (!Number.isFinite(scaled)) return undefined;
  const fixed = Number(scaled.toPrecision(15)).toFixed(Math.min(decimals, MAX_DECIMALS));
  if (fixed.includes('e')) return undefined;
  const [whole = '', fraction = ''] = fixed.split('.');
  return writeTokens(tokens, {
    whole: whole === '0' ? '' : whole,
    fraction,
    general: generalText(value, digits),
    places,
    isGrouped: commas.some((index) => index > firstDigit && index < wholeTokens.findLastIndex(isDigit)),
    write: (text) => (digits === undefined ? text : japaneseDigits(text, digits)),
  });
}

/** Each comma right after the last digit divides by a thousand. */
function scaleOf(tokens: readonly FormatToken[], lastDigit: number): number {
  if (lastDigit < 0) return 0;
  const after = tokens.slice(lastDigit + 1).findIndex((token) => token.kind !== 'comma');
  return after < 0 ? tokens.length - lastDigit - 1 : after;
}

function generalText(value: number, digits: string | undefined): string {
  const text = decimalText(Math.abs(value));
  return digits === undefined ? text : japaneseNumber(text, digits);
}

function writeTokens(tokens: readonly FormatToken[], writing: Writing): string {
  let text = '';
  let place = 0;
  let isBehindPoint = false;
  let decimal = 0;
  for (const token of tokens) {
    if (token.kind === 'literal') text += token.text;
    else if (token.kind === 'percent') text += '%';
    else if (token.kind === 'general' || token.kind === 'text') text += writing.general;
    else if (token.kind === 'point') {
      text += writing.places === 0 ? `${writing.write(writing.whole)}.` : '.';
      isBehindPoint = true;
    } else if (token.kind === 'digit' && isBehindPoint) {
      text += writing.write(decimalDigit(token.mark, writing.fraction.slice(decimal)));
      decimal += 1;
    } else if (token.kind === 'digit') {
      text += wholeDigits(token.mark, place, writing);
      place += 1;
    }
  }
  return text;
}

function decimalDigit(mark: string, rest: string): string {
  return mark === '0' || /[1-9]/.test(rest) ? rest.charAt(0) : filler(mark);
}

/** The digits of one place; the first place takes all that are left of it. */
function wholeDigits(mark: string, place: number, { whole, places, isGrouped, write }: Writing): string {
  const right = places - 1 - place;
  const end = Math.max(0, whole.length - right);
  const start = place === 0 ? 0 : Math.max(0, end - 1);
  const digits = whole.slice(start, end);
  if (digits === '' && mark !== '0') return filler(mark);
  const filled = digits === '' ? '0' : digits;
  if (!isGrouped) return write(filled);
  return [...filled]
    .map((digit, index) => {
      const position = right + filled.length - 1 - index;
      return position > 0 && position % 3 === 0 ? `${write(digit)},` : write(digit);
    })
    .join('');
}

function filler(mark: string): string {
  return mark === '?' ? ' ' : '';
}
