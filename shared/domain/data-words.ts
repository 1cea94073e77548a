import { foldCompatibility } from './normalize.ts';

/** Longer texts are never one of these words. */
const LONGEST = 12;
const nullWord =
  /^(?:null|[(<[{]null[)>\]}]|[+-]?nan(?:\(ind\))?|-?1\.#(?:qnan|ind)|<na>|#?na|#?n\/a|nat|none|nil|undefined|\\n|[(<[{]?(?:blank|空白)[)>\]}]?)$/;
const errorWord =
  /^(?:#(?:ref|value|div\/0|name|num|null|spill|calc|field|blocked|connect|unknown|getting_data|busy|external|python)[!?]|#n\/a|#{3,}|err:\d{3})$/;

/** What they all begin with: nearly every cell is told apart by its first letter. */
const start = /^\s*[#＃(（<＜[［{｛+＋\-－0-9０-９A-Za-zＡ-Ｚａ-ｚ\\空]/u;

function folded(text: string): string | null {
  return text.length > LONGEST * 2 || !start.test(text) ? null : foldCompatibility(text.trim()).toLowerCase();
}

/** Whether the whole cell is a word by which data tools say "no value": NULL, nan, None, #N/A, NaT, undefined, \N, (空白) of a pivot table. */
export function isNullWord(text: string): boolean {
  const word = folded(text);
  return word !== null && nullWord.test(word);
}

/** Whether the whole cell is an error of a spreadsheet saved as text: #REF!, #VALUE!, ####, Err:502. */
export function isErrorText(text: string): boolean {
  const word = folded(text);
  return word !== null && errorWord.test(word);
}

/** The truth value that a spreadsheet shows as TRUE or FALSE; null for another text. */
export function truthOf(text: string): boolean | null {
  const word = folded(text);
  if (word === 'true') return true;
  return word === 'false' ? false : null;
}

/** Whether a box is ticked, in a column of boxes: there 真 and 偽 mean the same as TRUE and FALSE. null for another text. */
export function tickOf(text: string): boolean | null {
  const word = text.trim();
  if (word === '真') return true;
  return word === '偽' ? false : truthOf(word);
}
