import { cleanText } from './text.ts';

/** A label stands within this many characters of the end (or start); 【再掲】 with a number or place named is the longest. */
const REACH = 40;
const atEnd =
  /\s*((?:[（(《<＜「][^【〔［[（(《<＜「】〕］\]）)》>＞」]{0,24}再掲[^【〔［[（(《<＜「】〕］\]）)》>＞」]{0,24}[）)》>＞」])|【[^【】]{0,24}再掲[^【】]{0,24}】|〔[^〔〕]{0,24}再掲[^〔〕]{0,24}〕|[［[][^［[\]］]{0,24}再掲[^［[\]］]{0,24}[\]］]|(?<=\s|^)再掲|※再掲)$/u;
const atStart = /^((?:[【〔［[（(《<＜「]再掲[】〕］\]）)》>＞」])|再掲(?=[\s:：])[:：]?|※再掲)\s*/u;

/**
 * Splits the label of a re-listed item from its name: '…の設置【再掲】' gives label '【再掲】' with its brackets, '' when there is none.
 * 【】〔〕（）() are all in use and are printed again as they were. Source: domain.md 1.4.
 */
export function splitRepostLabel(name: string): { readonly name: string; readonly label: string } {
  const cleaned = cleanText(name);
  const tail = cleaned.slice(-REACH);
  const end = atEnd.exec(tail);
  const endLabel = end?.[1];
  if (end !== null && endLabel !== undefined) {
    return { name: cleaned.slice(0, cleaned.length - tail.length + end.index).trimEnd(), label: endLabel };
  }
  const start = atStart.exec(cleaned.slice(0, REACH));
  const startLabel = start?.[1];
  if (start === null || startLabel === undefined) return { name: cleaned, label: '' };
  return { name: cleaned.slice(start[0].length), label: startLabel };
}
