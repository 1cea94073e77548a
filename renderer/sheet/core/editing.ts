import { sheetText } from '#shared/messages/ui/sheet.ts';
import { assistFor, commitText } from '../edit/assist.ts';
import type { SheetColumn, SheetEdit } from '../types.ts';
import { activeRow, loadedActive, rowOf, saysNothingActive } from './active-row.ts';
import type { Batches } from './batches.ts';
import { startGathering } from './gathering.ts';
import { cellText, isEditable, rowAt, type SheetCore } from './sheet-core.ts';
import type { Editing } from './state.ts';

/** Typing into the active cell. The text lives in the sheet's one textarea; this keeps what it means. */
export type Editor = {
  /** Starts typing: 'type' with what was typed, 'caret' with what the cell holds. False when the cell cannot be changed. */
  readonly begin: (mode: Editing['mode'], text?: string) => boolean;
  readonly setText: (text: string) => void;
  readonly setComposing: (composing: boolean) => void;
  /** Writes the text; the cell shows it at once. */
  readonly commit: () => void;
  /** Writes the text into every selected cell (Ctrl+Enter). */
  readonly commitToSelection: () => void;
  readonly cancel: () => void;
  readonly openList: () => void;
  readonly moveInList: (step: 1 | -1) => void;
  /** Ticks or unticks the marked item of a list of several values. */
  readonly toggleInList: () => void;
  /** F2 while typing: arrow keys move the caret from now on, or the active cell again. */
  readonly switchMode: () => void;
  /** Puts a text where the caret is. */
  readonly insert: (text: string) => void;
  /** Takes an item of the list below the cell; a list of several values stays open. */
  readonly pick: (text: string) => void;
  readonly isEditing: () => boolean;
  readonly openLarge: () => Promise<void>;
};

type Sources<Row> = {
  readonly batches: Batches<Row>;
  /** Kana typed on the way to the text; '' = unknown. */
  readonly reading: () => string;
  readonly fillSelection: (text: string) => Promise<void>;
  /** Types into the textarea where its caret is. */
  readonly insert: (text: string) => void;
};

export function createEditor<Row>(core: SheetCore<Row>, sources: Sources<Row>): Editor {
  const { store } = core;
  const editing = (): Editing | null => store.getState().editing;
  const patch = (change: Partial<Editing>): void =>
    store.setState((state) => (state.editing === null ? {} : { editing: { ...state.editing, ...change } }));
  const finished = (): Done<Row> | null => finish(core);
  return {
    ...listOf(core, patch),
    begin: (mode, text) => beginEditing(core, mode, text),
    setText: (text) => patch({ text, listPlace: -1 }),
    setComposing: (composing) => patch({ composing }),
    commit: () => {
      const done = finished();
      if (done !== null) writeCell(core, sources, done).catch(core.tell.failure);
    },
    commitToSelection: () => {
      const done = finished();
      if (done !== null) void sources.fillSelection(done.text).catch(core.tell.failure);
    },
    cancel: () => store.setState({ editing: null }),
    switchMode: () => patch({ mode: editing()?.mode === 'type' ? 'caret' : 'type' }),
    insert: sources.insert,
    pick: (text) => patch({ text }),
    isEditing: () => editing() !== null,
    openLarge: () => openLarge(core, sources.batches, finished),
  };
}

/** The list below the cell. */
function listOf<Row>(
  core: SheetCore<Row>,
  patch: (change: Partial<Editing>) => void,
): Pick<Editor, 'openList' | 'moveInList' | 'toggleInList'> {
  const editing = (): Editing | null => core.store.getState().editing;
  return {
    openList: () => {
      if (editing() === null) beginEditing(core, 'caret', undefined);
      patch({ listOpened: true });
    },
    moveInList: (step) => {
      const now = editing();
      const items = now === null ? [] : itemsOf(core, now);
      const count = items.length;
      if (now === null || count === 0) return;
      // From the cell's own value on; without one from the end that the key comes from.
      const own = items.findIndex((item) => item.checked === undefined && item.text === now.text);
      const from = now.listPlace >= 0 ? now.listPlace : own >= 0 ? own : step === 1 ? -1 : count;
      patch({ listPlace: (from + step + count) % count });
    },
    toggleInList: () => {
      const now = editing();
      const item = now === null ? undefined : itemsOf(core, now)[now.listPlace];
      if (item !== undefined) patch({ text: item.text });
    },
  };
}

