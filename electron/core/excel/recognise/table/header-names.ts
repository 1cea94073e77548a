import { type CombinedNames, createCombinedNames } from './combined-names.ts';
import { headerKey } from './header-key.ts';
import { createPartialNames, type PartialNames } from './partial-names.ts';
import type { Vocabulary, VocabularyEntry } from './vocabulary.ts';

/** The names of a vocabulary, made ready for looking them up by header key. */
export type HeaderNames = {
  /** Fields that a key names as a whole, and how sure that is. */
  readonly named: (key: string) => ReadonlyMap<string, number> | undefined;
  readonly partial: PartialNames;
  /** Every word that a single header cell may be, also the halves of 代表者>氏名. */
  readonly words: ReadonlySet<string>;
  readonly many: ReadonlySet<string>;
  readonly never: ReadonlyMap<string, RegExp>;
};

type Sureness = Map<string, Map<string, number>>;

const CACHED = 20_000;
/** Of two columns under exact names the one whose name stands earlier in the list wins: 登録番号 before ID. */
const LATER_ALIAS = 0.0005;
/** A weak alias is found by the contents below it. */
const WEAK_ALIAS = 0.62;
const COMBINED = 0.98;

export function createHeaderNames(vocabulary: Vocabulary): HeaderNames {
  const fold = rememberedFold();
  const keysOf = (alias: string): readonly string[] => aliasKeys(alias, fold);
  const exact: Sureness = new Map();
  const partial = vocabulary.flatMap((entry) => enterNames(entry, exact, keysOf));
  const combined = createCombinedNames(vocabulary, keysOf);
  const words = new Set([...exact.keys(), ...combined.words].flatMap((key) => key.split('>')));
  return {
    named: rememberedNames(exact, combined),
    partial: createPartialNames(partial),
    words,
    many: new Set(vocabulary.filter((entry) => entry.many === true).map((entry) => entry.field)),
    never: new Map(vocabulary.flatMap(({ field, never }) => (never === undefined ? [] : [[field, never] as const]))),
  };
}

/** Enters the whole names of a field; answers those that count as a part of a header too. */
function enterNames(entry: VocabularyEntry, exact: Sureness, keysOf: (alias: string) => readonly string[]) {
  const { field } = entry;
  const keys = entry.aliases.flatMap(keysOf);
  const others = (entry.exactAliases ?? []).flatMap(keysOf);
  const enter = (key: string, sure: number): void => {
    const fields = exact.get(key) ?? new Map<string, number>();
    fields.set(field, Math.max(fields.get(field) ?? 0, sure));
    exact.set(key, fields);
  };
  for (const [position, key] of [...keys, ...others].entries()) enter(key, Math.max(0.95, 1 - position * LATER_ALIAS));
  for (const key of (entry.weakAliases ?? []).flatMap(keysOf)) enter(key, WEAK_ALIAS);
  return keys.filter((key) => !key.includes('>') && key.length > 1).map((key) => ({ field, key }));
}

/** Keys of an alias; 'parent>child' also stands for both words in one cell: 電話公開, 電話(公開). */
function aliasKeys(alias: string, fold: (text: string) => string): readonly string[] {
  const [parent, child, ...more] = alias.split('>').map(fold);
  if (parent === undefined || child === undefined) return [parent ?? ''];
  if (more.length > 0) return [[parent, child, ...more].join('>')];
  return [`${parent}>${child}`, `${parent}${child}`, `${parent}(${child})`];
}

/** Aliases are made of few words. */
function rememberedFold(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const key = known.get(text) ?? headerKey(text);
    known.set(text, key);
    return key;
  };
}

function rememberedNames(exact: Sureness, combined: CombinedNames): HeaderNames['named'] {
  const known = new Map<string, ReadonlyMap<string, number> | undefined>();
  return (key) => {
    if (known.has(key)) return known.get(key);
    const own = exact.get(key);
    const fields = combined.fields(key);
    const all =
      fields.length === 0 ? own : new Map([...fields.map((field) => [field, COMBINED] as const), ...(own ?? [])]);
    if (known.size < CACHED) known.set(key, all);
    return all;
  };
}
