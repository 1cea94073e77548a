import { japaneseDay } from '#shared/domain/japanese-time.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { type KeyCommand, keyCommand, type KeyEvent } from '../input/key-commands.ts';
import { isNothing, selectCell } from '../selection/ranges.ts';
import { runCommand } from '../sheet-handle.ts';
import { saysNothingActive } from './active-row.ts';
import type { SheetRuntime } from './runtime.ts';
import { cellText, rowAt, type SheetCore } from './sheet-core.ts';

type Plain = Exclude<KeyCommand['kind'], 'move' | 'move-edge' | 'next' | 'find-next' | 'undo' | 'redo' | 'ignore'>;

/** A pressed key, and keeping the browser from what it would do with it. */
export type KeyPress = KeyEvent & { readonly isComposing: boolean; readonly preventDefault: () => void };

/** What the keys of the sheet do; undo and redo are the program's own and reach it by themselves. */
export function createKeys<Row>(runtime: SheetRuntime<Row>): (event: KeyPress) => void {
  const { core, editor, navigation, finding } = runtime;
  const plain = plainCommands(runtime);
  return (event) => {
    const { editing } = core.store.getState();
    const composing = event.isComposing || editing?.composing === true;
    if (editing !== null && !composing && listKey(runtime, event)) return;
    if (editing === null && event.key === ' ' && !event.ctrlKey && !event.shiftKey && pressWide(runtime)) {
      event.preventDefault();
      return;
    }
    const command = keyCommand(event, {
      editing: editing !== null,
      typeOver: editing?.mode === 'type',
      composing,
    });
    if (command === null || command.kind === 'undo' || command.kind === 'redo') return;
    event.preventDefault();
    switch (command.kind) {
      case 'move':
        if (command.commit) editor.commit();
        navigation.move(command.move, command.extend);
        return;
      case 'move-edge':
        if (command.commit) editor.commit();
        tellFailure(core, navigation.toEdge(command.direction, command.extend));
        return;
      case 'next':
        if (command.commit) editor.commit();
        navigation.advance(command.direction);
        return;
      case 'find-next':
        finding.next(command.backwards);
        return;
      case 'ignore':
        return;
      default:
        plain[command.kind]();
    }
  };
}

/** Up and down go through the list below the cell when it is open or the cell has one to choose from. */
function listKey<Row>({ core, editor }: SheetRuntime<Row>, event: KeyPress): boolean {
  const { editing } = core.store.getState();
  const column = core.props().columns.find(({ id }) => id === editing?.columnId);
  const kind = column?.editor?.kind;
  if (event.altKey && event.key === 'ArrowDown') {
    event.preventDefault();
    editor.openList();
    return true;
  }
  if (kind !== 'choice' && kind !== 'many' && editing?.listOpened !== true) return false;
  if (event.ctrlKey || event.altKey || event.shiftKey) return false;
  if (event.key === 'ArrowDown') editor.moveInList(1);
  else if (event.key === 'ArrowUp') editor.moveInList(-1);
  else if (event.key === ' ' && kind === 'many' && (editing?.listPlace ?? -1) >= 0) editor.toggleInList();
  else return false;
  event.preventDefault();
  return true;
}

function pressWide<Row>({ core }: SheetRuntime<Row>): boolean {
  const { wide } = core.props();
  const { selection } = core.store.getState();
  const row = isNothing(selection) ? null : (core.grid.peek(selection.active.row)?.row ?? null);
  if (wide?.press === undefined || row === null || !wide.is(row)) return false;
  wide.press(row);
  return true;
}

function plainCommands<Row>(runtime: SheetRuntime<Row>): Readonly<Record<Plain, () => void>> {
  const { core, editor, navigation, filling, clipboard } = runtime;
  const active = () => core.store.getState().selection.active;
  return {
    edit: () => editor.begin('caret'),
    'switch-edit-mode': editor.switchMode,
    'edit-large': () => tellFailure(core, editor.openLarge()),
    'clear-and-edit': () => editor.begin('caret', ''),
    clear: () => tellFailure(core, filling.everywhere('', { title: sheetText.clear, label: sheetText.clear })),
    cancel: () => {
      if (core.store.getState().gathering === 'yes') core.store.setState({ gathering: 'stopped' });
      if (editor.isEditing()) editor.cancel();
      else if (core.store.getState().panel !== null) core.store.setState({ panel: null });
      clipboard.cancelCut();
    },
    'new-line': () => editor.insert('\n'),
    'fill-selection': editor.commitToSelection,
    'select-all': navigation.selectAll,
    'select-column': navigation.wholeColumns,
    'select-row': navigation.wholeRows,
    'select-active': () => navigation.select(selectCell(active())),
    'show-active': () => core.grid.reveal(active()),
    'fill-down': () => tellFailure(core, filling.down()),
    'fill-right': () => tellFailure(core, filling.right()),
    // In the form that both Excel and the ledger take for a date.
    'insert-today': () => insertText(runtime, japaneseDay(new Date())),
    'copy-above': () => tellFailure(core, copyAbove(runtime)),
    find: () => runCommand(runtime, 'find'),
    replace: () => runCommand(runtime, 'replace'),
    'open-filter': () => openFilter(runtime),
    'open-list': () => openListOrFilter(runtime),
    'insert-rows': () => runCommand(runtime, 'insert'),
    'delete-rows': () => runCommand(runtime, 'remove'),
    'open-menu': () => openMenu(runtime),
  };
}

/** What a key began and could not be done is told: a lost connection must not look like a key that does nothing. */
function tellFailure<Row>({ tell }: SheetCore<Row>, work: Promise<unknown>): void {
  work.catch(tell.failure);
}

function insertText<Row>({ editor }: SheetRuntime<Row>, text: string): void {
  if (editor.isEditing()) editor.insert(text);
  else editor.begin('caret', text);
}

async function copyAbove<Row>(runtime: SheetRuntime<Row>): Promise<void> {
  const { core } = runtime;
  if (saysNothingActive(core)) return;
  const { active } = core.store.getState().selection;
  const column = core.grid.columns()[active.column];
  const row = active.row === 0 ? null : await rowAt(core, active.row - 1);
  if (column !== undefined && row !== null) insertText(runtime, cellText(core, column, row));
}

function openFilter<Row>({ core, editor }: SheetRuntime<Row>): void {
  editor.commit();
  const column = core.grid.columns()[core.store.getState().selection.active.column];
  if (column?.filter === undefined && column?.sortable !== true) return;
  const anchor = core.grid.headBoxOf(column.id);
  if (anchor !== null) core.store.setState({ panel: { kind: 'filter', columnId: column.id, anchor } });
}

/** Alt+Down: the choices of a cell that has some, else the menu of its column. */
function openListOrFilter<Row>(runtime: SheetRuntime<Row>): void {
  const { core, editor } = runtime;
  const column = core.grid.columns()[core.store.getState().selection.active.column];
  const kind = column?.editor?.kind;
  if (kind === 'choice' || kind === 'many') editor.openList();
  else openFilter(runtime);
}

function openMenu<Row>({ core }: SheetRuntime<Row>): void {
  if (saysNothingActive(core)) return;
  const box = core.grid.windowBoxOf(core.store.getState().selection.active);
  if (box !== null) core.store.setState({ panel: { kind: 'menu', x: box.left + 8, y: box.bottom } });
}
