import type { MeasureEdit, RefusedMeasureCell } from '#shared/contract/measures.ts';
import { readMark } from '#shared/domain/marks.ts';
import { foldCompatibility } from '#shared/domain/normalize.ts';
import { shortened } from '#shared/domain/shortened.ts';
import { cleanText } from '#shared/domain/text.ts';
import { errorText } from '#shared/messages/error-text.ts';
import { measureFieldLabels, measureReasons } from '#shared/messages/measures.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { type PlanTree, storedGlyph, type StoredMarkSet } from '../queries/plan-tree.ts';
import type { PlanNodeTable } from '../tables.ts';

/** Edits with their values as they are stored, and the ones the plan does not take. */
export type ReadEdits = { readonly good: readonly MeasureEdit[]; readonly refused: readonly RefusedCell[] };
type RefusedCell = RefusedMeasureCell & { readonly error: AppError };

/** Reads typed or pasted values. Errors: NOT_FOUND for a row that is gone. */
export function readEdits(tree: PlanTree, edits: readonly MeasureEdit[]): ReadEdits {
  const good: MeasureEdit[] = [];
  const refused: RefusedCell[] = [];
  for (const edit of edits) {
    const read = readValue(tree, edit);
    if ('value' in read) good.push({ ...edit, value: read.value });
    else refused.push(refusal(edit, read.reason));
  }
  return { good, refused };
}

function refusal({ nodeId, field, value }: MeasureEdit, reason: string): RefusedCell {
  const params = { field: measureFieldLabels[field], value: shortened(cleanText(value ?? ''), longestShown), reason };
  const error = new AppError('INVALID_VALUE', params);
  return { nodeId, field, value: value ?? '', message: errorText(error), error };
}

const longestShown = 40;

type ReadValue = { readonly value: string | null } | { readonly reason: string };

/** A value as it is stored and shown: a glyph of the plan, '-', or text; null = blank. */
function readValue(tree: PlanTree, { nodeId, field, value }: MeasureEdit): ReadValue {
  const node = nodeOf(tree, nodeId);
  const text = cleanText(value ?? '');
  if (field === 'name' && text === '') return { reason: measureReasons.nameMissing };
  if (field === 'name' || field === 'numberRaw') return { value: text };
  if (node.kind === 'heading') return { reason: measureReasons.headingCell };
  if (text === '') return { value: null };
  return field === 'note' ? { value: text } : readGlyph(field === 'mark' ? tree.status : tree.disposition, text);
}

/** Errors: NOT_FOUND. */
export function nodeOf(tree: PlanTree, nodeId: string): PlanNodeTable {
  const node = tree.nodes.get(nodeId);
  if (node === undefined) throw new AppError('NOT_FOUND', { what: '推進項目' });
  return node;
}

/** A glyph, one of its variants, its meaning, or the number of the choice (1 = the first). */
function readGlyph(set: StoredMarkSet | null, text: string): ReadValue {
  const marks = set?.marks ?? [];
  const read = readMark(text, marks);
  if (read.state === 'not-applicable') return { value: '-' };
  if (read.state === 'mark' && read.rest === undefined) return { value: read.glyph };
  const choice = marks[Number(/^[1-9]$/.exec(foldCompatibility(text))?.[0] ?? 0) - 1];
  if (choice !== undefined) return { value: choice.glyph };
  return { reason: marks.length === 0 ? measureReasons.noMarks : measureReasons.mark(marks.map((mark) => mark.glyph)) };
}

/** What a cell holds now, as it is stored; '' = blank. */
export function currentValue(tree: PlanTree, { nodeId, field }: MeasureEdit): string {
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
      return storedGlyph(tree.status, record?.markId, record?.markRaw);
    case 'disposition':
      return storedGlyph(tree.disposition, record?.dispositionId, record?.dispositionRaw);
  }
}

/** Whether an edit that was read would change its cell. */
export function isChange(tree: PlanTree, edit: MeasureEdit): boolean {
  return currentValue(tree, edit) !== (edit.value ?? '');
}
