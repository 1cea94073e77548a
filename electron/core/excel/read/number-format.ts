import { type Condition, type FormatSection, readSections } from './format-section.ts';

/** A number format, taken apart: which section speaks of a number, and which of texts. */
export type NumberFormat = {
  /** Undefined for a number that no section speaks of: Excel shows #### in its place. */
  readonly sectionOf: (value: number) => FormatSection | undefined;
  /** Undefined when texts are shown as they are. */
  readonly ofTexts: FormatSection | undefined;
};

const general: FormatSection = { kind: 'plain', tokens: [{ kind: 'general' }], isPlain: true };
export const generalFormat: NumberFormat = { sectionOf: () => general, ofTexts: undefined };

/** Formats that a file names by number only. 27-36 and 50-58 are the wareki and kanji date formats of Japanese Excel. */
export function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return parseNumberFormat('0%');
  if ((id >= 18 && id <= 21) || id === 32 || id === 33 || (id >= 45 && id <= 47)) return parseNumberFormat('h:mm');
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return parseNumberFormat('yyyy/m/d');
  return generalFormat;
}

const MAX_CODE = 1000;

/** Never throws: what is no format code shows the number as it is. */
export function parseNumberFormat(code: string): NumberFormat {
  if (code.trim() === '' || code.length > MAX_CODE) return generalFormat;
  const sections = withNegatives(readSections(code));
  const last = sections.at(-1);
  const isConditional = sections[2]?.condition !== undefined;
  const hasText =
    last !== undefined && ((sections.length > 3 && !isConditional) || last.tokens.some(({ kind }) => kind === 'text'));
  const numbers = hasText ? sections.slice(0, -1) : sections;
  return {
    sectionOf: (value) => chooseSection(numbers, value),
    ofTexts: hasText && !isPlainText(last) ? last : undefined,
  };
}

function withNegatives(sections: readonly FormatSection[]): readonly FormatSection[] {
  const isSplitBySign = sections.length > 2 || sections[0]?.condition === undefined;
  return sections.map((section, index) => {
    const { condition } = section;
    const isBelow = condition?.compare.startsWith('<') === true && condition.to <= 0 && condition.compare !== '<>';
    return isBelow || (index === 1 && condition === undefined && isSplitBySign)
      ? { ...section, isNegative: true }
      : section;
  });
}

/** Whoever reads many cells of few formats takes each code apart once. */
export function createFormatCache(): (code: string) => NumberFormat {
  const known = new Map<string, NumberFormat>();
  return (code) => {
    const format = known.get(code) ?? parseNumberFormat(code);
    known.set(code, format);
    return format;
  };
}

/** `@`, also with the space of a bracket's width around it. */
function isPlainText({ tokens }: FormatSection): boolean {
  const isText = tokens.filter(({ kind }) => kind === 'text').length === 1;
  return (
    isText && tokens.every((token) => token.kind === 'text' || (token.kind === 'literal' && token.text.trim() === ''))
  );
}

function chooseSection(sections: readonly FormatSection[], value: number): FormatSection | undefined {
  const [first, second, third] = sections;
  if (first === undefined) return general;
  if (first.condition === undefined && second?.condition === undefined) {
    if (value < 0) return second ?? first;
    return value === 0 ? (third ?? first) : first;
  }
  const isFirst = first.condition === undefined ? value > 0 : meets(first.condition, value);
  if (isFirst) return first;
  if (second === undefined) return general;
  if (second.condition !== undefined) return meets(second.condition, value) ? second : lastOf(sections, value);
  return third === undefined || value < 0 ? second : third;
}

/** What speaks of all other numbers. Some programs write a third condition; the section after it then speaks of the rest. */
function lastOf([, , third, fourth]: readonly FormatSection[], value: number): FormatSection | undefined {
  return third?.condition === undefined || meets(third.condition, value) ? third : fourth;
}

function meets({ compare, to }: Condition, value: number): boolean {
  switch (compare) {
    case '=':
      return value === to;
    case '<>':
      return value !== to;
    case '<':
      return value < to;
    case '<=':
      return value <= to;
    case '>':
      return value > to;
    default:
      return value >= to;
  }
}
