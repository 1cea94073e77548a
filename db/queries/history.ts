import type { ChangeSetEntry } from '#shared/contract/history.ts';
import type { ChangeOperation } from '../change-log.ts';
import type { Ledger } from '../open.ts';
import type { DataTableName } from '../tables.ts';
import { chainStateOf } from '../undo.ts';

/** One logged change with who made it and when. Values by column name; null side = the row did not exist. */
export type LoggedChange = {
  readonly table: DataTableName;
  readonly rowId: string;
  readonly recordId: string;
  readonly setId: string;
  /** Place of its change set in the order of all. */
  readonly setSeq: number;
  readonly op: ChangeOperation;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
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
  table_name: DataTableName;
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
  return { total: Number(total ?? 0), changes: rows.map(toChange) };
}

/** Changes of one record, newest first: a group with its contacts, or a measure with its progress and the notes it has now. */
export function changesOfRecord(ledger: Ledger, recordId: string, limit: number): LoggedChange[] {
  const sql = `SELECT ${columns} ${source}
    WHERE c.record_id = @id OR c.record_id IN (SELECT note_id FROM progress_record WHERE node_id = @id)
    ORDER BY s.seq DESC, c.seq LIMIT @limit`;
  return ledger.connection
    .prepare<[{ id: string; limit: number }], Row>(sql)
    .all({ id: recordId, limit })
    .map(toChange);
}

/** The text a verification note had once the change set at `setSeq` was written; null when it was not there by then. */
export function noteTextAt(ledger: Ledger, noteId: string, setSeq: number): string | null {
  const sql = `SELECT json_extract(c.after_json, '$.text') ${source} WHERE c.row_id = ? AND s.seq <= ?
    AND json_type(c.after_json, '$.text') = 'text' ORDER BY s.seq DESC, c.seq DESC LIMIT 1`;
  const text: unknown = ledger.connection.prepare(sql).pluck().get(noteId, setSeq);
  return typeof text === 'string' ? text : null;
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
  const sql = `SELECT coalesce(c.before_json, c.after_json) ${source} WHERE c.table_name = ? AND c.row_id = ? AND c.op <> 'update' ORDER BY s.seq DESC LIMIT 1`;
  const json: unknown = ledger.connection.prepare(sql).pluck().get(table, rowId);
  return typeof json === 'string' ? parse(json) : null;
}

function toChange(row: Row): LoggedChange {
  return {
    table: row.table_name,
    rowId: row.row_id,
    recordId: row.record_id,
    setId: row.set_id,
    setSeq: row.set_seq,
    op: row.op,
    before: parse(row.before_json),
    after: parse(row.after_json),
    at: row.at,
    actor: row.actor,
  };
}

function parse(json: string | null): Readonly<Record<string, unknown>> | null {
  return json === null ? null : (JSON.parse(json) as Record<string, unknown>); // boundary: the log writes only objects
}
