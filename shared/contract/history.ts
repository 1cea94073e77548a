import { z } from 'zod';
import { id, nothing, written } from './common.ts';
import { command, query } from './define.ts';

/** A change of its own, an undo of one, or the undo of an undo. Counted from the chain of what reverts what. */
export const changeSetKind = z.enum(['change', 'undo', 'redo']);
export type ChangeSetKind = z.infer<typeof changeSetKind>;

export const changeSetEntry = z.object({
  id,
  seq: z.number(),
  /** What was done at first, in words: 「登録団体一覧_R8.xlsx」を取り込み; an undo or redo has the label of what it takes back or does again. */
  label: z.string(),
  kind: changeSetKind,
  actor: z.string(),
  at: z.string(),
  changes: z.number(),
  /** False: a later undo or redo has turned around what this one did. */
  inForce: z.boolean(),
  /** Something has turned it around at least once. */
  reverted: z.boolean(),
});
export type ChangeSetEntry = z.infer<typeof changeSetEntry>;

/**
 * Which field of a record a change is of. `key`: a field of the register or of a status list, else 'table.column'.
 * `fiscalYear`: null for a field that is the same in every year.
 */
const changedField = z.object({ key: z.string(), fiscalYear: z.number().nullable() });
export type ChangedField = z.infer<typeof changedField>;

const fieldChange = changedField.extend({
  changeSetId: id,
  what: z.string(),
  record: z.string(),
  /** The field in words. */
  field: z.string(),
  before: z.string(),
  after: z.string(),
  at: z.string(),
  actor: z.string(),
});
export type FieldChange = z.infer<typeof fieldChange>;

/** What was turned around: the label of the change at the beginning of the chain, and whether it is undone or redone now. null = nothing. */
const reverted = written.extend({ label: z.string().nullable(), kind: z.enum(['undo', 'redo']).nullable() });

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
  'history.undo': command(z.object({ changeSetId: id.optional() }), reverted, { undo: 'change-set' }),
  'history.redo': command(nothing, reverted, { undo: 'change-set' }),
} as const;
