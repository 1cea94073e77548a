import { headerKey, MAX_HEADER, withoutBrackets } from './header-key.ts';
import { createHeaderNames, type HeaderNames } from './header-names.ts';
import { scorePath } from './score-path.ts';
import type { Vocabulary } from './vocabulary.ts';

export type HeaderMatcher = {
  readonly vocabulary: Vocabulary;
  /** How well a header path names each field, 0 to 1.05; only fields above 0 are in the map. */
  readonly scores: (path: readonly string[], left: readonly string[]) => ReadonlyMap<string, number>;
  /** Whether a single header cell is a word of this vocabulary (also the parent half of 代表者>氏名). */
  readonly isWord: (text: string) => boolean;
};

const CACHED = 20_000;

/** Prepares a vocabulary for matching; results are kept by header, a sheet asks for the same ones again and again. */
export function createHeaderMatcher(vocabulary: Vocabulary): HeaderMatcher {
  const names = createHeaderNames(vocabulary);
  const isWord = remembered((text) => isHeaderWord(text, names));
  const keyOf = remembered(headerKey);
  const known = new Map<string, ReadonlyMap<string, number>>();
  return {
    vocabulary,
    isWord: (text) => text.length <= MAX_HEADER && isWord(text),
    scores: (path, left) => {
      const name = `${path.join('>')}\n${left.join('>')}`;
      const cached = known.get(name);
      if (cached !== undefined) return cached;
      const scores = scorePath(path.map(keyOf), left.map(keyOf), names);
      addExplained(path, names, scores);
      if (known.size < CACHED) known.set(name, scores);
      return scores;
    },
  };
}

function isHeaderWord(text: string, names: HeaderNames): boolean {
  const key = headerKey(text);
  if (key === '') return false;
  return names.words.has(key) || names.words.has(withoutBrackets(key)) || names.named(key) !== undefined;
}

function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const cached = known.get(text);
    if (cached !== undefined) return cached;
    const value = read(text);
    if (known.size < CACHED) known.set(text, value);
    return value;
  };
}

const EXPLAINED = 0.85;
const LONG_HEADER = 10;

/** 評価 of a header that goes on to explain itself: 評価 / A：達成した / B：一部達成した. */
function addExplained(path: readonly string[], names: HeaderNames, scores: Map<string, number>): void {
  const text = path.at(-1) ?? '';
  const end = text.indexOf('\n');
  if (path.length > 1 || end <= 0 || text.length <= LONG_HEADER) return;
  for (const [field, score] of scorePath([headerKey(text.slice(0, end))], [], names)) {
    scores.set(field, Math.max(scores.get(field) ?? 0, score * EXPLAINED));
  }
}
