import { foldKanjiNumbers } from './kanji-number.ts';
import { cleanText, foldWidth } from './text.ts';

/** A number with its unit, or `approximate` for a text that says a number only roughly (約50, 数名, 10～15人). */
export type ParsedCount =
  | { readonly value: number; readonly unit?: string; readonly rest?: string }
  | { readonly approximate: true; readonly raw: string };

const MAX_LENGTH = 100;
const roughWords =
  /約|およそ|おおよそ|程度|くらい|ぐらい|前後|以上|以下|以内|未満|超|余|弱|強|若干|多数|数[人名件団十百千]|(?<![総員])数\d|何[人名]|[?±]/;
const range = /\d[^\d,.]{0,4}(?:~|から|-)[^\d]{0,2}\d/;
const exact =
  /^(?:全|計|合計|総数|会員数?|正会員)?([-▲△]?)((?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,9})?)(?:([万億])([\d,]{1,10})?)?([^\d()]{0,12})(\([^()]*\))?$/;

/**
 * Reads a count or an amount: '１９２人', '162名', '1,931団体', '1.2万人'. ▲ and △ before a number mean minus.
 * What stands in brackets behind it, '192人（うち市民80人）', is `rest`. @returns null when the text is no number, nor a rough one.
 * Source: domain.md 6 no. 12, 14 and 34.
 */
export function parseCount(text: string): ParsedCount | null {
  const cleaned = cleanText(text);
  if (cleaned.length > MAX_LENGTH) return null;
  const body = foldKanjiNumbers(foldWidth(cleaned).replace(/[\s_]/g, ''));
  const [, sign, digits, scale, more, unit, rest] = exact.exec(body) ?? [];
  if (digits === undefined || roughWords.test(body.replace(rest ?? '', ''))) {
    return isRough(body) ? { approximate: true, raw: cleaned } : null;
  }
  const value = amount(digits, scale, more) * (sign === '' ? 1 : -1);
  return {
    value,
    ...(unit === undefined || unit === '' ? {} : { unit }),
    ...(rest === undefined ? {} : { rest }),
  };
}

function isRough(body: string): boolean {
  return (/[\d数何若多]/.test(body) && roughWords.test(body)) || range.test(body);
}

function amount(digits: string, scale: string | undefined, more: string | undefined): number {
  const base = Number(digits.replaceAll(',', ''));
  if (scale === undefined) return base;
  const factor = scale === '万' ? 10_000 : 100_000_000;
  // Rounded because 1.15 * 10,000 is 11,500 only almost.
  return Math.round(base * factor) + Number((more ?? '0').replaceAll(',', ''));
}
