import { MAX_HEADER } from './header-key.ts';

/** By field, how well a header contains one of its names or is part of one: 0.25 to 0.8. */
export type PartialNames = (header: string) => ReadonlyMap<string, number>;

type Name = { readonly field: string; readonly key: string };

const CACHED = 20_000;
const none: ReadonlyMap<string, number> = new Map();

/**
 * Names are found by the pairs of letters they share with a header: comparing every header with every name took most of the time
 * that finding a table takes.
 */
export function createPartialNames(names: readonly Name[]): PartialNames {
  const byPair = new Map<string, Name[]>();
  for (const name of names) {
    for (const pair of pairsOf(name.key)) {
      const list = byPair.get(pair);
      if (list === undefined) byPair.set(pair, [name]);
      else list.push(name);
    }
  }
  const known = new Map<string, ReadonlyMap<string, number>>();
  return (header) => {
    if (header.length < 2 || header.length > MAX_HEADER) return none;
    const cached = known.get(header);
    if (cached !== undefined) return cached;
    const scores = new Map<string, number>();
    for (const { field, key } of new Set([...pairsOf(header)].flatMap((pair) => byPair.get(pair) ?? []))) {
      const score = partial(header, key);
      if (score > (scores.get(field) ?? 0)) scores.set(field, score);
    }
    if (known.size < CACHED) known.set(header, scores);
    return scores;
  };
}

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let index = 0; index + 1 < text.length; index += 1) pairs.add(text.slice(index, index + 2));
  return pairs;
}

/** A header that contains an alias or is part of one; Japanese puts the word that matters last. */
function partial(header: string, alias: string): number {
  if (header.endsWith(alias)) return 0.5 + 0.3 * (alias.length / header.length);
  // 活動曜日 is no 活動.
  if (header.includes(alias)) return alias.length > 2 ? 0.4 + 0.3 * (alias.length / header.length) : 0;
  return alias.includes(header) && header.length * 2 >= alias.length ? 0.25 + 0.3 * (header.length / alias.length) : 0;
}
