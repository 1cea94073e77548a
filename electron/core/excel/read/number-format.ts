/** What a number format makes of a number. The formatted text itself is never used: libraries print wareki formats wrongly. */
export type NumberKind = 'plain' | 'percent' | 'date' | 'time';

/** Formats that a file names by number only. 27-36 and 50-58 are the wareki and kanji date formats of Japanese Excel. */
export function builtInNumberKind(id: number): NumberKind {
  if (id === 9 || id === 10) return 'percent';
  if ((id >= 18 && id <= 21) || id === 32 || id === 33 || (id >= 45 && id <= 47)) return 'time';
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date';
  return 'plain';
}

/**
 * Classifies a format code. Quoted and escaped characters are literals; only the first section (for positive numbers) counts.
 * Examples: `[$-411]ggge"年"m"月"d"日"` date, `h:mm` time, `0.0%` percent, `#,##0"日"` plain.
 */
export function numberKindOf(code: string): NumberKind {
  const bare = code
    .replace(/"[^"]*"?|\\.|_.|\*./gsu, '')
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*\]?/g, '')
    .replace(/general|g\/標準|標準|e[+-]/gi, '');
  const section = bare.split(';', 1)[0] ?? '';
  if (/[ydge]|a{3,4}/i.test(section)) return 'date';
  if (/[hs]/i.test(section)) return 'time';
  if (/m/i.test(section)) return 'date';
  return section.includes('%') ? 'percent' : 'plain';
}
