import type { LedgerEntry } from '#shared/contract/app.ts';
import type { CoreEvent } from '#shared/contract/events.ts';
import type { RpcResult } from '#shared/rpc/transport.ts';
import type { ParserHost } from './excel/read/parser-host.ts';

export type Shell = 'desktop' | 'browser' | 'in-process';

export type CoreOptions = {
  /** Folder of this program: ledgers/, backups/, work/ (temporary), settings.json, logs/. Made when missing. */
  readonly dataDir: string;
  readonly shell: Shell;
  readonly version: string;
  /** A ledger to open for writing at start (made when the file does not exist). */
  readonly ledgerFile?: string | undefined;
  /** Reads foreign files in a process of its own. */
  readonly parser: ParserHost;
  /** Who works now, for this run only; without it the name kept in the settings. */
  readonly actor?: string | undefined;
  readonly now?: () => Date;
  readonly emit: (event: CoreEvent) => void;
  /** True once the user cancelled this job; backed by shared memory so that it is seen inside a running transaction. */
  readonly isCancelled?: (jobId: string) => boolean;
};

/** The program without its window. The functions besides dispatch take paths and are for the shell alone, never for a page. */
export type Core = {
  readonly dispatch: (name: unknown, input: unknown) => Promise<RpcResult>;
  /** A ledger picked in a native dialog: gives it the opaque ref that ledger.open takes. */
  readonly registerLedgerPath: (path: string) => LedgerEntry;
  /** A file picked in a native dialog: copies it into the work folder as an upload. */
  readonly registerUploadPath: (path: string) => { readonly uploadId: string; readonly fileName: string };
  /** Where a finished export lies, for a native save. */
  readonly exportFile: (exportId: string) => { readonly path: string; readonly fileName: string };
  readonly close: () => Promise<void>;
};
