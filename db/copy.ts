import { headsInLog, type LogHead, logHead } from './log-head.ts';
import { lookInto } from './open.ts';

/** The state in a copy of a ledger that nobody has open, when it passes SQLite's full check; null when anything is wrong. */
export function checkCopy(path: string): LogHead | null {
  return ask(() =>
    lookInto(path, (connection) => {
      const orphans: unknown = connection.pragma('foreign_key_check');
      const isWhole = connection.pragma('integrity_check', { simple: true }) === 'ok';
      return isWhole && Array.isArray(orphans) && orphans.length === 0 ? logHead({ connection }) : null;
    }),
  );
}

/** The state in a copy, without a check; null when it cannot be read. */
export function headOfCopy(path: string): LogHead | null {
  return ask(() => lookInto(path, (connection) => logHead({ connection })));
}

/** Which of these states a copy came out of; none when it cannot be read. */
export function headsInCopy<Head extends LogHead>(path: string, heads: readonly Head[]): readonly Head[] {
  return ask(() => lookInto(path, (connection) => headsInLog({ connection }, heads))) ?? [];
}

function ask<R>(question: () => R): R | null {
  try {
    return question();
  } catch {
    return null;
  }
}
