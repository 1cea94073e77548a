import type { PlanSummary } from '#shared/contract/measures.ts';
import type { PlanTree, StoredMarkSet } from './plan-tree.ts';

/** The counts of a plan in the year of the tree. A 再掲 is in `placements` only. Marks that nobody has are left out. */
export function summarizePlan(tree: PlanTree): PlanSummary {
  const headings = [...tree.nodes.values()].filter((node) => node.kind === 'heading');
  const measures = [...tree.nodes.values()].filter((node) => node.kind === 'measure');
  const records = measures.map((measure) => tree.records.get(measure.id));
  return {
    id: tree.plan.id,
    title: tree.plan.title,
    policies: headings.filter((node) => node.depth === 0).length,
    sections: headings.filter((node) => node.depth === 1).length,
    measures: measures.length,
    placements: tree.lines.filter((line) => line.kind === 'placement' || line.node.kind === 'measure').length,
    marks: countMarks(
      tree.status,
      records.map((record) => record?.markId),
    ),
    dispositions: countMarks(
      tree.disposition,
      records.map((record) => record?.dispositionId),
    ),
    sharedNotes: [...noteSharers(tree).values()].filter((sharers) => sharers.length > 1).length,
    fiscalYear: tree.fiscalYear,
    fiscalYears: [...tree.fiscalYears],
  };
}

/** Number of ids by glyph, in the order of the set. */
export function countMarks(
  set: StoredMarkSet | null,
  ids: readonly (string | null | undefined)[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const mark of set?.marks ?? []) {
    const count = ids.filter((id) => id === mark.id).length;
    if (count > 0) counts[mark.glyph] = count;
  }
  return counts;
}

/** Ids of the measures of each note, in printed order. */
export function noteSharers(tree: PlanTree): ReadonlyMap<string, readonly string[]> {
  const sharers = new Map<string, string[]>();
  for (const line of tree.lines) {
    if (line.kind !== 'node') continue;
    const noteId = tree.records.get(line.node.id)?.noteId;
    if (noteId === null || noteId === undefined) continue;
    sharers.set(noteId, [...(sharers.get(noteId) ?? []), line.node.id]);
  }
  return sharers;
}
