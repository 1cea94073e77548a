import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { WindowBox } from '../core/boxes.ts';
import { type Place, placeMenu } from './place-menu.ts';

const focusable = 'button:not(:disabled), input:not(:disabled), select:not(:disabled), [tabindex="0"]';

/** Only what can be seen: pages of hidden tabs stay in the document. Of a tab list the chosen tab alone is on the way of the Tab key. */
function stopsIn(element: HTMLElement): readonly HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(focusable)].filter(
    (stop) => stop.tabIndex >= 0 && stop.getClientRects().length > 0,
  );
}

/** Tab and Shift+Tab go round within the dialog. */
function keepTabInside(element: HTMLElement, event: KeyboardEvent): void {
  const stops = stopsIn(element);
  const leaving = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== leaving && element.contains(document.activeElement)) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}

type Dialog = {
  readonly element: RefObject<HTMLDivElement | null>;
  readonly place: Place | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/**
 * A dialog beside a cell: inside the window whatever its size becomes, the keyboard stays in it, Esc and a press elsewhere close it.
 * No key goes on to the grid or to the program's shortcuts.
 */
export function useFloatingDialog(anchor: WindowBox, onClose: () => void): Dialog {
  const element = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const dialog = element.current;
    if (dialog === null) return;
    const put = () => {
      const size = { width: dialog.offsetWidth, height: dialog.offsetHeight };
      setPlace(placeMenu(anchor, size, { width: window.innerWidth, height: window.innerHeight }));
    };
    put();
    const observer = new ResizeObserver(put);
    observer.observe(dialog);
    window.addEventListener('resize', put);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', put);
    };
  }, [anchor]);

  useLayoutEffect(() => {
    const starts = [...(element.current?.querySelectorAll<HTMLElement>('[data-filter-start]') ?? [])];
    const seen = starts.filter((stop) => stop.getClientRects().length > 0);
    // At what is typed into; in a menu without a filter at its first button.
    (seen.findLast((stop) => stop.closest('form') !== null) ?? seen[0])?.focus();
  }, []);

  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && element.current?.contains(event.target) !== true) close.current();
    };
    document.addEventListener('pointerdown', onPress, true);
    return () => document.removeEventListener('pointerdown', onPress, true);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Tab' && element.current !== null) keepTabInside(element.current, event);
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  return { element, place, onKeyDown };
}
