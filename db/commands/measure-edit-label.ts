import type { MeasureEdit } from '#shared/contract/measures.ts';
import { printedName } from '#shared/domain/printed-name.ts';
import { measureLabels } from '#shared/messages/measures.ts';
import type { PlanTree } from '../queries/plan-tree.ts';
import { currentValue, isChange } from './measure-values.ts';

/** The words of an edit for 履歴: one cell with its old and new value, several as a count. Values are as stored. */
export function measureEditLabel(tree: PlanTree, edits: readonly MeasureEdit[]): string {
  const changed = edits.filter((edit) => isChange(tree, edit));
  const [only, ...others] = changed.length === 0 ? edits : changed;
  if (only === undefined) return '';
  if (others.length === 0) {
    const { nodeId, field } = only;
    const before = currentValue(tree, only);
    return measureLabels.one({ measure: nodeName(tree, nodeId), field, before, after: only.value ?? '' });
  }
  return measureLabels.many([...new Set(changed.map((edit) => edit.field))], changed.length);
}

/** '5 地域づくり活動支援交付金の創設・活用'; '' for a node that is gone. */
export function nodeName(tree: PlanTree, nodeId: string): string {
  const node = tree.nodes.get(nodeId);
  return node === undefined ? '' : printedName(node);
}
