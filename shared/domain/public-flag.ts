import { circleGlyphs, crossGlyphs } from './mark-glyphs.ts';
import { cleanText, matchKey } from './text.ts';

const openWords =
  '◎ ● 1 公開 可 有 公開可 公開可能 可能 公開する 公開します 公開希望 希望する 公開有 有り あり 開示 掲載 掲載可 はい する ok yes y true t 真 ✓ ✔ レ ☑ ■ ✅';
const closedWords =
  '0 非公開 不可 無 公開不可 不可能 公開しない 公開しません 非公開希望 希望しない 公開無 無し なし 否 非 不開示 非開示 未公開 掲載不可 掲載しない 内部 内部のみ いいえ しない ng no n false f 偽 □ ☐ ❎';

const open: ReadonlySet<string> = new Set(
  [...openWords.split(' '), ...circleGlyphs.filter((glyph) => glyph !== '0')].map(matchKey),
);
const closed: ReadonlySet<string> = new Set([...closedWords.split(' '), ...crossGlyphs].map(matchKey));

/**
 * Whether a field may be given to the public, of a cell such as ○ 〇 公開 可 有 1, or × ✕ 非公開 不可 無 0.
 * @returns null for an empty cell, a dash and everything unclear (△, 要相談, ○（条件付）): nothing is published on a guess.
 */
export function parsePublicFlag(text: string): boolean | null {
  const key = matchKey(cleanText(text)).replace(/^\(([^()]*)\)$/, '$1');
  const label = key.replace(/^[0-9][:.](?=.)/, '');
  return readFlag(label) ?? readSigned(label);
}

/**
 * Whether a field may be given to the public, of a cell below 非公開, 非公開希望 or 公開しない: a yes there (○ 1 はい 希望する TRUE) closes.
 * A word that names 公開 itself speaks for itself; a no (× 0 いいえ) is taken as closed too, for nothing is published on a guess.
 */
export function parseClosedFlag(text: string): boolean | null {
  const flag = parsePublicFlag(text);
  return flag === true && !speaksOfItself.test(matchKey(text)) ? false : flag;
}

const speaksOfItself = /公開|開示|公表|掲載/;

function readFlag(key: string): boolean | null {
  if (open.has(key)) return true;
  return closed.has(key) ? false : null;
}

/** ○公開, ×:非公開, ○(公開): glyph and word must agree. */
function readSigned(key: string): boolean | null {
  const [, glyph, word] = /^([^(:]{1,2}?)[(:]?([^():]{1,8})\)?$/u.exec(key) ?? [];
  if (glyph === undefined || word === undefined) return null;
  const flag = readFlag(glyph);
  return flag !== null && flag === readFlag(word) ? flag : null;
}
