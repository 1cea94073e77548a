import { createHash, type Hash } from 'node:crypto';
import { logHead } from './log-head.ts';
import type { Connection } from './connection.ts';

export type ChangeOperation = 'insert' | 'update' | 'delete';

/** JSON of the columns concerned: all on insert and delete, only those that differ on update. */
export type Change = {
  /** As TypeScript names it at the time of the change. */
  readonly table: string;
  readonly rowId: string;
  readonly recordId: string;
  readonly op: ChangeOperation;
  readonly before: string | null;
  readonly after: string | null;
};

export type ChangeSetHead = {
  readonly id: string;
  readonly command: string;
  readonly label: string;
  readonly actor: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  /** JSON text: where it came from (import file, its SHA-256 …). */
  readonly origin: string | null;
  readonly revertsId: string | null;
};

export type LogWriter = {
  readonly add: (change: Change) => void;
  readonly count: () => number;
  readonly finish: () => void;
};

const insertChange = `INSERT INTO change (change_set_id, seq, table_name, row_id, record_id, op, before_json, after_json) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
const insertHead = `INSERT INTO change_set (id, command, label, actor, at, origin, reverts_id, change_count, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Writes the changes of one change set as they happen and closes it with a link of the hash chain. */
export function startChangeSet(connection: Connection, head: ChangeSetHead): LogWriter {
  const statement = connection.prepare(insertChange);
  const previous = logHead({ connection }).hash;
  const hash = startHash(previous, head);
  let count = 0;
  return {
    add: (change) => {
      count += 1;
      feed(hash, change);
      statement.run(
        head.id,
        count,
        change.table,
        change.rowId,
        change.recordId,
        change.op,
        change.before,
        change.after,
      );
    },
    count: () => count,
    finish: () => {
      const { id, command, label, actor, at, origin, revertsId } = head;
      connection
        .prepare(insertHead)
        .run(id, command, label, actor, at, origin, revertsId, count, previous, hash.digest('hex'));
    },
  };
}

type StoredHead = {
  id: string;
  command: string;
  label: string;
  actor: string;
  at: string;
  origin: string | null;
  reverts_id: string | null;
  prev_hash: string;
  hash: string;
};
type StoredChange = {
  table_name: string;
  row_id: string;
  record_id: string;
  op: ChangeOperation;
  before_json: string | null;
  after_json: string | null;
};

/** Recomputes the whole chain. Returns the seq-ordered ids of change sets whose content no longer fits their hash. */
export function brokenChangeSets(connection: Connection): string[] {
  const changes = connection.prepare<[string], StoredChange>(
    'SELECT * FROM change WHERE change_set_id = ? ORDER BY seq',
  );
  const broken: string[] = [];
  let previous = '';
  for (const row of connection.prepare<[], StoredHead>('SELECT * FROM change_set ORDER BY seq').iterate()) {
    const hash = startHash(previous, { ...row, revertsId: row.reverts_id });
    for (const change of changes.iterate(row.id)) {
      feed(hash, {
        table: change.table_name,
        rowId: change.row_id,
        recordId: change.record_id,
        op: change.op,
        before: change.before_json,
        after: change.after_json,
      });
    }
    if (row.prev_hash !== previous || row.hash !== hash.digest('hex')) broken.push(row.id);
    previous = row.hash;
  }
  return broken;
}

function startHash(previous: string, head: ChangeSetHead): Hash {
  const { id, command, label, actor, at, origin, revertsId } = head;
  // The null stands for the column group_key, which no program has ever filled: the hashes of old ledgers count it.
  return createHash('sha256').update(
    JSON.stringify([previous, id, command, label, actor, at, origin, revertsId, null]),
  );
}

function feed(hash: Hash, change: Change): void {
  hash.update(JSON.stringify([change.table, change.rowId, change.recordId, change.op, change.before, change.after]));
}
