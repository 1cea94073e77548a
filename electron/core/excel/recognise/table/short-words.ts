import { isDash, isDitto } from '#shared/domain/text.ts';

/** Longer texts are never a dash or 〃; most cells are, and need not be folded to be told apart. */
const LONGEST = 8;

/** isDash for the cells of a table. */
export function isDashCell(text: string): boolean {
  return text.length <= LONGEST && isDash(text);
}

/** isDitto for the cells of a table. */
export function isDittoCell(text: string): boolean {
  return text.length <= LONGEST && !/[0-9]/.test(text) && isDitto(text);
}
