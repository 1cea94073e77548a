import type { DecidedRow, Decision, Fit } from './decide.ts';
import type { OrganizationDraft } from './draft.ts';
import { compareIdentity } from './evidence.ts';
import type { GroupEntry } from './group-book.ts';
import { compareFit, isByNameAlone } from './judge.ts';
import { exactTwins } from './exact-twins.ts';
import { planUpdate } from './plan-update.ts';
import { isRepeated, type MatchContext, openFits, weighGroups } from './weigh.ts';
import { isNumberUsed, isSureWithoutNumber, writableDraft } from './writable-draft.ts';

/** `isQuiet`: the row says nothing new of the group. */
type Wish = { readonly draft: OrganizationDraft; readonly fit: Fit; readonly isQuiet: boolean };

/** Of what is compared, the rows that say nothing new of some group. */
export type TakingContext = MatchContext & { readonly quiet: ReadonlySet<OrganizationDraft> };

/**
 * Gives groups to rows that surely are theirs: each row wishes for the group that fits it best, and the row that fits a group best
 * has it. What a row writes may decide for others (a group gets another name, a number is taken), so that it goes on until no row
 * has a wish left: an import leaves nothing that a second one of the same file would do.
 */
export function takeGroups(drafts: readonly OrganizationDraft[], context: TakingContext): readonly DecidedRow[] {
  const decided: DecidedRow[] = [];
  let pending = drafts;
  while (pending.length > 0) {
    const taken = grant(wishesOf(pending, context), context);
    if (taken.size === 0) break;
    decided.push(...taken);
    pending = pending.filter((draft) => !taken.has(draft));
  }
  return decided;
}

function wishesOf(drafts: readonly OrganizationDraft[], context: TakingContext): readonly Wish[] {
  return drafts.flatMap((draft) => {
    const isQuiet = context.quiet.has(draft);
    const fit = isQuiet
      ? exactTwins(draft, context).find(({ entry }) => entry.takenBy === null)
      : sureFit(draft, weighGroups(draft, context), context);
    return fit === undefined ? [] : [{ draft, fit, isQuiet }];
  });
}

function sureFit(draft: OrganizationDraft, fits: readonly Fit[], { book }: MatchContext): Fit | undefined {
  const [best] = openFits(draft, fits);
  if (best === undefined || best.entry.takenBy !== null || best.isDoubtful) return undefined;
  if (equallyGood(best, fits) > 1) return undefined;
  return isNumberUsed(draft, best.entry, book) && !isSureWithoutNumber(best) ? undefined : best;
}

/** How many groups could be it just as well; where only the name tells, all of that name. */
export function equallyGood(best: Fit, fits: readonly Fit[]): number {
  if (isByNameAlone(best.evidence)) return fits.filter(({ evidence }) => evidence.agrees.has('name')).length;
  return fits.filter((fit) => !fit.isDoubtful && compareFit(fit.evidence, best.evidence) === 0).length;
}

function grant(wishes: readonly Wish[], { book }: MatchContext): ReadonlyMap<OrganizationDraft, Decision> {
  const taken = new Map<OrganizationDraft, Decision>();
  for (const rivals of Map.groupBy(wishes, ({ fit }) => fit.entry.order).values()) {
    const [best, second] = rivals.toSorted(
      (a, b) => compareFit(a.fit.evidence, b.fit.evidence) || Number(b.isQuiet) - Number(a.isQuiet),
    );
    if (best === undefined || (second !== undefined && isContest(best, second))) continue;
    // A row just before may have taken its number.
    if (isNumberUsed(best.draft, best.fit.entry, book) && !isSureWithoutNumber(best.fit)) continue;
    const { entry, evidence } = best.fit;
    const draft = writableDraft(best.draft, entry, book);
    const plan = planUpdate(draft, entry.values);
    book.take(entry, best.draft, { ...entry.values, ...plan.patch });
    taken.set(best.draft, { kind: 'existing', draft, entry, evidence, plan });
  }
  return taken;
}

/** Two rows that fit one group equally well and are two groups: which one it is nobody can say. */
function isContest(a: Wish, b: Wish): boolean {
  if (a.isQuiet || compareFit(a.fit.evidence, b.fit.evidence) !== 0) return false;
  const { values } = a.fit.entry;
  const entry: GroupEntry = { ...a.fit.entry, values: { ...values, ...planUpdate(a.draft, values).patch } };
  return !isRepeated(b.draft, { ...b.fit, entry, evidence: compareIdentity(b.draft, entry.values) });
}
