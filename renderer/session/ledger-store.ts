import { create } from 'zustand';

type LastChange = { readonly changeSetId: string | null; readonly tables: readonly string[] };

type LedgerStore = {
  /** Time of the last write the core told of; null until the first event of this window. */
  readonly savedAt: string | null;
  /** Grows with every change of the ledger; grids watch it. */
  readonly revision: number;
  readonly last: LastChange | null;
  /** Calls that write and have not been answered yet. */
  readonly writing: number;
};

export const useLedgerStore = create<LedgerStore>(() => ({ savedAt: null, revision: 0, last: null, writing: 0 }));

export function noteLedgerChange(savedAt: string, last: LastChange): void {
  useLedgerStore.setState((state) => ({ savedAt, last, revision: state.revision + 1 }));
}

/** Another ledger was opened or this one was closed: what was known of the former one is void. */
export function resetLedgerStore(): void {
  useLedgerStore.setState((state) => ({ savedAt: null, last: null, revision: state.revision + 1 }));
}

/** Shows 「保存しています…」 while `work` is on its way; undo waits for it. */
export async function whileWriting<T>(work: () => Promise<T>): Promise<T> {
  useLedgerStore.setState((state) => ({ writing: state.writing + 1 }));
  try {
    return await work();
  } finally {
    useLedgerStore.setState((state) => ({ writing: state.writing - 1 }));
  }
}

/** Resolves as soon as what is known of the ledger passes the test. */
export async function ledgerIs(test: (state: LedgerStore) => boolean): Promise<void> {
  if (test(useLedgerStore.getState())) return;
  await new Promise<void>((resolve) => {
    const stop = useLedgerStore.subscribe((state) => {
      if (!test(state)) return;
      stop();
      resolve();
    });
  });
}
