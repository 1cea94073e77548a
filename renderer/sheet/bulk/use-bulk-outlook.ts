import { useEffect, useRef, useState } from 'react';
import type { BulkChange } from '#renderer/sheet/types.ts';

export type BulkOutlook = { readonly rows: number; readonly changed: number; readonly same: number };

type Answer = { readonly outlook: BulkOutlook | null; readonly error: unknown };

const nothing: Answer = { outlook: null, error: null };
/** Time after the last key until the ledger is asked. */
const pauseMilliseconds = 250;

/** What the change would do, asked anew whenever it changes; an answer to a former question is dropped. */
export function useBulkOutlook(change: BulkChange | null, check: (change: BulkChange) => Promise<BulkOutlook>): Answer {
  const [answer, setAnswer] = useState<Answer>(nothing);
  const ask = useRef(check);
  ask.current = check;
  const asked = useRef(change);
  asked.current = change;
  const target = change === null ? null : 'view' in change.target ? change.target.view : change.target.rowIds;
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what the question says, for the panel makes a new object each time
  useEffect(() => {
    setAnswer(nothing);
    const now = asked.current;
    if (now === null) return;
    let isStale = false;
    const timer = setTimeout(() => {
      ask.current(now).then(
        (outlook) => isStale || setAnswer({ outlook, error: null }),
        (error: unknown) => isStale || setAnswer({ outlook: null, error }),
      );
    }, pauseMilliseconds);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [target, change?.columnId, change?.mode, change?.text]);
  return answer;
}
