import { onTestFinished, vi } from 'vitest';
import { createTurns } from '#renderer/session/turns.ts';
import { watchRefused } from '#renderer/sheet/core/refused.ts';
import { createSheetRuntime, type SheetRuntime } from '#renderer/sheet/core/runtime.ts';
import { cellText, type Notices } from '#renderer/sheet/core/sheet-core.ts';
import type { Preview, SheetState } from '#renderer/sheet/core/state.ts';
import { openRows } from '#renderer/sheet/rows-view.ts';
import type { BlockView, SheetColumn, SheetProps, SheetQuery } from '#renderer/sheet/types.ts';
import type { ConfirmWords } from '#renderer/ui/confirm.tsx';
import { activeName, rangeNames, selectionOf } from './cell-names.ts';
import { historyClient } from './history-client.ts';
import { createMemoryGrid, type MemoryGrid } from './memory-grid.ts';
import { createTestKeyboard, takeTexts, type TestClipboard, type TestKeyboard } from './test-keyboard.ts';
import { createTestRegister, type TestRegister, type TestRow } from './test-register.ts';

export type TestColumn = SheetColumn<TestRow>;

/** A column of texts that can be changed; `more` makes it another one. */
export function testColumn(id: string, more: Partial<TestColumn> = {}): TestColumn {
  const text = (row: TestRow): string => row.cells[id] ?? '';
  return { id, title: id, width: 100, text, editor: { kind: 'text' }, sortable: true, filter: 'text', ...more };
}

/** A column of texts that can only be read. */
export function readOnlyColumn(id: string): TestColumn {
  const { editor: _, ...column } = testColumn(id);
  return column;
}

/** Rows from their cells by column: {members: ['1', '2']} are two rows, 'row 1' and 'row 2'. */
export function testRows(cells: Readonly<Record<string, readonly string[]>>): readonly TestRow[] {
  const count = Math.max(...Object.values(cells).map(({ length }) => length));
  return Array.from({ length: count }, (_, place) => ({
    id: `row ${place + 1}`,
    cells: Object.fromEntries(Object.entries(cells).map(([id, texts]) => [id, texts[place] ?? ''])),
  }));
}

type Options = {
  readonly columns: readonly TestColumn[];
  readonly rows: readonly TestRow[];
  readonly refuse?: (columnId: string, text: string) => string | null;
  /** Only so many rows are read into the grid. */
  readonly loaded?: number;
  readonly readOnly?: boolean;
  /** Of the sheet's properties, what the test needs beside columns and rows. */
  readonly props?: Partial<SheetProps<TestRow>>;
};

export type TestSheet = TestKeyboard & {
  readonly runtime: SheetRuntime<TestRow>;
  readonly register: TestRegister;
  readonly grid: MemoryGrid<TestRow>;
  readonly clipboard: TestClipboard;
  readonly state: () => SheetState;
  readonly select: (...ranges: readonly string[]) => void;
  /** The active cell as B3; null = none. */
  readonly active: () => string | null;
  readonly selected: () => readonly string[];
  /** Texts of a column as the user sees them. */
  readonly shown: (columnId: string) => readonly string[];
  /** Texts of a column as they were written. */
  readonly stored: (columnId: string) => readonly string[];
  /** Puts the text on the clipboard and pastes it. */
  readonly paste: (plain: string) => void;
  /** Sentences that the user was told, the last one at the end. */
  readonly told: readonly string[];
  /** Answers the next question, as soon as it is asked. */
  readonly answer: (agreed: boolean) => Promise<ConfirmWords>;
  readonly questions: () => number;
  /** The preview, once it is worked out. */
  readonly preview: () => Promise<Preview>;
  /** All that was asked for is done and in sight. */
  readonly settled: () => Promise<void>;
  readonly query: (change: Partial<SheetQuery>) => Promise<void>;
  readonly until: (test: () => boolean) => Promise<void>;
};

