import type { Connection } from './open.ts';
import { migrations } from './migrations/index.ts';

/** user_version that this program writes. */
export const latestVersion = migrations.at(-1)?.version ?? 0;

/** Brings the file to latestVersion in one transaction: all steps or none. */
export function migrate(connection: Connection): void {
  const current = Number(connection.pragma('user_version', { simple: true }));
  const run = connection.transaction(() => {
    for (const migration of migrations) {
      if (migration.version <= current) continue;
      connection.exec(migration.sql);
      connection.pragma(`user_version = ${migration.version}`);
    }
  });
  run.exclusive();
}
