import { narrow, type Reading, type SharedSpelling, widenLike, withCommas } from './reading.ts';

/** More digits would lose some on the way. */
const MAX_DIGITS = 12;
const TREND_DECIMALS = 10;
const pattern = /^(?<sign>[-▲△]?)(?<money>¥?)(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<fraction>\d+))?(?<percent>%?)$/;

/** 25, -3, ▲1,000, 0.5, ¥300, 10%; also in full width. With a zero in front (001) it is no number but a code. */
export function readNumber(seed: string): Reading | null {
  const { sign = '', money = '', whole = '', fraction = '', percent = '' } = pattern.exec(narrow(seed))?.groups ?? {};
  const digits = whole.replaceAll(',', '') + fraction;
  if (whole === '' || /^0\d/.test(whole) || digits.length > MAX_DIGITS) return null;
  return {
    series: `number ${money}${percent}`,
    value: Number(digits) * (sign === '' ? 1 : -1),
    single: 'counts-beside-others',
    spelling: {
      decimals: fraction.length,
      commas: whole.includes(','),
      ...(sign === '' ? {} : { minus: sign }),
    },
    write: (value, spelling) => {
      const isNegative = Math.round(value) < 0;
      const text = `${isNegative ? spelling.minus : ''}${money}${decimalText(Math.abs(value), spelling)}${percent}`;
      return widenLike(seed, text);
    },
  };
}

/** `value` counts units of the last decimal place; only an uneven trend has more places than that. */
function decimalText(value: number, { decimals, leastDecimals, commas }: SharedSpelling): string {
  const isWhole = Number.isInteger(value);
  const places = isWhole ? decimals : decimals + TREND_DECIMALS;
  const units = isWhole ? String(value) : String(Math.round(value * 10 ** TREND_DECIMALS));
  const digits = units.padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  let fraction = digits.slice(digits.length - places);
  while (fraction.length > leastDecimals && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return (commas ? withCommas(whole) : whole) + (fraction === '' ? '' : `.${fraction}`);
}
