import { composeText } from './normalize.ts';
import { cleanText } from './text.ts';

const halfWidthKana = /[\uFF61-\uFF9F]{1,10000}/g;

/** A reading (フリガナ) in full-width kana with single half-width spaces: 'ﾏﾂﾅｶﾞ　ﾊﾅｺ' gives 'マツナガ ハナコ'. Hiragana stays. */
export function kanaReading(text: string): string {
  const wide = cleanText(text).replace(halfWidthKana, (kana) => kana.normalize('NFKC'));
  return composeText(wide).split(/\s+/).join(' ');
}
