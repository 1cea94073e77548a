import type { MeasureEdit, RefusedMeasureCell } from '#shared/contract/measures.ts';
import { parseHeadingNumber } from '#shared/domain/numbering.ts';
import { measureNumberKey } from '#shared/domain/plan-keys.ts';
import { matchKey } from '#shared/domain/text.ts';
import type { Ledger } from '../open.ts';
import {
  findProgress,
  insertNote,
  noteHolders,
  type ProgressPlace,
  removeIfUnused,
  writeProgress,
} from '../progress-rows.ts';
import { getPlanTree, type PlanTree } from '../queries/plan-tree.ts';
import { createReader } from '../reader.ts';
import type { PlanNodeTable } from '../tables.ts';
import { type NamedContext, type WriteResult, type WriteTx, write } from '../write-tx.ts';
import { measureEditLabel } from './measure-edit-label.ts';
import { isChange, nodeOf, type ReadEdits, readEdits } from './measure-values.ts';

export type MeasureEdits = {
  readonly planId: string;
  readonly fiscalYear: number;
  readonly edits: readonly MeasureEdit[];
  /** What becomes of the call when a value is bad: 'refuse' (the default) writes nothing, 'leave' writes the others. */
  readonly invalid?: 'refuse' | 'leave' | undefined;
};

type Scope = {
  readonly tx: WriteTx;
  readonly tree: PlanTree;
  readonly fiscalYear: number;
  readonly editedNotes: Map<string, string>;
};

/**
 * Writes cells of a status list as one change set; nothing when no cell differs. The answer's value: cells that were left.
 * Errors: NOT_FOUND (plan, row), INVALID_VALUE (a mark the plan does not have, a name that is empty, a mark on a heading).
 */
export function editMeasures(
  ledger: Ledger,
  { planId, fiscalYear, edits, invalid = 'refuse' }: MeasureEdits,
  named: NamedContext,
): WriteResult<readonly RefusedMeasureCell[]> {
  const tree = getPlanTree(createReader(ledger.connection), planId, fiscalYear);
  const { good, refused } = readEdits(tree, edits);
  const [first] = refused;
  if (first !== undefined && invalid === 'refuse') throw first.error;
  return write(ledger, named(measureEditLabel(tree, good)), (tx) => {
    const scope: Scope = { tx, tree, fiscalYear, editedNotes: new Map() };
    for (const edit of good) writeEdit(scope, edit);
    return refused.map(toAnswer);
  });
}

/** What editMeasures with 'leave' would do. Errors: NOT_FOUND. */
export function checkMeasureEdits(
  ledger: Ledger,
  { planId, fiscalYear, edits }: Omit<MeasureEdits, 'invalid'>,
): { changed: number; same: number; refused: RefusedMeasureCell[] } {
  const tree = getPlanTree(createReader(ledger.connection), planId, fiscalYear);
  const { good, refused } = readEdits(tree, edits);
  const changed = good.filter((edit) => isChange(tree, edit)).length;
  return { changed, same: good.length - changed, refused: refused.map(toAnswer) };
}

function toAnswer({ error: _error, ...cell }: ReadEdits['refused'][number]): RefusedMeasureCell {
  return cell;
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
