import { rmSync } from 'node:fs';
import path from 'node:path';
import type { LedgerState } from '#shared/contract/app.ts';
import { sessionLabels, sessionNotices } from '#shared/messages/session.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { Handlers } from '#shared/rpc/dispatch.ts';
import { inspectLedgerFile } from '#db/ledger-file.ts';
import { logHead } from '#db/log-head.ts';
import { readSettings, saveSettings } from '#db/commands/settings.ts';
import { isIntact } from '../backup/manifest.ts';
import { safeFileName } from '../files/safe-file-name.ts';
import { fillSampleBook } from '../sample/sample-book.ts';
import { adoptUpload } from '../session/adopt-upload.ts';
import { type AppParts, backupEntry } from './app-parts.ts';
import { type HandlerContext, writeContext } from './handler-context.ts';

type Opening = Extract<keyof Handlers, 'ledger.create' | 'ledger.remake' | `ledger.open${string}` | 'ledger.close'>;
type Keeping = Exclude<Extract<keyof Handlers, `ledger.${string}`>, Opening>;

/** Opening and closing ledgers. Paths stay here; a page names a ledger by its ref. */
export function createLedgerHandlers(parts: AppParts, context: HandlerContext): Pick<Handlers, Opening> {
  const { session, refs, backups, folder, uploads } = parts;
  const opened = (): LedgerState => noteOpened(parts, context);
  return {
    'ledger.create': ({ title }) => {
      const file = path.join(folder.ledgers, safeFileName(title, '.daicho'));
      // Nothing is in the file, but its backups say that something was: that is told before a new one takes its name.
      if (inspectLedgerFile(file).kind === 'empty' && backups.list(file).length > 0)
        notOpened(parts, file, new AppError('LEDGER_EMPTY', { file }));
      session.create(file);
      return opened();
    },
    'ledger.remake': ({ ref }) => {
      const file = refs.pathOf(ref);
      if (inspectLedgerFile(file).kind !== 'empty') throw new AppError('LEDGER_EXISTS', { file });
      session.create(file);
      return opened();
    },
    'ledger.open': ({ ref, mode }) => {
      const file = refs.pathOf(ref);
      try {
        session.open(file, mode);
      } catch (error) {
        notOpened(parts, file, error);
      }
      return opened();
    },
    'ledger.openUpload': ({ uploadId }) => {
      openAdopted(session, adoptUpload(uploads.get(uploadId), folder.ledgers));
      uploads.discard(uploadId);
      return opened();
    },
    'ledger.openSample': () => {
      openSample(parts, context.now());
      return opened();
    },
    'ledger.openBackup': ({ ref }) => {
      const backup = backups.find(refs.pathOf(ref));
      if (backup === undefined || !isIntact(backup)) {
        throw new AppError('BACKUP_CHANGED', { file: path.basename(refs.pathOf(ref)) });
      }
      session.open(backup.path, 'read', sessionNotices.openedBackup);
      return opened();
    },
    'ledger.close': () => {
      const failure = backupAtClose(parts, context.now());
      session.close();
      parts.stateChanged();
      if (failure !== null) throw failure;
      return { done: true };
    },
  };
}

/** Backups and settings of the open ledger. */
export function createLedgerKeepingHandlers(parts: AppParts, context: HandlerContext): Pick<Handlers, Keeping> {
  const { session, refs, backups } = parts;
  return {
    'ledger.backup': () => backupEntry(refs, backups.take(session.ledger(), context.now())),
    'ledger.backups': ({ ref }) =>
      backups
        .list(ref === undefined ? session.ledger().path : refs.pathOf(ref))
        .map((backup) => backupEntry(refs, backup)),
    'ledger.settings': () => readSettings(session.ledger()),
    'ledger.saveSettings': (values) => {
      const written = writeContext(context, 'ledger.saveSettings', sessionLabels.saveSettings);
      return context.changed(saveSettings(session.ledger(), values, written));
    },
  };
}

/** A ledger that does not open is told of with its backups, if no other one is open. */
function notOpened(parts: AppParts, file: string, error: unknown): never {
  if (error instanceof AppError) parts.noteOpenFailure({ error, file });
  throw error;
}

function openSample({ session, folder }: AppParts, now: Date): void {
  const file = path.join(folder.ledgers, `${sessionLabels.sampleTitle}.daicho`);
  const { kind } = inspectLedgerFile(file);
  if (kind === 'missing' || kind === 'empty') session.create(file);
  else session.open(file, 'write');
  // Empty also when a power cut came between making and filling it.
  if (logHead(session.ledger()).changeSeq === 0) fillSampleBook(session.ledger(), now);
}

/** A ledger that cannot be opened leaves no copy behind: the user has the original. */
function openAdopted(session: AppParts['session'], file: string): void {
  try {
    session.open(file, 'write');
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}

/** Closing goes on without a backup (full disk): the ledger itself is saved. */
function backupAtClose({ session, backups }: AppParts, now: Date): AppError | null {
  if (!session.isOpen() || session.ledger().readOnly) return null;
  try {
    backups.takeIfChanged(session.ledger(), now);
    return null;
  } catch (error) {
    const reason = error instanceof AppError ? String(error.params['reason'] ?? '') : '';
    return new AppError('CLOSED_WITHOUT_BACKUP', { reason }, { cause: error });
  }
}

/** Remembers the open ledger for the welcome page (never a backup, never from the command line). */
export function noteUse({ shell, session, folder, settings }: AppParts, at: Date): void {
  const state = session.state();
  if (state === null || shell === 'in-process') return;
  const file = path.resolve(session.ledger().path);
  const isBackup = file.startsWith(path.resolve(folder.backups) + path.sep);
  if (!isBackup) settings.noteUse(file, state.title, at);
}

/** Remembers what was opened and tells every page. */
function noteOpened(parts: AppParts, context: HandlerContext): LedgerState {
  const state = parts.session.state();
  if (state === null) throw new AppError('NO_LEDGER');
  noteUse(parts, context.now());
  parts.stateChanged();
  return state;
}
