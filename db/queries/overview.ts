import type { Overview } from '#shared/contract/overview.ts';
import { lastDay } from '#shared/domain/calendar.ts';
import { lastSoonDay } from '#shared/domain/registration-end.ts';
import type { Ledger } from '../open.ts';
import { createReader, type Reader, sqlBuilder } from '../reader.ts';
import type { PlanNodeTable } from '../tables.ts';
import { isInForce } from '../undo.ts';
import { listImportsToCheck } from './import-history.ts';
import { type PlanTree, readPlanTree } from './plan-tree.ts';

type Groups = Overview['groups'];
type Plan = NonNullable<Overview['plan']>;
type PolicyMarks = Plan['policies'][number];

/** How long an import with rows left out stays in view: 30 days. */
const importMilliseconds = 30 * 86_400_000;

/** What ホーム shows of the ledger itself. `today`: ISO day in Japan. */
export function readOverview(
  ledger: Ledger,
  { today, now }: { readonly today: string; readonly now: Date },
): Omit<Overview, 'lastBackupAt'> {
  const reader = createReader(ledger.connection);
  const since = new Date(now.getTime() - importMilliseconds).toISOString();
  return {
    plan: newestPlan(reader),
    groups: countGroups(reader, today),
    importWarnings: listImportsToCheck(reader, since).filter(({ changeSetId }) => isInForce(ledger, changeSetId)),
  };
}

function newestPlan(reader: Reader): Plan | null {
  const newest = reader.first(sqlBuilder.selectFrom('plan').select('id').orderBy('id', 'desc').limit(1));
  const tree = newest === undefined ? null : readPlanTree(reader, newest.id);
  if (tree === null) return null;
  const policies = countByPolicy(tree);
  return {
    id: tree.plan.id,
    title: tree.plan.title,
    fiscalYear: tree.fiscalYear,
    marks: (tree.status?.marks ?? []).map(({ glyph, label }) => ({ glyph, label })),
    policies,
    unanswered: policies.reduce((sum, { counts }) => sum + (counts[''] ?? 0), 0),
  };
}

/** In printed order; measures that stand below no heading come under one without number and name. */
function countByPolicy(tree: PlanTree): PolicyMarks[] {
  const policies = new Map<string, PolicyMarks>();
  for (const line of tree.lines) {
    if (line.kind === 'placement') continue;
    const top = topHeading(line.node, tree);
    const policy = policies.get(top?.id ?? '') ?? { number: top?.numberRaw ?? '', name: top?.name ?? '', counts: {} };
    policies.set(top?.id ?? '', policy);
    if (line.node.kind !== 'measure') continue;
    const mark = markText(line.node, tree);
    policy.counts[mark] = (policy.counts[mark] ?? 0) + 1;
  }
  return [...policies.values()];
}

function topHeading(node: PlanNodeTable, tree: PlanTree): PlanNodeTable | null {
  const parent = node.parentId === null ? undefined : tree.nodes.get(node.parentId);
  if (parent !== undefined) return topHeading(parent, tree);
  return node.kind === 'heading' ? node : null;
}

/** A glyph of the plan, '-' or another text as it stands, '' = blank. */
function markText(node: PlanNodeTable, tree: PlanTree): string {
  const record = tree.records.get(node.id);
  const mark = tree.status?.marks.find(({ id }) => id === record?.markId);
  return mark?.glyph ?? record?.markRaw ?? '';
}

function countGroups(reader: Reader, today: string): Groups {
  const soon = lastSoonDay(today);
  const groups: Groups = {
    total: 0,
    byType: countBy(reader, 'org_type'),
    byCity: countBy(reader, 'city'),
    expired: 0,
    expiringSoon: 0,
    withoutValidUntil: 0,
  };
  for (const { name, count } of countBy(reader, 'valid_until')) {
    groups.total += count;
    const end = lastDay(name);
    if (name === '') groups.withoutValidUntil += count;
    else if (end < today) groups.expired += count;
    else if (end <= soon) groups.expiringSoon += count;
  }
  return groups;
}

/** Each column has an index that holds all it takes: no row of the list is read. */
function countBy(reader: Reader, column: 'org_type' | 'city' | 'valid_until'): Groups['byType'] {
  const sql = `SELECT ${column}, count(*) FROM organization_list GROUP BY ${column} ORDER BY 2 DESC, 1`;
  const rows = reader.arrays(sql).map(([name, count]) => ({ name: String(name ?? ''), count: Number(count) }));
  // An empty text and no value are both blank.
  const blank = rows.filter(({ name }) => name === '').reduce((sum, { count }) => sum + count, 0);
  const filled = rows.filter(({ name }) => name !== '');
  return blank === 0 ? filled : [...filled, { name: '', count: blank }].toSorted((a, b) => b.count - a.count);
}
