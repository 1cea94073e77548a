import { type KeyboardEvent, type ReactNode, type Ref, useId, useLayoutEffect, useRef, useState } from 'react';
import { useDisplay } from '#renderer/ui/display.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';

export type TickItem = {
  readonly key: string;
  readonly label: string;
  /** null: the line that stands for all others. */
  readonly count: number | null;
  readonly ticked: 'all' | 'some' | 'none';
};

type ValueListBoxProps = {
  readonly label: string;
  readonly items: readonly TickItem[];
  readonly boxRef: Ref<HTMLDivElement>;
  readonly onTick: (index: number, on: boolean) => void;
  readonly onEnter: () => void;
  /** Arrow up on the first line. */
  readonly onLeave: () => void;
};

const spareRows = 6;
const drawnRows = 30;
const pageRows = 8;

const nextLine: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  PageDown: (at, last) => Math.min(last, at + pageRows),
  PageUp: (at) => Math.max(0, at - pageRows),
  Home: () => 0,
  End: (_at, last) => last,
};

function scrollTo(box: HTMLElement, start: number, end: number): void {
  if (start < box.scrollTop) box.scrollTop = start;
  else if (end > box.scrollTop + box.clientHeight) box.scrollTop = end - box.clientHeight;
}

type LineKeys = Pick<ValueListBoxProps, 'onTick' | 'onEnter' | 'onLeave'>;

/** Which lines are drawn, which one is active, and what the keys do with it. */
function useLines(items: readonly TickItem[], { onTick, onEnter, onLeave }: LineKeys) {
  const { fontSize } = useDisplay();
  const lineHeight = Math.round(fontSize * 1.85);
  const box = useRef<HTMLDivElement | null>(null);
  const [top, setTop] = useState(0);
  const [chosen, setActive] = useState(0);
  const active = Math.max(0, Math.min(chosen, items.length - 1));
  const first = Math.max(0, Math.min(Math.floor(top / lineHeight), items.length) - spareRows);
  const drawn = items.slice(first, first + drawnRows);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list starts at its top
  useLayoutEffect(() => {
    setActive(0);
    if (box.current !== null) box.current.scrollTop = 0;
  }, [items.length]);

  const reveal = (index: number) => {
    setActive(index);
    if (box.current !== null) scrollTo(box.current, index * lineHeight, (index + 1) * lineHeight);
  };
  const tick = (index: number) => {
    const item = items[index];
    if (item !== undefined) onTick(index, item.ticked !== 'all');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.altKey || event.ctrlKey ? undefined : nextLine[event.key];
    if (step !== undefined) {
      if (event.key === 'ArrowUp' && active === 0) onLeave();
      else reveal(step(active, items.length - 1));
    } else if (event.key === ' ') tick(active);
    else if (event.key === 'Enter') onEnter();
    else return;
    event.preventDefault();
  };
  const press = (index: number) => {
    setActive(index);
    tick(index);
  };
  return { box, active, first, drawn, lineHeight, scrolled: setTop, onKeyDown, press };
}

/** Lines to tick by mouse, or by arrow keys and the space bar. Only the lines in sight are drawn: there may be thousands. */
export function ValueListBox({ label, items, boxRef, onTick, onEnter, onLeave }: ValueListBoxProps): ReactNode {
  const name = useId();
  const lines = useLines(items, { onTick, onEnter, onLeave });
  const { box, active, first, drawn, lineHeight } = lines;
  const isActiveDrawn = active >= first && active < first + drawn.length;
  return (
    <div
      ref={(element) => {
        box.current = element;
        if (typeof boxRef === 'function') boxRef(element);
        else if (boxRef !== null && boxRef !== undefined) boxRef.current = element;
      }}
      className="value-list"
      role="listbox"
      aria-multiselectable="true"
      aria-label={label}
      tabIndex={0}
      data-testid={testIds.filterValues}
      {...(isActiveDrawn && items.length > 0 ? { 'aria-activedescendant': `${name}-${active}` } : {})}
      onScroll={(event) => lines.scrolled(event.currentTarget.scrollTop)}
      onKeyDown={lines.onKeyDown}
    >
      <div role="presentation" style={{ height: items.length * lineHeight, paddingTop: first * lineHeight }}>
        {drawn.map((item, offset) => (
          <ValueLine
            key={item.key}
            item={item}
            id={`${name}-${first + offset}`}
            place={first + offset + 1}
            lines={items.length}
            height={lineHeight}
            isActive={first + offset === active}
            onClick={() => lines.press(first + offset)}
          />
        ))}
      </div>
    </div>
  );
}

type ValueLineProps = {
  readonly item: TickItem;
  readonly id: string;
  /** From 1. */
  readonly place: number;
  readonly lines: number;
  readonly height: number;
  readonly isActive: boolean;
  readonly onClick: () => void;
};

function ValueLine({ item, id, place, lines, height, isActive, onClick }: ValueLineProps): ReactNode {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box takes the keys for its lines
    // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus and names its active line
    <div
      id={id}
      className={item.count === null ? 'value-line value-all' : 'value-line'}
      role="option"
      aria-selected={item.ticked === 'all'}
      aria-setsize={lines}
      aria-posinset={place}
      data-active={isActive}
      data-ticked={item.ticked}
      title={item.label}
      style={{ height }}
      onClick={onClick}
    >
      <span className="value-tick" aria-hidden="true" />
      <span className="value-name">{item.label}</span>
      {item.count === null ? null : <span className="value-count">{formatCount(item.count)}</span>}
    </div>
  );
}
