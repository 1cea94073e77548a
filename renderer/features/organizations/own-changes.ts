type Written = { readonly changeSetId: string | null };

/** Tells the changes a grid has made itself from those of other screens, windows and imports. */
export type OwnChanges = {
  /** Writes; the answer names the change. */
  readonly run: <T extends Written>(write: () => Promise<T>) => Promise<T>;
  /** The ledger has told of a change: true when it is, or may still turn out to be, one of this grid. */
  readonly mayBeOwn: (changeSetId: string | null) => boolean;
};

/** The ledger tells of a change before or shortly after the answer. */
const mostRemembered = 100;

/** `onForeign`: a change that was taken for an own one at first has turned out to come from elsewhere. */
export function createOwnChanges(onForeign: () => void): OwnChanges {
  const own = new Set<string>();
  const undecided = new Set<string>();
  let open = 0;
  const remember = (id: string): void => {
    own.add(id);
    const [oldest] = own;
    if (own.size > mostRemembered && oldest !== undefined) own.delete(oldest);
  };
  const settle = (): void => {
    const foreign = [...undecided].some((id) => !own.has(id));
    undecided.clear();
    if (foreign) onForeign();
  };
  return {
    run: async (write) => {
      open += 1;
      try {
        const answer = await write();
        if (answer.changeSetId !== null) remember(answer.changeSetId);
        return answer;
      } finally {
        open -= 1;
        if (open === 0) settle();
      }
    },
    mayBeOwn: (changeSetId) => {
      if (changeSetId === null) return false;
      if (own.has(changeSetId)) return true;
      if (open === 0) return false;
      undecided.add(changeSetId);
      return true;
    },
  };
}
