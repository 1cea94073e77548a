import { KANJI_DIGITS, kanjiNumber } from './kanji-number.ts';
import { foldCompatibility } from './normalize.ts';
import { romanNumber } from './roman.ts';
import { cleanText } from './text.ts';

type NumberStyle = 'roman' | 'paren' | 'digit' | 'circled' | 'kanji' | 'kana' | 'chapter';

/**
 * The number of a heading and its name. `numberRaw + gap + name + (suffix ?? '')` is the cleaned text, so that it prints as it was.
 * `value` counts within the parent; `key` is for matching only: Ⅲ and III, （１） and (1) meet.
 */
export type HeadingNumber = {
  readonly numberRaw: string;
  readonly gap: string;
  readonly name: string;
  readonly style: NumberStyle;
  readonly value: number;
  readonly key: string;
  /** Closing bracket of a heading that stands in 【】 as a whole. */
  readonly suffix?: string;
};

const MAX_NUMBER = 24;
const space = '[ \\u3000\\n]';
const digits = '[0-9０-９]';
const roman = '(?:[Ⅰ-Ⅻⅰ-ⅻ]{1,3}|[IVXＩＶＸ]{1,6})';
const circled = '[①-⑳㉑-㉟㊱-㊿❶-❿⓫-⓴⓵-⓾➀-➓]';
const kanji = `[${KANJI_DIGITS}]{1,4}`;
const joint = '[-－‐−–―ー.．]';
const compound = `(?:${roman}|${digits}{1,3}|[A-ZＡ-Ｚ])(?:${joint}(?:${digits}{1,3}|${roman}|[(（]${digits}{1,3}[)）]|${circled})){1,4}`;
const enclosed = `(?:[（(〔［\\[<＜]${space}?(?:${digits}{1,3}|${kanji}|${roman}|[ァ-ヴｱ-ﾝ]|[a-zａ-ｚ])${space}?[)）〕］\\]>＞]|[⑴-⒇㈠-㈩])`;
const noun =
  '(?:(?:基本|重点|推進|主要|個別|具体的|大|中|小)?(?:方針|目標|施策|政策|事業|方向性?|取組|項目|戦略|プロジェクト|視点|課題|テーマ|柱))';
const gapWithSign = `(?:${space}{0,4}[.．、:：)）]${space}{0,4}|${space}{1,8})`;

type Pattern = { readonly style: NumberStyle; readonly match: RegExp };

/** In the order they are tried. The name may follow at once where the sign alone proves a number; else a gap must. */
const patterns: readonly Pattern[] = [
  {
    style: 'chapter',
    match: new RegExp(
      `^(第${space}?(?:${digits}{1,3}|${kanji}|${roman})${space}?[章節編部款項])(${space}{0,8})()`,
      'u',
    ),
  },
  {
    style: 'chapter',
    match: new RegExp(
      `^([（(]?${noun}${space}?(?:${compound}|${roman}|${digits}{1,2}|${circled}|${enclosed})[)）]?)(${gapWithSign}|)(?![A-Za-z0-9０-９-])`,
      'u',
    ),
  },
  { style: 'circled', match: new RegExp(`^(${circled})(${space}{0,8}[.．、]?${space}{0,8})`, 'u') },
  { style: 'paren', match: new RegExp(`^(${enclosed})(${space}{0,8})`, 'u') },
  { style: 'digit', match: new RegExp(`^(${compound})(${gapWithSign}|$)`, 'u') },
  { style: 'digit', match: new RegExp(`^(${digits}{1,3}(?:[-－‐−]${digits}{1,3}){1,4})()(?=\\p{L})`, 'u') },
  { style: 'roman', match: new RegExp(`^([Ⅰ-Ⅻ]{1,3})(${gapWithSign}|)`, 'u') },
  { style: 'roman', match: new RegExp(`^(${roman})(${gapWithSign}|$)`, 'u') },
  { style: 'digit', match: new RegExp(`^(${digits}{1,6})(${gapWithSign}|$)`, 'u') },
  { style: 'kanji', match: new RegExp(`^(${kanji})(${gapWithSign}|$)`, 'u') },
  { style: 'kana', match: new RegExp(`^([ァ-ヴ])(${gapWithSign}|$)`, 'u') },
];

/** Words that make the digits before them an amount or a date when nothing stands between: 施策3つ, 方針2年目. */
const counter =
  /^(?:年|月|日|人|名|件|団体|つ(?![くづどたなぼ])|個|回|か所|箇所|カ所|ヶ所|割|倍|%|％|円|千円|万|億|時|分|週|歳|才|市|町|村|度|世紀|階|点|次)/u;
