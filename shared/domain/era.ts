/** Japanese eras as dates are written in offices; `start` is the first day, `base` the year before its first year. */
export type EraName = '明治' | '大正' | '昭和' | '平成' | '令和';
export type Era = {
  readonly name: EraName;
  readonly short: string;
  readonly letter: string;
  readonly start: string;
  readonly base: number;
};

export const eras: readonly Era[] = [
  { name: '明治', short: '明', letter: 'M', start: '1868-10-23', base: 1867 },
  { name: '大正', short: '大', letter: 'T', start: '1912-07-30', base: 1911 },
  { name: '昭和', short: '昭', letter: 'S', start: '1926-12-25', base: 1925 },
  { name: '平成', short: '平', letter: 'H', start: '1989-01-08', base: 1988 },
  { name: '令和', short: '令', letter: 'R', start: '2019-05-01', base: 2018 },
];

/** The era of a day ('YYYY-MM-DD'), or undefined before Meiji. */
export function eraOf(day: string): Era | undefined {
  return eras.findLast((era) => era.start <= day);
}

/** First day of the era after this one; undefined for the current era. */
export function eraEnd(era: Era): string | undefined {
  return eras.find((later) => later.start > era.start)?.start;
}

/** Reads an era at the start of folded text (令和 令 R, upper case); null when there is none. `rest` is what follows. */
export function leadingEra(text: string): { readonly era: Era; readonly rest: string } | null {
  for (const era of eras) {
    const found = [era.name, era.short, era.letter].find((spelling) => text.startsWith(spelling));
    if (found !== undefined) return { era, rest: text.slice(found.length).replace(/^[.・]/, '') };
  }
  return null;
}
