import Database from 'better-sqlite3';
import path from 'node:path';
import { applicationId } from '#db/ledger-file.ts';
import { foundation } from '#db/migrations/0001-foundation.ts';

/** A ledger as the first version left it, with two groups. */
export function oldLedger(folder: string): string {
  const file = path.join(folder, '古い台帳.daicho');
  const connection = new Database(file);
  connection.pragma(`application_id = ${applicationId}`);
  connection.exec(foundation.sql);
  connection.exec(`INSERT INTO write_gate (open) VALUES (1);
    INSERT INTO organization (id, name, established) VALUES ('B', '先の会', '2025-04-01'), ('A', '後の会', NULL);
    INSERT INTO organization_list (organization_id, search_text, name_match_key, name, fields)
      VALUES ('B', '先の会', ':先の会', '先の会', '[]'), ('A', '後の会', ':後の会', '後の会', '[]');
    DELETE FROM write_gate;`);
  connection.pragma('user_version = 1');
  connection.close();
  return file;
}
