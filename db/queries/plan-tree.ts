import type { Mark } from '#shared/domain/marks.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { type Reader, sqlBuilder } from '../reader.ts';
import type { MarkTable, NodePlacementTable, PlanNodeTable, PlanTable, ProgressRecordTable } from '../tables.ts';

/** A mark of a plan as stored. */
export type StoredMark = Mark & { readonly id: string };
export type StoredMarkSet = { readonly id: string; readonly heading: string; readonly marks: readonly StoredMark[] };

/** A printed row: a heading or measure at its own place, or a 再掲 that refers to a measure. */
export type PlanLine =
  | { readonly kind: 'node'; readonly order: number; readonly node: PlanNodeTable }
  | {
      readonly kind: 'placement';
      readonly order: number;
      readonly placement: NodePlacementTable;
      readonly node: PlanNodeTable;
    };

/** One plan with everything its status list of one fiscal year shows. */
export type PlanTree = {
  readonly plan: PlanTable;
  /** Names of the heading levels by depth: 推進方針, 推進施策. */
  readonly levels: readonly string[];
  readonly nodes: ReadonlyMap<string, PlanNodeTable>;
  /** In printed order. */
  readonly lines: readonly PlanLine[];
  readonly status: StoredMarkSet | null;
  readonly disposition: StoredMarkSet | null;
  /** Years with a record, newest first. */
  readonly fiscalYears: readonly number[];
  /** The year that `records` are of; null when nothing was ever entered and none was asked for. */
  readonly fiscalYear: number | null;
  readonly records: ReadonlyMap<string, ProgressRecordTable>;
  readonly notes: ReadonlyMap<string, string>;
};

/** Period of a record: the lists of the first version are yearly. */
export const wholeYear = '通期';

/** Reads a plan whole (hundreds of rows). `fiscalYear` missing = the newest with a record. @returns null when there is no such plan. */
export function readPlanTree(reader: Reader, planId: string, fiscalYear?: number): PlanTree | null {
  const plan = reader.first(sqlBuilder.selectFrom('plan').selectAll().where('id', '=', planId));
  if (plan === undefined) return null;
  const levels = reader.all(
    sqlBuilder.selectFrom('planLevel').selectAll().where('planId', '=', planId).orderBy('depth'),
  );
  const rows = reader.all(
    sqlBuilder.selectFrom('planNode').selectAll().where('planId', '=', planId).orderBy('sortOrder'),
  );
  const nodes = new Map(rows.map((node) => [node.id, node]));
  const fiscalYears = yearsOf(reader, planId);
  const shown = fiscalYear ?? fiscalYears[0] ?? null;
  const records = shown === null ? [] : recordsOf(reader, planId, shown);
  const notes = reader.all(
    sqlBuilder.selectFrom('verificationNote').select(['id', 'text']).where('planId', '=', planId),
  );
  return {
    plan,
    levels: levels.map((level) => level.label),
    nodes,
    lines: linesOf(reader, planId, nodes),
    status: markSetOf(reader, planId, 'status'),
    disposition: markSetOf(reader, planId, 'disposition'),
    fiscalYears,
    fiscalYear: shown,
    records: new Map(records.map((record) => [record.nodeId, record])),
    notes: new Map(notes.map((note) => [note.id, note.text])),
  };
}

/** The same; errors: NOT_FOUND when there is no such plan. */
export function getPlanTree(reader: Reader, planId: string, fiscalYear?: number): PlanTree {
  const tree = readPlanTree(reader, planId, fiscalYear);
  if (tree === null) throw new AppError('NOT_FOUND', { what: '計画' });
  return tree;
}

/** What a mark's cell holds: the glyph of the plan, '-' or another text as it stands, '' = blank. */
export function storedGlyph(
  set: StoredMarkSet | null,
  markId: string | null | undefined,
  raw: string | null | undefined,
): string {
  return set?.marks.find(({ id }) => id === markId)?.glyph ?? raw ?? '';
}

function linesOf(reader: Reader, planId: string, nodes: ReadonlyMap<string, PlanNodeTable>): PlanLine[] {
  const placements = reader.all(sqlBuilder.selectFrom('nodePlacement').selectAll().where('planId', '=', planId));
  const lines: PlanLine[] = [...nodes.values()].map((node) => ({ kind: 'node', order: node.sortOrder, node }));
  for (const placement of placements) {
    const node = nodes.get(placement.nodeId);
    if (node !== undefined) lines.push({ kind: 'placement', order: placement.sortOrder, placement, node });
  }
  return lines.toSorted((a, b) => a.order - b.order || compare(lineId(a), lineId(b)));
}

/** The id of the row that stands at this place: the node's own, or the placement's. */
export function lineId(line: PlanLine): string {
  return line.kind === 'node' ? line.node.id : line.placement.id;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Years with a record, the newest first. */
export function yearsOf(reader: Reader, planId: string): number[] {
  const sql = `SELECT DISTINCT r.fiscal_year FROM progress_record r JOIN plan_node n ON n.id = r.node_id
    WHERE n.plan_id = ? ORDER BY r.fiscal_year DESC`;
  return reader.arrays(sql, [planId]).map(([year]) => Number(year));
}

function recordsOf(reader: Reader, planId: string, fiscalYear: number): ProgressRecordTable[] {
  const query = sqlBuilder
    .selectFrom('progressRecord')
    .innerJoin('planNode', 'planNode.id', 'progressRecord.nodeId')
    .selectAll('progressRecord')
    .where('planNode.planId', '=', planId)
    .where('progressRecord.fiscalYear', '=', fiscalYear)
    .where('progressRecord.period', '=', wholeYear);
  return reader.all(query);
}

function markSetOf(reader: Reader, planId: string, kind: 'status' | 'disposition'): StoredMarkSet | null {
  const query = sqlBuilder.selectFrom('markSet').select(['id', 'heading']).where('planId', '=', planId);
  const set = reader.first(query.where('kind', '=', kind));
  if (set === undefined) return null;
  const marks = reader.all(
    sqlBuilder.selectFrom('mark').selectAll().where('markSetId', '=', set.id).orderBy('sortOrder'),
  );
  return { ...set, marks: marks.map(toMark) };
}

function toMark({ id, glyph, label, variants }: MarkTable): StoredMark {
  return { id, glyph, label, variants: JSON.parse(variants) as string[] }; // boundary: written as a JSON array of texts
}
