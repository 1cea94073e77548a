import { Checkbox } from '@mantine/core';
import { type DragEvent, type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { formatCount } from '#renderer/ui/format.ts';
import { sheetViewsText as words } from '#shared/messages/ui/sheet-views.ts';

type ColumnItem = {
  readonly id: string;
  readonly title: string;
  readonly hidden: boolean;
  readonly frozen: boolean;
};

type ColumnListProps = {
  readonly items: readonly ColumnItem[];
  /** False while only a part of the columns is listed: their neighbours are not seen. */
  readonly canMove: boolean;
  readonly onShow: (id: string, on: boolean) => void;
  /** `before` null = to the end. */
  readonly onMove: (id: string, before: string | null) => void;
};

/** Columns to tick and to put in order. One stop of the Tab key: arrows go up and down, with Alt they take the column along. */
export function ColumnList({ items, canMove, onShow, onMove }: ColumnListProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const [active, setActive] = useState('');
  const [moved, setMoved] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const [announced, setAnnounced] = useState('');
  const stop = items.some(({ id }) => id === active) ? active : items[0]?.id;

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
    setActive(item.id);
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
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (dragged !== null && target !== null && target !== dragged) {
      const [from, to] = [items.findIndex(({ id }) => id === dragged), items.findIndex(({ id }) => id === target)];
      onMove(dragged, from < to ? (items[to + 1]?.id ?? null) : target);
    }
    setDragged(null);
    setTarget(null);
  };
  if (items.length === 0) return <p className="muted columns-none">{words.noColumn}</p>;
  return (
    <>
      <ul className="columns-list" ref={list} aria-label={words.columnsList} onDrop={drop}>
        {items.map((item, index) => (
          <li
            key={item.id}
            draggable={canMove}
            data-target={target === item.id && dragged !== item.id ? placeOf(items, dragged, index) : 'none'}
            data-dragged={dragged === item.id}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', item.title);
              setDragged(item.id);
            }}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setTarget(item.id);
            }}
            onDragEnd={() => {
              setDragged(null);
              setTarget(null);
            }}
          >
            <span className="columns-grip" aria-hidden="true" title={canMove ? words.drag : ''}>
              ⠿
            </span>
            <Checkbox
              className="grow"
              label={item.title}
              checked={!item.hidden}
              tabIndex={item.id === stop ? 0 : -1}
              onFocus={() => setActive(item.id)}
              onChange={(event) => onShow(item.id, event.currentTarget.checked)}
              onKeyDown={(event) => onKeyDown(event, index)}
            />
            {item.frozen ? <span className="columns-frozen">{words.frozenMark}</span> : null}
            <MoveButton
              label={words.moveUp(item.title)}
              mark="↑"
              isOff={!canMove || index === 0}
              onPress={() => step(index, -1)}
            />
            <MoveButton
              label={words.moveDown(item.title)}
              mark="↓"
              isOff={!canMove || index === items.length - 1}
              onPress={() => step(index, 1)}
            />
          </li>
        ))}
      </ul>
      <p className="visually-hidden" role="status">
        {announced}
      </p>
    </>
  );
}

/** A column dragged down lands behind the one it is dropped on, one dragged up before it. */
function placeOf(items: readonly ColumnItem[], dragged: string | null, index: number): 'before' | 'after' {
  return items.findIndex(({ id }) => id === dragged) < index ? 'after' : 'before';
}

type MoveButtonProps = {
  readonly label: string;
  readonly mark: string;
  readonly isOff: boolean;
  readonly onPress: () => void;
};

/** For the mouse; Alt and an arrow key do the same. */
function MoveButton({ label, mark, isOff, onPress }: MoveButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="columns-move"
      tabIndex={-1}
      aria-label={label}
      title={label}
      disabled={isOff}
      onClick={onPress}
    >
      <span aria-hidden="true">{mark}</span>
    </button>
  );
}
