import type { CallInput, CallName, CallOutput } from '#shared/contract/index.ts';
import { AppError } from './app-error.ts';
import type { Transport } from './transport.ts';

/** Typed calls over any transport; a failed call throws AppError with the core's code and params. */
export type Client = {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  readonly subscribe: Transport['subscribe'];
};

export function createClient(transport: Transport): Client {
  return {
    async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
      const result = await transport.call(name, input);
      if (result.ok) return result.value as CallOutput<N>; // boundary: the core answers by the same contract
      throw new AppError(result.error.code, result.error.params);
    },
    subscribe: (listener) => transport.subscribe(listener),
  };
}
