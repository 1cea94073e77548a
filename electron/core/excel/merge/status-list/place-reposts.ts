import type { PlanTree } from '#db/queries/plan-tree.ts';
import type { NodePlacementTable, PlanNodeTable } from '#db/tables.ts';
import type { ParsedItem } from '#core/excel/recognise/status-list/parsed-list.ts';
import { likeness } from '#core/excel/recognise/status-list/likeness.ts';
import { isAllDashes } from '#core/excel/recognise/status-list/reposts.ts';

/** The measure of the ledger that a 再掲 without an own row in the file refers to. */
export function repostTarget(item: ParsedItem, tree: PlanTree | null): PlanNodeTable | null {
  const known = [...(tree?.nodes.values() ?? [])].filter((node) => node.kind === 'measure');
  const byName = known.filter((node) => node.nameKey === item.nameKey);
  const exact =
    byName.find((node) => node.numberKey === item.numberKey) ?? (byName.length === 1 ? byName[0] : undefined);
  if (exact !== undefined) return exact;
  const byNumber = known.filter(
    (node) => item.numberKey !== '' && node.numberKey === item.numberKey && likeness(node.nameKey, item.nameKey) >= 0.5,
  );
  return item.label !== '' && byNumber.length === 1 ? (byNumber[0] ?? null) : null;
}

/**
 * A row with nothing but '-' whose number and name the ledger knows as a measure of another place is a 再掲, even when the file
 * lacks the own row: its '-' must not overwrite the measure's status. Source: domain.md 1.4 and scenario 3.
 */
export function withLedgerReposts(
  items: readonly ParsedItem[],
  headingIds: readonly string[],
  tree: PlanTree | null,
): readonly ParsedItem[] {
  if (tree === null) return items;
  return items.map((item) => {
    if (item.repost !== null || item.refused !== '' || item.parent === null || !isAllDashes(item)) return item;
    const target = repostTarget(item, tree);
    const isExact = target !== null && target.nameKey === item.nameKey && target.numberKey === item.numberKey;
    const isElsewhere = isExact && target.parentId !== headingIds[item.parent];
    return isElsewhere ? { ...item, repost: { evidence: 'dashes', target: null } } : item;
  });
}

/** Takes stored 再掲 rows one by one, so that two of the same measure below one heading stay two. */
export function placementFinder(
  tree: PlanTree | null,
): (nodeId: string, parentId: string) => NodePlacementTable | null {
  const open = (tree?.lines ?? []).flatMap((line) => (line.kind === 'placement' ? [line.placement] : []));
  return (nodeId, parentId) => {
    const index = open.findIndex((placement) => placement.nodeId === nodeId && placement.parentId === parentId);
    return index < 0 ? null : (open.splice(index, 1)[0] ?? null);
  };
}
