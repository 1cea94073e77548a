import { z } from 'zod';
import { done, id, jobId, nothing, written } from './common.ts';
import { command, query } from './define.ts';

export const importKind = z.enum(['organizations', 'status-list', 'unknown']);
export type ImportKind = z.infer<typeof importKind>;

/** add = new record; change = cells differ; same = nothing to write; skip = not data (reason says why); check = data, but a person must look. */
export const importAction = z.enum(['add', 'change', 'same', 'skip', 'check']);
export type ImportAction = z.infer<typeof importAction>;

/** A person's word on a row that asks: write it to this group, add it as a new group, or leave it out. */
export const importAnswer = z.discriminatedUnion('as', [
  z.object({ as: z.literal('group'), id }),
  z.object({ as: z.literal('new') }),
  z.object({ as: z.literal('leave') }),
]);
export type ImportAnswer = z.infer<typeof importAnswer>;

const column = z.object({
  index: z.number(),
  letter: z.string(),
  /** Composed from all header rows: 代表者>氏名. */
  header: z.string(),
  /** Field the column goes to; null = not imported. */
  field: z.string().nullable(),
  hidden: z.boolean(),
  samples: z.array(z.string()),
});
export type ImportColumn = z.infer<typeof column>;

export const importRow = z.object({
  /** 1-based row of the sheet, as Excel shows it. */
  row: z.number(),
  action: importAction,
  hidden: z.boolean(),
  key: z.string(),
  title: z.string(),
  /** All mapped values as they would be stored, as text, by field key. */
  values: z.record(z.string(), z.string()),
  /** Cells that differ: old → new, as text; old '' on add. */
  changes: z.array(z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() })),
  /** Why it is skipped or wants a look; otherwise how it was matched. */
  reason: z.string(),
  /** Automatic repairs: 電話の先頭の 0 を補いました(832871550). */
  fixes: z.array(z.string()),
  /**
   * A row that is not written before a person says which group it is. `key`: the name of its answer; `groups`: the likely ones, the
   * likeliest first; `canAdd`: it has a name to be added under.
   */
  question: z
    .object({
      key: z.string(),
      groups: z.array(z.object({ id, label: z.string() })),
      canAdd: z.boolean(),
      answer: importAnswer.nullable(),
    })
    .optional(),
  /** Someone else's writing gave the row another outcome after it was first shown. */
  changedSince: z.literal(true).optional(),
});
export type ImportRow = z.infer<typeof importRow>;

/** What the user may change before applying; every field optional, missing = what the program found. */
export const importChoices = z.object({
  sheet: z.string().optional(),
  kind: importKind.optional(),
  /** 1-based rows of the header block. */
  headerRows: z.array(z.number().int()).optional(),
  mapping: z.record(z.string(), z.string().nullable()).optional(),
  includeHiddenRows: z.boolean().optional(),
  includeHiddenColumns: z.boolean().optional(),
  /** By the key of a row's question; a row that does not ask has no use for one. */
  answers: z.record(z.string(), importAnswer).optional(),
  planTitle: z.string().max(200).optional(),
  fiscalYear: z.number().int().min(1868).max(2200).optional(),
});
export type ImportChoices = z.infer<typeof importChoices>;

export const importPreview = z.object({
  importId: id,
  /** Grows with each reading of the same file: other rows stand behind the same importId. */
  revision: z.number(),
  fileName: z.string(),
  kind: importKind,
  format: z.string(),
  encoding: z.string().nullable(),
  sheet: z.string(),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), kind: importKind })),
  headerRows: z.array(z.number()),
  columns: z.array(column),
  fieldOptions: z.array(z.object({ field: z.string(), label: z.string() })),
  counts: z.object({
    read: z.number(),
    add: z.number(),
    change: z.number(),
    same: z.number(),
    skip: z.number(),
    check: z.number(),
    total: z.number(),
  }),
  /** Of the changed cells: field label → number. */
  changedFields: z.array(z.object({ field: z.string(), label: z.string(), count: z.number() })),
  /** Rows marked `changedSince`. */
  changedSince: z.number(),
  /** Rows that ask which group they are, answered or not; the unanswered ones are counted as `check`. */
  questions: z.number(),
  /** Reasons of skipped rows, grouped: 見出し 10・空行 5. */
  skipReasons: z.array(z.object({ reason: z.string(), count: z.number() })),
  hiddenRows: z.number(),
  hiddenColumns: z.array(z.string()),
  includeHiddenRows: z.boolean(),
  includeHiddenColumns: z.boolean(),
  /** Status list only. */
  planTitle: z.string().nullable(),
  fiscalYear: z.number().nullable(),
  warnings: z.array(z.string()),
  milliseconds: z.number(),
});
export type ImportPreview = z.infer<typeof importPreview>;

export const importContract = {
  'imports.analyze': command(z.object({ uploadId: id, choices: importChoices, jobId }), importPreview, {
    undo: 'none',
  }),
  /** The same file with other choices; keeps the importId. */
  'imports.reanalyze': command(z.object({ importId: id, choices: importChoices, jobId }), importPreview, {
    undo: 'none',
  }),
  'imports.rows': query(
    z.object({
      importId: id,
      actions: z.array(importAction).optional(),
      changedField: z.string().optional(),
      changedSince: z.literal(true).optional(),
      question: z.literal(true).optional(),
      start: z.number().int().min(0),
      end: z.number().int().min(0),
    }),
    z.object({ total: z.number(), rows: z.array(importRow) }),
  ),
  'imports.apply': command(
    z.object({ importId: id, jobId }),
    written.extend({
      added: z.number(),
      changed: z.number(),
      unchanged: z.number(),
      skipped: z.number(),
      label: z.string(),
    }),
    { undo: 'change-set' },
  ),
  'imports.discard': command(z.object({ importId: id }), done, { undo: 'none' }),
  'imports.recent': query(
    nothing,
    z.array(z.object({ fileName: z.string(), at: z.string(), kind: importKind, changeSetId: id, label: z.string() })),
  ),
} as const;
