import { kanaOrderText } from '#shared/domain/numbering.ts';
import { modulo, narrow, type Reading, widenLike } from './reading.ts';

/** In the order of a week as JavaScript counts it. */
export const weekdays = '日月火水木金土';
const circledNumbers = [...range(0x2460, 20), ...range(0x3251, 15), ...range(0x32b1, 15)];

/** Lists whose items follow one another even from a single one: after ⑳ comes ㉑. */
const lists: readonly (readonly string[])[] = [circledNumbers];
/** Lists that are recognised only from two items: a single A or ア is more often a mark. */
const letterLists: readonly (readonly string[])[] = [
  range(0x41, 26),
  range(0x61, 26),
  range(0xff21, 26),
  range(0xff41, 26),
  [...kanaOrderText],
];

function range(firstCode: number, length: number): readonly string[] {
  return Array.from({ length }, (_, index) => String.fromCharCode(firstCode + index));
}

/** Items of a list that begins again: 月曜日, 4月, 第1四半期, ①, and from two on A or ア. */
export function readListItem(seed: string): Reading | null {
  return readWeekday(seed) ?? readMonth(seed) ?? readQuarter(seed) ?? readLetter(seed);
}

function readWeekday(seed: string): Reading | null {
  const [, before = '', day = '', after = ''] = /^([(（]?)([日月火水木金土])((?:曜日?)?[)）]?)$/.exec(seed) ?? [];
  if (day === '') return null;
  return {
    series: `weekday ${before}${after}`,
    value: weekdays.indexOf(day),
    single: 'counts',
    cycle: 7,
    spelling: {},
    write: (value) => before + weekdays.charAt(modulo(value, 7)) + after,
  };
}

function readMonth(seed: string): Reading | null {
  const [, digits = '', after = ''] = /^(0?[1-9]|1[0-2])(月[分末号度]?)$/.exec(narrow(seed)) ?? [];
  if (digits === '') return null;
  return {
    series: `month of the year ${after}`,
    value: Number(digits) - 1,
    single: 'counts',
    cycle: 12,
    spelling: digits.startsWith('0') ? { width: 2 } : {},
    write: (value, { width }) => widenLike(seed, String(modulo(value, 12) + 1).padStart(width, '0')) + after,
  };
}

function readQuarter(seed: string): Reading | null {
  const [, before = '', quarter] = /^(第?)([1-4])四半期$/.exec(narrow(seed)) ?? [];
  if (quarter === undefined) return null;
  return {
    series: `quarter of the year ${before}`,
    value: Number(quarter) - 1,
    single: 'counts',
    cycle: 4,
    spelling: {},
    write: (value) => `${before}${widenLike(seed, String(modulo(value, 4) + 1))}四半期`,
  };
}

function readLetter(seed: string): Reading | null {
  const list = [...lists, ...letterLists].find((items) => items.includes(seed));
  if (list === undefined) return null;
  return {
    series: `list ${list[0]}`,
    value: list.indexOf(seed),
    single: lists.includes(list) ? 'counts' : 'copies',
    cycle: list.length,
    spelling: {},
    write: (value) => list[modulo(value, list.length)] ?? null,
  };
}
