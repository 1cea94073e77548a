import type { ImportChoices, ImportKind, ImportPreview, ImportRow } from '#shared/contract/imports.ts';
import { importPhases, importTexts } from '#shared/messages/import-session.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { newId } from '#db/new-id.ts';
import type { Ledger } from '#db/open.ts';
import { type ImportOrigin, newestChangeSetSeq } from '#db/queries/import-history.ts';
import { createReader, type Reader } from '#db/reader.ts';
import { type WriteContext, type WriteResult, write } from '#db/write-tx.ts';
import type { ParserHost } from './excel/read/parser-host.ts';
import type { Analysis, Importer } from './excel/recognise/importer.ts';
import type { Workbook } from './excel/workbook.ts';
import { type ChosenSheet, chooseSheet } from './imports/choose-sheet.ts';
import { fileWarnings } from './imports/file-warnings.ts';
import { changedOutcomes } from './imports/outcomes.ts';
import { buildPreview, countRows, countWrites, filterRows, type RowFilter } from './imports/preview.ts';
import { unknownAnalysis } from './imports/unknown-analysis.ts';

/** What importing needs of the running core. */
export type ImportContext = {
  readonly ledger: () => Ledger;
  readonly readUpload: (uploadId: string) => {
    readonly path: string;
    readonly fileName: string;
    readonly sha256: string;
  };
  /** An upload is read once; what was read is kept in memory, the copy of the file is not. */
  readonly discardUpload: (uploadId: string) => void;
  readonly parser: ParserHost;
  readonly now: () => Date;
  /** ISO day of today in Japan. */
  readonly today: () => string;
  readonly actor: () => string;
  /** Leaves a verified backup or throws BACKUP_FAILED. */
  readonly backupBeforeImport: () => void;
  readonly jobs: {
    readonly progress: (
      jobId: string | undefined,
      phase: string,
      step: { readonly done: number; readonly total: number },
    ) => void;
    readonly breathe: () => Promise<void>;
    readonly signal: (jobId: string | undefined) => AbortSignal;
  };
  readonly importers: readonly Importer[];
};

type JobId = string | undefined;

export type AppliedImport = {
  readonly result: WriteResult<unknown>;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly label: string;
};

/** Files that were looked into and wait for the user's word; each keeps its parsed workbook and what it would do. */
export type ImportSessions = {
  readonly analyze: (uploadId: string, choices: ImportChoices, jobId: JobId) => Promise<ImportPreview>;
  /** Errors of this and the next ones: IMPORT_GONE. */
  readonly reanalyze: (importId: string, choices: ImportChoices, jobId: JobId) => Promise<ImportPreview>;
  readonly rows: (importId: string, filter: RowFilter) => readonly ImportRow[];
  /** Errors: IMPORT_STALE (the ledger changed and so would what is written; `rows` shows where), IMPORT_UNKNOWN, CANCELLED. */
  readonly apply: (importId: string, jobId: JobId) => Promise<AppliedImport>;
  readonly discard: (importId: string) => void;
};

type Session = {
  readonly id: string;
  readonly revision: number;
  readonly file: ReturnType<ImportContext['readUpload']>;
  readonly workbook: Workbook;
  readonly choices: ImportChoices;
  readonly chosen: ChosenSheet;
  readonly analysis: Analysis;
  /** The state of the ledger that the analysis saw. */
  readonly seen: string;
  /** Rows (1-based) whose outcome became another while the user looked at the preview, because someone else wrote. */
  readonly changedSince: ReadonlySet<number>;
};

const KEPT_SESSIONS = 3;
const ROWS_BETWEEN_LOOKS = 200;

