import { cyclicSeries, daySeries, linearSeries, type Series } from './extrapolate.ts';
import { isLeapDay, readDate } from './read-date.ts';
import { readListItem } from './read-list.ts';
import { readNumber } from './read-number.ts';
import { readTextNumber } from './read-text-number.ts';
import { narrow, type Reading, type SharedSpelling, shareSpelling, modulo } from './reading.ts';

type FillOptions = { readonly copy?: boolean };
/** A seed within its series: the `rank`-th of `size` seeds. */
type Member = {
  readonly reading: Reading;
  readonly series: Series;
  readonly spelling: SharedSpelling;
  readonly rank: number;
  readonly size: number;
};

/**
 * What Excel's fill handle writes after the seeds, in their spelling: numbers go on along their line (one alone is copied),
 * dates by days, months or years, fiscal years, weekdays, months and quarters, texts with a number count up, all else repeats.
 * Seeds of several kinds each go on by themselves: 第1回, 済 with 第2回, 済. With `copy` (Ctrl) everything repeats.
 */
export function fillSeries(seeds: readonly string[], count: number, options: FillOptions = {}): readonly string[] {
  const textAt = continuation(seeds, options);
  return Array.from({ length: count }, (_, index) => textAt(seeds.length + index));
}

/** The same upwards or to the left: what comes before the first seed, the nearest first. */
export function fillSeriesBackwards(
  seeds: readonly string[],
  count: number,
  options: FillOptions = {},
): readonly string[] {
  const textAt = continuation(seeds, options);
  return Array.from({ length: count }, (_, index) => textAt(-1 - index));
}

/** Text at a place counted from the first seed, in both directions. */
function continuation(seeds: readonly string[], { copy = false }: FillOptions): (place: number) => string {
  const members = copy ? [] : membersOf(seeds);
  return (place) => {
    const position = modulo(place, seeds.length);
    const seed = seeds[position] ?? '';
    const member = members[position] ?? null;
    if (member === null) return seed;
    const value = member.series(Math.floor(place / seeds.length) * member.size + member.rank);
    return (value === null ? null : member.reading.write(value, member.spelling)) ?? seed;
  };
}

function membersOf(seeds: readonly string[]): readonly (Member | null)[] {
  const readings = readSeeds(seeds);
  const bySeries = Map.groupBy(
    readings.filter((reading) => reading !== null),
    (reading) => reading.series,
  );
  const going = new Map([...bySeries].map(([key, group]) => [key, goOn(group, seeds.length > group.length)]));
  return readings.map((reading) => {
    const group = reading === null ? undefined : bySeries.get(reading.series);
    const shared = reading === null ? undefined : going.get(reading.series);
    if (reading === null || group === undefined || shared === undefined) return null;
    return { reading, ...shared, rank: group.indexOf(reading), size: group.length };
  });
}

function readSeeds(seeds: readonly string[]): readonly (Reading | null)[] {
  // 08, 09, 10 are codes of two digits, so that 10 counts up as the others do.
  const hasCodes = seeds.some((seed) => /^0\d+$/.test(narrow(seed)));
  const inLeapYear = seeds.some(isLeapDay);
  return seeds.map((seed) => {
    if (hasCodes && /^\d+$/.test(narrow(seed))) return readTextNumber(seed);
    return readNumber(seed) ?? readDate(seed, inLeapYear) ?? readListItem(seed) ?? readTextNumber(seed);
  });
}

function goOn(group: readonly Reading[], besideOthers: boolean): Pick<Member, 'series' | 'spelling'> {
  const spelling = shareSpelling(group);
  return { spelling, series: seriesOf(group, spelling, besideOthers) };
}

function seriesOf(group: readonly Reading[], { decimals }: SharedSpelling, besideOthers: boolean): Series {
  const [first] = group;
  const values = group.map((one) => one.value * 10 ** (decimals - (one.spelling.decimals ?? 0)));
  const counts = first?.single === 'counts' || (first?.single === 'counts-beside-others' && besideOthers);
  const singleStep = counts ? 10 ** decimals : 0;
  if (first?.cycle !== undefined) return cyclicSeries(values, first.cycle, singleStep);
  return first?.isDay === true ? daySeries(values) : linearSeries(values, singleStep);
}
