/** How numbers are spelled, as far as one seed shows it; all seeds of a series together decide. */
export type Spelling = {
  /** Digits to fill up with zeros to: 3 in 001. */
  readonly width?: number;
  /** Digits behind the decimal point. */
  readonly decimals?: number;
  readonly commas?: boolean;
  /** The sign before a negative number: - or ▲. */
  readonly minus?: string;
};

export type SharedSpelling = {
  readonly width: number;
  readonly decimals: number;
  /** Zeros at the end are kept up to here: 1.0 and 1.5 go on with 2.0, 1 and 1.5 with 2. */
  readonly leastDecimals: number;
  readonly commas: boolean;
  readonly minus: string;
};

/** A seed understood as a place in a series. */
export type Reading = {
  /** Seeds with the same key are one series, whatever stands between them. */
  readonly series: string;
  /** The place: a number without its decimal point, a day, a month, the number in the text. */
  readonly value: number;
  /** What one seed by itself does: count up, be copied, or be copied unless other seeds stand beside it. */
  readonly single: 'counts' | 'copies' | 'counts-beside-others';
  /** Places after which it begins again. */
  readonly cycle?: number;
  /** Days, which may go on by months. */
  readonly isDay?: boolean;
  readonly spelling: Spelling;
  /** The text at another place, spelled like this seed; null when there is none (a year before Meiji). */
  readonly write: (value: number, spelling: SharedSpelling) => string | null;
};

/** Full-width letters, digits and signs as half-width ones, character for character, so that places in the text stay. */
export function narrow(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replaceAll('￥', '¥')
    .replaceAll('−', '-');
}

/** Text of digits in full width when the seed had its digits so. */
export function widenLike(seed: string, text: string): string {
  if (!/[０-９]/.test(seed)) return text;
  return text
    .replace(/[0-9.,%-]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    .replaceAll('¥', '￥');
}

export function withCommas(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

export function modulo(value: number, cycle: number): number {
  return ((value % cycle) + cycle) % cycle;
}

export function shareSpelling(readings: readonly Reading[]): SharedSpelling {
  const spellings = readings.map((reading) => reading.spelling);
  const decimals = spellings.map((spelling) => spelling.decimals ?? 0);
  return {
    width: spellings.find((spelling) => spelling.width !== undefined)?.width ?? 0,
    decimals: Math.max(...decimals),
    leastDecimals: Math.min(...decimals),
    commas: spellings.some((spelling) => spelling.commas),
    minus: spellings.find((spelling) => spelling.minus !== undefined)?.minus ?? '-',
  };
}
