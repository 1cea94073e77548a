import { ledgerIs } from './ledger-store.ts';

/**
 * What the user asks for happens in the order of the keys: an entry, a fill or a copy after Ctrl+Z sees what the step back has left,
 * and Ctrl+Z after an entry takes just that one back. One for each session.
 */
export type Turns = {
  /** Runs `work` when all that was asked for before it is done and in sight. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Takes one step back or forth in its turn. `take` answers with the change it made; null = none. */
  readonly stepInTurn: (take: () => Promise<string | null>) => Promise<void>;
  /** True while what the lists show may be older than the last Ctrl+Z or Ctrl+Y. */
  readonly isSteppingBack: () => boolean;
  /** The user is asked something: steps asked for before the answer mean nothing any more. */
  readonly noteQuestion: () => void;
  /** A list or query reads the ledger again; what comes after a step waits for it. */
  readonly noteRefresh: (refresh: Promise<void>) => void;
};

type State = {
  last: Promise<unknown>;
  /** Steps back and forth that are waiting, on their way, or not yet shown in the lists. */
  steps: number;
  /** The lists show what the last step has left. */
  shown: Promise<void>;
  /** Questions put to the user so far. */
  questions: number;
  readonly refreshes: Set<Promise<void>>;
};

/** A list that is slower than this is not waited for. */
const longestRefresh = 10_000;

export function createTurns(): Turns {
  const state: State = {
    last: Promise.resolve(),
    steps: 0,
    shown: Promise.resolve(),
    questions: 0,
    refreshes: new Set(),
  };
  return {
    inTurn: (work) =>
      queue(state, async () => {
        await state.shown;
        return work();
      }),
    stepInTurn: (take) => stepInTurn(state, take),
    isSteppingBack: () => state.steps > 0,
    noteQuestion: () => {
      state.questions += 1;
    },
    noteRefresh: (refresh) => {
      state.refreshes.add(refresh);
      void refresh.finally(() => state.refreshes.delete(refresh));
    },
  };
}

function queue<T>(state: State, work: () => Promise<T>): Promise<T> {
  const mine = state.last.then(work);
  state.last = mine.catch(() => undefined);
  return mine;
}

function stepInTurn(state: State, take: () => Promise<string | null>): Promise<void> {
  const asked = state.questions;
  state.steps += 1;
  const done = queue(state, async () => {
    // What dialogs and panels write has no turn.
    await ledgerIs(({ writing }) => writing === 0);
    // A paste asked in between, or the user would not take an import back.
    if (state.questions !== asked) return;
    const changeSetId = await take();
    if (changeSetId !== null) state.shown = withinLimit(listsShow(state, changeSetId));
  });
  const over = (): void => {
    state.steps -= 1;
  };
  void done.then(() => state.shown).then(over, over);
  return done;
}

async function listsShow({ refreshes }: State, changeSetId: string): Promise<void> {
  await ledgerIs((ledger) => ledger.last?.changeSetId === changeSetId);
  while (refreshes.size > 0) await Promise.all(refreshes);
  // What was read is rendered in the next turn.
  await new Promise((resolve) => setTimeout(resolve));
}

async function withinLimit(work: Promise<void>): Promise<void> {
  await Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, longestRefresh))]);
}
