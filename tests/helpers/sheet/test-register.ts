import { noteLedgerChange } from '#renderer/session/ledger-store.ts';
import type { RefusedCell, SheetAnswer, SheetBatch, SheetCommands } from '#renderer/sheet/types.ts';

export type Cells = Readonly<Record<string, string>>;
export type TestRow = { readonly id: string; readonly cells: Cells };

/** One step of undo: the rows before and after it. */
export type Step = {
  readonly id: string;
  readonly label: string;
  readonly isImport: boolean;
  readonly before: readonly TestRow[];
  readonly after: readonly TestRow[];
};

export type TestRegister = {
  readonly rows: () => readonly TestRow[];
  readonly commands: Required<Pick<SheetCommands<TestRow>, 'apply' | 'check' | 'insert' | 'duplicate' | 'remove'>>;
  /** Every batch that was written, as it came. */
  readonly written: readonly SheetBatch<TestRow>[];
  /** How many batches were sent, also those that still wait. */
  readonly sent: () => number;
  readonly steps: () => { readonly undo: readonly Step[]; readonly redo: readonly Step[] };
  readonly undo: () => Promise<Step>;
  readonly redo: () => Promise<Step | null>;
  /** A change that does not come from the sheet: another window, an import. */
  readonly elsewhere: (change: (rows: readonly TestRow[]) => readonly TestRow[], isImport?: boolean) => void;
  /** What is written from now on waits until the answer is called. */
  readonly hold: () => () => void;
  /** The same for what is read. */
  readonly holdReading: () => () => void;
  readonly readable: () => Promise<void>;
  /** How often something was read. */
  readonly reads: () => number;
  /** The next write fails as a whole. */
  readonly failNext: (error: Error) => void;
  /** Called after every change. */
  readonly follow: (listener: (isOwn: boolean) => void) => void;
};

type Options = {
  readonly rows: readonly TestRow[];
  /** Why a text is not taken; null = it is. */
  readonly refuse: (columnId: string, text: string) => string | null;
};

type State = {
  rows: readonly TestRow[];
  undo: readonly Step[];
  redo: readonly Step[];
  made: number;
  sent: number;
  reads: number;
  gate: Promise<void>;
  readGate: Promise<void>;
  failure: Error | null;
  readonly written: SheetBatch<TestRow>[];
  readonly listeners: ((isOwn: boolean) => void)[];
};

/** Names of changes differ also between the registers of one file: the ledger's state in the page is one for all. */
let changes = 0;

/** Rows in memory that are changed, refused, undone and told of as the ledger does it. */
export function createTestRegister({ rows, refuse }: Options): TestRegister {
  const state: State = {
    rows,
    undo: [],
    redo: [],
    made: 0,
    sent: 0,
    reads: 0,
    gate: Promise.resolve(),
    readGate: Promise.resolve(),
    failure: null,
    written: [],
    listeners: [],
  };
  return {
    rows: () => state.rows,
    written: state.written,
    sent: () => state.sent,
    steps: () => ({ undo: state.undo, redo: state.redo }),
    undo: async () => {
      const step = state.undo.at(-1);
      if (step === undefined) throw new Error('nothing to undo');
      Object.assign(state, { undo: state.undo.slice(0, -1), redo: [...state.redo, step] });
      return turnTo(state, step, step.before);
    },
    redo: async () => {
      const step = state.redo.at(-1);
      if (step === undefined) return null;
      Object.assign(state, { redo: state.redo.slice(0, -1), undo: [...state.undo, step] });
      return turnTo(state, step, step.after);
    },
    elsewhere: (change, isImport = false) => {
      commit(state, change(state.rows), { label: 'elsewhere', isImport, isOwn: false });
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      state.gate = promise;
      return resolve;
    },
    holdReading: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      state.readGate = promise;
      return resolve;
    },
    readable: () => {
      state.reads += 1;
      return state.readGate;
    },
    reads: () => state.reads,
    failNext: (error) => {
      state.failure = error;
    },
    follow: (listener) => void state.listeners.push(listener),
    commands: commandsOf(state, refuse),
  };
}

