import { undoLabels } from '#shared/messages/undo.ts';
import { type MigrationContext, migrationCommand, recordByNames } from './migration-tx.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import type { Connection } from './connection.ts';
import { deriveOrganizationList } from './organization-list.ts';

/** user_version that this program writes. */
export const latestVersion = migrations.at(-1)?.version ?? 0;

/** The version of an open file. Opening has rolled back what was unfinished, so this is true where the bare file may not be. */
export function versionOf(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/** Brings the file to the version of the last step in one transaction: all steps or none. */
export function migrate(connection: Connection, context: MigrationContext, steps = migrations): void {
  const current = versionOf(connection);
  const missing = steps.filter(({ version }) => version > current);
  const run = connection.transaction(() => {
    for (const migration of missing) take(connection, migration, context);
    if (missing.some(({ emptiesOrganizationList }) => emptiesOrganizationList === true)) deriveAll(connection);
  });
  run.exclusive();
}

function take(connection: Connection, { version, sql, moves }: Migration, context: MigrationContext): void {
  connection.exec(sql);
  if (moves !== undefined) {
    const head = { ...context, command: migrationCommand, label: undoLabels.migration(moves.what) };
    recordByNames(connection, head, moves.work);
    connection.exec(moves.sqlAfter);
  }
  connection.pragma(`user_version = ${version}`);
}

function deriveAll(connection: Connection): void {
  connection.exec('INSERT INTO write_gate (open) VALUES (1)');
  deriveOrganizationList(connection);
  connection.exec('DELETE FROM write_gate');
}
