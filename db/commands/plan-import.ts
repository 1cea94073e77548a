import type { Mark } from '#shared/domain/marks.ts';
import { newId } from '../new-id.ts';
import {
  findProgress,
  insertNote,
  noteHolders,
  type ProgressPatch,
  removeIfUnused,
  writeProgress,
} from '../progress-rows.ts';
import { sqlBuilder } from '../reader.ts';
import type { NodePlacementTable, PlanNodeTable } from '../tables.ts';
import type { WriteTx } from '../write-tx.ts';

/** A cell of a mark column: a glyph of the set, other text ('-' or unknown), or null = blank. */
export type ImportCell = { readonly glyph: string } | { readonly raw: string } | null;

export type ImportMarkSet = { readonly heading: string; readonly marks: readonly Mark[] };

/** A heading or measure as it shall be; `isNew` rows are inserted under their id, the others updated where they differ. */
export type ImportNode = Omit<PlanNodeTable, 'planId'> & {
  readonly isNew: boolean;
  /** Missing = the file has no such column: left alone. */
  readonly mark?: ImportCell | undefined;
  readonly disposition?: ImportCell | undefined;
};
export type ImportPlacement = Omit<NodePlacementTable, 'planId'> & { readonly isNew: boolean };
/** One 検証内容 for one or more measures. `text` null clears it. */
export type ImportNote = { readonly text: string | null; readonly nodeIds: readonly string[] };

/** What a status list of one fiscal year says, ready to be written: ids are given, parents stand before their children. */
export type PlanImport = {
  readonly planId: string;
  readonly isNew: boolean;
  readonly title: string;
  readonly titleKey: string;
  readonly legend: string | null;
  readonly fiscalYear: number;
  readonly levels: readonly string[];
  readonly status: ImportMarkSet | null;
  readonly disposition: ImportMarkSet | null;
  readonly nodes: readonly ImportNode[];
  readonly placements: readonly ImportPlacement[];
  /** Only notes that differ from what is stored. */
  readonly notes: readonly ImportNote[];
  /** New orders of rows that the file does not hold but that have to make room. */
  readonly otherOrders: ReadonlyMap<string, number>;
};

export type ImportProgress = (done: number, total: number) => void;

/** Writes a status list; only what differs is written, so the same list twice writes nothing. Errors: NOT_FOUND, CANCELLED. */
export function importPlan(tx: WriteTx, input: PlanImport, progress: ImportProgress = () => undefined): void {
  writePlan(tx, input);
  const status = writeMarkSet(tx, input, 'status');
  const disposition = writeMarkSet(tx, input, 'disposition');
  const total = input.nodes.length + input.placements.length;
  input.nodes.forEach((node, index) => {
    if (index % 200 === 0) progress(index, total);
    writeNode(tx, input.planId, node);
  });
  for (const placement of input.placements) writePlacement(tx, input.planId, placement);
  writeOtherOrders(tx, input.otherOrders);
  writeRecords(tx, input, { status, disposition });
  progress(total, total);
}

function writePlan(tx: WriteTx, { planId, isNew, title, titleKey, legend, levels }: PlanImport): void {
  if (isNew) tx.insert('plan', { ...emptyPlan, id: planId, title, titleKey, legendRaw: legend });
  const known = isNew
    ? []
    : tx.reader.all(sqlBuilder.selectFrom('planLevel').select('depth').where('planId', '=', planId));
  const depths = new Set(known.map((level) => level.depth));
  levels.forEach((label, depth) => {
    if (!depths.has(depth)) tx.insert('planLevel', { id: newId(), planId, depth, label });
  });
}

const emptyPlan = {
  shortTitle: null,
  edition: null,
  issuer: null,
  planType: null,
  startFiscalYear: null,
  endFiscalYear: null,
  termRaw: null,
  predecessorId: null,
  upperPlanId: null,
} as const;

type MarkIds = ReadonlyMap<string, string>;