/** Ends the edit and tells what it came to. */
function finish<Row>(core: SheetCore<Row>): Done<Row> | null {
  const { editing } = core.store.getState();
  const column = editing === null ? undefined : columnOf(core, editing.columnId);
  core.store.setState({ editing: null });
  return editing === null || column === undefined ? null : { editing, text: typedText(column, editing), column };
}

function columnOf<Row>(core: SheetCore<Row>, columnId: string): SheetColumn<Row> | undefined {
  return core.props().columns.find((column) => column.id === columnId);
}

function assistOf<Row>(column: SheetColumn<Row>, { text, listOpened }: Editing) {
  return column.editor === undefined
    ? { items: [], hint: null }
    : assistFor(column.editor, column.read, { typed: text, opened: listOpened });
}

function itemsOf<Row>(core: SheetCore<Row>, now: Editing) {
  const column = columnOf(core, now.columnId);
  return column === undefined ? [] : assistOf(column, now).items;
}

/** What Enter writes: the item marked in the list, or what the typed text names; what the cell held when it was opened means itself. */
function typedText<Row>(column: SheetColumn<Row>, now: Editing): string {
  const item = assistOf(column, now).items[now.listPlace] ?? null;
  if (item === null && now.text === now.before) return now.text;
  return column.editor === undefined ? now.text : commitText(column.editor, now.text, item);
}

function beginEditing<Row>(core: SheetCore<Row>, mode: Editing['mode'], text: string | undefined): boolean {
  if (!core.following.isGoing() && saysNothingActive(core)) return false;
  const { active } = core.store.getState().selection;
  const column = core.grid.columns()[active.column];
  const loaded = loadedActive(core);
  const row = loaded?.row ?? null;
  if (column === undefined || core.props().commands === undefined || column.editor === undefined) {
    return sayReadOnly(core, column?.title ?? '');
  }
  // What the cell holds is not known yet: an empty editor would stand for a text.
  if (loaded === undefined && text === undefined) return false;
  if (loaded !== undefined && (row === null || !isEditable(column, row))) {
    return sayReadOnly(core, column.title);
  }
  core.grid.reveal(active);
  const before = text === undefined && row !== null ? cellText(core, column, row) : null;
  core.store.setState({
    editing: {
      row: active.row,
      columnId: column.id,
      rowId: core.following.rowId() ?? loaded?.id ?? null,
      opened: row,
      mode,
      before,
      text: text ?? before ?? '',
      composing: false,
      // The cell's own value would leave nothing to choose from.
      listOpened: mode === 'caret' && text === undefined && column.editor.kind === 'choice',
      listPlace: -1,
    },
  });
  return true;
}

/** Whoever types into such a cell sees why nothing happens. */
function sayReadOnly<Row>(core: SheetCore<Row>, title: string): false {
  const sentence = sheetText.readOnlyCell(title);
  core.store.setState({ announcement: sentence });
  core.tell.done(sentence, 'read-only');
  return false;
}

type Done<Row> = { readonly editing: Editing; readonly text: string; readonly column: SheetColumn<Row> };

/** The row that was opened, wherever it stands now and as it is now: others may have come or gone above it, its cells have changed. */
function loadedRow<Row>(core: SheetCore<Row>, { row, rowId, opened }: Editing): Row | null {
  const now = rowId === null ? (core.grid.peek(row)?.row ?? null) : freshRow(core, rowId);
  // boundary: the state is of any row; `opened` was taken from this sheet's own rows
  return now ?? (opened as Row | null);
}

