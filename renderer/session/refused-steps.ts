import { create } from 'zustand';
import { useLedgerStore } from './ledger-store.ts';

/** What one entry, fill or paste left in red, in words, and the two ways to go about it. */
export type RefusedStep = {
  readonly label: string;
  /** Grows with every entry: a later one is another step, also when the words are the same. */
  readonly number: number;
  readonly takeBack: () => void;
  readonly bringBack: () => void;
};

type Refused = {
  /** The newest of those that stand on the screen; Ctrl+Z takes it back before anything that the ledger holds. */
  readonly newest: RefusedStep | null;
  /** Taken back, the last one at the end, and how the ledger stood then. */
  readonly takenBack: readonly { readonly step: RefusedStep; readonly revision: number }[];
};

export const useRefusedSteps = create<Refused>(() => ({ newest: null, takenBack: [] }));

/** The list on the screen tells what stands in it in red; null = nothing, or the list was left. */
export function tellRefused(newest: RefusedStep | null, isShown = true): void {
  useRefusedSteps.setState((before) => {
    const isLater = newest !== null && newest.number > (before.newest?.number ?? 0) && !isBroughtBack(before, newest);
    return { newest, takenBack: isLater || !isShown ? [] : before.takenBack };
  });
}

function isBroughtBack({ takenBack }: Refused, { number }: RefusedStep): boolean {
  return takenBack.some(({ step }) => step.number >= number);
}

/** Takes the newest red texts back, and nothing else. Answers with what they were; null = there are none. */
export function takeBackRefused(): string | null {
  const { newest, takenBack } = useRefusedSteps.getState();
  if (newest === null) return null;
  const { revision } = useLedgerStore.getState();
  useRefusedSteps.setState({ takenBack: [...takenBack, { step: newest, revision }] });
  newest.takeBack();
  return newest.label;
}

/** What Ctrl+Y would bring back: the red texts taken back last, unless the ledger has changed since. */
export function refusedToBringBack(takenBack: Refused['takenBack'], revision: number): RefusedStep | null {
  const last = takenBack.at(-1);
  return last?.revision === revision ? last.step : null;
}

/** Answers with what came back; null = nothing, the ledger's own steps are next. */
export function bringBackRefused(): string | null {
  const { takenBack } = useRefusedSteps.getState();
  const step = refusedToBringBack(takenBack, useLedgerStore.getState().revision);
  if (step === null) return null;
  step.bringBack();
  useRefusedSteps.setState({ takenBack: takenBack.slice(0, -1) });
  return step.label;
}
