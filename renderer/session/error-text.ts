import { errorText } from '#shared/messages/error-text.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { AppError } from '#shared/rpc/app-error.ts';

/** The sentence for a failure of any kind; an unknown one says that the screen, not the ledger, is at fault. */
export function failureText(error: unknown): string {
  return error instanceof AppError ? errorText(error) : commonText.unexpected;
}

/** The user pressed 中止: nothing to complain about. */
export function isCancelled(error: unknown): boolean {
  return error instanceof AppError && error.code === 'CANCELLED';
}
