import { createStore, type StoreApi } from 'zustand/vanilla';

/** A typed text that the ledger does not hold yet, or has refused. */
export type PendingEdit = {
  readonly rowId: string;
  readonly columnId: string;
  readonly text: string;
  readonly state: 'saving' | 'saved' | 'rejected';
  readonly message: string;
  /** Which entry, fill or paste it came from: those of one are taken back together. */
  readonly step: number;
};

/** Typed texts by cell, so that nothing typed is ever lost: shown instead of the ledger's value until that has caught up. */
export type PendingEdits = {
  readonly get: (rowId: string, columnId: string) => PendingEdit | undefined;
  readonly set: (edit: PendingEdit) => void;
  readonly dropAll: (cells: readonly { readonly rowId: string; readonly columnId: string }[]) => void;
  /** Number for the next entry, fill or paste. */
  readonly nextStep: () => number;
  /** Fresh values of these rows have arrived, or will be read when they are needed: what was saved needs no stand-in any more. */
  readonly settle: (isFresh: (rowId: string) => boolean) => void;
  /** Grows when a stand-in has gone: its cell has to be drawn again, also when the ledger's value is the same text. */
  readonly settled: () => number;
  /** The refused ones, newest last, for whoever shows them; brought up to date by `changed`. */
  readonly rejected: StoreApi<readonly PendingEdit[]>;
  readonly changed: () => void;
};

function cellKey(rowId: string, columnId: string): string {
  return `${rowId}\u0000${columnId}`;
}

export function createPendingEdits(): PendingEdits {
  const edits = new Map<string, PendingEdit>();
  let settled = 0;
  let steps = 0;
  const rejected = createStore<readonly PendingEdit[]>(() => []);
  const changed = (): void => {
    const refused = [...edits.values()].filter((edit) => edit.state === 'rejected');
    const now = refused.toSorted((a, b) => a.step - b.step);
    if (now.length > 0 || rejected.getState().length > 0) rejected.setState(now, true);
  };
  return {
    get: (rowId, columnId) => (edits.size === 0 ? undefined : edits.get(cellKey(rowId, columnId))),
    set: (edit) => void edits.set(cellKey(edit.rowId, edit.columnId), edit),
    dropAll: (cells) => {
      for (const { rowId, columnId } of cells) edits.delete(cellKey(rowId, columnId));
      changed();
    },
    nextStep: () => {
      steps += 1;
      return steps;
    },
    settle: (isFresh) => {
      for (const [key, edit] of edits) {
        if (edit.state !== 'saved' || !isFresh(edit.rowId)) continue;
        edits.delete(key);
        settled += 1;
      }
    },
    settled: () => settled,
    rejected,
    changed,
  };
}
