import { isDash, isDitto } from '#shared/domain/text.ts';

/** Longer texts are never a dash or 〃. */
const LONGEST = 8;
/** First letters of everything that isDash and isDitto know: most cells are told apart by these, without folding them. */
const dashStarts: ReadonlySet<string> = new Set('-－—―ー‐‑‒–−─━ｰ⁃˗➖/／.．…‥(（[［なナﾅ無该該特nNｎＮ');
const dittoStarts: ReadonlySet<string> = new Set('〃々〻"＂″“”〝〟↑\'＇′‘’(（[［同仝上前');

/** isDash for the cells of a table. */
export function isDashCell(text: string): boolean {
  return text.length <= LONGEST && dashStarts.has(text.trimStart().charAt(0)) && isDash(text);
}

/** isDitto for the cells of a table. */
export function isDittoCell(text: string): boolean {
  return text.length <= LONGEST && dittoStarts.has(text.trimStart().charAt(0)) && isDitto(text);
}
