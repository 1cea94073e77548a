import type { Connection } from './open.ts';
import { migrations } from './migrations/index.ts';
import { deriveOrganizationList } from './organization-list.ts';

/** user_version that this program writes. */
export const latestVersion = migrations.at(-1)?.version ?? 0;

/** The version of an open file. Opening has rolled back what was unfinished, so this is true where the bare file may not be. */
export function versionOf(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/** Brings the file to latestVersion in one transaction: all steps or none. */
export function migrate(connection: Connection): void {
  const current = versionOf(connection);
  const missing = migrations.filter(({ version }) => version > current);
  const run = connection.transaction(() => {
    for (const migration of missing) {
      connection.exec(migration.sql);
      connection.pragma(`user_version = ${migration.version}`);
    }
    if (missing.some(({ emptiesOrganizationList }) => emptiesOrganizationList === true)) deriveAll(connection);
  });
  run.exclusive();
}

function deriveAll(connection: Connection): void {
  connection.exec('INSERT INTO write_gate (open) VALUES (1)');
  deriveOrganizationList(connection);
  connection.exec('DELETE FROM write_gate');
}
