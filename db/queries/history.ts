import type { ChangeSetEntry } from '#shared/contract/history.ts';
import type { ChangeOperation } from '../change-log.ts';
import { type Logged, readLogged } from '../logged.ts';
import type { Ledger } from '../open.ts';
import type { DataTableName } from '../tables.ts';
import { chainStateOf } from '../undo.ts';

/** One logged change with who made it and when. Values by column name; null side = the row did not exist. */
export type LoggedChange = Logged & {
  readonly rowId: string;
  readonly recordId: string;
  readonly setId: string;
  /** Place of its change set in the order of all. */
  readonly setSeq: number;
  readonly op: ChangeOperation;
  readonly at: string;
  readonly actor: string;
};

type Head = {
  id: string;
  seq: number;
  actor: string;
  at: string;
  change_count: number;
};

/** Change sets, newest first, from before `beforeSeq`. */
export function listChangeSets(ledger: Ledger, limit: number, beforeSeq = Number.MAX_SAFE_INTEGER): ChangeSetEntry[] {
  const sql = 'SELECT id, seq, actor, at, change_count FROM change_set WHERE seq < ? ORDER BY seq DESC LIMIT ?';
  return ledger.connection
    .prepare<[number, number], Head>(sql)
    .all(beforeSeq, limit)
    .map(({ change_count, ...head }) => ({ ...head, ...chainStateOf(ledger, head.id), changes: change_count }));
}

type Row = {
  table_name: string;
  row_id: string;
  record_id: string;
  set_id: string;
  set_seq: number;
  op: ChangeOperation;
  before_json: string | null;
  after_json: string | null;
  at: string;
  actor: string;
};

const columns =
  'c.table_name, c.row_id, c.record_id, s.id AS set_id, s.seq AS set_seq, c.op, c.before_json, c.after_json, s.at, s.actor';
const source = 'FROM change c JOIN change_set s ON s.id = c.change_set_id';

/** Changes of one change set, in the order they were made. */
export function changesOfSet(
  ledger: Ledger,
  changeSetId: string,
  limit: number,
): { readonly total: number; readonly changes: LoggedChange[] } {
  const { connection } = ledger;
  const total: unknown = connection
    .prepare('SELECT change_count FROM change_set WHERE id = ?')
    .pluck()
    .get(changeSetId);
  const rows = connection
    .prepare<[string, number], Row>(`SELECT ${columns} ${source} WHERE c.change_set_id = ? ORDER BY c.seq LIMIT ?`)
    .all(changeSetId, limit);
  return { total: Number(total ?? 0), changes: rows.map((row) => toChange(ledger, row)) };
}

/** Changes of one record, newest first: a group with its contacts, or a measure with its progress and the notes it has now. */
export function changesOfRecord(ledger: Ledger, recordId: string, limit: number): LoggedChange[] {
  const sql = `SELECT ${columns} ${source}
    WHERE c.record_id = @id OR c.record_id IN (SELECT note_id FROM progress_record WHERE node_id = @id)
    ORDER BY s.seq DESC, c.seq LIMIT @limit`;
  return ledger.connection
    .prepare<[{ id: string; limit: number }], Row>(sql)
    .all({ id: recordId, limit })
    .map((row) => toChange(ledger, row));
}

/** The text a verification note had once the change set at `setSeq` was written; null when it was not there by then. */
export function noteTextAt(ledger: Ledger, noteId: string, setSeq: number): string | null {
  for (const change of newestFirst(ledger, noteId, setSeq)) {
    const text = change.kind === 'known' && change.table === 'verificationNote' ? change.after?.['text'] : undefined;
    if (typeof text === 'string') return text;
  }
  return null;
}

/** The fiscal year of the progress that a verification note is told in; null when it is told in none or in several. */
export function fiscalYearOfNote({ connection }: Ledger, noteId: string): number | null {
  const sql = 'SELECT DISTINCT fiscal_year FROM progress_record WHERE note_id = ? LIMIT 2';
  const [year, other] = connection.prepare<[string], number>(sql).pluck().all(noteId);
  return other === undefined ? (year ?? null) : null;
}

/** The whole row as the log knows it last; for naming rows that are gone. */
export function lastLoggedRow(
  ledger: Ledger,
  table: DataTableName,
  rowId: string,
): Readonly<Record<string, unknown>> | null {
  for (const change of newestFirst(ledger, rowId))
    if (change.kind === 'known' && change.table === table && change.op !== 'update')
      return change.before ?? change.after;
  return null;
}

function* newestFirst(ledger: Ledger, rowId: string, untilSeq = Number.MAX_SAFE_INTEGER): Generator<LoggedChange> {
  const sql = `SELECT ${columns} ${source} WHERE c.row_id = ? AND s.seq <= ? ORDER BY s.seq DESC, c.seq DESC`;
  for (const row of ledger.connection.prepare<[string, number], Row>(sql).all(rowId, untilSeq))
    yield toChange(ledger, row);
}

function toChange({ retired }: Ledger, row: Row): LoggedChange {
  const { op, before_json: before, after_json: after } = row;
  return {
    ...readLogged(retired, { table: row.table_name, op, before, after }),
    rowId: row.row_id,
    recordId: row.record_id,
    setId: row.set_id,
    setSeq: row.set_seq,
    op,
    at: row.at,
    actor: row.actor,
  };
}