/** Adds the set, or the marks that it lacks. @returns mark ids by glyph. */
function writeMarkSet(tx: WriteTx, input: PlanImport, kind: 'status' | 'disposition'): MarkIds {
  const wanted = input[kind];
  const sets = sqlBuilder
    .selectFrom('markSet')
    .select('id')
    .where('planId', '=', input.planId)
    .where('kind', '=', kind);
  const known = tx.reader.first(sets)?.id;
  if (known === undefined && wanted === null) return new Map();
  const markSetId = known ?? newId();
  if (known === undefined)
    tx.insert('markSet', { id: markSetId, planId: input.planId, kind, heading: wanted?.heading ?? '' });
  const stored = tx.reader.all(
    sqlBuilder.selectFrom('mark').select(['id', 'glyph']).where('markSetId', '=', markSetId),
  );
  const ids = new Map(stored.map((mark) => [mark.glyph, mark.id]));
  for (const { glyph, label, variants } of wanted?.marks ?? []) {
    if (ids.has(glyph)) continue;
    const id = newId();
    tx.insert('mark', { id, markSetId, sortOrder: ids.size, glyph, label, variants: JSON.stringify(variants) });
    ids.set(glyph, id);
  }
  return ids;
}

function writeNode(
  tx: WriteTx,
  planId: string,
  { isNew, mark: _mark, disposition: _disposition, ...row }: ImportNode,
): void {
  if (isNew) tx.insert('planNode', { ...row, planId });
  else tx.update('planNode', row.id, row);
}

function writePlacement(tx: WriteTx, planId: string, { isNew, ...row }: ImportPlacement): void {
  if (isNew) tx.insert('nodePlacement', { ...row, planId });
  else tx.update('nodePlacement', row.id, row);
}

function writeOtherOrders(tx: WriteTx, orders: ReadonlyMap<string, number>): void {
  for (const [id, sortOrder] of orders) {
    const isNode = tx.reader.first(sqlBuilder.selectFrom('planNode').select('id').where('id', '=', id)) !== undefined;
    if (isNode) tx.update('planNode', id, { sortOrder });
    else tx.update('nodePlacement', id, { sortOrder });
  }
}

function markPatch(ids: MarkIds, cell: ImportCell | undefined): ProgressPatch {
  if (cell === undefined) return {};
  return { markId: idOf(ids, cell), markRaw: rawOf(ids, cell) };
}

function dispositionPatch(ids: MarkIds, cell: ImportCell | undefined): ProgressPatch {
  if (cell === undefined) return {};
  return { dispositionId: idOf(ids, cell), dispositionRaw: rawOf(ids, cell) };
}

function idOf(ids: MarkIds, cell: ImportCell): string | null {
  return cell !== null && 'glyph' in cell ? (ids.get(cell.glyph) ?? null) : null;
}

/** A glyph that the set does not have is kept as text rather than lost. */
function rawOf(ids: MarkIds, cell: ImportCell): string | null {
  if (cell === null) return null;
  if ('raw' in cell) return cell.raw;
  return ids.has(cell.glyph) ? null : cell.glyph;
}

/** Marks and notes of each measure, one write a record. */
function writeRecords(
  tx: WriteTx,
  input: PlanImport,
  ids: { readonly status: MarkIds; readonly disposition: MarkIds },
): void {
  const patches = new Map<string, ProgressPatch>();
  for (const { id, mark, disposition } of input.nodes) {
    patches.set(id, { ...markPatch(ids.status, mark), ...dispositionPatch(ids.disposition, disposition) });
  }
  const left = new Set<string>();
  for (const note of input.notes) {
    const { noteId, replaced } = chooseNote(tx, input, note);
    for (const nodeId of note.nodeIds) patches.set(nodeId, { ...patches.get(nodeId), noteId });
    for (const id of replaced) left.add(id);
  }
  for (const [nodeId, patch] of patches) {
    if (Object.keys(patch).length > 0) writeProgress(tx, { nodeId, fiscalYear: input.fiscalYear }, patch);
  }
  for (const id of left) removeIfUnused(tx, id);
}

type ChosenNote = { readonly noteId: string | null; readonly replaced: readonly string[] };

/** Keeps the note that only these measures hold and changes its text; a note that others hold as well is left to them. */
function chooseNote(tx: WriteTx, { planId, fiscalYear }: PlanImport, { text, nodeIds }: ImportNote): ChosenNote {
  const members = new Set(nodeIds);
  const current = nodeIds.map((nodeId) => findProgress(tx, { nodeId, fiscalYear })?.noteId ?? null);
  const old = [...new Set(current)].filter((noteId) => noteId !== null);
  if (text === null) return { noteId: null, replaced: old };
  const isOwn = (noteId: string): boolean =>
    noteHolders(tx, noteId).every((holder) => holder.fiscalYear === fiscalYear && members.has(holder.nodeId));
  const reused = old.find(isOwn);
  if (reused !== undefined) tx.update('verificationNote', reused, { text });
  const noteId = reused ?? insertNote(tx, planId, text);
  return { noteId, replaced: old.filter((id) => id !== noteId) };
}
