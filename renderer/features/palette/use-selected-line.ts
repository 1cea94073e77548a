import { type RefObject, useEffect, useRef, useState } from 'react';
import { paletteStore } from '#renderer/actions/palette.ts';

const marker = 'data-selected';

/** The place of the marked line; the first is marked when the marked one has gone, or Enter would do nothing. */
function markedPlace(list: HTMLElement): number {
  const lines = [...list.querySelectorAll('[data-action]')];
  const place = lines.findIndex((line) => line.hasAttribute(marker));
  if (place !== -1) return place;
  lines[0]?.setAttribute(marker, 'true');
  return lines.length === 0 ? -1 : 0;
}

/**
 * Which line is chosen. The component marks it in the page and tells nobody, so the page is watched: screen readers need it, and
 * lines that arrive late must not move the choice.
 */
export function useSelectedLine(): { readonly list: RefObject<HTMLDivElement | null>; readonly selected: number } {
  const list = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState(-1);
  useEffect(() => {
    const { current } = list;
    if (current === null) return undefined;
    const look = () => {
      const place = markedPlace(current);
      paletteStore.updateState((state) => ({ ...state, selected: place }));
      setSelected(place);
    };
    const observer = new MutationObserver(look);
    observer.observe(current, { subtree: true, childList: true, attributes: true, attributeFilter: [marker] });
    look();
    return () => observer.disconnect();
  }, []);
  return { list, selected };
}
