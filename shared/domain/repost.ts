import { cleanText } from './text.ts';

/** A label stands within this many characters of the end (or start); 【再掲】 with a number or place named is the longest. */
const REACH = 40;
const brackets = [
  '【】',
  '〔〕',
  '［］',
  '[]',
  '（）',
  '()',
  '(）',
  '（)',
  '《》',
  '≪≫',
  '〈〉',
  '<>',
  '＜＞',
  '「」',
  '『』',
  '｛｝',
  '{}',
] as const;
/** Typed with one half-width bracket: nothing but these may be trusted to belong together, so no other bracket stands between. */
const mixed: readonly string[] = ['(）', '（)'];
/** Between a pair of brackets anything but these brackets may stand beside 再掲: 【再掲 Ⅰ-(1)】, （No.30再掲）. */
const enclosed = brackets
  .map(([open, close]) => {
    const other = `[^\\${open}\\${close}${mixed.includes(`${open}${close}`) ? '()（）' : ''}]{0,24}`;
    return `\\${open}${other}再掲(?!載)${other}\\${close}`;
  })
  .join('|');
const exact = brackets.map(([open, close]) => `\\${open}再掲\\${close}`).join('|');
const atEnd = new RegExp(`\\s*((?:${enclosed})|(?<=\\s|^)再掲(?:[（(][^（()）]{1,16}[)）])?|[※＊*]再掲)$`);
const atStart = new RegExp(`^((?:${exact})|再掲(?=[\\s:：])[:：]?|[※＊*]再掲)\\s*`);

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
