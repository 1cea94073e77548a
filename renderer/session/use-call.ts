import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { CallInput, CallName, CallOutput } from '#shared/contract/index.ts';
import { useClient } from './session.ts';

type CallOptions = {
  readonly enabled?: boolean;
  /** Keep showing the answer for the former input while the new one is on its way. */
  readonly keep?: boolean;
  /** Every answer is a new object, even an equal one: who waits for the ledger's values sees that they have come. */
  readonly alwaysNew?: boolean;
};

/** A query of the contract as React state; it is fetched again whenever the ledger changes. */
export function useCall<N extends CallName>(
  name: N,
  input: CallInput<N>,
  options: CallOptions = {},
): UseQueryResult<CallOutput<N>, Error> {
  const client = useClient();
  const result = useQuery<unknown, Error>({
    queryKey: [name, input],
    queryFn: () => client.call(name, input),
    enabled: options.enabled ?? true,
    structuralSharing: options.alwaysNew !== true,
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
  });
  return result as UseQueryResult<CallOutput<N>, Error>; // boundary: the cache's type cannot follow the call's name
}
