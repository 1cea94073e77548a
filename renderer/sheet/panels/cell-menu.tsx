import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { testIds } from '#renderer/ui/test-ids.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import type { SheetRuntime } from '../core/runtime.ts';
import { cellText, type SheetCore } from '../core/sheet-core.ts';
import { runCommand } from '../sheet-handle.ts';
import type { SheetColumn } from '../types.ts';

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
  // The menu goes first: what it starts may open a panel of its own.
  const then = (act: () => void) => () => {
    onClose();
    runtime.core.focus();
    act();
  };
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
        <CopyItems runtime={runtime} then={then} />
        <Menu.Divider />
        <EditItems runtime={runtime} then={then} />
        <Menu.Divider />
        <FilterItem runtime={runtime} then={then} />
        <RowItems runtime={runtime} then={then} />
      </Menu.Dropdown>
    </Menu>
  );
}

type ItemsProps<Row> = {
  readonly runtime: SheetRuntime<Row>;
  /** Makes what an item does of an act. */
  readonly then: (act: () => void) => () => void;
};

function CopyItems<Row>({ runtime, then }: ItemsProps<Row>): ReactNode {
  const { core, clipboard } = runtime;
  const canWrite = core.props().commands !== undefined;
  return (
    <>
      {canWrite ? (
        <Item label={sheetText.menuCut} shortcut="Ctrl+X" onClick={then(() => clipboard.copySelection(true))} />
      ) : null}
      <Item label={sheetText.menuCopy} shortcut="Ctrl+C" onClick={then(() => clipboard.copySelection(false))} />
      {canWrite ? <Menu.Label>{sheetText.menuPasteHint}</Menu.Label> : null}
    </>
  );
}

function EditItems<Row>({ runtime, then }: ItemsProps<Row>): ReactNode {
  const { core, editor, filling } = runtime;
  const { commands } = core.props();
  const clear = async (): Promise<void> => {
    await filling.everywhere('', { title: sheetText.clear, label: sheetText.clear }).catch(core.tell.failure);
  };
  return (
    <>
      {activeColumn(core)?.editor === undefined || commands === undefined ? null : (
        <>
          <Item label={sheetText.menuEdit} shortcut="F2" onClick={then(() => editor.begin('caret'))} />
          <Item
            label={sheetText.menuLarge}
            shortcut="Shift+F2"
            onClick={then(() => void editor.openLarge().catch(core.tell.failure))}
          />
          <Item label={sheetText.menuClear} shortcut="Delete" onClick={then(() => void clear())} />
        </>
      )}
      {commands?.setField === undefined ? null : (
        <Item label={sheetText.menuBulk} onClick={then(() => runCommand(runtime, 'bulk'))} />
      )}
    </>
  );
}

/** Shows only rows with the value of the active cell. */
function FilterItem<Row>({ runtime, then }: ItemsProps<Row>): ReactNode {
  const { core } = runtime;
  const column = activeColumn(core);
  const row = core.grid.peek(core.store.getState().selection.active.row)?.row ?? null;
  if (column?.filter === undefined || row === null) return null;
  const value = cellText(core, column, row);
  const filter = () =>
    core.store.setState(({ query }) => ({
      query: {
        ...query,
        filters: [
          ...query.filters.filter(({ columnId }) => columnId !== column.id),
          { columnId: column.id, kind: 'values', values: [value], exclude: false },
        ],
      },
    }));
  const shown = value === '' ? sheetText.blank : value.slice(0, 16);
  return <Item label={sheetText.menuFilterValue(shown)} onClick={then(filter)} />;
}

function RowItems<Row>({ runtime, then }: ItemsProps<Row>): ReactNode {
  const { commands } = runtime.core.props();
  return (
    <>
      {commands?.insert === undefined ? null : (
        <Item label={sheetText.menuInsert} shortcut="Ctrl++" onClick={then(() => runCommand(runtime, 'insert'))} />
      )}
      {commands?.duplicate === undefined ? null : (
        <Item label={sheetText.menuDuplicate} onClick={then(() => runCommand(runtime, 'duplicate'))} />
      )}
      {commands?.remove === undefined ? null : (
        <Item label={sheetText.menuRemove} shortcut="Ctrl+-" onClick={then(() => runCommand(runtime, 'remove'))} />
      )}
    </>
  );
}

function activeColumn<Row>({ grid, store }: SheetCore<Row>): SheetColumn<Row> | undefined {
  return grid.columns()[store.getState().selection.active.column];
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
