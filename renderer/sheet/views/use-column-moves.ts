import { type DragEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { formatCount } from '#renderer/ui/format.ts';
import { sheetViewsText as words } from '#shared/messages/ui/sheet-views.ts';

export type ColumnItem = {
  readonly id: string;
  readonly title: string;
  readonly hidden: boolean;
  readonly frozen: boolean;
};

type Move = (id: string, before: string | null) => void;

type KeyMoves = {
  readonly list: RefObject<HTMLUListElement | null>;
  readonly onKeyDown: (event: KeyboardEvent, index: number) => void;
  /** Takes a column one place up (-1) or down. */
  readonly step: (index: number, by: number) => void;
  /** What was moved where, for screen readers. */
  readonly announced: string;
};

type KeyOptions = { readonly canMove: boolean; readonly onMove: Move; readonly onActive: (id: string) => void };

/** Going through the list by arrow keys, and taking a column along. */
export function useKeyMoves(items: readonly ColumnItem[], { canMove, onMove, onActive }: KeyOptions): KeyMoves {
  const list = useRef<HTMLUListElement>(null);
  const [moved, setMoved] = useState<string | null>(null);
  const [announced, setAnnounced] = useState('');
  const boxes = () => [...(list.current?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])];
  useLayoutEffect(() => {
    // A moved element loses the focus.
    if (moved === null) return;
    const box = boxes()[items.findIndex(({ id }) => id === moved)];
    box?.focus();
    box?.scrollIntoView({ block: 'nearest' });
    setMoved(null);
  });
  const step = (index: number, by: number) => {
    const item = items[index];
    if (item === undefined || !canMove || index + by < 0 || index + by >= items.length) return;
    onMove(item.id, items[by > 0 ? index + 2 : index - 1]?.id ?? null);
    onActive(item.id);
    setMoved(item.id);
    setAnnounced(words.moved(item.title, formatCount(index + by + 1)));
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const by = event.key === 'ArrowUp' ? -1 : 1;
    if (event.altKey) step(index, by);
    else boxes()[index + by]?.focus();
  };
  return { list, onKeyDown, step, announced };
}

/** Dragging a column to another place. */
export function useDragMoves(items: readonly ColumnItem[], onMove: Move) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const end = () => {
    setDragged(null);
    setTarget(null);
  };
  return {
    drop: (event: DragEvent) => {
      event.preventDefault();
      if (dragged !== null && target !== null && target !== dragged) {
        const [from, to] = [items.findIndex(({ id }) => id === dragged), items.findIndex(({ id }) => id === target)];
        onMove(dragged, from < to ? (items[to + 1]?.id ?? null) : target);
      }
      end();
    },
    /** What a line of the list needs for it. */
    line: (item: ColumnItem, index: number) => ({
      'data-target': target === item.id && dragged !== item.id ? placeOf(items, dragged, index) : 'none',
      'data-dragged': dragged === item.id,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', item.title);
        setDragged(item.id);
      },
      onDragOver: (event: DragEvent) => {
        if (dragged === null) return;
        event.preventDefault();
        setTarget(item.id);
      },
      onDragEnd: end,
    }),
  };
}

/** A column dragged down lands after the one it is dropped on, one dragged up before it. */
function placeOf(items: readonly ColumnItem[], dragged: string | null, index: number): 'before' | 'after' {
  return items.findIndex(({ id }) => id === dragged) < index ? 'after' : 'before';
}
