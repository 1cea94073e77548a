import { newId } from './new-id.ts';
import { wholeYear } from './queries/plan-tree.ts';
import { sqlBuilder } from './reader.ts';
import type { ProgressRecordTable } from './tables.ts';
import type { WriteTx } from './write-tx.ts';

export type ProgressPlace = { readonly nodeId: string; readonly fiscalYear: number };
export type ProgressPatch = Partial<Omit<ProgressRecordTable, 'id' | 'nodeId' | 'fiscalYear' | 'period'>>;

const emptyProgress = { markId: null, markRaw: null, dispositionId: null, dispositionRaw: null, noteId: null } as const;

/** The record of a measure in a year, undefined when nothing was entered. */
export function findProgress(tx: WriteTx, { nodeId, fiscalYear }: ProgressPlace): ProgressRecordTable | undefined {
  const query = sqlBuilder.selectFrom('progressRecord').selectAll().where('nodeId', '=', nodeId);
  return tx.reader.first(query.where('fiscalYear', '=', fiscalYear).where('period', '=', wholeYear));
}

/** Writes some values of a record; makes it when needed and removes it when nothing is left in it. @returns false when nothing differs. */
export function writeProgress(tx: WriteTx, place: ProgressPlace, patch: ProgressPatch): boolean {
  const current = findProgress(tx, place);
  const values = { ...emptyProgress, ...current, ...patch };
  const isEmpty = Object.keys(emptyProgress).every((name) => values[name as keyof typeof emptyProgress] === null); // boundary: its own keys
  if (current === undefined) {
    if (isEmpty) return false;
    tx.insert('progressRecord', { ...values, ...place, id: newId(), period: wholeYear });
    return true;
  }
  if (!isEmpty) return tx.update('progressRecord', current.id, patch);
  tx.remove('progressRecord', current.id);
  return true;
}

/** Places whose record points at a note. */
export function noteHolders(tx: WriteTx, noteId: string): ProgressPlace[] {
  return tx.reader.all(
    sqlBuilder.selectFrom('progressRecord').select(['nodeId', 'fiscalYear']).where('noteId', '=', noteId),
  );
}

/** Adds a note. @returns its id. */
export function insertNote(tx: WriteTx, planId: string, text: string): string {
  const id = newId();
  tx.insert('verificationNote', { id, planId, text });
  return id;
}

/** Removes a note that no record points at any more. */
export function removeIfUnused(tx: WriteTx, noteId: string): void {
  if (noteHolders(tx, noteId).length === 0) tx.remove('verificationNote', noteId);
}
