import type { ErrorCode } from '#shared/messages/errors.ts';

/** Values that fill the placeholders of an error message. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** What crosses a transport when a call fails; `code` is the key of its sentence in shared/messages/errors.ts. */
export type RpcError = { readonly code: ErrorCode; readonly params: ErrorParams };

/** An expected failure that the user is told about. Anything else that is thrown is a bug and becomes INTERNAL. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options: { readonly cause?: unknown } = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }

  toRpc(): RpcError {
    return { code: this.code, params: this.params };
  }
}
