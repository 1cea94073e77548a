import { composeText, foldCompatibility } from './normalize.ts';
import { foldVariantKanji } from './variant-kanji.ts';

const lineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Control and format characters a cell carries unseen (BOM, ZWSP, soft hyphen, bidi marks); ZWJ stays, emoji need it. */
const invisible = /[[\p{Cc}\p{Cf}]--[\n\u200C\u200D]]/gv;
const variationSelectors = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
const dashes = /[\u2010-\u2015\u2212\u30FC\u2500\u2501\u2043\u02D7\u2796\u2E3A\u2E3B\u3161]/g;
const openBrackets = /[【〔［「『〈《<[{〘〖]/g;
const closeBrackets = /[】〕］」』〉》>\]}〙〗]/g;

/** Letters that cleaning leaves as they are; nearly every cell holds nothing else, and an import asks for each several times. */
const plainText =
  /^[!-~\u3001-\u3096\u309B-\u30FF\u4E00-\u9FFF\uFF01-\uFF9F\u25A0-\u25FF](?:[\n -~\u3000-\u3096\u309B-\u30FF\u4E00-\u9FFF\uFF01-\uFF9F\u25A0-\u25FF]*[!-~\u3001-\u3096\u309B-\u30FF\u4E00-\u9FFF\uFF01-\uFF9F\u25A0-\u25FF])?$/;

/**
 * Text of a cell as it is stored: NFC, LF line ends, no invisible characters, NBSP and tab as a space, both ends trimmed
 * (full-width spaces too). Inner spaces and line breaks stay. Source: domain.md 6 no. 24 and 44.
 */
export function cleanText(raw: string): string {
  return plainText.test(raw) ? raw : cleanOddText(raw);
}

function cleanOddText(raw: string): string {
  const lines = raw
    .toWellFormed()
    .replace(lineEnds, '\n')
    .replace(/[\t\u00A0]/g, ' ');
  return composeText(lines.replace(invisible, '')).trim();
}

/** NFKC with every dash (also the kana long mark ー) as '-' and every wave as '~'. For parsing only, never for storing. */
export function foldWidth(text: string): string {
  return foldCompatibility(text)
    .replace(dashes, '-')
    .replace(/[\u301C\u223C]/g, '~');
}

/** Words of headers, cities and types are keyed again and again; long texts (whole rows, notes) are not worth keeping. */
const rememberedKeys = new Map<string, string>();
const LONGEST_REMEMBERED = 24;
const MOST_REMEMBERED = 10_000;

/**
 * A key under which two spellings of one text meet: width, case, spaces, dashes, brackets and variant kanji folded.
 * For matching only. Source: domain.md 6 no. 23 to 26.
 */
export function matchKey(text: string): string {
  if (text.length > LONGEST_REMEMBERED) return foldToKey(text);
  const known = rememberedKeys.get(text);
  if (known !== undefined) return known;
  const key = foldToKey(text);
  if (rememberedKeys.size >= MOST_REMEMBERED) rememberedKeys.clear();
  rememberedKeys.set(text, key);
  return key;
}

function foldToKey(text: string): string {
  const folded = foldWidth(cleanText(text))
    .replace(variationSelectors, '')
    .replace(/[\s\u200C\u200D]/g, '')
    .toLowerCase();
  const plain = folded
    .replace(openBrackets, '(')
    .replace(closeBrackets, ')')
    .replace(/[‧•·]/g, '・')
    .replace(/、/g, ',')
    .replace(/[〇◯]/g, '○')
    .replace(/ヶ/g, 'ケ')
    .replace(/ヵ/g, 'カ');
  return foldVariantKanji(plain);
}

const absentWords: ReadonlySet<string> = new Set(
  'なし 無し ナシ 該当なし 該当無し 該当ナシ 該当せず 特になし 特に無し n/a'.split(' ').map(matchKey),
);

/** Whether the whole cell says "not applicable": a dash of any kind, a slash, なし, 該当なし. Source: domain.md 6 no. 13. */
export function isDash(text: string): boolean {
  const key = matchKey(text).replace(/^\(([^()]*)\)$/, '$1');
  return /^(?:-+|\/|\.{2,}|…+)$/.test(key) || absentWords.has(key);
}

const dittoWords: ReadonlySet<string> = new Set(
  '同上 同じ 同 仝 上に同じ 上と同じ 上記に同じ 上記と同じ 前に同じ'.split(' ').map(matchKey),
);

/** Whether the whole cell says "as above": 〃 々 " 同上 上に同じ ↑. Source: domain.md 6 no. 11. */
export function isDitto(text: string): boolean {
  const key = matchKey(text).replace(/^\(([^()]*)\)$/, '$1');
  return /^(?:[〃々〻"″“”〝〟↑]{1,8}|''|′′)$/.test(key) || dittoWords.has(key);
}
