import type { CoreEvent } from '#shared/contract/events.ts';

/** Gives events one growing number over all lives of the worker and hands them to the subscribers. */
export type EventHub = {
  publish(event: CoreEvent): void;
  /** Leaves a gap in the numbers and says that the ledger's state must be fetched anew. */
  announceRestart(): void;
  subscribe(listener: (event: CoreEvent) => void): () => void;
  lastSeq(): number;
};

export function createEventHub(): EventHub {
  const listeners = new Set<(event: CoreEvent) => void>();
  let seq = 0;
  const send = (event: CoreEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  return {
    publish(event) {
      seq += 1;
      send({ ...event, seq });
    },
    announceRestart() {
      seq += 2;
      send({ type: 'ledger.state', seq });
    },
    subscribe(listener) {
      // A fresh function for each subscription: the same listener may subscribe twice and leave once.
      const own = (event: CoreEvent): void => listener(event);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    lastSeq: () => seq,
  };
}
