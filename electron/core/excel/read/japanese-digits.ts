/** The digits 0 to 9 of [DBNum1], [DBNum2] and [DBNum3]. */
const digitsOf: ReadonlyMap<string, string> = new Map([
  ['1', '〇一二三四五六七八九'],
  ['2', '〇壱弐参四伍六七八九'],
  ['3', '０１２３４５６７８９'],
]);
const unitsOf: ReadonlyMap<string, readonly [small: string, large: string]> = new Map([
  ['1', ['千百十', '兆億万']],
  ['2', ['阡百拾', '兆億萬']],
]);

/** Digits one by one: 12 as 一二, 壱弐 or １２. */
export function japaneseDigits(text: string, set: string): string {
  const digits = digitsOf.get(set) ?? '';
  return text.replace(/\d/g, (digit) => digits.charAt(Number(digit)));
}

/** A number as it is read: 1234 as 千二百三十四, or with formal numerals as 壱阡弐百参拾四. */
export function japaneseNumber(text: string, set: string): string {
  const units = unitsOf.get(set);
  if (units === undefined || !/^[1-9]\d{0,15}$/.test(text)) return japaneseDigits(text, set);
  const padded = text.padStart(16, '0');
  const [small, large] = units;
  return [0, 1, 2, 3]
    .map((group) => {
      const part = fourDigits(padded.slice(group * 4, group * 4 + 4), small, set);
      return part === '' ? '' : part + large.charAt(group);
    })
    .join('');
}

/** 1 before a unit is written in formal numerals only. */
function fourDigits(four: string, units: string, set: string): string {
  return [...four]
    .map((digit, place) => {
      const unit = units.charAt(place);
      if (digit === '0') return '';
      return digit === '1' && unit !== '' && set === '1' ? unit : japaneseDigits(digit, set) + unit;
    })
    .join('');
}