export function createImportSessions(context: ImportContext): ImportSessions {
  const store = createSessionStore();
  const shown = (session: Session, started: number): ImportPreview => {
    store.keep(session);
    return previewOf(session, context, performance.now() - started);
  };
  return {
    analyze: async (uploadId, choices, jobId) => {
      const started = performance.now();
      context.ledger(); // no ledger, no need to read the file
      const { file, workbook } = await readOnce(uploadId, context, jobId);
      context.jobs.progress(jobId, importPhases.comparing, { done: 1, total: 2 });
      return shown(analyzeSession({ id: newId(), revision: 0, file, workbook, choices }, context, jobId), started);
    },
    reanalyze: async (importId, choices, jobId) => {
      const started = performance.now();
      const session = store.get(importId);
      context.jobs.progress(jobId, importPhases.comparing, { done: 1, total: 2 });
      return shown(comparedAgain(session, context, { choices, jobId }), started);
    },
    rows: (importId, filter) => {
      const { analysis, changedSince } = store.get(importId);
      return filterRows(markChanged(analysis.rows, changedSince), filter);
    },
    apply: async (importId, jobId) => {
      store.get(importId);
      await context.jobs.breathe(); // a cancel that waits in the queue is seen before the long synchronous step
      const session = refreshed(store.get(importId), { ...context, keep: store.keep }, jobId);
      const applied = applySession(session, context, jobId);
      store.drop(importId);
      return applied;
    },
    discard: store.drop,
  };
}

async function readOnce(
  uploadId: string,
  context: ImportContext,
  jobId: JobId,
): Promise<Pick<Session, 'file' | 'workbook'>> {
  try {
    const file = context.readUpload(uploadId);
    context.jobs.progress(jobId, importPhases.reading, { done: 0, total: 2 });
    const parsing = context.parser.parse(file.path, { signal: context.jobs.signal(jobId) });
    for (const importer of context.importers) importer.prepare(); // the parser works in its own process meanwhile
    return { file, workbook: await parsing };
  } finally {
    context.discardUpload(uploadId);
  }
}

function createSessionStore() {
  const sessions = new Map<string, Session>();
  return {
    keep: (session: Session): void => {
      sessions.delete(session.id);
      sessions.set(session.id, session);
      for (const oldest of [...sessions.keys()].slice(0, -KEPT_SESSIONS)) sessions.delete(oldest);
    },
    get: (importId: string): Session => {
      const session = sessions.get(importId);
      if (session === undefined) throw new AppError('IMPORT_GONE');
      return session;
    },
    drop: (importId: string): void => void sessions.delete(importId),
  };
}

type SessionBase = Pick<Session, 'id' | 'revision' | 'file' | 'workbook' | 'choices'>;

function analyzeSession(base: SessionBase, context: ImportContext, jobId: JobId): Session {
  const { file, workbook, choices } = base;
  const chosen = chooseSheet(workbook, context.importers, { choices, fileName: file.fileName });
  const reader = createReader(context.ledger().connection);
  const seen = ledgerState(context.ledger(), reader);
  const { sheet, importer, cover } = chosen;
  const onRow = rowProgress(context, jobId, sheet.rows.length * 2);
  const analysis =
    importer?.analyze({ sheet, fileName: file.fileName, cover, reader, choices, today: context.today(), onRow }) ??
    unknownAnalysis(sheet, choices);
  return { ...base, chosen, analysis, seen, changedSince: new Set() };
}

type Again = { readonly choices: ImportChoices; readonly jobId: JobId };

/** The same file with the ledger as it is now; where someone else's writing made another outcome, the row is marked. */
function comparedAgain(session: Session, context: ImportContext, again: Again): Session {
  const fresh = analyzedAgain(session, context, again);
  if (!isSameReading(session.choices, again.choices)) return fresh;
  return marked(fresh, session, fresh.seen === session.seen ? [] : newOutcomes(session, fresh));
}

function analyzedAgain(session: Session, context: ImportContext, { choices, jobId }: Again): Session {
  return analyzeSession({ ...session, choices, revision: session.revision + 1 }, context, jobId);
}

function newOutcomes(session: Session, fresh: Session): readonly number[] {
  return [...changedOutcomes(session.analysis.rows, fresh.analysis.rows)];
}

