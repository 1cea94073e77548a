import { Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { sheetViewsText as words } from '#shared/messages/ui/sheet-views.ts';
import { type ColumnItem, useDragMoves, useKeyMoves } from './use-column-moves.ts';

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
  const [active, setActive] = useState('');
  const keys = useKeyMoves(items, { canMove, onMove, onActive: setActive });
  const drag = useDragMoves(items, onMove);
  const stop = items.some(({ id }) => id === active) ? active : items[0]?.id;
  if (items.length === 0) return <p className="muted columns-none">{words.noColumn}</p>;
  return (
    <>
      <ul className="columns-list" ref={keys.list} aria-label={words.columnsList} onDrop={drag.drop}>
        {items.map((item, index) => (
          <li key={item.id} draggable={canMove} {...drag.line(item, index)}>
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
              onKeyDown={(event) => keys.onKeyDown(event, index)}
            />
            {item.frozen ? <span className="columns-frozen">{words.frozenMark}</span> : null}
            <MoveButton
              label={words.moveUp(item.title)}
              mark="↑"
              isOff={!canMove || index === 0}
              onPress={() => keys.step(index, -1)}
            />
            <MoveButton
              label={words.moveDown(item.title)}
              mark="↓"
              isOff={!canMove || index === items.length - 1}
              onPress={() => keys.step(index, 1)}
            />
          </li>
        ))}
      </ul>
      <p className="visually-hidden" role="status">
        {keys.announced}
      </p>
    </>
  );
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
