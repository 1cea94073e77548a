import type { Turns } from './turns.ts';

export type LaterRefresh = { readonly ask: () => void; readonly stop: () => void };

type Reading = { readonly pause: number; readonly read: () => Promise<void> };

/** One reading for several reasons that come within `pause` milliseconds of each other; who must see its result can wait for it. */
export function createLaterRefresh(turns: Turns, { pause, read }: Reading): LaterRefresh {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let done: (() => void) | null = null;
  const run = async (): Promise<void> => {
    const mine = done;
    done = null;
    try {
      await read();
    } finally {
      mine?.();
    }
  };
  return {
    ask: () => {
      clearTimeout(timer);
      if (done === null) turns.noteRefresh(new Promise((resolve) => (done = resolve)));
      timer = setTimeout(() => void run(), pause);
    },
    stop: () => {
      clearTimeout(timer);
      done?.();
      done = null;
    },
  };
}
