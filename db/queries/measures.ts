import type { MeasureRow, PlanEntry, PlanSummary } from '#shared/contract/measures.ts';
import { isDash } from '#shared/domain/text.ts';
import type { Ledger } from '../open.ts';
import { createReader } from '../reader.ts';
import type { PlanNodeTable } from '../tables.ts';
import { countMarks, noteSharers, summarizePlan } from './plan-summary.ts';
import { getPlanTree, lineId, type PlanLine, type PlanTree, type StoredMarkSet, yearsOf } from './plan-tree.ts';

/** The status list of one plan and year, in printed order, with all that its screen and its printed layout need. */
export type MeasureList = {
  readonly plan: PlanSummary;
  readonly fiscalYear: number | null;
  /** The legend as the plan prints it; null when its file had none. */
  readonly legend: string | null;
  readonly statusHeading: string | null;
  readonly dispositionHeading: string | null;
  readonly levelLabels: readonly string[];
  readonly marks: readonly MarkChoice[];
  readonly dispositions: readonly MarkChoice[];
  readonly rows: readonly ListedRow[];
};
export type MarkChoice = { readonly glyph: string; readonly label: string };
/** `numberGap` stands between number and name of a heading; `noteId` tells which rows share a note. */
export type ListedRow = MeasureRow & { readonly numberGap: string; readonly noteId: string | null };

/** All plans, the newest first; what is in them is not read. */
export function listPlans(ledger: Ledger): PlanEntry[] {
  const reader = createReader(ledger.connection);
  const measures = `SELECT count(*) FROM plan_node n WHERE n.plan_id = p.id AND n.kind = 'measure'`;
  return reader
    .arrays(`SELECT p.id, p.title, (${measures}) FROM plan p ORDER BY p.id DESC`)
    .map(([id, title, count]) => {
      const planId = String(id);
      return { id: planId, title: String(title), measures: Number(count), fiscalYears: yearsOf(reader, planId) };
    });
}

/** The rows of a plan's status list; `fiscalYear` missing = the newest. Errors: NOT_FOUND. */
export function listMeasures(ledger: Ledger, planId: string, fiscalYear?: number): MeasureList {
  const tree = getPlanTree(createReader(ledger.connection), planId, fiscalYear);
  const context: RowContext = { tree, sharers: noteSharers(tree), below: measuresBelow(tree) };
  return {
    plan: summarizePlan(tree),
    fiscalYear: tree.fiscalYear,
    legend: tree.plan.legendRaw,
    statusHeading: tree.status?.heading ?? null,
    dispositionHeading: tree.disposition?.heading ?? null,
    levelLabels: tree.levels,
    marks: choices(tree.status),
    dispositions: choices(tree.disposition),
    rows: tree.lines.map((line) => toRow(line, context)),
  };
}

type RowContext = {
  readonly tree: PlanTree;
  readonly sharers: ReadonlyMap<string, readonly string[]>;
  readonly below: ReadonlyMap<string, readonly string[]>;
};

function choices(set: StoredMarkSet | null): MarkChoice[] {
  return (set?.marks ?? []).map(({ glyph, label }) => ({ glyph, label }));
}

function toRow(line: PlanLine, context: RowContext): ListedRow {
  const { node } = line;
  const base = {
    rowId: lineId(line),
    nodeId: node.id,
    depth: node.depth,
    parentId: node.parentId,
    numberRaw: node.numberRaw,
    numberGap: node.numberGap,
    name: node.name,
    repostLabel: '',
    originPath: '',
    mark: blank,
    disposition: blank,
    note: null,
    noteId: null,
    noteSharedBy: [],
    measureCount: 0,
    markCounts: {},
  };
  if (line.kind === 'placement') return { ...base, ...repostValues(line, context.tree) };
  if (node.kind === 'heading') return { ...base, kind: 'heading', ...headingCounts(node, context) };
  return { ...base, kind: 'measure', ...measureValues(node, context) };
}

const blank = { state: 'blank', text: '' } as const;
const notApplicable = { state: 'not-applicable', text: '-' } as const;

function repostValues({ placement, node }: PlanLine & { kind: 'placement' }, tree: PlanTree) {
  const parent = tree.nodes.get(placement.parentId);
  return {
    kind: 'repost' as const,
    parentId: placement.parentId,
    depth: (parent?.depth ?? -1) + 1,
    repostLabel: placement.labelRaw,
    originPath: ancestors(node, tree)
      .map((heading) => heading.numberRaw || heading.name)
      .join(' '),
    mark: notApplicable,
    disposition: notApplicable,
    note: notApplicable.text,
  };
}

/** Headings above a node, outermost first. */
function ancestors(node: PlanNodeTable, tree: PlanTree): PlanNodeTable[] {
  const parent = node.parentId === null ? undefined : tree.nodes.get(node.parentId);
  return parent === undefined ? [] : [...ancestors(parent, tree), parent];
}

function headingCounts(node: PlanNodeTable, { tree, below }: RowContext) {
  const measures = below.get(node.id) ?? [];
  const markIds = measures.map((id) => tree.records.get(id)?.markId);
  return { measureCount: measures.length, markCounts: countMarks(tree.status, markIds) };
}

function measureValues(node: PlanNodeTable, { tree, sharers }: RowContext) {
  const record = tree.records.get(node.id);
  const noteId = record?.noteId ?? null;
  const shared = noteId === null ? [] : (sharers.get(noteId) ?? []);
  return {
    mark: cell(tree.status, record?.markId, record?.markRaw),
    disposition: cell(tree.disposition, record?.dispositionId, record?.dispositionRaw),
    note: noteId === null ? null : (tree.notes.get(noteId) ?? null),
    noteId,
    noteSharedBy: shared.length > 1 ? shared.map((id) => numberOrName(tree.nodes.get(id))) : [],
  };
}

function numberOrName(node: PlanNodeTable | undefined): string {
  return node?.numberRaw || (node?.name ?? '');
}

function cell(
  set: StoredMarkSet | null,
  markId: string | null | undefined,
  raw: string | null | undefined,
): MeasureRow['mark'] {
  const mark = set?.marks.find((candidate) => candidate.id === markId);
  if (mark !== undefined) return { state: 'mark', text: mark.glyph };
  if (raw === null || raw === undefined || raw === '') return blank;
  return isDash(raw) ? { state: 'not-applicable', text: raw } : { state: 'unknown', text: raw };
}

function measuresBelow(tree: PlanTree): ReadonlyMap<string, readonly string[]> {
  const below = new Map<string, string[]>();
  for (const node of tree.nodes.values()) {
    if (node.kind !== 'measure') continue;
    for (const heading of ancestors(node, tree)) below.set(heading.id, [...(below.get(heading.id) ?? []), node.id]);
  }
  return below;
}
