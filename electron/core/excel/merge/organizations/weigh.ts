import { valueText } from './compare.ts';
import type { Fit } from './decide.ts';
import type { OrganizationDraft } from './draft.ts';
import { compareIdentity, type Evidence, supportOf } from './evidence.ts';
import type { GroupBook } from './group-book.ts';
import type { GroupEntry } from './group-entry.ts';
import { compareFit, isByCorporateNumber, judge, type Judgement } from './judge.ts';

/** What the rows of a file are compared with. */
export type MatchContext = {
  readonly book: GroupBook;
  /** Corporate number → rows of the file that have it. */
  readonly corporateRows: ReadonlyMap<string, number>;
};

/** The groups that may be a row's, best first; also those that another row took. */
export function weighGroups(draft: OrganizationDraft, context: MatchContext): readonly Fit[] {
  const entries = context.book.candidates(draft.values);
  const isShared = isCorporateNumberShared(draft, entries, context);
  const fits = entries.flatMap((entry) => {
    const evidence = compareIdentity(draft, entry.values);
    const judgement = isShared && isByCorporateNumber(evidence) ? judgeBranch(evidence) : judge(evidence);
    return judgement === 'other' ? [] : [{ entry, evidence, isDoubtful: judgement === 'doubt' }];
  });
  return fits.length < 2
    ? fits
    : fits.toSorted((a, b) => compareFit(a.evidence, b.evidence) || a.entry.order - b.entry.order);
}

/** Branches have one corporate number: it tells nothing when several rows or groups have it. */
function isCorporateNumberShared(
  { values }: OrganizationDraft,
  entries: readonly GroupEntry[],
  { corporateRows }: MatchContext,
): boolean {
  const number = valueText(values.corporateNumber);
  if (number === '') return false;
  const groups = entries.filter((entry) => entry.values.corporateNumber === number).length;
  return groups > 1 || (corporateRows.get(number) ?? 0) > 1;
}

function judgeBranch(evidence: Evidence): Judgement {
  return supportOf(evidence) > 0 ? 'doubt' : 'other';
}

/** The group of the same name or corporate number that comes nearest, though it is another one. */
export function likeGroup(draft: OrganizationDraft, { book }: MatchContext): Fit | null {
  const like = book
    .candidates(draft.values)
    .map((entry) => ({ entry, evidence: compareIdentity(draft, entry.values), isDoubtful: false }))
    .filter(({ evidence: { agrees } }) => agrees.has('name') || agrees.has('corporateNumber'))
    .toSorted((a, b) => compareFit(a.evidence, b.evidence));
  return like[0] ?? null;
}

/**
 * Groups that are still to be had, and those that another row took although this one tells of the same group. A group that went to
 * another row is no longer this one's when they contradict each other and share the name only: the file has two of that name.
 */
export function openFits(fits: readonly Fit[]): readonly Fit[] {
  return fits.filter((fit) => fit.entry.takenBy === null || isRepeated(fit));
}

export function isRepeated({ evidence }: Pick<Fit, 'evidence'>): boolean {
  const { agrees, against } = evidence;
  if (agrees.has('regNo')) return true;
  if (!agrees.has('name') || against.includes('regNo')) return false;
  return against.length === 0 || supportOf(evidence) > 0 || agrees.has('corporateNumber');
}
