import { parseDate } from '#shared/domain/dates.ts';
import { parseFiscalYear } from '#shared/domain/fiscal-year.ts';
import { narrow, type Reading, widenLike, withCommas } from './reading.ts';

const MAX_LENGTH = 200;
const MAX_DIGITS = 15;
const number = '(?<number>\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)';
/** The last number, near the end: 団体12, R7-001, 第1回, 3年2組. */
const atEnd = new RegExp(`^(?<before>.*?)${number}(?<after>\\D{0,4})$`, 'u');
/** A number in front of a title: 1 市民活動の推進. */
const atStart = new RegExp(`^(?<before>)${number}(?<after>\\D.*)$`, 'u');

/**
 * Text with a number that counts: the last one near the end, else one at the beginning. No text where counting would only
 * break something: times, mail addresses, dates and years that are written in some unusual way.
 */
export function readTextNumber(seed: string): Reading | null {
  if (seed.length > MAX_LENGTH || !isCountable(seed)) return null;
  const narrowed = narrow(seed);
  const groups = (atEnd.exec(narrowed) ?? atStart.exec(narrowed))?.groups;
  const found = groups?.['number'];
  if (groups === undefined || found === undefined || found.length > MAX_DIGITS) return null;
  const start = groups['before']?.length ?? 0;
  const before = seed.slice(0, start);
  const after = seed.slice(start + found.length);
  const spelled = seed.slice(start, start + found.length);
  return {
    series: `text ${before}\u0000${after}`,
    value: Number(found.replaceAll(',', '')),
    single: 'counts',
    spelling: { commas: found.includes(','), ...(/^0\d/.test(found) ? { width: found.length } : {}) },
    // Below zero Excel counts up again: 第1回, 第0回, 第1回.
    write: (value, { width, commas }) => {
      const digits = String(Math.abs(Math.round(value))).padStart(width, '0');
      return before + widenLike(spelled, commas ? withCommas(digits) : digits) + after;
    },
  };
}

function isCountable(seed: string): boolean {
  if (!/[0-9０-９]/.test(seed) || /[\n@＠]|:\/\/|\d[:：]\d/.test(seed)) return false;
  if (/^\d+$/.test(narrow(seed))) return true;
  return parseDate(seed)?.precision !== 'day' && (parseFiscalYear(seed) === null || !/年/.test(seed));
}
