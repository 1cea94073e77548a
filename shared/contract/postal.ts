import { z } from 'zod';
import { id, nothing } from './common.ts';
import { command, query } from './define.ts';

const tableInfo = z.object({
  /** Number of postal codes. */
  codes: z.number(),
  /** ISO month of the data, '' when unknown. */
  month: z.string(),
  source: z.enum(['bundled', 'file']),
});

export const postalContract = {
  /** Addresses of a 7-digit postal code, best first; an unknown code has none. */
  'postal.lookup': query(
    z.object({ code: z.string().regex(/^\d{7}$/) }),
    z.array(z.object({ prefecture: z.string(), city: z.string(), town: z.string() })),
  ),
  'postal.info': query(nothing, tableInfo),
  /** Takes over an uploaded file of Japan Post's list (CSV, UTF-8 or CP932, or the zip of it). Errors: POSTAL_FILE with what is wrong. */
  'postal.update': command(z.object({ uploadId: id }), tableInfo, { undo: 'none' }),
  /** Back to the bundled table. */
  'postal.reset': command(nothing, tableInfo, { undo: 'none' }),
} as const;
