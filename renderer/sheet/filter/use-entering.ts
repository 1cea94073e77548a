import { type FormEvent, useEffect, useState } from 'react';

type Options = {
  /** What is to be entered is not known yet. */
  readonly mustWait: boolean;
  /** It is on its way. */
  readonly canWait: boolean;
  readonly finish: () => void;
};

type Entering = {
  readonly submit: (event?: FormEvent) => void;
  readonly isWaiting: boolean;
  /** Something else was done meanwhile: what was waited for is not entered. */
  readonly giveUp: () => void;
};

/** Enter and OK of a form whose answer may still be on its way: it is entered as soon as it is there. */
export function useEntering({ mustWait, canWait, finish }: Options): Entering {
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => {
    if (!isWaiting || mustWait) return;
    setWaiting(false);
    finish();
  });
  return {
    submit: (event) => {
      event?.preventDefault();
      if (mustWait && canWait) setWaiting(true);
      else finish();
    },
    isWaiting,
    giveUp: () => setWaiting(false),
  };
}
