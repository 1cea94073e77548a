import type { CoreEventBody } from '#shared/contract/events.ts';
import { japaneseDay } from '#shared/domain/japanese-time.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { createDispatch, type Handlers } from '#shared/rpc/dispatch.ts';
import path from 'node:path';
import { inspectLedgerFile } from '#db/ledger-file.ts';
import type { WriteResult } from '#db/write-tx.ts';
import { createBackupFolder } from './backup/backup-folder.ts';
import { createBugLog } from './bug-log.ts';
import type { Core, CoreOptions } from './core.ts';
import { prepareDataFolder, removeWork } from './data-folder.ts';
import { organizationsImporter } from './excel/recognise/organizations/importer.ts';
import { statusListImporter } from './excel/recognise/status-list/importer.ts';
import type { ParserHost } from './excel/read/parser-host.ts';
import { createAppHandlers } from './handlers/app.ts';
import type { AppParts, OpenFailure } from './handlers/app-parts.ts';
import type { HandlerContext } from './handlers/handler-context.ts';
import { createHistoryHandlers } from './handlers/history.ts';
import { createImportHandlers } from './handlers/imports.ts';
import { createLedgerHandlers, createLedgerKeepingHandlers, noteUse } from './handlers/ledgers.ts';
import { createMeasureHandlers } from './handlers/measures.ts';
import { createOrganizationHandlers } from './handlers/organizations.ts';
import { createOverviewHandlers } from './handlers/overview.ts';
import { createPostalHandlers } from './handlers/postal.ts';
import { createSavedViewHandlers } from './handlers/saved-views.ts';
import { createTransferHandlers } from './handlers/transfer.ts';
import { createJobs } from './jobs.ts';
import { createPostalCodes } from './postal/postal-codes.ts';
import { openProgramSettings } from './program-settings.ts';
import { afterBackup } from './session/after-backup.ts';
import { createExportFiles, type ExportFiles } from './session/export-files.ts';
import { createLedgerRefs } from './session/ledger-refs.ts';
import { createLedgerSession, type LedgerSession } from './session/ledger-session.ts';
import { createUploads } from './session/uploads.ts';
import { openWholeLedgers } from './session/whole-ledgers.ts';

/** Composition root: builds the program without its window. A ledger that does not open at start is told in app.state. */
export function createCore(options: CoreOptions): Core {
  const now = options.now ?? (() => new Date());
  const folder = prepareDataFolder(options.dataDir);
  const settings = openProgramSettings(folder.settingsFile);
  const backups = createBackupFolder(folder.backups);
  const actor = (): string => options.actor ?? settings.get().actor;
  const emit = numberedEvents(options);
  const whole = openWholeLedgers(folder.wholeLedgersFile);
  const session = createLedgerSession({ backups, whole, actor, now, noticed: () => emit({ type: 'ledger.state' }) });
  const refs = createLedgerRefs(folder.ledgers, settings);
  const uploads = createUploads(folder.work);
  const exports = createExportFiles(folder.work);
  const jobs = createJobs(emit, options.isCancelled ?? (() => false));
  const today = (): string => japaneseDay(now());
  const context: HandlerContext = { ledger: session.ledger, now, today, actor, changed: announce(emit) };
  const reportBug = createBugLog(folder.logs, now);
  const start = startFailureOf(session, options.ledgerFile, reportBug);
  const stateChanged = (): void => {
    if (session.isOpen()) start.failure = null;
    emit({ type: 'ledger.state' });
  };
  const { shell, version, parser } = options;
  const files = { folder, settings, session, refs, backups, uploads, jobs };
  const parts: AppParts = {
    shell,
    version,
    ...files,
    openFailure: () => start.failure,
    noteOpenFailure: (failure) => {
      start.failure = failure;
      stateChanged();
    },
    stateChanged,
  };
  noteUse(parts, now());
  const handlers = allHandlers({ parts, context, exports, parser });
  return {
    dispatch: afterBackup(createDispatch(handlers, { reportBug }), session),
    registerLedgerPath: refs.register,
    registerUploadPath: (file) => ({ uploadId: uploads.copyIn(file), fileName: path.basename(file) }),
    exportFile: exports.get,
    close: () => closeAll(session, parser).finally(() => removeWork(folder)),
  };
}

/** A backup that is copied already is still verified: a shell in a hurry cuts this short, and the next opening takes it anew. */
async function closeAll(session: LedgerSession, parser: ParserHost): Promise<void> {
  const backup = session.backupAtOpen();
  session.close();
  await Promise.all([backup.finished(), parser.close()]);
}

type HandlerParts = {
  readonly parts: AppParts;
  readonly context: HandlerContext;
  readonly exports: ExportFiles;
  readonly parser: ParserHost;
};

function allHandlers({ parts, context, exports, parser }: HandlerParts): Handlers {
  const { backups, session, uploads, jobs, folder } = parts;
  return {
    ...createAppHandlers(parts, context),
    ...createLedgerHandlers(parts, context),
    ...createLedgerKeepingHandlers(parts, context),
    ...createTransferHandlers({ uploads, exports, jobs }, context),
    ...createOrganizationHandlers(context),
    ...createMeasureHandlers(context),
    ...createHistoryHandlers(context),
    ...createOverviewHandlers(context, backups),
    ...createSavedViewHandlers(context),
    ...createPostalHandlers(createPostalCodes(folder.postalFile), uploads),
    ...createImportHandlers({
      ...context,
      readUpload: uploads.get,
      discardUpload: uploads.discard,
      parser,
      backupBeforeImport: () => void backups.takeIfChanged(session.ledger(), context.now()),
      jobs,
      importers: [organizationsImporter, statusListImporter],
    }),
  };
}

type ReportBug = ReturnType<typeof createBugLog>;
type Start = { failure: OpenFailure | null };

/** Whatever goes wrong with the ledger, the program opens: from there the user reaches a backup or another ledger. */
function startFailureOf(session: LedgerSession, file: string | undefined, reportBug: ReportBug): Start {
  if (file === undefined) return { failure: null };
  try {
    if (inspectLedgerFile(file).kind === 'missing') session.create(file);
    else session.open(file, 'write');
    return { failure: null };
  } catch (error) {
    const known = error instanceof AppError ? error : new AppError('INTERNAL', { id: reportBug(error, 'start') });
    return { failure: { error: known, file } };
  }
}

function numberedEvents(options: CoreOptions): (event: CoreEventBody) => void {
  let seq = 0;
  return (event) => {
    seq += 1;
    options.emit({ ...event, seq });
  };
}

function announce(emit: (event: CoreEventBody) => void) {
  return ({ changeSetId, savedAt, tables }: WriteResult<unknown>) => {
    if (changeSetId !== null && savedAt !== null)
      emit({ type: 'ledger.changed', changeSetId, tables: [...tables], savedAt });
    return { changeSetId, savedAt };
  };
}
