import { parseHeadingNumber } from '#shared/domain/numbering.ts';
import { cleanText, matchKey } from '#shared/domain/text.ts';
import { headingDepths, type HeadingPlace } from './heading-depth.ts';
import { oneLine } from './one-line.ts';
import type { ParsedHeading } from './parsed-list.ts';
import type { RawHeading, RawItem, RawRow } from './raw-row.ts';

/** Collects the headings of a list while its rows are walked from top to bottom. */
export type HeadingStack = {
  readonly headings: readonly ParsedHeading[];
  /** Enters the texts of a heading row. @returns indexes of the headings that were met for the first time. */
  enterRow(row: RawHeading): readonly number[];
  /** Enters the heading columns of an item's row. @returns as above. */
  enterItem(item: RawItem): readonly number[];
  /** The heading that an item at this place belongs to. */
  current(): number | null;
};

const continued = /\s*[(（【〔]?(?:つづき|続き)[)）】〕]?$/u;

export function createHeadingStack(rows: readonly RawRow[], usedLevels: readonly boolean[]): HeadingStack {
  const headings: ParsedHeading[] = [];
  const depthOf = rowDepths(rows);
  const rowLevels = Math.max(0, ...[...depthOf.values()].map((depth) => depth + 1));
  let open: (number | undefined)[] = [];
  const top = (depth: number): number | null => open.slice(0, depth).findLast((index) => index !== undefined) ?? null;
  const enter = (
    text: string,
    place: Pick<ParsedHeading, 'row' | 'hidden' | 'ownRow' | 'depth' | 'label' | 'isRated'>,
  ): number | null => {
    const parent = top(place.depth);
    const heading = { ...place, parent, ...headingText(text) };
    const known = findSame(headings, heading, text);
    const index = known ?? headings.push(heading) - 1;
    // The same heading printed again in each row must not close the headings below it.
    if (open[place.depth] === index) return null;
    open = [
      ...open.slice(0, place.depth),
      ...Array.from({ length: Math.max(0, place.depth - open.length) }, () => undefined),
    ];
    open[place.depth] = index;
    return known === undefined ? index : null;
  };
  return {
    headings,
    enterRow: ({ row, hidden, parts, isRated = false }) => {
      const place = { row, hidden, ownRow: true, isRated };
      const depth = depthOf.get(row) ?? 0;
      const entered = parts.map((part, index) =>
        enter(part.text, { ...place, depth: depth + index, label: part.label ?? '' }),
      );
      return entered.filter((index) => index !== null);
    },
    enterItem: ({ row, hidden, levels }) => {
      const place = { row, hidden, ownRow: false, label: '', isRated: false };
      const used = levels.filter((_, index) => usedLevels[index] === true);
      const entered = used.map(({ text }, index) => {
        if (text === '') return null;
        return enter(text, { ...place, depth: rowLevels + index });
      });
      return entered.filter((index) => index !== null);
    },
    current: () => top(open.length),
  };
}

function rowDepths(rows: readonly RawRow[]): ReadonlyMap<number, number> {
  const places: (HeadingPlace & { readonly row: number })[] = [];
  let follows = false;
  for (const row of rows) {
    if (row.kind === 'item') follows = false;
    if (row.kind !== 'heading') continue;
    const first = row.parts[0];
    if (first === undefined) continue;
    places.push({
      row: row.row,
      column: first.column,
      number: parseHeadingNumber(first.text),
      label: first.label,
      followsHeading: follows,
    });
    follows = true;
  }
  const depths = headingDepths(places);
  return new Map(places.map((place, index) => [place.row, depths[index] ?? 0]));
}

/** Number, gap and name of a heading as printed, with the keys it is matched by. */
export function headingText(
  text: string,
): Pick<ParsedHeading, 'numberRaw' | 'numberGap' | 'numberKey' | 'name' | 'nameKey'> {
  const number = parseHeadingNumber(text);
  const isBare = number === null || (number.name === '' && number.suffix === undefined);
  if (isBare) {
    const name = oneLine(cleanText(text));
    return { numberRaw: '', numberGap: '', numberKey: '', name, nameKey: matchKey(name) };
  }
  const name = oneLine(number.name + (number.suffix ?? ''));
  return {
    numberRaw: number.numberRaw,
    numberGap: oneLine(number.gap),
    numberKey: number.key,
    name,
    nameKey: matchKey(name),
  };
}

/** The heading that was met before, also when it is printed again with （つづき）. */
function findSame(headings: readonly ParsedHeading[], wanted: Keys, text: string): number | undefined {
  return findKeys(headings, wanted) ?? findKeys(headings, { ...wanted, ...headingText(text.replace(continued, '')) });
}

type Keys = Pick<ParsedHeading, 'parent' | 'numberKey' | 'nameKey'>;

function findKeys(headings: readonly ParsedHeading[], wanted: Keys): number | undefined {
  const index = headings.findIndex(
    (heading) =>
      heading.parent === wanted.parent && heading.numberKey === wanted.numberKey && heading.nameKey === wanted.nameKey,
  );
  return index < 0 ? undefined : index;
}
