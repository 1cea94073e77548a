import type { HeadingNumber } from '#shared/domain/numbering.ts';

/** A heading row: where its text starts, its number if it has one, and whether the row before it was a heading, too. */
export type HeadingPlace = {
  readonly column: number;
  readonly number: HeadingNumber | null;
  readonly followsHeading: boolean;
  /** The level's name if the row says it. */
  readonly label?: string | undefined;
};

/**
 * Depths of heading rows, 0 = outermost. Numbering of one kind (I, II … / (1), (2) … / 第1章 … / 1-1 …) is one level, and a kind met
 * for the first time lies below the heading before it; where headings start in different columns the column counts, too.
 */
export function headingDepths(places: readonly HeadingPlace[]): readonly number[] {
  const columns = [...new Set(places.map((place) => place.column))].toSorted((a, b) => a - b);
  const signatures = places.map((place) => signatureOf(place, columns));
  if (signatures.every((signature) => signature === null)) return depthsByRuns(places);
  const known = new Map<string, number>();
  const depths: number[] = [];
  places.forEach((place, index) => {
    const signature = signatures[index] ?? null;
    const before = depths.at(-1);
    const depth = (signature === null ? undefined : known.get(signature)) ?? newDepth(signature, before, place);
    if (signature !== null) known.set(signature, depth);
    depths.push(depth);
  });
  return depths;
}

/** A new kind lies below the heading before it; a heading without number beside its neighbours' level. */
function newDepth(signature: string | null, before: number | undefined, place: HeadingPlace): number {
  if (before === undefined) return 0;
  return signature === null && !place.followsHeading ? before : before + 1;
}

function signatureOf({ column, number, label }: HeadingPlace, columns: readonly number[]): string | null {
  if (label !== undefined) return `label ${label}`;
  const place = columns.length > 1 ? `${columns.indexOf(column)}:` : '';
  if (number === null) return place === '' ? null : `${place}text`;
  return place + numberKind(number);
}

/** 第1章 and 第1節, 1-1 and 1-1-1, (1) and (ア), 1 and 1), Ⅰ and ⅰ, 521 and 52101 are different kinds; 1 and 1. are one. */
export function numberKind({ style, key, gap }: HeadingNumber): string {
  const bracket = /^\s*[)）]/u.test(gap) ? ')' : '';
  switch (style) {
    case 'chapter':
      return `chapter ${key.replace(/[0-9IVXivx〇零一二三四五六七八九十①-⑳()（）【】-]/gu, '')}`;
    case 'digit': {
      const parts = key.split(/[-.]/).filter((part) => part !== '').length;
      return `digit ${parts}${parts === 1 && key.length > 2 ? ` of ${key.length}` : ''}${bracket}`;
    }
    case 'paren':
      return `paren ${/\d/.test(key) ? 'digit' : /[ァ-ヴ]/u.test(key) ? 'kana' : /[IVX]/.test(key) ? 'roman' : 'other'}`;
    case 'roman':
      return `roman${key === key.toUpperCase() ? '' : ' small'}${bracket}`;
    case 'circled':
    case 'kanji':
    case 'kana':
      return style + bracket;
  }
}

/** Without any number: in the longest run of heading rows each is one deeper, shorter runs are the lower levels. */
function depthsByRuns(places: readonly HeadingPlace[]): readonly number[] {
  const lengths: number[] = [];
  for (const place of places) {
    if (place.followsHeading && lengths.length > 0) lengths.push((lengths.pop() ?? 0) + 1);
    else lengths.push(1);
  }
  const deepest = Math.max(0, ...lengths);
  return lengths.flatMap((length) => Array.from({ length }, (_, index) => deepest - length + index));
}
