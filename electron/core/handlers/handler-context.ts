import type { Ledger } from '#db/open.ts';
import type { WriteContext, WriteResult } from '#db/write-tx.ts';

/** What every feature's handlers need of the running core. */
export type HandlerContext = {
  /** The open ledger; errors: NO_LEDGER. */
  readonly ledger: () => Ledger;
  readonly now: () => Date;
  /** ISO day of today in Japan. */
  readonly today: () => string;
  readonly actor: () => string;
  /** Tells shells and pages what was written and shapes the answer of a writing call. */
  readonly changed: (result: WriteResult<unknown>) => { changeSetId: string | null; savedAt: string | null };
};

/** Who and when of a write. */
export function writeContext(context: HandlerContext, command: string, label: string): WriteContext {
  return { command, label, actor: context.actor(), now: context.now() };
}
