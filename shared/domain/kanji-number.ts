const digits: ReadonlyMap<string, number> = new Map([...'〇一二三四五六七八九'].map((kanji, value) => [kanji, value]));
const scales: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** Kanji digits a number may be written with; for use inside a character class. */
export const KANJI_DIGITS = '〇零一二三四五六七八九十百千';

/** Value of a number in kanji, by place (二〇二五) or with scales (二十九, 百五); null when it is not one (8 characters at most). */
export function kanjiNumber(text: string): number | null {
  const kanji = [...text.replace(/零/g, '〇')];
  if (kanji.length === 0 || kanji.length > 8) return null;
  if (kanji.every((character) => digits.has(character))) {
    return kanji.reduce((value, character) => value * 10 + (digits.get(character) ?? 0), 0);
  }
  return scaledNumber(kanji);
}

function scaledNumber(kanji: readonly string[]): number | null {
  let total = 0;
  let pending: number | null = null;
  let lastScale = 10_000;
  for (const character of kanji) {
    const digit = digits.get(character);
    const scale = scales.get(character);
    if (digit !== undefined && pending === null) pending = digit;
    else if (scale !== undefined && scale < lastScale) {
      total += (pending ?? 1) * scale;
      pending = null;
      lastScale = scale;
    } else return null;
  }
  return total + (pending ?? 0);
}

/** Not after a digit: 千 of 12千人 belongs to the unit. */
const numberBeforeCounter = new RegExp(
  `(?<![\\d${KANJI_DIGITS}])[${KANJI_DIGITS}]{1,8}(?=[年月日人名団件番号丁章節])`,
  'g',
);

/** Rewrites kanji numbers that stand before a counter in half-width digits: 令和七年四月一日 becomes 令和7年4月1日. */
export function foldKanjiNumbers(text: string): string {
  return text.replace(numberBeforeCounter, (kanji) => String(kanjiNumber(kanji) ?? kanji));
}
