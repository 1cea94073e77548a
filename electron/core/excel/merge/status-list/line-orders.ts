import { type Arrangement, arrangeOrders } from '#shared/domain/sort-orders.ts';
import { lineId, type PlanTree } from '#db/queries/plan-tree.ts';

/**
 * Orders of all rows of a plan when the file's rows stand as in `fileIds`. Rows that the file lacks stay behind the row they
 * followed, so that an extract of a list does not scatter the rest.
 */
export function arrangeLines(fileIds: readonly string[], tree: PlanTree | null): Arrangement {
  const lines = tree?.lines ?? [];
  const inFile = new Set(fileIds);
  const followers = new Map<string, string[]>();
  let before = '';
  for (const line of lines) {
    const id = lineId(line);
    if (inFile.has(id)) before = id;
    else followers.set(before, [...(followers.get(before) ?? []), id]);
  }
  const wanted = [...(followers.get('') ?? []), ...fileIds.flatMap((id) => [id, ...(followers.get(id) ?? [])])];
  return arrangeOrders(new Map(lines.map((line) => [lineId(line), line.order])), wanted);
}
