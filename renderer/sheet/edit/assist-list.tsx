import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { testIds } from '#renderer/ui/test-ids.ts';
import { sheetEditText } from '#shared/messages/ui/sheet-edit.ts';
import type { Assist, AssistItem } from './assist.ts';
import './assist.css';

/** The edited cell in px of the positioned parent, which the list must not leave. */
export type AssistAnchor = {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
};

type AssistListProps = {
  readonly assist: Assist;
  /** Place of the item the user went to, -1 = none. */
  readonly active: number;
  readonly anchor: AssistAnchor;
  /** One value was chosen: the edit is over. */
  readonly onPick: (item: AssistItem) => void;
  /** One of several values was ticked or unticked: the edit goes on. */
  readonly onToggle: (item: AssistItem) => void;
};

/** Id of the list, for aria-controls of the textarea. */
export const assistListId = 'sheet-assist';

/** Id of an item, for aria-activedescendant of the textarea. */
export function assistItemId(index: number): string {
  return `${assistListId}-${index}`;
}

/** Distance to the cell, and to the edge of the grid. */
const gap = 2;
const edge = 4;

type Place = { readonly left: number; readonly top: number; readonly maxHeight: number };

/** Below the cell, or above it where more of the list can be seen; never beyond the parent. */
export function placeList(
  anchor: AssistAnchor,
  size: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): Place {
  const below = room.height - anchor.bottom - gap - edge;
  const above = anchor.top - gap - edge;
  const isBelow = size.height <= below || below >= above;
  const maxHeight = Math.max(0, isBelow ? below : above);
  const height = Math.min(size.height, maxHeight);
  return {
    left: Math.max(edge, Math.min(anchor.left, room.width - size.width - edge)),
    top: isBelow ? anchor.bottom + gap : anchor.top - gap - height,
    maxHeight,
  };
}

/** Height without the limit of the place before: all items as far as the style allows, and the hint. */
function naturalHeight(box: HTMLElement): number {
  const list = box.firstElementChild;
  if (list === null || list.role !== 'listbox') return box.scrollHeight;
  const most = Number.parseFloat(getComputedStyle(list).maxHeight);
  const others = box.offsetHeight - list.clientHeight;
  return Math.min(list.scrollHeight, Number.isNaN(most) ? list.scrollHeight : most) + others;
}

/** Scrolls the list alone; scrollIntoView would move the grid as well. */
function keepInSight(line: HTMLElement): void {
  const list = line.parentElement;
  if (list === null) return;
  const top = line.offsetTop - list.offsetTop;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + line.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = top + line.offsetHeight - list.clientHeight;
}

/**
 * The list below the edited cell and what the typed text means. It never takes the focus: the textarea keeps it. The pointer over an
 * item only colours it: Enter must not write what the mouse happens to rest on.
 */
export function AssistList({ assist, active, anchor, onPick, onToggle }: AssistListProps): ReactNode {
  const { items, hint } = assist;
  const { box, place } = useListPlace(assist, active, anchor);
  if (items.length === 0 && hint === null) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus where it is
    <div
      ref={box}
      className="assist"
      data-testid={testIds.sheetAssist}
      style={{
        left: place?.left ?? anchor.left,
        top: place?.top ?? anchor.bottom + gap,
        minWidth: anchor.width,
        maxHeight: place?.maxHeight,
        visibility: place === null ? 'hidden' : 'visible',
      }}
      onMouseDown={(event) => event.preventDefault()}
    >
      <AssistItems items={items} active={active} onPick={onPick} onToggle={onToggle} />
      {hint === null ? null : (
        <p className={`assist-hint assist-${hint.tone}`} role="status" data-testid={testIds.sheetAssistHint}>
          {hint.text}
        </p>
      )}
    </div>
  );
}

/** Where the list stands; null = not measured yet. The active item stays in sight. */
function useListPlace({ items, hint }: Assist, active: number, { left, top, bottom, width }: AssistAnchor) {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the size of the list follows its items and its hint
  useLayoutEffect(() => {
    const parent = box.current?.offsetParent ?? null;
    if (box.current === null || parent === null) return;
    const size = { width: box.current.offsetWidth, height: naturalHeight(box.current) };
    setPlace(placeList({ left, top, bottom, width }, size, { width: parent.clientWidth, height: parent.clientHeight }));
  }, [left, top, bottom, width, items, hint?.text]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other items may have moved the active one out of sight
  useLayoutEffect(() => {
    const line = box.current?.querySelector<HTMLElement>('[data-active="true"]');
    if (line !== null && line !== undefined) keepInSight(line);
  }, [active, items, place]);

  return { box, place };
}

type AssistItemsProps = Pick<AssistListProps, 'active' | 'onPick' | 'onToggle'> & {
  readonly items: readonly AssistItem[];
};

function AssistItems({ items, active, onPick, onToggle }: AssistItemsProps): ReactNode {
  if (items.length === 0) return null;
  const isMany = items.some((item) => item.checked !== undefined);
  return (
    <div
      id={assistListId}
      role="listbox"
      aria-label={isMany ? sheetEditText.manyLabel : sheetEditText.listLabel}
      aria-multiselectable={isMany}
      className="assist-items"
    >
      {items.map((item, index) => (
        <AssistLine
          key={item.label}
          item={item}
          index={index}
          active={index === active}
          onClick={item.checked === undefined ? onPick : onToggle}
        />
      ))}
    </div>
  );
}

type AssistLineProps = {
  readonly item: AssistItem;
  readonly index: number;
  readonly active: boolean;
  readonly onClick: (item: AssistItem) => void;
};

function AssistLine({ item, index, active, onClick }: AssistLineProps): ReactNode {
  const { checked } = item;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the textarea's, which points here by aria-activedescendant
    <div
      id={assistItemId(index)}
      role="option"
      tabIndex={-1}
      aria-selected={checked ?? active}
      data-active={active}
      className="assist-item"
      onClick={() => onClick(item)}
    >
      {checked === undefined ? null : (
        <span className="assist-box" aria-hidden="true">
          {checked ? '✓' : ''}
        </span>
      )}
      <span className="assist-label">{item.label}</span>
      {item.note === undefined || item.note === '' ? null : <small>{item.note}</small>}
    </div>
  );
}
