import { existsSync } from 'node:fs';
import path from 'node:path';
import type { LedgerState } from '#shared/contract/app.ts';
import { sessionLabels, sessionNotices } from '#shared/messages/session.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { Handlers } from '#shared/rpc/dispatch.ts';
import { readSettings, saveSettings } from '#db/commands/settings.ts';
import { isIntact } from '../backup/backup-files.ts';
import { safeFileName } from '../files/safe-file-name.ts';
import { fillSampleBook } from '../sample/sample-book.ts';
import { adoptUpload } from '../session/adopt-upload.ts';
import { type AppParts, backupEntry } from './app-parts.ts';
import { type HandlerContext, writeContext } from './handler-context.ts';

type Opening = Extract<keyof Handlers, 'ledger.create' | `ledger.open${string}` | 'ledger.close'>;
type Keeping = Exclude<Extract<keyof Handlers, `ledger.${string}`>, Opening>;

/** Opening and closing ledgers. Paths stay here; a page names a ledger by its ref. */
export function createLedgerHandlers(parts: AppParts, context: HandlerContext): Pick<Handlers, Opening> {
  const { session, refs, backups, folder, uploads } = parts;
  const opened = (): LedgerState => noteOpened(parts, context);
  return {
    'ledger.create': ({ title }) => {
      session.create(path.join(folder.ledgers, safeFileName(title, '.daicho')));
      return opened();
    },
    'ledger.open': ({ ref, mode }) => {
      session.open(refs.pathOf(ref), mode);
      return opened();
    },
    'ledger.openUpload': ({ uploadId }) => {
      session.open(adoptUpload(uploads.get(uploadId), folder.ledgers), 'write');
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
      if (session.isOpen() && !session.ledger().readOnly) backups.takeIfChanged(session.ledger(), context.now());
      session.close();
      parts.stateChanged();
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

function openSample({ session, folder }: AppParts, now: Date): void {
  const file = path.join(folder.ledgers, `${sessionLabels.sampleTitle}.daicho`);
  if (existsSync(file)) {
    session.open(file, 'write');
    return;
  }
  session.create(file);
  fillSampleBook(session.ledger(), now);
}

/** Remembers what was opened (never a backup, never from the command line) and tells every page. */
function noteOpened(parts: AppParts, context: HandlerContext): LedgerState {
  const state = parts.session.state();
  if (state === null) throw new AppError('NO_LEDGER');
  const file = path.resolve(parts.session.ledger().path);
  const isBackup = file.startsWith(path.resolve(parts.folder.backups) + path.sep);
  if (parts.shell !== 'in-process' && !isBackup) parts.settings.noteUse(file, state.title, context.now());
  parts.stateChanged();
  return state;
}
