/** What a section of a number format makes of a number. */
export type NumberKind = 'plain' | 'percent' | 'date' | 'time';

export type FormatToken =
  | { readonly kind: 'literal'; readonly text: string }
  /** A place for a digit: 0 fills it, # leaves it out, ? leaves a space. */
  | { readonly kind: 'digit'; readonly mark: string }
  | { readonly kind: 'point' | 'comma' | 'percent' | 'general' | 'text' };

export type Condition = { readonly compare: string; readonly to: number };

export type FormatSection = {
  readonly kind: NumberKind;
  readonly tokens: readonly FormatToken[];
  readonly condition?: Condition;
  /** 1, 2, 3 of [DBNum1] …: digits of Japanese writing. */
  readonly digits?: string;
  /** Whatever the number, it shows the number and nothing else: 0, #,##0.00, a fraction, an exponent. */
  readonly isPlain: boolean;
  /** For negative numbers only: it says in its own way that they are. */
  readonly isNegative?: boolean;
};

/** The parts of a format code, in the order of the groups of `piece`. */
const piece =
  /"([^"]*)"?|[\\!]([\s\S])|([_*][\s\S])|\[([^\]]*)\]?|(general|g\/標準|標準)|(e[+-])|([0#?])|(;)|(\/)|([\s\S])/giu;
const plainTokens: ReadonlyMap<string, FormatToken> = new Map([
  ['.', { kind: 'point' }],
  [',', { kind: 'comma' }],
  ['%', { kind: 'percent' }],
  ['@', { kind: 'text' }],
]);

/** Splits a format code into its sections: for positive numbers, negative ones, zero and texts, or by conditions. */
export function readSections(code: string): readonly FormatSection[] {
  const sections: FormatSection[] = [];
  let open = newSection();
  for (const [whole, quoted, escaped, space, bracket, general, exponent, digit, end, slash, other] of code.matchAll(
    piece,
  )) {
    if (end !== undefined) {
      sections.push(closed(open));
      open = newSection();
      continue;
    }
    open.source += whole;
    if (bracket !== undefined) readBracket(open, bracket);
    else if (exponent !== undefined || (slash !== undefined && open.tokens.at(-1)?.kind === 'digit'))
      open.isPlain = true;
    else if (general !== undefined) open.tokens.push({ kind: 'general' });
    else if (digit !== undefined) open.tokens.push({ kind: 'digit', mark: digit });
    else if (space !== undefined) open.tokens.push({ kind: 'literal', text: space.startsWith('_') ? ' ' : '' });
    else {
      const text = quoted ?? escaped ?? slash ?? other ?? '';
      open.tokens.push((other === undefined ? undefined : plainTokens.get(other)) ?? { kind: 'literal', text });
    }
  }
  return [...sections, closed(open)];
}

type OpenSection = { source: string; tokens: FormatToken[]; condition?: Condition; digits?: string; isPlain: boolean };

function newSection(): OpenSection {
  return { source: '', tokens: [], isPlain: false };
}

function closed({ source, ...section }: OpenSection): FormatSection {
  return { ...section, kind: kindOf(source), isPlain: section.isPlain || isOnlyNumber(section.tokens) };
}

/** One place for a digit that is always filled, the last one before the point; no words. Most cells of a file have such a format. */
function isOnlyNumber(tokens: readonly FormatToken[]): boolean {
  if (tokens.length === 1 && (tokens[0]?.kind === 'general' || tokens[0]?.kind === 'text')) return true;
  const point = tokens.findIndex((token) => token.kind === 'point');
  const whole = (point < 0 ? tokens : tokens.slice(0, point)).filter((token) => token.kind === 'digit');
  const filled = whole.filter(({ mark }) => mark === '0');
  const isBare = tokens.every((token) =>
    token.kind === 'literal' ? token.text.trim() === '' : ['digit', 'point', 'comma'].includes(token.kind),
  );
  return isBare && filled.length === 1 && whole.at(-1)?.mark === '0';
}

/** [=1], [DBNum3], [$¥-411]; colours and languages show nothing. */
function readBracket(section: OpenSection, content: string): void {
  const [, compare, to] = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+(?:e[+-]?\d+)?)$/i.exec(content) ?? [];
  if (compare !== undefined) section.condition = { compare, to: Number(to) };
  const digits = /^DBNum([123])/i.exec(content)?.[1];
  if (digits !== undefined) section.digits = digits;
  const sign = /^\$([^-]*)/.exec(content)?.[1] ?? '';
  if (sign !== '') section.tokens.push({ kind: 'literal', text: sign });
}

/**
 * Quoted and escaped characters are literals and say nothing.
 * Examples: `[$-411]ggge"年"m"月"d"日"` date, `h:mm` time, `0.0%` percent, `#,##0"日"` plain.
 */
function kindOf(section: string): NumberKind {
  const bare = section
    .replace(/"[^"]*"?|[\\!].|_.|\*./gsu, '')
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*\]?/g, '')
    .replace(/general|g\/標準|標準|e[+-]/gi, '');
  if (/[ydge]|a{3,4}/i.test(bare)) return 'date';
  if (/[hs]/i.test(bare)) return 'time';
  if (/m/i.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'plain';
}
