import type { DraftValues, OrganizationDraft } from './draft.ts';

/** A group of the ledger, or one that a row of the file adds. */
export type GroupEntry = {
  /** null: not in the ledger yet. */
  readonly id: string | null;
  readonly order: number;
  /** As it is, or as the row that took it leaves it. */
  readonly values: DraftValues;
  /** The row that is written to it. */
  readonly takenBy: OrganizationDraft | null;
};
