import type { Overview } from '#shared/contract/overview.ts';
import type { Ledger } from '../open.ts';
import { createReader, type Reader, sqlBuilder } from '../reader.ts';
import type { PlanNodeTable } from '../tables.ts';
import { isInForce } from '../undo.ts';
import { countGroups } from './group-counts.ts';
import { listImportsToCheck } from './import-history.ts';
import { type PlanTree, readPlanTree, storedGlyph } from './plan-tree.ts';

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
  const policies = new Map<string | null, PolicyMarks>();
  for (const line of tree.lines) {
    if (line.kind === 'placement') continue;
    const top = topHeading(line.node, tree);
    const policy = policies.get(top?.id ?? null) ?? {
      nodeId: top?.id ?? null,
      number: top?.numberRaw ?? '',
      name: top?.name ?? '',
      counts: {},
    };
    policies.set(policy.nodeId, policy);
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

function markText(node: PlanNodeTable, tree: PlanTree): string {
  const record = tree.records.get(node.id);
  return storedGlyph(tree.status, record?.markId, record?.markRaw);
}
