import type { CoreEvent } from '#shared/contract/events.ts';
import type { RpcError } from '#shared/rpc/app-error.ts';
import type { RpcResult } from '#shared/rpc/transport.ts';
import type { Shell } from '../core.ts';
import type { Workbook } from '../excel/workbook.ts';

/** What the core's worker thread is born with (workerData). */
export type WorkerStart = {
  readonly dataDir: string;
  readonly shell: Shell;
  readonly version: string;
  readonly ledgerFile: string | undefined;
  /** True where the worker may not fork a Node process itself (Electron without RunAsNode). */
  readonly parserInHost: boolean;
  readonly cancelFlags: SharedArrayBuffer;
};

/** The functions of Core that take or give paths; only the shell asks them, never a page. */
export type CoreQuestion = 'registerLedgerPath' | 'registerUploadPath' | 'exportFile';

export type ToWorker =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly name: unknown;
      readonly input: unknown;
      readonly job: JobSlot | null;
    }
  | { readonly kind: 'ask'; readonly id: number; readonly question: CoreQuestion; readonly argument: string }
  | { readonly kind: 'parsed'; readonly id: number; readonly outcome: ParseOutcome }
  | { readonly kind: 'close'; readonly id: number };

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: RpcError }
  | { readonly kind: 'answer'; readonly id: number; readonly result: RpcResult }
  | { readonly kind: 'event'; readonly event: CoreEvent }
  | { readonly kind: 'parse'; readonly id: number; readonly filePath: string }
  | { readonly kind: 'parse-abort'; readonly id: number };

/** Where in the shared memory the cancel flag of a running job lies. */
export type JobSlot = { readonly jobId: string; readonly slot: number };

export type ParseOutcome =
  | { readonly ok: true; readonly workbook: Workbook }
  | { readonly ok: false; readonly error: RpcError };
