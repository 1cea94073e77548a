import { z } from 'zod';
import { textOperators } from '#shared/domain/text-operators.ts';

const sort = z.object({ columnId: z.string(), descending: z.boolean() });

const filter = z.intersection(
  z.object({ columnId: z.string() }),
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('values'), values: z.array(z.string()), exclude: z.boolean() }),
    z.object({
      kind: z.literal('text'),
      operator: z.enum(textOperators),
      text: z.string(),
    }),
    z.object({ kind: z.literal('range'), from: z.string(), to: z.string() }),
    z.object({ kind: z.literal('blank') }),
    z.object({ kind: z.literal('filled') }),
  ]),
);

const column = z.object({
  id: z.string(),
  width: z.number().min(20).max(4000).optional(),
  hidden: z.boolean().optional(),
});

/** A list of which the items that cannot be read (of a later version, say) are left out. */
function readable<T extends z.ZodType>(item: T) {
  return z.array(z.unknown()).transform((items): z.output<T>[] =>
    items.flatMap((candidate) => {
      const read = item.safeParse(candidate);
      return read.success ? [read.data] : [];
    }),
  );
}

/** Order, widths and hidden columns of a sheet. */
const viewLayout = z.object({
  columns: readable(column),
  frozen: z.number().int().min(0).max(1000).nullable(),
});

/** What the `definition` of a saved view holds: filters, sorting, and how the columns are laid out. */
export const viewDefinition = z.object({
  query: z.object({ sort: readable(sort), filters: readable(filter) }),
  layout: viewLayout,
});
