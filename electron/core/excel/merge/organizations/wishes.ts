import type { Fit } from './decide.ts';
import type { OrganizationDraft } from './draft.ts';
import { exactTwins } from './exact-twins.ts';
import { compareFit, isByCorporateNumber, isByNameAlone } from './judge.ts';
import { type MatchContext, openFits, weighGroups } from './weigh.ts';
import { isNumberUsed, isSureWithoutNumber } from './writable-draft.ts';

/**
 * The group that fits a row best. `isQuiet`: the row says nothing new of it. A doubtful wish is not granted, and as long as it waits for
 * its answer the group goes to no row that fits it less.
 */
export type Wish = { readonly draft: OrganizationDraft; readonly fit: Fit; readonly isQuiet: boolean };

type Known = { readonly version: number; readonly wishes: readonly Wish[] };

/** What each row wishes, none or one; looked up anew only when one of its groups has changed. */
export function createWishes(context: MatchContext): (draft: OrganizationDraft) => readonly Wish[] {
  const known = new Map<OrganizationDraft, Known>();
  return (draft) => {
    const version = context.book.version(draft.values);
    const before = known.get(draft);
    if (before?.version === version) return before.wishes;
    const wish = wishOf(draft, context);
    const wishes = wish === undefined ? [] : [wish];
    known.set(draft, { version, wishes });
    return wishes;
  };
}

/** A row that says nothing new of a group writes to no other one, not even when another row has it. */
function wishOf(draft: OrganizationDraft, context: MatchContext): Wish | undefined {
  const twins = exactTwins(draft, context);
  const fit = twins.length > 0 ? twins.find(({ entry }) => entry.takenBy === null) : bestFit(draft, context);
  return fit === undefined ? undefined : { draft, fit, isQuiet: twins.length > 0 };
}

function bestFit(draft: OrganizationDraft, context: MatchContext): Fit | undefined {
  const fits = weighGroups(draft, context);
  const [best] = openFits(fits);
  if (best === undefined || best.entry.takenBy !== null) return undefined;
  if (best.isDoubtful) return best;
  if (equallyGood(best, fits) > 1) return undefined;
  return isNumberUsed(draft, best.entry, context.book) && !isSureWithoutNumber(best) ? undefined : best;
}

/** How many groups could be it just as well; a name or a corporate number alone does not tell it from others of the name. */
export function equallyGood(best: Fit, fits: readonly Fit[]): number {
  const named = fits.filter((fit) => fit === best || fit.evidence.agrees.has('name'));
  if (isByNameAlone(best.evidence) || isByCorporateNumber(best.evidence)) return named.length;
  return fits.filter((fit) => !fit.isDoubtful && compareFit(fit.evidence, best.evidence) === 0).length;
}
