import { z } from 'zod';
import { id, nothing, written } from './common.ts';
import { command, query } from './define.ts';

export const changeSetEntry = z.object({
  id,
  seq: z.number(),
  /** What was done, in words: 「登録団体一覧_R8.xlsx」を取り込み. */
  label: z.string(),
  actor: z.string(),
  at: z.string(),
  changes: z.number(),
  /** 'done' can be undone; 'undone' was undone; 'undo' is itself an undo (undoing it = redo). */
  state: z.enum(['done', 'undone', 'undo']),
});
export type ChangeSetEntry = z.infer<typeof changeSetEntry>;

const fieldChange = z.object({
  what: z.string(),
  record: z.string(),
  field: z.string(),
  before: z.string(),
  after: z.string(),
  at: z.string(),
  actor: z.string(),
});
export type FieldChange = z.infer<typeof fieldChange>;

export const historyContract = {
  'history.list': query(
    z.object({ beforeSeq: z.number().int().optional(), limit: z.number().int().min(1).max(500) }),
    z.array(changeSetEntry),
  ),
  'history.changes': query(
    z.object({ changeSetId: id, limit: z.number().int().min(1).max(2000) }),
    z.object({ total: z.number(), changes: z.array(fieldChange) }),
  ),
  /** Changes of one record and its parts, newest first. */
  'history.ofRecord': query(z.object({ recordId: id, limit: z.number().int().min(1).max(500) }), z.array(fieldChange)),
  'history.stacks': query(
    nothing,
    z.object({
      /** `isImport`: a whole file would go; the page asks first. */
      undo: z.object({ id, label: z.string(), isImport: z.boolean() }).nullable(),
      redo: z.object({ id, label: z.string() }).nullable(),
    }),
  ),
  /** Undoes one change set (any, not only the last); CONFLICT names the later change that touched the same rows. */
  'history.undo': command(z.object({ changeSetId: id.optional() }), written.extend({ label: z.string().nullable() }), {
    undo: 'change-set',
  }),
  'history.redo': command(nothing, written.extend({ label: z.string().nullable() }), { undo: 'change-set' }),
} as const;
