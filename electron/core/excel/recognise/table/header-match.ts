import { bracketParts, headerKey, MAX_HEADER, withoutBrackets } from './header-key.ts';
import type { Vocabulary, VocabularyEntry } from './vocabulary.ts';

export type HeaderMatcher = {
  readonly vocabulary: Vocabulary;
  /** How well a header path names each field, 0 to 1.05; only fields above 0 are in the map. */
  readonly scores: (path: readonly string[], left: readonly string[]) => ReadonlyMap<string, number>;
  /** Whether a single header cell is a word of this vocabulary (also the parent half of 代表者>氏名). */
  readonly isWord: (text: string) => boolean;
};

const CACHED = 20_000;

type PreparedEntry = { readonly entry: VocabularyEntry; readonly keys: readonly string[] };

/** Of two columns under exact names the one whose name stands earlier in the list wins: 登録番号 before ID. */
const LATER_ALIAS = 0.0005;
/** What stands right of a reading belongs to something else. */
const reading = /カナ|かな|フリガナ|ふりがな|よみ|読み/;
/** A weak alias is found by the contents below it. */
const WEAK_ALIAS = 0.62;
/** Children that say nothing beside their parent: 団体の名称>漢字. */
const plainChildren: ReadonlySet<string> = new Set(['漢字', '(漢字)', '表記', '正式', '正式名称', '内容']);

/** Prepares a vocabulary for matching; results are kept by header, a sheet asks for the same ones again and again. */
export function createHeaderMatcher(vocabulary: Vocabulary): HeaderMatcher {
  const exact = new Map<string, Map<string, number>>();
  const words = new Set<string>();
  const fold = rememberedFold();
  const prepared: PreparedEntry[] = vocabulary.map((entry) => {
    const keys = entry.aliases.flatMap((alias) => aliasKeys(alias, fold));
    const others = (entry.exactAliases ?? []).flatMap((alias) => aliasKeys(alias, fold));
    const weak = (entry.weakAliases ?? []).flatMap((alias) => aliasKeys(alias, fold));
    [...keys, ...others, ...weak].forEach((key, position) => {
      const isWeak = position >= keys.length + others.length;
      const sure = isWeak ? WEAK_ALIAS : Math.max(0.95, 1 - position * LATER_ALIAS);
      const fields = exact.get(key) ?? new Map<string, number>();
      exact.set(key, fields.set(entry.field, Math.max(fields.get(entry.field) ?? 0, sure)));
      for (const word of key.split('>')) words.add(word);
    });
    return { entry, keys: keys.filter((key) => !key.includes('>') && key.length > 1) };
  });
  const many = new Set(vocabulary.filter((entry) => entry.many === true).map((entry) => entry.field));
  const known = new Map<string, ReadonlyMap<string, number>>();
  const knownWords = new Map<string, boolean>();
  const isWord = (text: string): boolean => {
    const key = headerKey(text);
    return key !== '' && (words.has(key) || words.has(withoutBrackets(key)));
  };
  return {
    vocabulary,
    isWord: (text) => {
      if (text.length > MAX_HEADER) return false;
      const cached = knownWords.get(text);
      if (cached !== undefined) return cached;
      const found = isWord(text);
      if (knownWords.size < CACHED) knownWords.set(text, found);
      return found;
    },
    scores: (path, left) => {
      const name = `${path.join('>')}\n${left.join('>')}`;
      const cached = known.get(name);
      if (cached !== undefined) return cached;
      const tables = { exact, prepared, many };
      const scores = scorePath(path.map(headerKey), left.map(headerKey), tables);
      const explained = explainedHeader(path);
      for (const [field, score] of explained === null ? [] : scorePath([explained], [], tables)) {
        if (score * EXPLAINED > (scores.get(field) ?? 0)) scores.set(field, score * EXPLAINED);
      }
      if (known.size < CACHED) known.set(name, scores);
      return scores;
    },
  };
}

const EXPLAINED = 0.85;
const LONG_HEADER = 10;

/** 評価 of a header that goes on to explain itself: 評価 / A：達成した / B：一部達成した. */
function explainedHeader(path: readonly string[]): string | null {
  const text = path.at(-1) ?? '';
  const end = text.indexOf('\n');
  return path.length === 1 && end > 0 && text.length > LONG_HEADER ? headerKey(text.slice(0, end)) : null;
}

/** Keys of an alias; 'parent>child' also stands for both words in one cell: 電話公開, 電話(公開). */
function aliasKeys(alias: string, fold: (text: string) => string): readonly string[] {
  const [parent, child, ...more] = alias.split('>').map(fold);
  if (parent === undefined || child === undefined) return [parent ?? ''];
  if (more.length > 0) return [[parent, child, ...more].join('>')];
  return [`${parent}>${child}`, `${parent}${child}`, `${parent}(${child})`];
}