async function readRow<Row>(core: SheetCore<Row>, { row, rowId }: Editing): Promise<Row | null> {
  return rowId === null ? rowAt(core, row) : rowOf(core, rowId);
}

/** The row as it was read last; null when it is not loaded or was deleted. */
function freshRow<Row>(core: SheetCore<Row>, rowId: string): Row | null {
  const place = core.grid.indexOf(rowId);
  return place === null ? null : (core.grid.peek(place)?.row ?? null);
}

/** Shows the text in its cell at once; it is written in its turn. */
async function writeCell<Row>(core: SheetCore<Row>, sources: Sources<Row>, done: Done<Row>): Promise<void> {
  const { editing, text, column } = done;
  const entry = { column, text, reading: sources.reading() };
  const row = loadedRow(core, editing) ?? (await readRow(core, editing));
  if (row === null || core.props().commands === undefined) {
    core.tell.problem(sheetText.notWritten(column.title, text));
    return;
  }
  const rowId = core.props().rowId(row);
  const isRefused = core.pending.get(rowId, column.id)?.state === 'rejected';
  // Left as it was opened, it is no entry, whatever has come into the cell meanwhile. Behind Ctrl+Z what the cell shows proves nothing.
  const isSame = (editing.before ?? (core.turns.isSteppingBack() ? null : cellText(core, column, row))) === text;
  if (isSame && !isRefused) return;
  core.pending.set({ rowId, columnId: column.id, text, state: 'saving', message: '', step: core.pending.nextStep() });
  core.grid.repaint([{ rowId, columnId: column.id }]);
  await core.turns.inTurn(() => writeEntry(core, sources, { ...entry, row }));
}

type Entry<Row> = {
  readonly row: Row;
  readonly column: SheetColumn<Row>;
  readonly text: string;
  readonly reading: string;
};

async function writeEntry<Row>(core: SheetCore<Row>, sources: Sources<Row>, entry: Entry<Row>): Promise<void> {
  const { column, text, reading } = entry;
  const rowId = core.props().rowId(entry.row);
  const row = freshRow(core, rowId) ?? entry.row;
  const edits: SheetEdit<Row>[] = [{ rowId, row, columnId: column.id, text }];
  const textOf = (columnId: string): string => {
    const other = columnOf(core, columnId);
    return other === undefined ? '' : cellText(core, other, row);
  };
  const companions = (await column.companions?.({ textOf, text, reading }).catch(() => [])) ?? [];
  for (const companion of companions) edits.push({ rowId, row, ...companion });
  await enter(sources.batches, edits);
}

async function enter<Row>(batches: Batches<Row>, edits: SheetEdit<Row>[]): Promise<void> {
  await batches.run({ ...startGathering<Row>(), edits }, { title: sheetText.edit, label: '' });
}

/** The large editor over the active cell; what was typed so far comes along. */
async function openLarge<Row>(
  core: SheetCore<Row>,
  batches: Batches<Row>,
  finished: () => Done<Row> | null,
): Promise<void> {
  const typed = finished();
  const { active } = core.store.getState().selection;
  const column = core.grid.columns()[active.column];
  const row = saysNothingActive(core) ? null : await activeRow(core);
  if (column === undefined || row === null) return;
  const rowId = core.props().rowId(row);
  const save = (text: string): void => {
    const edits = cellText(core, column, row) === text ? [] : [{ rowId, row, columnId: column.id, text }];
    core.turns.inTurn(() => enter(batches, edits)).catch(core.tell.failure);
  };
  const readOnly = core.props().commands === undefined || !isEditable(column, row);
  const before = cellText(core, column, row);
  const text = typed?.text ?? before;
  core.store.setState({ panel: { kind: 'long-text', title: column.title, text, before, readOnly, save } });
}
