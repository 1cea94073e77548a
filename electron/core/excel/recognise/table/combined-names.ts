import type { VocabularyEntry } from './vocabulary.ts';

/** Fields named by the name of another value and a word: 電話番号 + 公開可否, 代表者名 + フリガナ. */
export type CombinedNames = {
  /** Fields that a header key names in this way. */
  readonly fields: (key: string) => readonly string[];
  /** All names and words. */
  readonly words: readonly string[];
};

type Group = {
  readonly words: readonly string[];
  readonly isBothWays: boolean;
  readonly entries: Prepared[];
  /** Whether any of the words stands at an end: one look instead of one for each word. */
  readonly hasWord: RegExp;
};
type Prepared = { readonly field: string; readonly bases: ReadonlySet<string> };
type KeysOf = (alias: string) => readonly string[];

/** Looks names apart instead of listing every pair: there are thousands. `keysOf`: the header keys of an alias. */
export function createCombinedNames(vocabulary: readonly VocabularyEntry[], keysOf: KeysOf): CombinedNames {
  const groups = new Map<readonly string[], Group>();
  for (const { field, combined } of vocabulary) {
    if (combined === undefined) continue;
    const known = groups.get(combined.words);
    const group = known ?? newGroup(combined.words.flatMap(keysOf), combined.bothWays === true);
    group.entries.push({ field, bases: new Set(combined.bases.flatMap(keysOf)) });
    groups.set(combined.words, group);
  }
  const all = [...groups.values()];
  return {
    fields: (key) => all.flatMap((group) => fieldsOf(key, group)),
    words: all.flatMap((group) => [...group.words, ...group.entries.flatMap(({ bases }) => [...bases])]),
  };
}

function newGroup(words: readonly string[], isBothWays: boolean): Group {
  const any = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const hasWord = new RegExp(isBothWays ? `^(?:${any})|(?:${any})\\)?$` : `(?:${any})\\)?$`);
  return { words, isBothWays, entries: [], hasWord };
}

function fieldsOf(key: string, group: Group): readonly string[] {
  if (!group.hasWord.test(key)) return [];
  const bases = group.words.flatMap((word) => basesOf(key, word, group.isBothWays));
  if (bases.length === 0) return [];
  return group.entries.filter((entry) => bases.some((base) => entry.bases.has(base))).map(({ field }) => field);
}

/** What is left of 電話番号>公開, 電話番号公開, 電話番号(公開) without 公開; with `isBothWays` also of 公開>電話番号 and 公開(電話番号). */
function basesOf(key: string, word: string, isBothWays: boolean): readonly string[] {
  const bases: string[] = [];
  if (key.endsWith(word)) bases.push(key.slice(0, -word.length).replace(/>$/, ''));
  else if (key.endsWith(`(${word})`)) bases.push(key.slice(0, -word.length - 2));
  if (isBothWays && key.startsWith(word)) bases.push(key.slice(word.length).replace(/^>|^\((?=[^()]+\)$)|\)$/g, ''));
  return bases.filter((base) => base !== '');
}