/** Folding thousands of aliases takes a while, and they are made of few words. */
function rememberedFold(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const key = known.get(text) ?? headerKey(text);
    known.set(text, key);
    return key;
  };
}

type Tables = {
  /** Header key → field → how sure it is. */
  readonly exact: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly prepared: readonly PreparedEntry[];
  readonly many: ReadonlySet<string>;
};

function scorePath(path: readonly string[], left: readonly string[], tables: Tables): Map<string, number> {
  const scores = new Map<string, number>();
  const raise = (field: string, score: number): void => {
    if (score > (scores.get(field) ?? 0)) scores.set(field, score);
  };
  for (const [key, weight] of candidates(path, left)) {
    for (const [field, sure] of tables.exact.get(key) ?? []) raise(field, weight * sure);
  }
  const child = tables.exact.get(path.at(-1) ?? '') ?? tables.exact.get(withoutBrackets(path.at(-1) ?? ''));
  // Several columns below one parent: whatever they are called, they are that field's; less surely when it is a name of another.
  const many = path.length > 1 ? tables.exact.get(path[0] ?? '') : undefined;
  for (const field of many?.keys() ?? []) {
    const isFree = child === undefined || child.has(field);
    if (tables.many.has(field)) raise(field, isFree ? 0.88 : 0.7);
  }
  const last = withoutBrackets(path.at(-1) ?? '');
  const whole = path.join('');
  const alone = path.length === 1 ? 1 : 0.9;
  for (const { entry, keys } of tables.prepared) {
    if ((scores.get(entry.field) ?? 0) >= 0.8) continue;
    for (const key of keys) {
      raise(entry.field, partial(last, key) * alone);
      if (path.length > 1) raise(entry.field, partial(whole, key) * 0.9);
    }
  }
  for (const { entry } of tables.prepared) if (entry.never?.test(whole) === true) scores.delete(entry.field);
  return scores;
}

/** Keys a header may be known under, with how sure each makes it. */
function candidates(path: readonly string[], left: readonly string[]): readonly (readonly [string, number])[] {
  const last = path.at(-1) ?? '';
  const first = path[0] ?? '';
  const bare = withoutBrackets(last);
  const lonely = path.length === 1;
  const said = lonely ? path : path.filter((key, level) => level === 0 || !plainChildren.has(key));
  const result: [string, number][] = [
    ...(said.length < path.length ? [...candidates(said, left)] : []).map(([key, sure]): [string, number] => [
      key,
      sure * 0.97,
    ]),
    [path.join('>'), 1],
    [path.join(''), 1],
    [path.map(withoutBrackets).join('>'), 0.95],
    [path.map(withoutBrackets).join(''), 0.95],
    [last, lonely ? 1 : 0.85],
    [bare, lonely ? 0.93 : 0.8],
    // A merged header over two rows that nobody split: only its parent is known.
    [first, lonely ? 1 : 0.5],
    ...bracketParts(last).map((part): [string, number] => [part, 0.7]),
  ];
  if (path.length > 2) {
    // 団体>名称>漢字: one of the words says nothing.
    for (const skipped of path.keys()) {
      const rest = path.filter((_, index) => index !== skipped);
      const weight = skipped === 0 ? 0.95 : 0.92; // the outermost word says least
      result.push([rest.join('>'), weight], [rest.join(''), weight]);
    }
    result.push([path.at(-2) ?? '', 0.75]);
  }
  const leftLast = left.at(-1);
  if (leftLast !== undefined && leftLast !== '' && !reading.test(leftLast)) {
    // フリガナ right of 代表者 is the reading of that name, 公開 right of 電話番号 its flag.
    for (const neighbour of [left.join(''), leftLast, withoutBrackets(leftLast)])
      result.push([`${neighbour}>${last}`, lonely ? 1.05 : 0.94]);
    // 電話番号 | 公開 over 可 | 不可.
    if (!lonely) result.push([`${leftLast}>${path.join('')}`, 1]);
  }
  return result.filter(([key]) => key !== '');
}

/** A header that contains an alias or is part of one; Japanese puts the word that matters last. */
function partial(header: string, alias: string): number {
  if (header.length < 2) return 0;
  if (header.endsWith(alias)) return 0.5 + 0.3 * (alias.length / header.length);
  // 活動曜日 is no 活動.
  if (header.includes(alias)) return alias.length > 2 ? 0.4 + 0.3 * (alias.length / header.length) : 0;
  return alias.includes(header) && header.length * 2 >= alias.length ? 0.25 + 0.3 * (header.length / alias.length) : 0;
}
