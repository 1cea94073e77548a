import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import type { ActionContext } from '#renderer/actions/types.ts';
import { manualPages } from '#renderer/features/help/index.ts';
import { useCall } from '#renderer/session/use-call.ts';
import { actionEntries, type EntryGroup, exportEntries, manualEntries, recordEntries, shownGroups } from './entries.ts';

/** The ledger is asked from this many letters on: one kana alone is in every other name. */
const shortestQuery = 2;
const typingPause = 150;
const mostRecords = 8;

export type PaletteContent = {
  readonly groups: readonly EntryGroup[];
  /** The ledger has not answered for what is typed yet. */
  readonly searching: boolean;
  readonly error: Error | null;
};

/** Everything that fits the query; what the ledger knows comes a moment later. */
export function usePaletteContent(query: string, context: ActionContext): PaletteContent {
  const { hasLedger } = context;
  const [settled] = useDebouncedValue(query.trim(), typingPause);
  const asks = hasLedger && query.trim().length >= shortestQuery;
  const settledAsks = hasLedger && settled.length >= shortestQuery;
  const input = { text: settled.slice(0, 100), limit: mostRecords };
  const answer = useCall('overview.search', input, { enabled: settledAsks, keep: true });
  const layouts = useCall('exports.layouts', {}, { enabled: hasLedger }).data;
  const own = useMemo(
    () => [...actionEntries(context), ...exportEntries(layouts ?? [], context), ...manualEntries(manualPages)],
    [context, layouts],
  );
  const records = asks && settledAsks ? (answer.data ?? []) : [];
  return {
    groups: shownGroups({ own, records: recordEntries(records, context) }, query),
    searching: asks && (settled !== query.trim() || answer.isFetching),
    error: asks ? answer.error : null,
  };
}
