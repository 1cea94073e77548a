import { z } from 'zod';
import { parseDate } from '#shared/domain/dates.ts';
import { done, id, jobId, nothing } from './common.ts';
import { command, query } from './define.ts';

/** There is no 31 February. */
function isDay(text: string): boolean {
  return parseDate(text)?.iso === text;
}

/** Raw bytes travel as base64 in pieces of at most this many bytes, the same way over all transports. */
export const chunkBytes = 512 * 1024;

export const exportLayout = z.enum(['status-list', 'organizations', 'organizations-public', 'prefecture-form-3']);
export type ExportLayout = z.infer<typeof exportLayout>;

export const exportOptions = z.object({
  /** ISO day the counts are taken at (prefecture form) or printed as 現在 (registers). */
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .refine(isDay)
    .optional(),
  planId: id.optional(),
  fiscalYear: z.number().int().optional(),
  /** Also put personal columns (representative, address, e-mail …) into the external register; non-public values stay blank. */
  personalColumns: z.boolean().optional(),
});
export type ExportOptions = z.infer<typeof exportOptions>;

const exportResult = z.object({
  exportId: id,
  fileName: z.string(),
  bytes: z.number(),
  rows: z.number(),
  warnings: z.array(z.string()),
});
export type ExportResult = z.infer<typeof exportResult>;

export const transferContract = {
  'uploads.begin': command(
    z.object({
      fileName: z.string().min(1).max(255),
      bytes: z
        .number()
        .int()
        .min(0)
        .max(200 * 1024 * 1024),
    }),
    z.object({ uploadId: id }),
    {
      undo: 'none',
    },
  ),
  'uploads.append': command(
    z.object({ uploadId: id, base64: z.string().max(720_000) }),
    z.object({ received: z.number() }),
    { undo: 'none' },
  ),
  'uploads.discard': command(z.object({ uploadId: id }), done, { undo: 'none' }),
  'exports.layouts': query(
    nothing,
    z.array(
      z.object({
        layout: exportLayout,
        title: z.string(),
        description: z.string(),
        audience: z.enum(['external', 'internal']),
        ready: z.boolean(),
        count: z.string(),
      }),
    ),
  ),
  'exports.create': command(z.object({ layout: exportLayout, options: exportOptions, jobId }), exportResult, {
    undo: 'none',
  }),
  'exports.read': query(
    z.object({ exportId: id, offset: z.number().int().min(0) }),
    z.object({ base64: z.string(), next: z.number().nullable() }),
  ),
  'exports.discard': command(z.object({ exportId: id }), done, { undo: 'none' }),
} as const;
