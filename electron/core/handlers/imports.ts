import { type ImportKind, importKind } from '#shared/contract/imports.ts';
import type { Handlers } from '#shared/rpc/dispatch.ts';
import { listRecentImports } from '#db/queries/import-history.ts';
import { createReader } from '#db/reader.ts';
import { createImportSessions, type ImportContext } from '../import-session.ts';
import type { HandlerContext } from './handler-context.ts';

type Names =
  | 'imports.analyze'
  | 'imports.reanalyze'
  | 'imports.rows'
  | 'imports.apply'
  | 'imports.discard'
  | 'imports.recent';

const RECENT = 20;
const LARGEST_BLOCK = 1000;

export function createImportHandlers(context: HandlerContext & ImportContext): Pick<Handlers, Names> {
  const sessions = createImportSessions(context);
  return {
    'imports.analyze': ({ uploadId, choices, jobId }) => sessions.analyze(uploadId, choices, jobId),
    'imports.reanalyze': ({ importId, choices, jobId }) => sessions.reanalyze(importId, choices, jobId),
    'imports.rows': ({ importId, start, end, ...filter }) => {
      const rows = sessions.rows(importId, filter);
      return { total: rows.length, rows: rows.slice(start, Math.min(end, start + LARGEST_BLOCK)) };
    },
    'imports.apply': async ({ importId, jobId }) => {
      const { result, ...counts } = await sessions.apply(importId, jobId);
      return { ...context.changed(result), ...counts };
    },
    'imports.discard': ({ importId }) => {
      sessions.discard(importId);
      return { done: true };
    },
    'imports.recent': () =>
      listRecentImports(createReader(context.ledger().connection), RECENT).map(({ importKind: kind, ...past }) => ({
        ...past,
        kind: knownKind(kind),
      })),
  };
}

function knownKind(kind: string): ImportKind {
  const parsed = importKind.safeParse(kind);
  return parsed.success ? parsed.data : 'unknown';
}
