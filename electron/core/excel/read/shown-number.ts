import type { FormatSection } from './format-section.ts';
import { renderNumber } from './render-number.ts';

/**
 * What a cell shows for a number when its format makes words, fillings or separators of it: 非公開, 下市0001, 750-0001, 12人, or ''
 * when the format hides it. Undefined when it shows just the number, however rounded and grouped.
 */
export function shownText(section: FormatSection, value: number): string | undefined {
  if (section.isPlain) return undefined;
  const text = withSign(section, value, renderNumber(section, value));
  if (text === undefined || isSameNumber(text, value, section.kind === 'percent')) return undefined;
  return (
    section.digits === undefined ? text : withSign(section, value, renderNumber(section, value, section.digits))
  )?.trim();
}

/** A negative number shows its minus, unless a section for negative numbers says it in its own way. */
function withSign(section: FormatSection, value: number, text: string | undefined): string | undefined {
  const hasNumber = section.tokens.some(({ kind }) => ['digit', 'general', 'text'].includes(kind));
  return text !== undefined && value < 0 && hasNumber && !section.isNegative ? `-${text.trimStart()}` : text;
}

const currency = /[¥￥\\$€£]/g;
const exponent = /^-?\d(?:\.\d*)?E[+-]?\d+$/i;
const mixedFraction = /^(-?)(?:(\d+)\s+)?(\d+)\/(\d+)$/;
/** No leading zeros: those are part of a code. */
const plainNumber = /^-?(?:0|[1-9]\d*)?(?:\.\d*)?%?$/;
/** Numbers that are shown in thousands or millions. */
const scales = [1, 1e3, 1e6, 1e9] as const;

/**
 * Whether a text is only another way to write the number: 1,234 or (1,234) or ¥1,234 or 1.2E+03 or △1,234 or 12 thousands, and 39.5%
 * where the format counts in hundredths.
 */
export function isSameNumber(shown: string, value: number, isPercent: boolean): boolean {
  const trimmed = shown.replace(/[\s\u00a0]+/g, ' ').trim();
  const fraction = mixedFraction.exec(trimmed);
  if (fraction !== null) return isFraction(fraction, value);
  const text = signed(trimmed.replace(/ /g, '').replace(currency, ''), value).replace(/[,，]/g, '');
  if (exponent.test(text)) return Math.abs(Number(text) - value) <= Math.abs(value) * 0.5;
  if (!plainNumber.test(text) || !/\d/.test(text)) return false;
  if (text.endsWith('%') !== isPercent) return false;
  const number = Number(text.replace('%', ''));
  const wanted = isPercent ? value * 100 : value;
  const decimals = /\.(\d*)/.exec(text)?.[1]?.length ?? 0;
  const fitting = Math.abs(value) < 1000 ? scales.slice(0, 1) : scales;
  return fitting.some((scale) => Math.abs(number - wanted / scale) <= 0.5 * 10 ** -decimals + Math.abs(wanted) * 1e-12);
}

/** (1,234), △1,234 and ▲ 1,234 are minus to accountants. */
function signed(text: string, value: number): string {
  if (value >= 0) return text;
  return text.replace(/^\(([^()]*)\)$/, '-$1').replace(/^[△▲−－]/, '-');
}

function isFraction([, sign, whole, top, bottom]: RegExpExecArray, value: number): boolean {
  const size = Number(whole ?? 0) + Number(top) / Number(bottom);
  return Math.abs((sign === '-' ? -size : size) - value) < 0.1;
}
