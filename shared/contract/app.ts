import { z } from 'zod';
import { done, id, nothing } from './common.ts';
import { command, query } from './define.ts';

export const ledgerState = z.object({
  title: z.string(),
  fileName: z.string(),
  folder: z.string(),
  readOnly: z.boolean(),
  /** Why it is read-only, as a sentence; null when writable. */
  readOnlyReason: z.string().nullable(),
  savedAt: z.string().nullable(),
  /** Things to tell at open: recovered after a crash, backup taken, sync-folder warning. */
  notices: z.array(z.string()),
});
export type LedgerState = z.infer<typeof ledgerState>;

/** A ledger the page may open. `ref` is an opaque name made by the core: no path of this computer is ever accepted from a page. */
export const ledgerEntry = z.object({
  ref: id,
  title: z.string(),
  fileName: z.string(),
  folder: z.string(),
  usedAt: z.string().nullable(),
  exists: z.boolean(),
});
export type LedgerEntry = z.infer<typeof ledgerEntry>;

export const backupEntry = z.object({
  ref: id,
  fileName: z.string(),
  takenAt: z.string(),
  bytes: z.number(),
  verified: z.boolean(),
});

const appState = z.object({
  version: z.string(),
  shell: z.enum(['desktop', 'browser', 'in-process']),
  actor: z.string(),
  today: z.string(),
  ledger: ledgerState.nullable(),
  /** Set while no ledger is open and the last one named, at start or later, could not be opened. */
  startError: z
    .object({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      message: z.string(),
      backups: z.array(backupEntry),
      /** For ledger.remake, when the file has not a byte in it; null otherwise. */
      remakeRef: id.nullable(),
    })
    .nullable(),
  ledgers: z.array(ledgerEntry),
});
export type AppState = z.infer<typeof appState>;

export const appContract = {
  'app.state': query(nothing, appState),
  'app.setActor': command(z.object({ actor: z.string().max(60) }), done, { undo: 'none' }),
  /** How this computer likes the program: theme, density, column layouts … by key. Never personal data. */
  'app.preferences': query(nothing, z.record(z.string(), z.string())),
  /** null forgets a key. */
  'app.setPreference': command(
    z.object({ key: z.string().min(1).max(60), value: z.string().max(20_000).nullable() }),
    done,
    {
      undo: 'none',
    },
  ),
  'ledger.create': command(z.object({ title: z.string().min(1).max(80) }), ledgerState, { undo: 'none' }),
  /** Makes a new ledger in place of a file of 0 bytes. */
  'ledger.remake': command(z.object({ ref: id }), ledgerState, { undo: 'none' }),
  'ledger.open': command(z.object({ ref: id, mode: z.enum(['write', 'read']) }), ledgerState, { undo: 'none' }),
  /** A ledger file brought by upload (browser shell): it is copied into the data folder and opened. */
  'ledger.openUpload': command(z.object({ uploadId: id }), ledgerState, { undo: 'none' }),
  /** Opens the sample book, a ledger file of its own; it is made from the bundled samples the first time. */
  'ledger.openSample': command(nothing, ledgerState, { undo: 'none' }),
  'ledger.close': command(nothing, done, { undo: 'none' }),
  'ledger.backup': command(nothing, backupEntry, { undo: 'none' }),
  'ledger.backups': query(z.object({ ref: id.optional() }), z.array(backupEntry)),
  'ledger.openBackup': command(z.object({ ref: id }), ledgerState, { undo: 'none' }),
  'ledger.settings': query(nothing, z.record(z.string(), z.string())),
  'ledger.saveSettings': command(
    z.record(z.string().max(40), z.string().max(400)),
    z.object({ changeSetId: id.nullable(), savedAt: z.string().nullable() }),
    {
      undo: 'change-set',
    },
  ),
  'jobs.cancel': command(z.object({ jobId: id }), done, { undo: 'none' }),
  /** Desktop shell only: native dialogs. The browser shell answers UNSUPPORTED and the page uploads and downloads instead. */
  'desktop.pickLedger': command(nothing, ledgerEntry.nullable(), { undo: 'none' }),
  'desktop.pickImport': command(nothing, z.object({ uploadId: id, fileName: z.string() }).nullable(), { undo: 'none' }),
  'desktop.saveExport': command(z.object({ exportId: id }), z.object({ savedAs: z.string().nullable() }), {
    undo: 'none',
  }),
} as const;
