import type { ChangeSetKind } from '#shared/contract/history.ts';
import { undoLabels } from '#shared/messages/undo.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { ChangeOperation } from './change-log.ts';
import { type KnownChange, type Logged, readLogged, type StoredChange } from './logged.ts';
import { migrationCommand } from './migration-tx.ts';
import type { Ledger } from './open.ts';
import { createRowStore, type RowStore } from './row-store.ts';
import type { DataTables } from './tables.ts';
import { conflictError, migrationError, retiredError } from './undo-errors.ts';
import { type WriteResult, type WriteTx, write } from './write-tx.ts';

type Row = Readonly<Record<string, unknown>>;
type Change = { readonly rowId: string; readonly op: ChangeOperation; readonly logged: Logged };
type Head = {
  readonly id: string;
  readonly seq: number;
  readonly label: string;
  readonly command: string;
  readonly at: string;
  readonly revertsId: string | null;
};

export type UndoContext = { readonly actor: string; readonly now: Date };

const columns = 'id, seq, label, command, at, reverts_id';

/**
 * The newest link of a chain set ← undo ← redo ← undo …: each link reverts the one before it, so the chain never branches.
 * `steps` even: the effect of the change set stands now.
 */
function tipOf(ledger: Ledger, changeSetId: string): { readonly tip: Head; readonly steps: number } {
  const reverter = ledger.connection
    .prepare<[string], string>('SELECT id FROM change_set WHERE reverts_id = ?')
    .pluck();
  let id = changeSetId;
  let steps = 0;
  for (let next = reverter.get(id); next !== undefined; next = reverter.get(id)) {
    id = next;
    steps += 1;
  }
  return { tip: headOf(ledger, id), steps };
}

/** Whether the effect of a change set stands now: not undone, or redone since. */
export function isInForce(ledger: Ledger, changeSetId: string): boolean {
  return tipOf(ledger, changeSetId).steps % 2 === 0;
}

/** Where a change set stands in its chain: by what reverts what, never by its printed label. */
export type ChainState = {
  readonly kind: ChangeSetKind;
  readonly inForce: boolean;
  readonly reverted: boolean;
  /** Label of the change that the chain begins with. */
  readonly label: string;
};

export function chainStateOf(ledger: Ledger, changeSetId: string): ChainState {
  const head = headOf(ledger, changeSetId);
  const { steps } = tipOf(ledger, changeSetId);
  const kind = head.revertsId === null ? 'change' : isUndo(ledger, head) ? 'undo' : 'redo';
  return { kind, inForce: steps % 2 === 0, reverted: steps > 0, label: originOf(ledger, head).label };
}

/**
 * Undoes one change set by a new one that applies the inverses, last change first. The answer names the change at the beginning of
 * the chain, and whether that is undone or redone now.
 * Errors: NOT_FOUND; ALREADY_UNDONE; CONFLICT naming the later change set that touched the same cells; HISTORY_MIGRATION,
 * HISTORY_MIGRATED, HISTORY_RETIRED for what a newer version of the ledger has moved or taken away.
 */
export function undoChangeSet(
  ledger: Ledger,
  changeSetId: string,
  context: UndoContext,
): WriteResult<{ readonly label: string; readonly kind: 'undo' | 'redo' }> {
  const { tip, steps } = tipOf(ledger, changeSetId);
  const origin = originOf(ledger, tip);
  if (steps % 2 === 1) throw new AppError('ALREADY_UNDONE', { label: origin.label });
  const redo = isUndo(ledger, tip);
  if (tip.command === migrationCommand) throw migrationError(tip);
  const changes = changesOf(ledger, tip.id).map((change) => turnable(change, origin.label));
  const store = createRowStore(ledger.connection);
  return write(
    ledger,
    {
      command: redo ? 'history.redo' : 'history.undo',
      label: redo ? undoLabels.redo(origin.label) : undoLabels.undo(origin.label),
      actor: context.actor,
      now: context.now,
      revertsId: tip.id,
    },
    (tx) => {
      for (const change of changes) {
        if (!invert(tx, store, change)) throw conflictError(ledger, tip, change.rowId);
      }
      return { label: origin.label, kind: redo ? 'redo' : 'undo' };
    },
  );
}

