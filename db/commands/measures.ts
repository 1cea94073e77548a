import type { MeasureEdit } from '#shared/contract/measures.ts';
import { readMark } from '#shared/domain/marks.ts';
import { foldCompatibility } from '#shared/domain/normalize.ts';
import { parseHeadingNumber } from '#shared/domain/numbering.ts';
import { measureNumberKey } from '#shared/domain/plan-keys.ts';
import { cleanText, matchKey } from '#shared/domain/text.ts';
import { measureFieldLabels, measureReasons } from '#shared/messages/measures.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { Ledger } from '../open.ts';
import {
  findProgress,
  insertNote,
  noteHolders,
  type ProgressPlace,
  removeIfUnused,
  writeProgress,
} from '../progress-rows.ts';
import { type PlanTree, readPlanTree, type StoredMarkSet } from '../queries/plan-tree.ts';
import { createReader } from '../reader.ts';
import type { PlanNodeTable } from '../tables.ts';
import { type WriteContext, type WriteResult, type WriteTx, write } from '../write-tx.ts';
import { measureEditLabel } from './measure-edit-label.ts';

export type MeasureEdits = {
  readonly planId: string;
  readonly fiscalYear: number;
  readonly edits: readonly MeasureEdit[];
};

type Scope = {
  readonly tx: WriteTx;
  readonly tree: PlanTree;
  readonly fiscalYear: number;
  readonly editedNotes: Map<string, string>;
};

/**
 * Writes cells of a status list, all or none, as one change set; nothing when no cell differs.
 * Errors: NOT_FOUND (plan, row), INVALID_VALUE (a mark the plan does not have, a name that is empty, a mark on a heading).
 */
export function editMeasures(
  ledger: Ledger,
  input: MeasureEdits,
  named: (label: string) => WriteContext,
): WriteResult<null> {
  const { planId, fiscalYear, edits } = input;
  const tree = readPlanTree(createReader(ledger.connection), planId, fiscalYear);
  if (tree === null) throw new AppError('NOT_FOUND', { what: '計画' });
  const parsed = edits.map((edit) => ({ ...edit, value: readValue(tree, edit) }));
  return write(ledger, named(measureEditLabel(tree, parsed)), (tx) => {
    const scope: Scope = { tx, tree, fiscalYear, editedNotes: new Map() };
    for (const edit of parsed) writeEdit(scope, edit);
    return null;
  });
}

/** A value as it is stored and shown: a glyph of the plan, '-', or text; null = blank. */
function readValue(tree: PlanTree, { nodeId, field, value }: MeasureEdit): string | null {
  const node = nodeOf(tree, nodeId);
  const text = cleanText(value ?? '');
  if (field === 'name' && text === '') throw invalid(field, text, measureReasons.nameMissing);
  if (field === 'name' || field === 'numberRaw') return text;
  if (node.kind === 'heading') throw invalid(field, text, measureReasons.headingCell);
  if (text === '') return null;
  return field === 'note' ? text : readGlyph(field === 'mark' ? tree.status : tree.disposition, field, text);
}

function nodeOf(tree: PlanTree, nodeId: string): PlanNodeTable {
  const node = tree.nodes.get(nodeId);
  if (node === undefined) throw new AppError('NOT_FOUND', { what: '推進項目' });
  return node;
}

/** A glyph, one of its variants, its meaning, or the number of the choice (1 = the first). */
function readGlyph(set: StoredMarkSet | null, field: 'mark' | 'disposition', text: string): string {
  const marks = set?.marks ?? [];
  const read = readMark(text, marks);
  if (read.state === 'not-applicable') return '-';
  if (read.state === 'mark' && read.rest === undefined) return read.glyph;
  const choice = marks[Number(/^[1-9]$/.exec(foldCompatibility(text))?.[0] ?? 0) - 1];
  if (choice !== undefined) return choice.glyph;
  throw invalid(
    field,
    text,
    marks.length === 0 ? measureReasons.noMarks : measureReasons.mark(marks.map((mark) => mark.glyph)),
  );
}

function invalid(field: MeasureEdit['field'], value: string, reason: string): AppError {
  return new AppError('INVALID_VALUE', { field: measureFieldLabels[field], value, reason }, { field });
}

function writeEdit(scope: Scope, { nodeId, field, value }: MeasureEdit): void {
  const { tx, tree, fiscalYear } = scope;
  const place = { nodeId, fiscalYear };
  if (field === 'name') tx.update('planNode', nodeId, { name: value ?? '', nameKey: matchKey(value ?? '') });
  else if (field === 'numberRaw') writeNumber(tx, nodeOf(tree, nodeId), value ?? '');
  else if (field === 'note') writeNote(scope, place, value);
  else if (field === 'mark') {
    const markId = tree.status?.marks.find((mark) => mark.glyph === value)?.id ?? null;
    writeProgress(tx, place, { markId, markRaw: markId === null ? value : null });
  } else {
    const dispositionId = tree.disposition?.marks.find((mark) => mark.glyph === value)?.id ?? null;
    writeProgress(tx, place, { dispositionId, dispositionRaw: dispositionId === null ? value : null });
  }
}

function writeNumber(tx: WriteTx, node: PlanNodeTable, numberRaw: string): void {
  const headingKey = parseHeadingNumber(`${numberRaw} ${node.name}`)?.key ?? matchKey(numberRaw);
  tx.update('planNode', node.id, {
    numberRaw,
    numberKey: node.kind === 'measure' ? measureNumberKey(numberRaw) : headingKey,
    numberGap: node.kind === 'heading' && node.numberGap === '' && node.numberRaw === '' ? ' ' : node.numberGap,
  });
}

/** A shared note is one cell: it changes, or goes, for all its measures. Two texts for one note in a single call part it. */
function writeNote({ tx, tree, editedNotes }: Scope, place: ProgressPlace, text: string | null): void {
  const noteId = findProgress(tx, place)?.noteId ?? null;
  if (noteId === null) {
    if (text !== null) writeProgress(tx, place, { noteId: insertNote(tx, tree.plan.id, text) });
    return;
  }
  const edited = editedNotes.get(noteId);
  if (edited !== undefined && edited !== text) {
    writeProgress(tx, place, { noteId: text === null ? null : insertNote(tx, tree.plan.id, text) });
    removeIfUnused(tx, noteId);
    return;
  }
  if (text !== null) {
    editedNotes.set(noteId, text);
    tx.update('verificationNote', noteId, { text });
    return;
  }
  for (const holder of noteHolders(tx, noteId)) writeProgress(tx, holder, { noteId: null });
  removeIfUnused(tx, noteId);
}
