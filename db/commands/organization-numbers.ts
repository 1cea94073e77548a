import { matchKey } from '#shared/domain/text.ts';
import type { Connection } from '../connection.ts';
import type { Refusal } from './organization-cell.ts';

/** Keeps a registration number for a group; answers why not when it was ever given to another one, also just before. */
export type ClaimNumber = (groupId: string, regNo: string) => Refusal | null;

/** The numbers of one batch: what the ledger has given so far, and what the batch gives before it is written. */
export function numberClaims(connection: Connection): ClaimNumber {
  const holderOf = connection.prepare<[string]>('SELECT organization_id FROM registration_number WHERE id = ?').pluck();
  const claimed = new Map<string, string>();
  return (groupId, regNo) => {
    const key = matchKey(regNo);
    const holder = claimed.get(key) ?? holderOf.get(key);
    if (holder !== undefined && holder !== groupId) return { code: 'REG_NO_USED', params: { value: regNo } };
    claimed.set(key, groupId);
    return null;
  };
}
