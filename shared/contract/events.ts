/** What the core tells its shells and pages without being asked. `seq` grows by one; a gap means: fetch again. */
export type CoreEventBody =
  | {
      readonly type: 'ledger.changed';
      readonly changeSetId: string | null;
      readonly tables: readonly string[];
      readonly savedAt: string;
    }
  | { readonly type: 'ledger.state' }
  | {
      readonly type: 'job.progress';
      readonly jobId: string;
      readonly phase: string;
      readonly done: number;
      readonly total: number;
    };

export type CoreEvent = CoreEventBody & { readonly seq: number };
