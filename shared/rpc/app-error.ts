import type { ErrorCode } from '#shared/messages/errors.ts';

/** Values that fill the placeholders of an error message. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** What crosses a transport when a call fails; `messageKey` indexes shared/messages/errors.ts. */
export type RpcError = {
  readonly code: ErrorCode;
  readonly messageKey: ErrorCode;
  readonly params: ErrorParams;
  readonly field?: string;
  readonly retryable: boolean;
};

type AppErrorOptions = { readonly field?: string; readonly retryable?: boolean; readonly cause?: unknown };

/** An expected failure that the user is told about. Anything else that is thrown is a bug and becomes INTERNAL. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly field: string | undefined;
  readonly retryable: boolean;

  constructor(code: ErrorCode, params: ErrorParams = {}, options: AppErrorOptions = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.params = params;
    this.field = options.field;
    this.retryable = options.retryable ?? false;
  }

  toRpc(): RpcError {
    const base = { code: this.code, messageKey: this.code, params: this.params, retryable: this.retryable };
    return this.field === undefined ? base : { ...base, field: this.field };
  }
}
