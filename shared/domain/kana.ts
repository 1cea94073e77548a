import { composeText } from './normalize.ts';
import { cleanText } from './text.ts';

const halfWidthKana = /[\uFF61-\uFF9F]{1,10000}/g;

/** A reading (フリガナ) in full-width kana with single half-width spaces: 'ﾏﾂﾅｶﾞ　ﾊﾅｺ' gives 'マツナガ ハナコ'. Hiragana stays. */
export function kanaReading(text: string): string {
  const wide = cleanText(text).replace(halfWidthKana, (kana) => kana.normalize('NFKC'));
  return composeText(wide).split(/\s+/).join(' ');
}

const KATAKANA_OFFSET = 0x60;

/** Full-width katakana as hiragana, all else as it is: 'ニジNPO' gives 'にじNPO'. ヷ and its kin have no hiragana. */
export function toHiragana(text: string): string {
  return text.replace(/[ァ-ヶヽヾ]/gu, (kana) => shifted(kana, -KATAKANA_OFFSET));
}

/** Hiragana as full-width katakana, all else as it is. */
export function toKatakana(text: string): string {
  return text.replace(/[ぁ-ゖゝゞ]/gu, (kana) => shifted(kana, KATAKANA_OFFSET));
}

/** A text as typed, all in hiragana and all in katakana, each once: 'にじ' gives also 'ニジ'. For searching. */
export function kanaSpellings(text: string): readonly string[] {
  return [...new Set([text, toHiragana(text), toKatakana(text)])];
}

function shifted(kana: string, by: number): string {
  return String.fromCharCode(kana.charCodeAt(0) + by);
}
