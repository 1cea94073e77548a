import { AppError } from '#shared/rpc/app-error.ts';

/** Excel's limit, in UTF-16 units. One character more and Excel calls the whole file damaged. */
export const MAX_CELL_TEXT = 32_767;

/** Refuses a text that no Excel cell can hold: cutting it off would lose data without a word. */
export function assertCellTextFits(text: string, place: { readonly sheet: string; readonly cell: string }): void {
  if (text.length <= MAX_CELL_TEXT) return;
  throw new AppError('CELL_TEXT_TOO_LONG', { ...place, length: text.length, limit: MAX_CELL_TEXT });
}