type Change = { readonly label: string; readonly isImport: boolean; readonly isOwn: boolean };

function commit(state: State, after: readonly TestRow[], { label, isImport, isOwn }: Change): string {
  changes += 1;
  const step: Step = { id: `change ${changes}`, label, isImport, before: state.rows, after };
  Object.assign(state, { rows: after, undo: [...state.undo, step], redo: [] });
  tell(state, step.id, isOwn);
  return step.id;
}

function turnTo(state: State, step: Step, rows: readonly TestRow[]): Step {
  changes += 1;
  const id = `change ${changes}`;
  state.rows = rows;
  tell(state, id, false);
  return { ...step, id };
}

function tell(state: State, changeSetId: string, isOwn: boolean): void {
  noteLedgerChange('2026-11-22T00:00:00Z', { changeSetId, tables: ['groups'] });
  for (const listener of state.listeners) listener(isOwn);
}

function commandsOf(state: State, refuse: Options['refuse']): TestRegister['commands'] {
  const newRow = (cells: Cells): TestRow => {
    state.made += 1;
    return { id: `new ${state.made}`, cells };
  };
  /** Rows that come or go are sorted in by reading the whole list again, as after a change from elsewhere. */
  const ofRows = (label: string): Change => ({ label, isImport: false, isOwn: false });
  return {
    apply: async (batch) => apply(state, batch, { refuse, newRow }),
    check: async (batch) => {
      const refused = refusedOf(batch, refuse);
      const kept = batch.edits.filter((edit) => refuse(edit.columnId, edit.text) === null);
      const same = kept.filter(({ row, columnId, text }) => row.cells[columnId] === text).length;
      const added = batch.additions.length;
      return { changed: kept.length - same, same, added, refused, refusedTotal: refused.length };
    },
    insert: async (at) => {
      const row = newRow({});
      const place = at === null ? 0 : state.rows.findIndex(({ id }) => id === at.id) + 1;
      commit(state, state.rows.toSpliced(place, 0, row), ofRows('insert'));
      return row.id;
    },
    duplicate: async (rows) => {
      const copies = rows.map(({ cells }) => newRow(cells));
      commit(state, [...state.rows, ...copies], ofRows('duplicate'));
      return copies.map(({ id }) => id);
    },
    remove: async (rows) => {
      const gone = new Set(rows.map(({ id }) => id));
      commit(
        state,
        state.rows.filter(({ id }) => !gone.has(id)),
        ofRows('remove'),
      );
      return true;
    },
  };
}

function refusedOf({ edits, additions }: SheetBatch<TestRow>, refuse: Options['refuse']): RefusedCell[] {
  const cells = [
    ...edits,
    ...additions.flatMap((addition) =>
      Object.entries(addition).map(([columnId, text]) => ({ rowId: null, columnId, text })),
    ),
  ];
  return cells.flatMap(({ rowId, columnId, text }) => {
    const message = refuse(columnId, text);
    return message === null ? [] : [{ rowId, columnId, text, message }];
  });
}

type Writing = { readonly refuse: Options['refuse']; readonly newRow: (cells: Cells) => TestRow };

async function apply(state: State, batch: SheetBatch<TestRow>, { refuse, newRow }: Writing): Promise<SheetAnswer> {
  state.sent += 1;
  await state.gate;
  const { failure } = state;
  state.failure = null;
  if (failure !== null) throw failure;
  state.written.push(batch);
  const texts = new Map<string, Record<string, string>>();
  for (const { rowId, columnId, text } of batch.edits)
    if (refuse(columnId, text) === null) texts.set(rowId, { ...texts.get(rowId), [columnId]: text });
  const edited = state.rows.map((row) => ({ ...row, cells: { ...row.cells, ...texts.get(row.id) } }));
  const isChange = batch.additions.length > 0 || JSON.stringify(edited) !== JSON.stringify(state.rows);
  const changed = [...edited, ...batch.additions.map(newRow)];
  const changeSetId = isChange ? commit(state, changed, { label: batch.label, isImport: false, isOwn: true }) : null;
  return { refused: refusedOf(batch, refuse), changeSetId };
}
