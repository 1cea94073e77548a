import type { Transport } from '#shared/rpc/transport.ts';

/** 'gone' is final: the program ended, or this page was never let in. */
export type ConnectionState = 'connected' | 'reconnecting' | 'gone';

/** A transport as a page sees it. */
export type PageTransport = Transport & {
  readonly shell: 'desktop' | 'browser';
  readonly state: () => ConnectionState;
  /** Told the present state at once and every change after; returns the function that ends it. */
  onState(listener: (state: ConnectionState) => void): () => void;
};

export type StateCell = {
  readonly get: () => ConnectionState;
  set(next: ConnectionState): void;
  watch(listener: (state: ConnectionState) => void): () => void;
};

export function createStateCell(initial: ConnectionState): StateCell {
  const listeners = new Set<(state: ConnectionState) => void>();
  let state = initial;
  return {
    get: () => state,
    set(next) {
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener(next);
    },
    watch(listener) {
      const own = (next: ConnectionState): void => listener(next);
      listeners.add(own);
      listener(state);
      return () => void listeners.delete(own);
    },
  };
}
