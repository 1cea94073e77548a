import { AppError } from '#shared/rpc/app-error.ts';
import { countAlteredRows } from './altered-rows.ts';
import { brokenChangeSets } from './change-log.ts';
import type { Ledger } from './open.ts';
import { countStaleListRows } from './organization-list.ts';

/** What a data check found. All empty or zero = sound. */
export type LedgerCheck = {
  /** Findings of SQLite's own integrity_check. */
  readonly damage: readonly string[];
  readonly brokenReferences: number;
  /** Change sets whose content no longer fits the hash chain. */
  readonly tamperedChangeSets: readonly string[];
  /** Data rows that are not what the change log says. */
  readonly alteredRows: number;
  /** Groups whose row in the flat list is missing, left over or not their own. */
  readonly staleListRows: number;
};

/**
 * Checks an open ledger thoroughly (データ点検): pages, references, the hash chain, every row against the change log.
 * Reads everything; changes nothing. Errors: LEDGER_DAMAGED when so much is damaged that it cannot even be read.
 */
export function checkLedger(ledger: Ledger): LedgerCheck {
  const { connection } = ledger;
  try {
    const findings = connection.pragma('integrity_check') as { integrity_check: string }[]; // boundary: shape fixed by SQLite
    const orphans = connection.pragma('foreign_key_check') as unknown[]; // boundary: as above
    return {
      damage: findings.map((finding) => finding.integrity_check).filter((text) => text !== 'ok'),
      brokenReferences: orphans.length,
      tamperedChangeSets: brokenChangeSets(connection),
      alteredRows: countAlteredRows(ledger),
      staleListRows: countStaleListRows(connection),
    };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_') || error instanceof SyntaxError)
      throw new AppError('LEDGER_DAMAGED', { file: ledger.path }, { cause: error });
    throw error;
  }
}

/** Whether a check found nothing at all. */
export function isSound(found: LedgerCheck): boolean {
  const { damage, brokenReferences, tamperedChangeSets, alteredRows, staleListRows } = found;
  return damage.length + brokenReferences + tamperedChangeSets.length + alteredRows + staleListRows === 0;
}
