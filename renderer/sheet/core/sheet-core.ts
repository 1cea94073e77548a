import type { Turns } from '#renderer/session/turns.ts';
import type { Ask } from '#renderer/ui/confirm.tsx';
import type { PendingEdits } from '../pending-edits.ts';
import type { BlockView, SheetColumn, SheetProps } from '../types.ts';
import type { Following } from './following.ts';
import type { GridPort } from './grid-port.ts';
import type { SheetStore } from './state.ts';

/** Sentences for the user, wherever the screen shows them. */
export type Notices = {
  /** `kind`: takes the place of the one before of its kind. */
  readonly done: (sentence: string, kind?: string) => void;
  /** Stays until it is read. */
  readonly problem: (sentence: string) => void;
  readonly failure: (error: unknown) => void;
};

/** What every part of the sheet works with. */
export type SheetCore<Row> = {
  readonly store: SheetStore;
  readonly grid: GridPort<Row>;
  readonly props: () => SheetProps<Row>;
  readonly pending: PendingEdits;
  readonly following: Following;
  /** The view on show. */
  readonly view: () => Promise<BlockView<Row>>;
  /** Puts the keyboard back on the active cell. */
  readonly focus: () => void;
  readonly turns: Turns;
  readonly tell: Notices;
  readonly ask: Ask;
};

/** Columns from `c1` to `c2` as shown. */
export function columnsBetween<Row>(core: SheetCore<Row>, c1: number, c2: number): readonly SheetColumn<Row>[] {
  return core.grid.columns().slice(c1, c2 + 1);
}

export function isEditable<Row>(column: SheetColumn<Row> | undefined, row: Row): boolean {
  return column?.editor !== undefined && (column.editable?.(row) ?? true);
}

/** The text of a cell as the user sees it being: what was typed and not yet read back wins. */
export function cellText<Row>(core: SheetCore<Row>, column: SheetColumn<Row>, row: Row): string {
  const typed = core.pending.get(core.props().rowId(row), column.id);
  return typed?.text ?? column.text(row);
}

const readAtOnce = 1000;
/** Of rows with a few columns more fit into one answer. */
const narrowAtOnce = 5000;

type Span = { readonly from: number; readonly to: number };
type Piece<Row> = { readonly start: number; readonly rows: readonly (Row | null)[] };

/**
 * Rows from..to (inclusive) in pieces; rows deleted since are null. With `columns` only their cells (and what names a row) are certain to
 * be there: many rows then come much quicker. Esc ends it early.
 */
export async function* readRows<Row>(
  core: SheetCore<Row>,
  { from, to }: Span,
  columns?: readonly SheetColumn<Row>[],
): AsyncGenerator<Piece<Row>> {
  const loaded: (Row | null)[] = [];
  for (let index = from; index <= to && loaded.length < readAtOnce; index += 1) {
    const known = core.grid.peek(index);
    if (known === undefined) break;
    loaded.push(known.row);
  }
  if (loaded.length > 0) yield { start: from, rows: loaded };
  if (from + loaded.length > to) return;
  const view = await core.view();
  const ids = columns?.map(({ id }) => id) ?? [];
  const narrow = columns === undefined ? undefined : view.readColumns;
  const size = narrow === undefined ? readAtOnce : narrowAtOnce;
  for (let start = from + loaded.length; start <= to; start += size) {
    if (core.store.getState().gathering === 'stopped') return;
    const end = Math.min(to + 1, start + size);
    yield { start, rows: await (narrow === undefined ? view.read(start, end) : narrow(start, end, ids)) };
  }
}

/** The row at a place, read when it is not loaded. */
export async function rowAt<Row>(core: SheetCore<Row>, index: number): Promise<Row | null> {
  for await (const { rows } of readRows(core, { from: index, to: index })) return rows[0] ?? null;
  return null;
}
