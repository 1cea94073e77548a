import { z } from 'zod';

export const id = z.string().min(1).max(64);
/** Client-made id of a long call; progress events carry it and jobs.cancel takes it. */
export const jobId = z.string().min(1).max(64).optional();
export const nothing = z.object({}).strict();
export const done = z.object({ done: z.literal(true) });

/** What a grid cell holds on the wire. Arrays are multi-value fields (labels, in order). */
export const cellValue = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
export type CellValue = z.infer<typeof cellValue>;

/** Answer of every call that wrote: null when nothing had to be written. */
export const written = z.object({ changeSetId: id.nullable(), savedAt: z.string().nullable() });
