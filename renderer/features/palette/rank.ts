import { alternativesOf } from '#shared/domain/same-words.ts';
import { searchKey, searchWords } from '#shared/domain/search-key.ts';

/** What a palette entry is found by. */
export type Findable = {
  readonly label: string;
  readonly hint: string;
  readonly keywords: readonly string[];
};

/** How well one word fits: 4 begins the label, 3 stands in it, 2 begins another word for it, 1 stands in one or in the hint, 0 not at all. */
function fitness(word: string, { label, hint, keywords }: Findable): number {
  const name = searchKey(label);
  if (name.startsWith(word)) return 4;
  if (name.includes(word)) return 3;
  const others = keywords.map(searchKey);
  if (others.some((other) => other.startsWith(word))) return 2;
  return others.some((other) => other.includes(word)) || searchKey(hint).includes(word) ? 1 : 0;
}

/** What was typed counts; only where it stands nowhere, other words for the same thing do. */
function bestFitness(word: string, entry: Findable): number {
  const own = fitness(word, entry);
  return own > 0 ? own : 0.5 * Math.max(...alternativesOf(word).map((other) => fitness(other, entry)));
}

/** The entries that hold every word of the query, best first; equals keep their order. No query: all of them. */
export function rank<T extends Findable>(entries: readonly T[], query: string): readonly T[] {
  const words = searchWords(query);
  return entries
    .map((entry) => ({ entry, points: words.map((word) => bestFitness(word, entry)) }))
    .filter(({ points }) => points.every((each) => each > 0))
    .map(({ entry, points }) => ({ entry, score: points.reduce((sum, each) => sum + each, 0) }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}
