import { brokenChangeSets } from './change-log.ts';
import type { Ledger } from './open.ts';

/** What a data check found. All empty or zero = sound. */
export type LedgerCheck = {
  /** Findings of SQLite's own integrity_check. */
  readonly damage: readonly string[];
  readonly brokenReferences: number;
  /** Change sets whose content no longer fits the hash chain. */
  readonly tamperedChangeSets: readonly string[];
  /** Groups whose row in the flat list is missing or left over. */
  readonly staleListRows: number;
};

/** Checks an open ledger thoroughly (データ点検). Reads everything; changes nothing. */
export function checkLedger(ledger: Ledger): LedgerCheck {
  const { connection } = ledger;
  const findings = connection.pragma('integrity_check') as { integrity_check: string }[]; // boundary: shape fixed by SQLite
  const orphans = connection.pragma('foreign_key_check') as unknown[]; // boundary: as above
  const stale = connection
    .prepare(
      `SELECT (SELECT count(*) FROM organization o WHERE NOT EXISTS (SELECT 1 FROM organization_list l WHERE l.organization_id = o.id))
            + (SELECT count(*) FROM organization_list l WHERE NOT EXISTS (SELECT 1 FROM organization o WHERE o.id = l.organization_id))`,
    )
    .pluck()
    .get();
  return {
    damage: findings.map((finding) => finding.integrity_check).filter((text) => text !== 'ok'),
    brokenReferences: orphans.length,
    tamperedChangeSets: brokenChangeSets(connection),
    staleListRows: Number(stale),
  };
}
