import { measureLabels } from '#shared/messages/measures.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { Ledger } from '../open.ts';
import { removeIfUnused } from '../progress-rows.ts';
import { getPlanTree, lineId, type PlanTree } from '../queries/plan-tree.ts';
import { createReader, sqlBuilder } from '../reader.ts';
import type { NodePlacementTable, PlanNodeTable } from '../tables.ts';
import { type NamedContext, type WriteResult, type WriteTx, write } from '../write-tx.ts';
import { nodeName } from './measure-edit-label.ts';

/** Rows that go: headings and measures, and 再掲 rows, chosen or left without their measure. */
type Going = {
  readonly nodes: ReadonlyMap<string, PlanNodeTable>;
  readonly placements: ReadonlyMap<string, NodePlacementTable>;
};

/**
 * Removes lines of a status list as one change set: a measure with its status in every year and the 再掲 rows that refer to it,
 * a 再掲 row alone, a heading when nothing is left below it. Errors: NOT_FOUND (plan, row), HEADING_NOT_EMPTY.
 */
export function removeMeasureRows(
  ledger: Ledger,
  input: { readonly planId: string; readonly rowIds: readonly string[] },
  named: NamedContext,
): WriteResult<null> {
  const tree = getPlanTree(createReader(ledger.connection), input.planId);
  const rowIds = new Set(input.rowIds);
  const going = goingOf(tree, rowIds);
  refuseFilledHeading(tree, going);
  return write(ledger, named(labelOf(tree, rowIds)), (tx) => {
    for (const id of going.placements.keys()) tx.remove('nodePlacement', id);
    for (const id of going.nodes.keys()) removeProgress(tx, id);
    // Deepest first: a row refers to the heading it stands below.
    const nodes = [...going.nodes.values()].toSorted((a, b) => b.depth - a.depth);
    for (const { id } of nodes) tx.remove('planNode', id);
    return null;
  });
}

function goingOf(tree: PlanTree, rowIds: ReadonlySet<string>): Going {
  const nodes = new Map<string, PlanNodeTable>();
  const placements = new Map<string, NodePlacementTable>();
  for (const line of tree.lines) {
    if (line.kind === 'node' && rowIds.has(line.node.id)) nodes.set(line.node.id, line.node);
  }
  for (const line of tree.lines) {
    if (line.kind !== 'placement') continue;
    const { placement } = line;
    if (rowIds.has(placement.id) || nodes.has(placement.nodeId)) placements.set(placement.id, placement);
  }
  for (const id of rowIds) {
    if (!nodes.has(id) && !placements.has(id)) throw new AppError('NOT_FOUND', { what: '行' });
  }
  return { nodes, placements };
}

function refuseFilledHeading(tree: PlanTree, { nodes, placements }: Going): void {
  const staying = tree.lines.find((line) => {
    if (line.kind === 'placement') return !placements.has(lineId(line)) && nodes.has(line.placement.parentId);
    return !nodes.has(lineId(line)) && line.node.parentId !== null && nodes.has(line.node.parentId);
  });
  if (staying === undefined) return;
  const headingId = staying.kind === 'placement' ? staying.placement.parentId : staying.node.parentId;
  throw new AppError('HEADING_NOT_EMPTY', { heading: nodeName(tree, headingId ?? '') });
}

/** The status of every year, and notes that nobody else shares. */
function removeProgress(tx: WriteTx, nodeId: string): void {
  const query = sqlBuilder.selectFrom('progressRecord').select(['id', 'noteId']).where('nodeId', '=', nodeId);
  for (const { id, noteId } of tx.reader.all(query)) {
    tx.remove('progressRecord', id);
    if (noteId !== null) removeIfUnused(tx, noteId);
  }
}

function labelOf(tree: PlanTree, rowIds: ReadonlySet<string>): string {
  const chosen = tree.lines.filter((line) => rowIds.has(lineId(line)));
  const [only, ...others] = chosen;
  if (only === undefined || others.length > 0) return measureLabels.removeMany(chosen.length);
  const kind = only.kind === 'placement' ? 'repost' : only.node.kind;
  return measureLabels.removeOne(kind, nodeName(tree, only.node.id));
}
