import { namesNoPlan, planTitleKey } from '#shared/domain/plan-keys.ts';
import { splitRepostLabel } from '#shared/domain/repost.ts';
import { cleanText, matchKey } from '#shared/domain/text.ts';
import { statusListWarnings } from '#shared/messages/import-status-list.ts';
import type { PlanImport } from '#db/commands/plan-import.ts';
import { newId } from '#db/new-id.ts';
import { type PlanTree, readPlanTree } from '#db/queries/plan-tree.ts';
import { sqlBuilder } from '#db/reader.ts';
import type { PlanTable } from '#db/tables.ts';
import type { AnalysisInput } from '../importer.ts';
import { fallbackTitle, printedTitle } from './plan-identity.ts';
import type { RawItem } from './raw-row.ts';

export type FindPlanInput = Pick<AnalysisInput, 'sheet' | 'fileName' | 'cover' | 'reader' | 'choices'> & {
  /** First row of the header, 0-based: titles stand above it. */
  readonly above: number;
  readonly items: readonly RawItem[];
};

export type FoundPlan = {
  readonly plan: Pick<PlanImport, 'planId' | 'isNew' | 'title' | 'titleKey'>;
  /** The plan with its newest year; null for a new plan. */
  readonly tree: PlanTree | null;
  readonly treeOf: (fiscalYear: number) => PlanTree | null;
  readonly warnings: readonly string[];
};

type KnownPlan = Pick<PlanTable, 'id' | 'title' | 'titleKey'>;

/**
 * The plan a list belongs to: the one the user names, else the one whose title meets the printed title. Only a list without a title
 * is also known by its items, since the list of the next plan repeats most of them.
 */
export function findPlan(input: FindPlanInput): FoundPlan {
  const { reader, choices } = input;
  const known = reader.all(sqlBuilder.selectFrom('plan').select(['id', 'title', 'titleKey']));
  const chosen = cleanText(choices.planTitle ?? '');
  const printed = chosen === '' ? printedTitle(input.sheet, input.above, input.cover) : chosen;
  if (printed !== null && (chosen !== '' || !namesNoPlan(printed))) {
    const titleKey = planTitleKey(printed);
    const match =
      known.find((plan) => matchKey(plan.title) === matchKey(printed)) ??
      known.find((plan) => plan.titleKey === titleKey);
    return toFound(input, match ?? { id: null, title: printed, titleKey }, []);
  }
  const similar = mostSimilar(input, known);
  if (similar !== null) {
    return toFound(input, similar.plan, [statusListWarnings.planByItems(similar.plan.title, similar.common)]);
  }
  const title = fallbackTitle(input.fileName, input.sheet.name, printed);
  const titleKey = planTitleKey(title);
  const match = namesNoPlan(title) ? undefined : known.find((plan) => plan.titleKey === titleKey);
  return toFound(input, match ?? { id: null, title, titleKey }, [
    statusListWarnings.titleFromFile(match?.title ?? title),
  ]);
}

type Candidate = KnownPlan | { readonly id: null; readonly title: string; readonly titleKey: string };

function toFound({ reader }: FindPlanInput, plan: Candidate, warnings: readonly string[]): FoundPlan {
  const { id, title, titleKey } = plan;
  return {
    plan: { planId: id ?? newId(), isNew: id === null, title, titleKey },
    tree: id === null ? null : readPlanTree(reader, id),
    treeOf: (fiscalYear) => (id === null ? null : readPlanTree(reader, id, fiscalYear)),
    warnings,
  };
}

/** The plan that has at least three in five of the file's items by name. */
function mostSimilar(
  { reader, items }: FindPlanInput,
  known: readonly KnownPlan[],
): { plan: KnownPlan; common: number } | null {
  const names = new Set(items.map((item) => matchKey(splitRepostLabel(item.name.text).name)));
  const counted = known.map((plan) => {
    const query = sqlBuilder.selectFrom('planNode').select('nameKey').where('planId', '=', plan.id);
    const stored = new Set(reader.all(query.where('kind', '=', 'measure')).map((node) => node.nameKey));
    return { plan, common: [...names].filter((name) => stored.has(name)).length };
  });
  const best = counted.toSorted((a, b) => b.common - a.common)[0];
  return best === undefined || best.common === 0 || best.common * 5 < names.size * 3 ? null : best;
}
