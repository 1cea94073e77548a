import { ledgerIs } from './ledger-store.ts';

/**
 * What the user asks for happens in the order of the keys: an entry, a fill or a copy behind Ctrl+Z sees what the step back has left,
 * and Ctrl+Z behind an entry takes just that one back.
 */
let last: Promise<unknown> = Promise.resolve();
/** Steps back and forth that are waiting, on their way, or not yet shown in the lists. */
let steps = 0;
/** The lists show what the last step has left. */
let shown: Promise<void> = Promise.resolve();
/** Questions put to the user so far. */
let questions = 0;
const refreshes = new Set<Promise<void>>();

/** A list that is slower than this is not waited for. */
const longestRefresh = 10_000;

function queue<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}

/** Runs `work` when all that was asked for before it is done and in sight. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return queue(async () => {
    await shown;
    return work();
  });
}

/** The user is asked something: steps asked for before the answer mean nothing any more. */
export function noteQuestion(): void {
  questions += 1;
}

/** True while what the lists show may be older than the last Ctrl+Z or Ctrl+Y. */
export function isSteppingBack(): boolean {
  return steps > 0;
}

/** A list or query reads the ledger anew; what comes behind a step waits for it. */
export function noteRefresh(refresh: Promise<void>): void {
  refreshes.add(refresh);
  void refresh.finally(() => refreshes.delete(refresh));
}

/** Takes one step back or forth in its turn. `take` answers with the change it made; null = none. */
export function stepInTurn(take: () => Promise<string | null>): Promise<void> {
  const asked = questions;
  steps += 1;
  const done = queue(async () => {
    // What dialogs and panels write has no turn.
    await ledgerIs(({ writing }) => writing === 0);
    // A paste asked in between, or the user would not take an import back.
    if (questions !== asked) return;
    const changeSetId = await take();
    if (changeSetId !== null) shown = withinLimit(listsShow(changeSetId));
  });
  const over = (): void => {
    steps -= 1;
  };
  void done.then(() => shown).then(over, over);
  return done;
}

async function listsShow(changeSetId: string): Promise<void> {
  await ledgerIs((state) => state.last?.changeSetId === changeSetId);
  while (refreshes.size > 0) await Promise.all(refreshes);
  // What was read is rendered in the next turn.
  await new Promise((resolve) => setTimeout(resolve));
}

async function withinLimit(work: Promise<void>): Promise<void> {
  await Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, longestRefresh))]);
}
