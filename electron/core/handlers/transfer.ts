import { exportLayout } from '#shared/contract/transfer.ts';
import { exportLayoutTexts, exportTexts } from '#shared/messages/exports.ts';
import type { Handlers } from '#shared/rpc/dispatch.ts';
import { countOrganizations } from '#db/queries/organizations.ts';
import { listPlans } from '#db/queries/measures.ts';
import { buildExport } from '../exports/build-export.ts';
import type { Jobs } from '../jobs.ts';
import type { ExportFiles } from '../session/export-files.ts';
import type { Uploads } from '../session/uploads.ts';
import type { HandlerContext } from './handler-context.ts';

type Names = Extract<keyof Handlers, `uploads.${string}` | `exports.${string}`>;

export type TransferParts = { readonly uploads: Uploads; readonly exports: ExportFiles; readonly jobs: Jobs };

export function createTransferHandlers(
  { uploads, exports, jobs }: TransferParts,
  context: HandlerContext,
): Pick<Handlers, Names> {
  return {
    'uploads.begin': ({ fileName, bytes }) => ({ uploadId: uploads.begin(fileName, bytes) }),
    'uploads.append': ({ uploadId, base64 }) => ({ received: uploads.append(uploadId, base64) }),
    'uploads.discard': ({ uploadId }) => {
      uploads.discard(uploadId);
      return { done: true };
    },
    'exports.layouts': () => {
      const groups = countOrganizations(context.ledger().connection, context.today()).total;
      const measures = listPlans(context.ledger()).reduce((sum, plan) => sum + plan.measures, 0);
      return exportLayout.options.map((layout) => {
        const count = layout === 'status-list' ? measures : groups;
        const words = layout === 'status-list' ? exportTexts.countMeasures(count) : exportTexts.countGroups(count);
        return {
          layout,
          ...exportLayoutTexts[layout],
          ready: count > 0 || layout === 'prefecture-form-3',
          count: words,
        };
      });
    },
    'exports.create': async ({ layout, options, jobId }) => {
      jobs.progress(jobId, exportLayoutTexts[layout].title, { done: 0, total: 1 });
      await jobs.breathe();
      const file = buildExport({
        ledger: context.ledger(),
        layout,
        options,
        today: context.today(),
        progress: (done, total) => jobs.progress(jobId, exportLayoutTexts[layout].title, { done, total }),
      });
      return {
        exportId: exports.add(file.fileName, file.bytes),
        fileName: file.fileName,
        bytes: file.bytes.length,
        rows: file.rows,
        warnings: [...file.warnings],
      };
    },
    'exports.read': ({ exportId, offset }) => exports.read(exportId, offset),
    'exports.discard': ({ exportId }) => {
      exports.discard(exportId);
      return { done: true };
    },
  };
}