/** What Ctrl+Z would undo: the newest change set in force that is not itself an undo. */
export function nextUndo(ledger: Ledger): Head | null {
  for (const head of newestFirst(ledger)) {
    if (head.revertsId === null && isInForce(ledger, head.id)) return head;
  }
  return null;
}

/** What Ctrl+Y would redo: the newest undo in force, unless something new was done after it. */
export function nextRedo(ledger: Ledger): Head | null {
  for (const head of newestFirst(ledger)) {
    if (head.revertsId === null) return null;
    if (isUndo(ledger, head) && isInForce(ledger, head.id)) return head;
  }
  return null;
}

/** An undo reverts a plain change set or a redo; a redo reverts an undo. */
function isUndo(ledger: Ledger, head: Head): boolean {
  return depthOf(ledger, head) % 2 === 1;
}

function depthOf(ledger: Ledger, head: Head): number {
  let depth = 0;
  for (let current: Head = head; current.revertsId !== null; current = headOf(ledger, current.revertsId)) depth += 1;
  return depth;
}

function originOf(ledger: Ledger, head: Head): Head {
  let current = head;
  while (current.revertsId !== null) current = headOf(ledger, current.revertsId);
  return current;
}

type Turnable = Pick<KnownChange, 'table' | 'before' | 'after'> & Omit<Change, 'logged'>;

/** Errors: HISTORY_RETIRED when the change can no longer be turned around without a loss. */
function turnable({ rowId, op, logged }: Change, label: string): Turnable {
  if (logged.kind !== 'known') throw retiredError(label, logged);
  const isLost =
    op === 'update' ? logged.lost.length > 0 : op === 'delete' && logged.lost.some(({ before }) => before !== null);
  if (isLost) throw retiredError(label, logged);
  const { table, before, after } = logged;
  return { rowId, op, table, before, after };
}

/** False when the row is no longer what the change left, or something made later hangs on it. */
function invert(tx: WriteTx, store: RowStore, { table, rowId, op, before, after }: Turnable): boolean {
  const current = store.get(table, rowId);
  if (op === 'delete' ? current !== undefined : !stillHolds(current, after)) return false;
  try {
    if (op === 'insert') tx.remove(table, rowId);
    else if (op === 'delete')
      tx.insert(table, before as DataTables[typeof table]); // boundary: the log holds the table's own row
    else tx.update(table, rowId, before as Partial<DataTables[typeof table]>); // boundary: as above
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')) return false;
    throw error;
  }
}

function stillHolds(current: Row | undefined, after: Row | null): boolean {
  return (
    current !== undefined && Object.entries(after ?? {}).every(([name, value]) => (current[name] ?? null) === value)
  );
}

function headOf(ledger: Ledger, id: string): Head {
  const row = ledger.connection.prepare<[string], RawHead>(`SELECT ${columns} FROM change_set WHERE id = ?`).get(id);
  if (row === undefined) throw new AppError('NOT_FOUND', { what: '履歴' });
  return toHead(row);
}

function* newestFirst(ledger: Ledger): Generator<Head> {
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = ledger.connection
      .prepare<[number], RawHead>(`SELECT ${columns} FROM change_set WHERE seq < ? ORDER BY seq DESC LIMIT 50`)
      .all(before);
    if (rows.length === 0) return;
    for (const row of rows) {
      before = row.seq;
      yield toHead(row);
    }
  }
}

type RawHead = Omit<Head, 'revertsId'> & { readonly reverts_id: string | null };

function toHead({ reverts_id: revertsId, ...head }: RawHead): Head {
  return { ...head, revertsId };
}

type RawChange = StoredChange & { readonly rowId: string };

function changesOf({ connection, retired }: Ledger, changeSetId: string): Change[] {
  const sql = `SELECT row_id AS rowId, table_name AS "table", op, before_json AS before, after_json AS after
    FROM change WHERE change_set_id = ? ORDER BY seq DESC`;
  return connection
    .prepare<[string], RawChange>(sql)
    .all(changeSetId)
    .map(({ rowId, ...stored }) => ({ rowId, op: stored.op, logged: readLogged(retired, stored) }));
}
