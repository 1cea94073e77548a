import type { DecidedRow, Decision } from './decide.ts';
import type { OrganizationDraft } from './draft.ts';
import { compareIdentity } from './evidence.ts';
import { compareFit } from './judge.ts';
import { planUpdate } from './plan-update.ts';
import { isRepeated, type MatchContext } from './weigh.ts';
import { createWishes, type Wish } from './wishes.ts';
import { isNumberUsed, isSureWithoutNumber, writableDraft } from './writable-draft.ts';

/**
 * Gives groups to rows that surely are theirs: each row wishes for the group that fits it best, the best fitting wishes are granted
 * first, and a group that two rows fit equally well goes to none. What a row writes may decide for others (a group gets another
 * name, a number is taken), so that it goes on until no wish is left: an import leaves nothing that a second one would do.
 */
export function takeGroups(drafts: readonly OrganizationDraft[], context: MatchContext): readonly DecidedRow[] {
  const decided: DecidedRow[] = [];
  const wishOf = createWishes(context);
  let pending = drafts;
  for (;;) {
    const taken = grantBest(pending.flatMap(wishOf), context);
    if (taken.size === 0) return decided;
    decided.push(...taken);
    pending = pending.filter((draft) => !taken.has(draft));
  }
}

type Taken = ReadonlyMap<OrganizationDraft, Decision>;

/** The wishes that fit best of all, as far as there are no rivals. */
function grantBest(wishes: readonly Wish[], context: MatchContext): Taken {
  const ranked = wishes.toSorted(compareWishes);
  const contested = new Set<number>();
  let taken: Taken = new Map();
  for (let start = 0; start < ranked.length && taken.size === 0; ) {
    const [first] = ranked.slice(start, start + 1);
    const others = ranked.findIndex((wish, place) => place > start && first !== undefined && !isEqualFit(wish, first));
    const end = others < 0 ? ranked.length : others;
    taken = grant(ranked.slice(start, end), { book: context.book, contested });
    start = end;
  }
  return taken;
}

type Granting = Pick<MatchContext, 'book'> & { readonly contested: Set<number> };

function grant(wishes: readonly Wish[], { book, contested }: Granting): Taken {
  const taken = new Map<OrganizationDraft, Decision>();
  for (const [order, [best, second]] of Map.groupBy(wishes, ({ fit }) => fit.entry.order)) {
    if (best === undefined || contested.has(order)) continue;
    if (best.fit.isDoubtful || (second !== undefined && isContest(best, second))) {
      contested.add(order);
      continue;
    }
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

/**
 * First who asks about the group of its number, then who fits best; of rows that fit equally well the one that says nothing new, then
 * what is doubtful; else the order of the file stays.
 */
function compareWishes(a: Wish, b: Wish): number {
  return (
    Number(isNumberDoubt(b)) - Number(isNumberDoubt(a)) ||
    compareFit(a.fit.evidence, b.fit.evidence) ||
    Number(b.isQuiet) - Number(a.isQuiet) ||
    Number(b.fit.isDoubtful) - Number(a.fit.isDoubtful)
  );
}

function isNumberDoubt({ fit }: Wish): boolean {
  return fit.isDoubtful && fit.evidence.agrees.has('regNo');
}

function isEqualFit(a: Wish, b: Wish): boolean {
  return compareFit(a.fit.evidence, b.fit.evidence) === 0;
}

/** Two rows that fit one group equally well and are two groups: which one it is nobody can say. */
function isContest(a: Wish, b: Wish): boolean {
  if (a.isQuiet) return false;
  const { values } = a.fit.entry;
  const taken = { ...values, ...planUpdate(a.draft, values).patch };
  return !isRepeated({ evidence: compareIdentity(b.draft, taken) });
}
