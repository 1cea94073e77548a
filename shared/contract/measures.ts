import { z } from 'zod';
import { longestCellText } from '#shared/domain/cell-text.ts';
import { id, nothing, written } from './common.ts';
import { command, query } from './define.ts';

const planEntry = z.object({
  id,
  title: z.string(),
  /** Own measures; a 再掲 is never counted. */
  measures: z.number(),
  /** Years with progress, the newest first. */
  fiscalYears: z.array(z.number()),
});
export type PlanEntry = z.infer<typeof planEntry>;

export const planSummary = planEntry.extend({
  policies: z.number(),
  sections: z.number(),
  /** Body rows of the printed list: measures + 再掲. */
  placements: z.number(),
  marks: z.record(z.string(), z.number()),
  dispositions: z.record(z.string(), z.number()),
  sharedNotes: z.number(),
  fiscalYear: z.number().nullable(),
});
export type PlanSummary = z.infer<typeof planSummary>;

const markChoice = z.object({ glyph: z.string(), label: z.string() });

/** `state` keeps apart what Excel blurs: a mark of the plan's set, '-' (not applicable), blank, or text the set does not know. */
export const markCell = z.object({ state: z.enum(['mark', 'not-applicable', 'blank', 'unknown']), text: z.string() });

export const measureRow = z.object({
  rowId: id,
  kind: z.enum(['heading', 'measure', 'repost']),
  depth: z.number(),
  /** The heading or measure itself; for a 再掲 row, the measure it refers to. */
  nodeId: id,
  parentId: id.nullable(),
  numberRaw: z.string(),
  name: z.string(),
  /** Printed label of a 再掲 row: 【再掲】, 〔再掲〕 or ''. */
  repostLabel: z.string(),
  /** Where the original of a 再掲 row stands, as printed numbers: 'II (4)'. '' on other rows. */
  originPath: z.string(),
  mark: markCell,
  disposition: markCell,
  /** null = blank; a shared note is repeated on each of its rows. */
  note: z.string().nullable(),
  /** Printed numbers of the measures that share this note, e.g. ['4','5']; empty when not shared. */
  noteSharedBy: z.array(z.string()),
  measureCount: z.number(),
  markCounts: z.record(z.string(), z.number()),
});
export type MeasureRow = z.infer<typeof measureRow>;

export const measureField = z.enum(['numberRaw', 'name', 'mark', 'disposition', 'note']);
export type MeasureField = z.infer<typeof measureField>;
const edit = z.object({ nodeId: id, field: measureField, value: z.string().max(longestCellText).nullable() });
export type MeasureEdit = z.infer<typeof edit>;
const refusedCell = z.object({ nodeId: id, field: measureField, value: z.string(), message: z.string() });
export type RefusedMeasureCell = z.infer<typeof refusedCell>;

export const measureContract = {
  'plans.list': query(nothing, z.array(planEntry)),
  'measures.list': query(
    z.object({ planId: id, fiscalYear: z.number().int().optional() }),
    z.object({
      plan: planSummary,
      fiscalYear: z.number().nullable(),
      levelLabels: z.array(z.string()),
      marks: z.array(markChoice),
      dispositions: z.array(markChoice),
      rows: z.array(measureRow),
    }),
  ),
  /**
   * One change set. `value` of mark and disposition: glyph, variant, number of the choice or its meaning; '-'; null = blank.
   * `refuse` (the default): a bad value is INVALID_VALUE and nothing is written; `leave`: the good ones are written, the bad ones come back.
   */
  'measures.edit': command(
    z.object({
      planId: id,
      fiscalYear: z.number().int(),
      edits: z.array(edit).min(1).max(100_000),
      label: z.string().max(200).optional(),
      invalid: z.enum(['refuse', 'leave']).optional(),
    }),
    written.extend({ refused: z.array(refusedCell) }),
    { undo: 'change-set' },
  ),
  /** What measures.edit with `leave` would do, without doing it. */
  'measures.checkEdits': query(
    z.object({ planId: id, fiscalYear: z.number().int(), edits: z.array(edit).min(1).max(100_000) }),
    z.object({ changed: z.number(), same: z.number(), refused: z.array(refusedCell) }),
  ),
  /** Adds measures below the row `afterRowId` (a heading: as its first; a measure or 再掲: behind it), one change set. `rowIds` in order. */
  'measures.add': command(
    z.object({
      planId: id,
      afterRowId: id,
      names: z.array(z.string().max(2000)).min(1).max(1000),
    }),
    written.extend({ rowIds: z.array(id) }),
    { undo: 'change-set' },
  ),
  /** Copies measures with number and name, each behind itself, without status; one change set. */
  'measures.duplicate': command(
    z.object({ planId: id, nodeIds: z.array(id).min(1).max(1000) }),
    written.extend({ rowIds: z.array(id) }),
    { undo: 'change-set' },
  ),
  /**
   * Removes rows of the list: a measure with its status in every year (and the 再掲 rows that refer to it), a 再掲 row alone.
   * Errors: HEADING_NOT_EMPTY for a heading that still has rows below it.
   */
  'measures.remove': command(z.object({ planId: id, rowIds: z.array(id).min(1).max(10_000) }), written, {
    undo: 'change-set',
  }),
} as const;
