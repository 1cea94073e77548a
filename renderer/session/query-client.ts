import { QueryClient } from '@tanstack/react-query';

/** The core is on this computer: `navigator.onLine` says nothing about it, and a failed call is told at once, not retried. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, staleTime: 60_000 },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
