import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { paletteStore } from '#renderer/actions/palette.ts';

const marker = 'data-selected';

/** The place of the marked line; the first is marked until the user has moved on, or when the marked one has gone. */
function markedPlace(list: HTMLElement, hasMoved: boolean): number {
  const lines = [...list.querySelectorAll('[data-action]')];
  const place = lines.findIndex((line) => line.hasAttribute(marker));
  if (place === 0 || (place !== -1 && hasMoved)) return place;
  lines[place]?.removeAttribute(marker);
  lines[0]?.setAttribute(marker, 'true');
  return lines.length === 0 ? -1 : 0;
}

type SelectedLine = {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly selected: number;
  /** For the field: which keys move the choice. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/**
 * Which line is chosen: the best one, also when it arrives late, until the user chooses another. The component marks it in the
 * page and tells nobody, so the page is watched: screen readers need it.
 */
export function useSelectedLine(query: string): SelectedLine {
  const list = useRef<HTMLDivElement>(null);
  const hasMoved = useRef(false);
  const [selected, setSelected] = useState(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each query has its own best line
  useLayoutEffect(() => {
    hasMoved.current = false;
  }, [query]);
  useEffect(() => {
    const { current } = list;
    if (current === null) return undefined;
    const look = () => {
      const place = markedPlace(current, hasMoved.current);
      paletteStore.updateState((state) => ({ ...state, selected: place }));
      setSelected(place);
    };
    const observer = new MutationObserver(look);
    observer.observe(current, { subtree: true, childList: true, attributes: true, attributeFilter: [marker] });
    look();
    return () => observer.disconnect();
  }, []);
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowDown' || key === 'ArrowUp') hasMoved.current = true;
  };
  return { list, selected, onKeyDown };
}
