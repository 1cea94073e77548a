import { longestCellText } from '#shared/domain/cell-text.ts';
import { AppError } from '#shared/rpc/app-error.ts';

/**
 * Refuses a text that no Excel cell can hold: one character more and Excel calls the whole file damaged; cutting it off would lose
 * data without a word.
 */
export function assertCellTextFits(text: string, place: { readonly sheet: string; readonly cell: string }): void {
  if (text.length <= longestCellText) return;
  throw new AppError('CELL_TEXT_TOO_LONG', { ...place, length: text.length, limit: longestCellText });
}
