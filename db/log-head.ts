import type { Connection } from './connection.ts';

/**
 * How far a log goes: its newest change set. Each hash contains the one before it, so two ledgers with the same head hold
 * the same changes, and a ledger whose log contains a head came out of the state with that head.
 */
export type LogHead = {
  /** Number of the newest change set; 0 = none yet. */
  readonly changeSeq: number;
  readonly hash: string;
};

type WithLog = { readonly connection: Connection };

export function logHead({ connection }: WithLog): LogHead {
  const newest = 'SELECT seq AS changeSeq, hash FROM change_set ORDER BY seq DESC LIMIT 1';
  return connection.prepare<[], LogHead>(newest).get() ?? { changeSeq: 0, hash: '' };
}

/** Which of these states this ledger came out of, its own among them. The state without any change is everyone's. */
export function headsInLog<Head extends LogHead>({ connection }: WithLog, heads: readonly Head[]): Head[] {
  const find = connection.prepare<[number, string]>('SELECT 1 FROM change_set WHERE seq = ? AND hash = ?');
  return heads.filter(({ changeSeq, hash }) => changeSeq === 0 || find.get(changeSeq, hash) !== undefined);
}
