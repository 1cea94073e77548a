import { z } from 'zod';
import { id, nothing } from './common.ts';
import { query } from './define.ts';

const counted = z.object({ name: z.string(), count: z.number() });

/** Marks of the measures below one policy (top heading) of the newest year; 再掲 never counted, '' = blank. */
const policyMarks = z.object({
  /** null: the measures that stand below no heading. */
  nodeId: id.nullable(),
  number: z.string(),
  name: z.string(),
  counts: z.record(z.string(), z.number()),
});

export const overview = z.object({
  /** The newest plan; null when the ledger has none. */
  plan: z
    .object({
      id,
      title: z.string(),
      fiscalYear: z.number().nullable(),
      marks: z.array(z.object({ glyph: z.string(), label: z.string() })),
      policies: z.array(policyMarks),
      /** Measures without a mark. */
      unanswered: z.number(),
    })
    .nullable(),
  groups: z.object({
    total: z.number(),
    /** Most frequent first; '' = blank. */
    byType: z.array(counted),
    byCity: z.array(counted),
    expired: z.number(),
    /** Valid until a day within 90 days from today. */
    expiringSoon: z.number(),
    withoutValidUntil: z.number(),
  }),
  /** Imports of the last 30 days that left rows out or asked to check some. */
  importWarnings: z.array(z.object({ changeSetId: id, fileName: z.string(), at: z.string(), left: z.number() })),
  lastBackupAt: z.string().nullable(),
});
export type Overview = z.infer<typeof overview>;

const searchHit = z.object({
  kind: z.enum(['organization', 'measure']),
  id,
  planId: id.nullable(),
  title: z.string(),
  detail: z.string(),
});
export type SearchHit = z.infer<typeof searchHit>;

export const overviewContract = {
  /** What ホーム shows. */
  'overview.get': query(nothing, overview),
  /** Groups and measures whose name, reading or number holds the text: what the command palette offers. Best first. */
  'overview.search': query(
    z.object({ text: z.string().min(1).max(100), limit: z.number().int().min(1).max(50) }),
    z.array(searchHit),
  ),
} as const;
