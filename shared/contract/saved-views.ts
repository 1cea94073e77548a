import { z } from 'zod';
import { id, written } from './common.ts';
import { command, query } from './define.ts';

const sheetName = z.string().min(1).max(40);

/** A named look at a sheet: filters, sorting, columns. `definition` is JSON that the sheet wrote; it moves with the ledger. */
export const savedView = z.object({ id, name: z.string(), definition: z.string() });
export type SavedView = z.infer<typeof savedView>;

export const savedViewContract = {
  'views.list': query(z.object({ sheet: sheetName }), z.array(savedView)),
  /** Without `id` a new view; a name already taken in this sheet is replaced. */
  'views.save': command(
    z.object({
      id: id.optional(),
      sheet: sheetName,
      name: z.string().min(1).max(60),
      definition: z.string().max(20_000),
    }),
    written.extend({ id }),
    { undo: 'change-set' },
  ),
  'views.remove': command(z.object({ id }), written, { undo: 'change-set' }),
} as const;