/** What was marked before stays marked: nobody has taken it yet. */
function marked(fresh: Session, session: Session, changed: readonly number[]): Session {
  return { ...fresh, changedSince: new Set([...session.changedSince, ...changed]) };
}

/** Rows can be compared one by one only where both readings take the same rows and columns of the sheet. */
function isSameReading(a: ImportChoices, b: ImportChoices): boolean {
  const reading = ({ answers: _answers, ...choices }: ImportChoices): string => JSON.stringify(choices);
  return reading(a) === reading(b);
}

function markChanged(rows: readonly ImportRow[], changed: ReadonlySet<number>): readonly ImportRow[] {
  if (changed.size === 0) return rows;
  return rows.map((row) => (changed.has(row.row) ? { ...row, changedSince: true as const } : row));
}

/** Tells every few hundred rows how far the comparison is, and stops it when asked to. */
function rowProgress({ jobs }: ImportContext, jobId: JobId, total: number): () => void {
  let done = 0;
  return () => {
    done += 1;
    if (done % ROWS_BETWEEN_LOOKS === 0) jobs.progress(jobId, importPhases.comparing, { done, total });
  };
}

function ledgerState(ledger: Ledger, reader: Reader): string {
  return `${ledger.path} ${newestChangeSetSeq(reader)}`;
}

type Refreshing = ImportContext & { readonly keep: (session: Session) => void };

/**
 * When someone wrote in between, the file is compared again; if a single row would then be written otherwise, the user looks
 * again. What is written is thus always what was shown, over the values that were shown.
 */
function refreshed(session: Session, context: Refreshing, jobId: JobId): Session {
  const ledger = context.ledger();
  if (ledgerState(ledger, createReader(ledger.connection)) === session.seen) return session;
  const fresh = analyzedAgain(session, context, { choices: session.choices, jobId });
  const changed = newOutcomes(session, fresh);
  const shown = marked(fresh, session, changed);
  context.keep(shown);
  if (changed.length > 0) throw new AppError('IMPORT_STALE', { count: changed.length });
  return shown;
}

/** Nothing else runs between the comparison with the ledger and the write. */
function applySession(session: Session, context: ImportContext, jobId: JobId): AppliedImport {
  const { file, analysis, chosen, workbook } = session;
  if (analysis.kind === 'unknown') throw new AppError('IMPORT_UNKNOWN', { sheet: chosen.sheet.name });
  const counts = countRows(analysis.rows);
  const { added, changed } = countWrites(analysis.rows);
  const label = importTexts.label(file.fileName, added, changed);
  if (added + changed > 0) {
    context.jobs.progress(jobId, importPhases.backup, { done: 0, total: 1 });
    context.backupBeforeImport();
  }
  context.jobs.progress(jobId, importPhases.writing, { done: 0, total: 1 });
  const origin: ImportOrigin = {
    kind: 'import',
    importKind: analysis.kind satisfies ImportKind,
    fileName: file.fileName,
    sha256: file.sha256,
    sheet: chosen.sheet.name,
    format: workbook.format,
    counts,
  };
  const writeContext: WriteContext = {
    command: 'imports.apply',
    label,
    actor: context.actor(),
    now: context.now(),
    origin,
  };
  const result = write(context.ledger(), writeContext, (tx) =>
    analysis.apply(tx, (done, total) => context.jobs.progress(jobId, importPhases.writing, { done, total })),
  );
  const unchanged = counts.same;
  return { result, added, changed, unchanged, skipped: counts.total - added - changed - unchanged, label };
}

function previewOf(session: Session, context: ImportContext, milliseconds: number): ImportPreview {
  const { id, file, workbook, choices, chosen, analysis } = session;
  return buildPreview({
    importId: id,
    revision: session.revision,
    fileName: file.fileName,
    workbook,
    choices,
    chosen,
    analysis,
    milliseconds,
    changedSince: session.changedSince.size,
    warnings: fileWarnings({ sha256: file.sha256, workbook, chosen }, context.ledger()),
  });
}
