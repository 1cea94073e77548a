import type { QueryClient } from '@tanstack/react-query';
import type { CoreEvent } from '#shared/contract/events.ts';
import { noteJobProgress } from './jobs.ts';
import { noteLedgerChange, resetLedgerStore } from './ledger-store.ts';
import { createLaterRefresh } from './refresh-later.ts';
import type { Session } from './session.ts';
import type { Turns } from './turns.ts';

/** A preview belongs to the file, not to the ledger's state of the moment; the import screen renews it itself. */
function isPreview(name: unknown): boolean {
  return name === 'imports.rows';
}

/** A paste or an import is followed by one refetch, not by one an event. */
function createRefetch(turns: Turns, queryClient: QueryClient): () => void {
  const read = () => queryClient.invalidateQueries({ predicate: (query) => !isPreview(query.queryKey[0]) });
  return createLaterRefresh(turns, { pause: 60, read }).ask;
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
    if (gap) refetch();
    switch (event.type) {
      case 'ledger.changed':
        noteLedgerChange(event.savedAt, { changeSetId: event.changeSetId, tables: event.tables });
        return refetch();
      case 'ledger.state':
        resetLedgerStore();
        return refetch();
      case 'job.progress':
        return noteJobProgress(event);
    }
  });
}
