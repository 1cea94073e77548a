import { type CallName, type CallOutput, contract, isCallName, type ParsedInput } from '#shared/contract/index.ts';
import { AppError } from './app-error.ts';
import type { RpcResult } from './transport.ts';

/** One handler for each call of the contract; a missing one does not compile. */
export type Handlers = { readonly [N in CallName]: (input: ParsedInput<N>) => CallOutput<N> | Promise<CallOutput<N>> };

export type DispatchOptions = {
  /** Told of every bug; returns the id the user is shown. */
  readonly reportBug: (error: unknown, name: string) => string;
};

/** The only entry to the core: checks the name, parses the input, runs the handler, turns failures into one shape. */
export function createDispatch(
  handlers: Handlers,
  options: DispatchOptions,
): (name: unknown, input: unknown) => Promise<RpcResult> {
  return async (name, input) => {
    if (!isCallName(name)) return failure(new AppError('UNKNOWN_CALL', { name: String(name).slice(0, 60) }));
    try {
      const parsed = contract[name].input.safeParse(input);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        return failure(
          new AppError('INVALID_INPUT', { detail: issue === undefined ? name : `${name} ${issue.path.join('.')}` }),
        );
      }
      const handler = handlers[name] as (value: unknown) => unknown; // boundary: input was just parsed by this call's schema
      return { ok: true, value: await handler(parsed.data) };
    } catch (error) {
      if (error instanceof AppError) return failure(error);
      return failure(new AppError('INTERNAL', { id: options.reportBug(error, name) }));
    }
  };
}

function failure(error: AppError): RpcResult {
  return { ok: false, error: error.toRpc() };
}
