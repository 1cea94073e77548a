import type { AppState, LedgerState } from '#shared/contract/app.ts';
import { useCall } from './use-call.ts';

/** The program's state, once known. */
export function useAppState(): AppState | undefined {
  return useCall('app.state', {}).data;
}

/** The open ledger; screens behind the welcome page always have one. */
export function useLedger(): LedgerState | null {
  return useAppState()?.ledger ?? null;
}
