import { z } from 'zod';
import { id, nothing, written } from './common.ts';
import { command, query } from './define.ts';

export const planSummary = z.object({
  id,
  title: z.string(),
  policies: z.number(),
  sections: z.number(),
  /** Own measures; a 再掲 is never counted. */
  measures: z.number(),
  /** Body rows of the printed list: measures + 再掲. */
  placements: z.number(),
  marks: z.record(z.string(), z.number()),
  dispositions: z.record(z.string(), z.number()),
  sharedNotes: z.number(),
  fiscalYear: z.number().nullable(),
  fiscalYears: z.array(z.number()),
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
const edit = z.object({ nodeId: id, field: measureField, value: z.string().max(32_767).nullable() });
export type MeasureEdit = z.infer<typeof edit>;

export const measureContract = {
  'plans.list': query(nothing, z.array(planSummary)),
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
  /** All edits or none, one change set. `value` of mark and disposition: glyph, variant, number of the choice or its meaning; '-' ; null = blank. */
  'measures.edit': command(
    z.object({
      planId: id,
      fiscalYear: z.number().int(),
      edits: z.array(edit).min(1),
      label: z.string().max(200).optional(),
    }),
    written,
    {
      undo: 'change-set',
    },
  ),
} as const;
