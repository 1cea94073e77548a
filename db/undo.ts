import type { ChangeSetKind } from '#shared/contract/history.ts';
import { japaneseDayAndTime } from '#shared/domain/japanese-time.ts';
import { undoLabels } from '#shared/messages/undo.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { ChangeOperation } from './change-log.ts';
import type { Ledger } from './open.ts';
import { createRowStore, type RowStore } from './row-store.ts';
import type { DataTableName, DataTables } from './tables.ts';
import { type WriteResult, type WriteTx, write } from './write-tx.ts';

type Row = Readonly<Record<string, unknown>>;
type Logged = {
  readonly seq: number;
  readonly tableName: DataTableName;
  readonly rowId: string;
  readonly op: ChangeOperation;
  readonly before: Row | null;
  readonly after: Row | null;
};
type Head = {
  readonly id: string;
  readonly seq: number;
  readonly label: string;
  readonly command: string;
  readonly revertsId: string | null;
};

export type UndoContext = { readonly actor: string; readonly now: Date };

const columns = 'id, seq, label, command, reverts_id';

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
 * Errors: NOT_FOUND; ALREADY_UNDONE; CONFLICT naming the later change set that touched the same cells.
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
      for (const change of changesOf(ledger, tip.id)) {
        if (!invert(tx, store, change)) throw conflict(ledger, tip, change);
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

/** False when the row is no longer what the change left, or something made later hangs on it. */
function invert(tx: WriteTx, store: RowStore, change: Logged): boolean {
  const { tableName: table, rowId } = change;
  const current = store.get(table, rowId);
  if (change.op === 'delete' ? current !== undefined : !stillHolds(current, change.after)) return false;
  try {
    if (change.op === 'insert') tx.remove(table, rowId);
    else if (change.op === 'delete')
      tx.insert(table, change.before as DataTables[typeof table]); // boundary: the log holds the table's own row
    else tx.update(table, rowId, change.before as Partial<DataTables[typeof table]>); // boundary: as above
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

function conflict(ledger: Ledger, head: Head, change: Logged): AppError {
  const later = ledger.connection
    .prepare<[{ id: string; seq: number }], { label: string; at: string; actor: string }>(
      `SELECT s.label, s.at, s.actor FROM change c JOIN change_set s ON s.id = c.change_set_id
       WHERE (c.row_id = @id OR c.record_id = @id) AND s.seq > @seq ORDER BY (c.row_id = @id) DESC, s.seq DESC LIMIT 1`,
    )
    .get({ id: change.rowId, seq: head.seq });
  const at = later === undefined ? '' : japaneseDayAndTime(new Date(later.at));
  return new AppError('CONFLICT', { label: later?.label ?? head.label, at, actor: later?.actor ?? '' });
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

type RawHead = { id: string; seq: number; label: string; command: string; reverts_id: string | null };

function toHead(row: RawHead): Head {
  return { id: row.id, seq: row.seq, label: row.label, command: row.command, revertsId: row.reverts_id };
}

type RawChange = {
  seq: number;
  table_name: DataTableName;
  row_id: string;
  op: ChangeOperation;
  before_json: string | null;
  after_json: string | null;
};

function changesOf(ledger: Ledger, changeSetId: string): Logged[] {
  const sql =
    'SELECT seq, table_name, row_id, op, before_json, after_json FROM change WHERE change_set_id = ? ORDER BY seq DESC';
  return ledger.connection
    .prepare<[string], RawChange>(sql)
    .all(changeSetId)
    .map((row) => ({
      seq: row.seq,
      tableName: row.table_name,
      rowId: row.row_id,
      op: row.op,
      before: parse(row.before_json),
      after: parse(row.after_json),
    }));
}

function parse(json: string | null): Row | null {
  return json === null ? null : (JSON.parse(json) as Row); // boundary: the log writes only objects
}
