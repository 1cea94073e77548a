import type { QueryClient } from '@tanstack/react-query';
import type { CoreEvent } from '#shared/contract/events.ts';
import { type QueryName, shownTables } from '#shared/contract/shown-tables.ts';
import { noteJobProgress } from './jobs.ts';
import { noteLedgerChange, resetLedgerStore } from './ledger-store.ts';
import { createLaterRefresh } from './refresh-later.ts';
import type { Session } from './session.ts';
import type { Turns } from './turns.ts';

type Changed = readonly string[] | 'unknown';

/** Whether the answer of a query may be another one after these tables have changed; what is not known is taken to be so. */
function mayShow(name: unknown, changed: Changed): boolean {
  const shown = shownTables[name as QueryName] ?? 'any'; // boundary: keys of the cache that are no calls have no entry
  // A preview of a file stays even when another ledger is opened.
  if (changed === 'unknown') return name !== 'imports.rows';
  return shown === 'any' || shown.some((table) => changed.includes(table));
}

/** A paste or an import is followed by one refetch, not by one an event. */
function createRefetch(turns: Turns, queryClient: QueryClient): (tables: Changed) => void {
  let changed: Changed = [];
  const read = (): Promise<void> => {
    const all = changed;
    changed = [];
    return queryClient.invalidateQueries({ predicate: ({ queryKey }) => mayShow(queryKey[0], all) });
  };
  const { ask } = createLaterRefresh(turns, { pause: 60, read });
  return (tables) => {
    changed = changed === 'unknown' || tables === 'unknown' ? 'unknown' : [...changed, ...tables];
    ask();
  };
}

/** Turns the core's events into fresh queries, saved time and job progress. Returns the function that stops it. */
export function followEvents(
  { client, turns }: Pick<Session, 'client' | 'turns'>,
  queryClient: QueryClient,
): () => void {
  const refetch = createRefetch(turns, queryClient);
  let lastSeq: number | null = null;
  return client.subscribe((event: CoreEvent) => {
    const gap = lastSeq !== null && event.seq !== lastSeq + 1;
    lastSeq = event.seq;
    if (gap) refetch('unknown');
    switch (event.type) {
      case 'ledger.changed':
        noteLedgerChange(event.savedAt, { changeSetId: event.changeSetId, tables: event.tables });
        return refetch(event.tables);
      case 'ledger.state':
        resetLedgerStore();
        return refetch('unknown');
      case 'job.progress':
        return noteJobProgress(event);
    }
  });
}