/** The same behind a gap; words that also begin names are none: 1 市民…, 2　人…, 3 団体…, 4 点検…. */
const amount =
  /^(?:年(?!齢|長|次|少)|月(?!刊)|日(?!常|本|頃|曜)|つ(?![くづどたなぼ])|個(?!人|別|性)|回(?!覧|答|復)|か所|箇所|カ所|ヶ所|か年|カ年|ヶ年|割|倍|%|％|円(?!滑|卓|形)|千円|万円|億|歳|週間|世紀)/u;

/**
 * Reads the number in front of a heading: 'Ⅲ 人…', '(1) 活動…', '１．…', '①…', '第1章 …', '基本方針1 …', '【基本方針I …】'.
 * @returns null when the text does not begin with a number: IT推進, V字回復, 2018年度 and (仮称)… are names. Source: domain.md 1.2.
 */
export function parseHeadingNumber(text: string): HeadingNumber | null {
  const cleaned = cleanText(text);
  const open = /^[【《]/.test(cleaned);
  if (!open) return readNumber(cleaned);
  if (/^.[^】》]{1,20}[】》]./su.test(cleaned)) return readBracketed(cleaned);
  if (!/[】》]$/.test(cleaned)) return null;
  const inner = readNumber(cleaned.slice(1, -1));
  return inner === null
    ? null
    : { ...inner, numberRaw: cleaned.slice(0, 1) + inner.numberRaw, suffix: cleaned.slice(-1) };
}

/** 【1】 name, 【施策1】 name. */
function readBracketed(text: string): HeadingNumber | null {
  const [, numberRaw, inner, gap] = new RegExp(`^([【《]([^】》]{1,20})[】》])(${space}{0,8})`, 'u').exec(text) ?? [];
  if (numberRaw === undefined || inner === undefined || gap === undefined) return null;
  const number = readNumber(inner);
  if (number === null || number.name !== '') return null;
  return { ...number, numberRaw, gap, name: text.slice(numberRaw.length + gap.length) };
}

function readNumber(text: string): HeadingNumber | null {
  for (const { style, match } of patterns) {
    const [, numberRaw, gap] = match.exec(text) ?? [];
    if (numberRaw === undefined || gap === undefined || numberRaw.length > MAX_NUMBER) continue;
    const name = text.slice(numberRaw.length + gap.length);
    const value = lastNumberIn(numberRaw);
    if (value !== null && isHeading(style, gap, name))
      return { numberRaw, gap, name, style, value, key: keyOf(numberRaw) };
  }
  return null;
}

function isHeading(style: NumberStyle, gap: string, name: string): boolean {
  const isDecimal = /[.．:：]$/.test(gap) && /^[0-9０-９]/.test(name);
  if (style === 'digit') return !isDecimal && !(gap === '' ? counter : amount).test(name);
  return style !== 'chapter' || gap !== '' || !counter.test(name);
}

/** Last number of a heading number: 3 of '1-3', 2 of '基本方針Ⅱ', 1 of '(ア)'. */
function lastNumberIn(numberRaw: string): number | null {
  const key = keyOf(numberRaw);
  const last =
    /(?:[0-9]+|[IVX]+|[ァ-ヴ]|[a-z]|[〇零一二三四五六七八九十百千]+)(?=[^0-9IVXァ-ヴa-z〇零一二三四五六七八九十百千]*$)/u.exec(
      key,
    )?.[0];
  if (last === undefined) return null;
  if (/^[0-9]+$/.test(last)) return Number(last);
  if (/^[IVX]+$/.test(last)) return romanNumber(last);
  if (/^[ivx]+$/.test(key)) return romanNumber(key.toUpperCase());
  if (/^[a-z]$/.test(last)) return last.charCodeAt(0) - 'a'.charCodeAt(0) + 1;
  return kanjiNumber(last) ?? kanaOrder(last);
}

export const kanaOrderText =
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';

function kanaOrder(kana: string): number | null {
  const index = kanaOrderText.indexOf(kana);
  return index < 0 ? null : index + 1;
}

function keyOf(numberRaw: string): string {
  const folded = foldCompatibility(numberRaw)
    .replace(/\s/g, '')
    .replace(/[‐−–―ー]/g, '-');
  const plain = folded.replace(/^\(((?:基本|重点|推進|主要|個別|具体的)?\p{Script=Han}+[0-9IVX]+)\)$/u, '$1');
  return plain.replace(/^第([〇零一二三四五六七八九十百千]+)/, (whole, kanjiText: string) => {
    const value = kanjiNumber(kanjiText);
    return value === null ? whole : `第${value}`;
  });
}
