import type { MeasureEdit } from '#shared/contract/measures.ts';
import { measureLabels } from '#shared/messages/measures.ts';
import type { PlanTree } from '../queries/plan-tree.ts';

/** The words of an edit for 履歴: one cell with its old and new value, several as a count. Values are as stored. */
export function measureEditLabel(tree: PlanTree, edits: readonly MeasureEdit[]): string {
  const changed = edits.filter((edit) => currentValue(tree, edit) !== (edit.value ?? ''));
  const [only, ...others] = changed.length === 0 ? edits : changed;
  if (only === undefined) return '';
  if (others.length === 0) {
    const { nodeId, field } = only;
    const before = currentValue(tree, only);
    return measureLabels.one({ measure: printedName(tree, nodeId), field, before, after: only.value ?? '' });
  }
  return measureLabels.many([...new Set(changed.map((edit) => edit.field))], changed.length);
}

/** '5 地域づくり活動支援交付金の創設・活用': number and name as a list prints them. */
function printedName(tree: PlanTree, nodeId: string): string {
  const node = tree.nodes.get(nodeId);
  return [node?.numberRaw ?? '', node?.name ?? ''].filter((part) => part !== '').join(' ');
}

function currentValue(tree: PlanTree, { nodeId, field }: MeasureEdit): string {
  const node = tree.nodes.get(nodeId);
  const record = tree.records.get(nodeId);
  switch (field) {
    case 'name':
      return node?.name ?? '';
    case 'numberRaw':
      return node?.numberRaw ?? '';
    case 'note':
      return tree.notes.get(record?.noteId ?? '') ?? '';
    case 'mark':
      return tree.status?.marks.find((mark) => mark.id === record?.markId)?.glyph ?? record?.markRaw ?? '';
    case 'disposition':
      return (
        tree.disposition?.marks.find((mark) => mark.id === record?.dispositionId)?.glyph ?? record?.dispositionRaw ?? ''
      );
  }
}
