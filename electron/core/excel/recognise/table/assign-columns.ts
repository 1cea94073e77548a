import type { HeaderMatcher } from './header-match.ts';
import type { TableColumn } from './vocabulary.ts';

export type AssignInput = {
  readonly paths: ReadonlyMap<number, readonly string[]>;
  readonly matcher: HeaderMatcher;
  /** Contents of a column below the header; missing = headers decide alone. */
  readonly samples?: (column: number) => readonly string[];
  readonly excluded?: ReadonlySet<number>;
};

const THRESHOLD = 0.45;
/** Texts of a column that are tested: more would not tell more. */
const TESTED = 24;
const MOSTLY_EMPTY = 0.3;
/** A column of which little is filled is still the one of its name. */
const LEAST_SURE = 0.5;

type Pair = { readonly column: number; readonly field: string; readonly score: number };

/** Gives each column the field it fits best, the surest pair first. */
export function assignColumns(input: AssignInput): readonly TableColumn[] {
  const { paths, matcher } = input;
  const many = new Set(matcher.vocabulary.filter((entry) => entry.many === true).map((entry) => entry.field));
  const taken = new Set<string>();
  const chosen = new Map<number, Pair>();
  for (const pair of allPairs(input).toSorted((a, b) => b.score - a.score)) {
    if (pair.score < THRESHOLD) break;
    if (chosen.has(pair.column) || taken.has(pair.field)) continue;
    chosen.set(pair.column, pair);
    if (!many.has(pair.field)) taken.add(pair.field);
  }
  return [...paths].map(([index, path]) => {
    const pair = chosen.get(index);
    return { index, header: path.join('>'), field: pair?.field ?? null, score: pair?.score ?? 0 };
  });
}

function allPairs({ paths, matcher, samples, excluded }: AssignInput): readonly Pair[] {
  const tests = new Map(matcher.vocabulary.map((entry) => [entry.field, entry.test]));
  const pairs: Pair[] = [];
  const rows = samples === undefined ? 0 : Math.max(0, ...[...paths.keys()].map((column) => samples(column).length));
  let left: readonly string[] = [];
  for (const [column, path] of paths) {
    if (excluded?.has(column) !== true) {
      const all = samples?.(column);
      const texts = all?.slice(0, TESTED);
      // Of two columns under one name the fuller: a small table may stand beside the list.
      const emptiness = rows === 0 ? 0 : MOSTLY_EMPTY * (1 - (all?.length ?? 0) / rows);
      for (const [field, score] of matcher.scores(path, left)) {
        if (score < 0.3) continue;
        const fit = texts === undefined ? 0.5 : (tests.get(field)?.(texts) ?? 0.5);
        const sure = score * (0.6 + 0.8 * fit);
        pairs.push({ column, field, score: Math.max(sure - emptiness, Math.min(sure, LEAST_SURE)) });
      }
    }
    left = path;
  }
  return pairs;
}
