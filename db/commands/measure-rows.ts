import { measureNumberKey } from '#shared/domain/plan-keys.ts';
import { arrangeOrders } from '#shared/domain/sort-orders.ts';
import { cleanText, matchKey } from '#shared/domain/text.ts';
import { measureLabels } from '#shared/messages/measures.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { newId } from '../new-id.ts';
import type { Ledger } from '../open.ts';
import { getPlanTree, lineId, type PlanLine, type PlanTree } from '../queries/plan-tree.ts';
import { createReader } from '../reader.ts';
import type { PlanNodeTable } from '../tables.ts';
import { type NamedContext, type WriteContext, type WriteResult, type WriteTx, write } from '../write-tx.ts';
import { nodeName } from './measure-edit-label.ts';

type NewMeasures = { readonly planId: string; readonly afterRowId: string; readonly names: readonly string[] };
type Copies = { readonly planId: string; readonly nodeIds: readonly string[] };
/** A measure that is to stand behind the line `after`. */
type Placed = { readonly node: PlanNodeTable; readonly after: string };

/**
 * Adds measures without number and status below a line of the list, in its section; a blank name becomes '新しい推進項目', for a
 * measure always has a name. The answer's value: their ids, in order. Errors: NOT_FOUND (plan, row).
 */
export function addMeasures(
  ledger: Ledger,
  { planId, afterRowId, names }: NewMeasures,
  named: NamedContext,
): WriteResult<string[]> {
  const tree = getPlanTree(createReader(ledger.connection), planId);
  const line = lineOf(tree, afterRowId);
  const place = { planId, ...placeBelow(line, tree) };
  const nodes = names.map((name) => newMeasure(place, cleanText(name) || measureLabels.newName));
  const label = measureLabels.add(nodes.map(({ name }) => name));
  return insertLines(ledger, { tree, placed: nodes.map((node) => ({ node, after: afterRowId })) }, named(label));
}

/** Copies measures, number and name, each directly behind itself. The answer's value: the copies' ids, in order. Errors: NOT_FOUND. */
export function duplicateMeasures(
  ledger: Ledger,
  { planId, nodeIds }: Copies,
  named: NamedContext,
): WriteResult<string[]> {
  const tree = getPlanTree(createReader(ledger.connection), planId);
  const placed = [...new Set(nodeIds)].map((after) => {
    const node = tree.nodes.get(after);
    if (node?.kind !== 'measure') throw new AppError('NOT_FOUND', { what: '推進項目' });
    return { after, node: { ...node, id: newId() } };
  });
  const label = measureLabels.duplicate(placed.map(({ after }) => nodeName(tree, after)));
  return insertLines(ledger, { tree, placed }, named(label));
}

/** The line of the list with this id. Errors: NOT_FOUND. */
function lineOf(tree: PlanTree, rowId: string): PlanLine {
  const line = tree.lines.find((candidate) => lineId(candidate) === rowId);
  if (line === undefined) throw new AppError('NOT_FOUND', { what: '行' });
  return line;
}

type Place = Pick<PlanNodeTable, 'planId' | 'parentId' | 'depth'>;

/** Below a heading: in it; below another row: in the section that row stands in, which for a 再掲 is not its measure's. */
function placeBelow(line: PlanLine, tree: PlanTree): Omit<Place, 'planId'> {
  if (line.kind === 'node' && line.node.kind === 'measure') {
    return { parentId: line.node.parentId, depth: line.node.depth };
  }
  const parentId = line.kind === 'node' ? line.node.id : line.placement.parentId;
  return { parentId, depth: (tree.nodes.get(parentId)?.depth ?? -1) + 1 };
}

function newMeasure(place: Place, name: string): PlanNodeTable {
  return {
    ...place,
    id: newId(),
    kind: 'measure',
    sortOrder: 0,
    numberRaw: '',
    numberGap: '',
    numberKey: measureNumberKey(''),
    name,
    nameKey: matchKey(name),
  };
}

type Insertion = { readonly tree: PlanTree; readonly placed: readonly Placed[] };

/** Rows make room only where the gap is used up. */
function insertLines(ledger: Ledger, { tree, placed }: Insertion, context: WriteContext): WriteResult<string[]> {
  const current = new Map(tree.lines.map((line) => [lineId(line), line.order]));
  const behind = Map.groupBy(placed, ({ after }) => after);
  const wanted = tree.lines.map(lineId).flatMap((id) => [id, ...(behind.get(id) ?? []).map(({ node }) => node.id)]);
  const { orders } = arrangeOrders(current, wanted);
  return write(ledger, context, (tx) => {
    for (const { node } of placed) tx.insert('planNode', { ...node, sortOrder: orders.get(node.id) ?? 0 });
    moveLines(tx, tree, orders);
    return placed.map(({ node }) => node.id);
  });
}

function moveLines(tx: WriteTx, tree: PlanTree, orders: ReadonlyMap<string, number>): void {
  for (const line of tree.lines) {
    const sortOrder = orders.get(lineId(line)) ?? line.order;
    if (sortOrder === line.order) continue;
    tx.update(line.kind === 'node' ? 'planNode' : 'nodePlacement', lineId(line), { sortOrder });
  }
}