/** A whole sheet but for what draws it: rows, keys, clipboard, questions and undo of the test's own. */
export async function openTestSheet({
  columns,
  rows,
  refuse,
  loaded = 1000,
  readOnly = false,
  props = {},
}: Options): Promise<TestSheet> {
  const turns = createTurns();
  const register = createTestRegister({ rows, refuse: refuse ?? (() => null) });
  const told: string[] = [];
  const open: { readonly words: ConfirmWords; readonly answer: (agreed: boolean) => void }[] = [];
  let questions = 0;
  const ask = (words: ConfirmWords): Promise<boolean> => {
    turns.noteQuestion();
    questions += 1;
    return new Promise((answer) => open.push({ words, answer }));
  };
  const clipboard: TestClipboard = { plain: '', hasFile: false };
  const given: SheetProps<TestRow> = {
    name: 'test',
    label: 'test',
    columns,
    source: { kind: 'rows', rows },
    rowId: ({ id }) => id,
    rowTitle: ({ id }) => id,
    ...(readOnly ? {} : { commands: register.commands }),
    errorText: (error) => (error instanceof Error ? error.message : ''),
    ...props,
  };
  const parts: { grid?: MemoryGrid<TestRow>; runtime?: SheetRuntime<TestRow> } = {};
  const runtime = createSheetRuntime<TestRow>((store) => {
    const grid = createMemoryGrid<TestRow>({
      store,
      columns: () => columns,
      rowId: given.rowId,
      open: async (query) => openRegister(register, given, query),
      loaded,
    });
    parts.grid = grid;
    return {
      props: () => given,
      grid: grid.port,
      view: grid.view,
      focus: () => undefined,
      insert: (text) => {
        const { editing } = store.getState();
        if (editing !== null) store.setState({ editing: { ...editing, text: `${editing.text}${text}` } });
      },
      takeCopy: () => {
        if (parts.runtime !== undefined) takeTexts(parts.runtime, clipboard, false);
        return parts.runtime !== undefined;
      },
      turns,
      tell: noticesInto(told),
      ask,
    };
  });
  parts.runtime = runtime;
  const { grid } = parts;
  if (grid === undefined) throw new Error('no grid was made');
  const { core } = runtime;
  register.follow((isOwn) => core.grid.refresh(isOwn ? 'blocks' : 'view'));
  onTestFinished(watchRefused(core));
  await grid.start(core);
  const until = (test: () => boolean): Promise<void> =>
    vi.waitFor(() => {
      if (!test()) throw new Error(`never came true: ${String(test)}`);
    }, waiting);
  const context = {
    client: historyClient(register),
    turns,
    ask,
    next: { undo: null, redo: null },
    hasLedger: true,
    readOnly: false,
    location: '/',
    navigate: () => undefined,
    refetch: () => undefined,
  };
  const isAsked = (): boolean => open.length > 0 || core.store.getState().preview !== null;
  const keyboard = createTestKeyboard({ runtime, clipboard, context, isAsked });
  const sheet: TestSheet = {
    ...keyboard,
    runtime,
    register,
    grid,
    clipboard,
    told,
    until,
    state: core.store.getState,
    select: (...ranges) => runtime.navigation.select(selectionOf(...ranges)),
    active: () => activeName(core.store.getState().selection),
    selected: () => rangeNames(core.store.getState().selection.ranges),
    shown: (columnId) => textsShown(runtime, columnId),
    stored: (columnId) => register.rows().map(({ cells }) => cells[columnId] ?? ''),
    paste: (plain) => {
      Object.assign(clipboard, { plain, hasFile: false });
      keyboard.press('Ctrl+V');
    },
    answer: async (agreed) => {
      await until(() => open.length > 0);
      const question = open.shift();
      if (question === undefined) throw new Error('nothing was asked');
      question.answer(agreed);
      return question.words;
    },
    questions: () => questions,
    preview: async () => {
      await until(() => (core.store.getState().preview?.check ?? null) !== null);
      const { preview } = core.store.getState();
      if (preview === null) throw new Error('the preview has gone');
      return preview;
    },
    settled: async () => {
      await turns.inTurn(async () => undefined);
      await until(grid.isRead);
    },
    query: (change) => grid.show({ ...core.store.getState().query, ...change }),
  };
  return sheet;
}

const waiting = { timeout: 5000, interval: 5 };

function noticesInto(told: string[]): Notices {
  return {
    done: (sentence) => void told.push(sentence),
    problem: (sentence) => void told.push(sentence),
    failure: (error) => void told.push(error instanceof Error ? error.message : String(error)),
  };
}

function textsShown({ core }: SheetRuntime<TestRow>, columnId: string): readonly string[] {
  const column = core.props().columns.find(({ id }) => id === columnId);
  if (column === undefined) throw new Error(`no column ${columnId}`);
  return Array.from({ length: core.grid.total() }, (_, place) => {
    const row = core.grid.peek(place)?.row ?? null;
    return row === null ? '' : cellText(core, column, row);
  });
}

/** Sorted and filtered as it was opened; the rows in it are as they are now, null when they were removed since. */
function openRegister(
  register: TestRegister,
  { columns, rowId, wide }: SheetProps<TestRow>,
  query: SheetQuery,
): BlockView<TestRow> {
  const view = openRows({ rows: register.rows(), columns, rowId, wide }, query);
  const now = (row: TestRow): TestRow | null => register.rows().find(({ id }) => id === row.id) ?? null;
  return {
    ...view,
    find: async (text) => {
      await register.readable();
      return view.find(text);
    },
    read: async (start, end) => {
      await register.readable();
      return view.rows.slice(start, end).map(now);
    },
  };
}
