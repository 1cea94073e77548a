import { errorText } from '#shared/messages/error-text.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { AppError, type ErrorParams } from '#shared/rpc/app-error.ts';

/** The sentence for a failure of any kind; an unknown one says that the screen, not the ledger, is at fault. */
export function failureText(error: unknown): string {
  return error instanceof AppError ? errorText(error) : commonText.unexpected;
}

type ToldFailure = { readonly code: string; readonly params: ErrorParams };

/** Whether an error is the very failure that is told elsewhere already. */
export function isSameFailure(error: unknown, { code, params }: ToldFailure): boolean {
  if (!(error instanceof AppError) || error.code !== code) return false;
  const names = new Set([...Object.keys(error.params), ...Object.keys(params)]);
  return [...names].every((name) => error.params[name] === params[name]);
}

/** The user pressed 中止: nothing to complain about. */
export function isCancelled(error: unknown): boolean {
  return error instanceof AppError && error.code === 'CANCELLED';
}
