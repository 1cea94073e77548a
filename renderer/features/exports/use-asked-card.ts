import { type RefObject, useEffect, useRef } from 'react';
import { focusDone, useFocusRequest } from '#renderer/session/focus-request.ts';

/** For the button of a card: when the command palette asked for this kind of file, it is brought into view and gets the focus. */
export function useAskedCard(layout: string): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const asked = useFocusRequest(({ request }) => request?.kind === 'export' && request.id === layout);
  useEffect(() => {
    if (!asked) return;
    button.current?.scrollIntoView({ block: 'center' });
    button.current?.focus();
    focusDone();
  }, [asked]);
  return button;
}
