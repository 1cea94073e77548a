import type { MigrationTx } from '../migration-tx.ts';

/**
 * One step of the schema, forward only. `version` becomes the file's user_version. A table or column that a step renames or
 * takes away, and one that it adds and that may not be blank, is described in ../retired.ts.
 */
export type Migration = {
  readonly version: number;
  readonly slug: string;
  readonly sql: string;
  /** Data that the step moves to other rows or columns: recorded as a change set of its own, so that check and 履歴 know it. */
  readonly moves?: {
    /** What is moved, in the words of the screens. */
    readonly what: string;
    readonly work: (tx: MigrationTx) => void;
    /** Takes away what was moved from. */
    readonly sqlAfter: string;
  };
  /** The step leaves organization_list without rows: it is derived again from the groups once all steps are done. */
  readonly emptiesOrganizationList?: true;
};
