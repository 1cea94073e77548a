import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import type { SheetRuntime } from '../core/runtime.ts';
import { cellText } from '../core/sheet-core.ts';
import { runCommand } from '../sheet-handle.ts';

type CellMenuProps<Row> = {
  readonly runtime: SheetRuntime<Row>;
  /** In pixels of the window. */
  readonly x: number;
  readonly y: number;
  readonly onClose: () => void;
};

const pressEvents = ['mousedown', 'touchstart'];

/** The menu of the right mouse button and the menu key. */
export function CellMenu<Row>({ runtime, x, y, onClose }: CellMenuProps<Row>): ReactNode {
  const { core, clipboard, filling, editor } = runtime;
  const commands = core.props().commands;
  const { active } = core.store.getState().selection;
  const column = core.grid.columns()[active.column];
  const row = core.grid.peek(active.row)?.row ?? null;
  // The menu goes first: what it starts may open a panel of its own.
  const then = (act: () => void) => () => {
    onClose();
    core.focus();
    act();
  };
  const value = column === undefined || row === null ? null : cellText(core, column, row);
  const filterByValue = () => {
    if (column === undefined || value === null) return;
    const filter = { columnId: column.id, kind: 'values' as const, values: [value], exclude: false };
    core.store.setState(({ query }) => ({
      query: { ...query, filters: [...query.filters.filter(({ columnId }) => columnId !== column.id), filter] },
    }));
  };
  const shownValue = value === '' ? sheetText.blank : (value ?? '').slice(0, 16);
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      offset={0}
      width={230}
      withinPortal
      // The press of the menu key that opens it is not one beside it.
      clickOutsideEvents={pressEvents}
      trapFocus
      returnFocus={false}
    >
      <Menu.Target>
        <span style={{ position: 'fixed', left: x, top: y, width: 0, height: 0 }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={sheetText.menu} data-testid={testIds.sheetMenu}>
        {commands === undefined ? null : (
          <Item label={sheetText.menuCut} shortcut="Ctrl+X" onClick={then(() => clipboard.copySelection(true))} />
        )}
        <Item label={sheetText.menuCopy} shortcut="Ctrl+C" onClick={then(() => clipboard.copySelection(false))} />
        {commands === undefined ? null : <Menu.Label>{sheetText.menuPasteHint}</Menu.Label>}
        <Menu.Divider />
        {column?.editor === undefined || commands === undefined ? null : (
          <>
            <Item label={sheetText.menuEdit} shortcut="F2" onClick={then(() => editor.begin('caret'))} />
            <Item
              label={sheetText.menuLarge}
              shortcut="Shift+F2"
              onClick={then(() => void editor.openLarge().catch(notifyFailure))}
            />
            <Item
              label={sheetText.menuClear}
              shortcut="Delete"
              onClick={then(
                () =>
                  void filling.everywhere('', { title: sheetText.clear, label: sheetText.clear }).catch(notifyFailure),
              )}
            />
          </>
        )}
        {commands?.setField === undefined ? null : (
          <Item label={sheetText.menuBulk} onClick={then(() => runCommand(runtime, 'bulk'))} />
        )}
        <Menu.Divider />
        {column?.filter === undefined || value === null ? null : (
          <Item label={sheetText.menuFilterValue(shownValue)} onClick={then(filterByValue)} />
        )}
        {commands?.insert === undefined ? null : (
          <Item label={sheetText.menuInsert} shortcut="Ctrl++" onClick={then(() => runCommand(runtime, 'insert'))} />
        )}
        {commands?.duplicate === undefined ? null : (
          <Item label={sheetText.menuDuplicate} onClick={then(() => runCommand(runtime, 'duplicate'))} />
        )}
        {commands?.remove === undefined ? null : (
          <Item label={sheetText.menuRemove} shortcut="Ctrl+-" onClick={then(() => runCommand(runtime, 'remove'))} />
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Item({
  label,
  shortcut,
  onClick,
}: {
  readonly label: string;
  readonly shortcut?: string;
  readonly onClick: () => void;
}): ReactNode {
  return (
    <Menu.Item
      onClick={onClick}
      rightSection={shortcut === undefined ? null : <span className="muted">{shortcut}</span>}
    >
      {label}
    </Menu.Item>
  );
}
