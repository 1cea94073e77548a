import { isBlank, valueText } from './compare.ts';
import type { DecidedRow, Decision, Doubt, Fit } from './decide.ts';
import type { OrganizationDraft } from './draft.ts';
import { takeEqualGroups } from './exact-twins.ts';
import type { GroupBook } from './group-book.ts';
import { newValues } from './plan-update.ts';
import { equalRows, freeGroups, repeatedRow, sameNumberRows, secondOfNumber } from './repeated-row.ts';
import { takeGroups } from './take-groups.ts';
import { likeGroup, type MatchContext, openFits, weighGroups } from './weigh.ts';
import { equallyGood } from './wishes.ts';
import { isNumberUsed } from './writable-draft.ts';

export type Decisions = ReadonlyMap<OrganizationDraft, Decision>;

/**
 * Which group each row of a file is, over the whole file: a group goes to one row at most, the one that fits it best. Rows that
 * nobody can tell ask; what is surely none of the groups is a new one. Source: domain.md scenario 10.
 */
export function assignGroups(drafts: readonly OrganizationDraft[], book: GroupBook, onRow: () => void): Decisions {
  const equal = equalRows(drafts);
  const different = drafts.filter((draft) => !equal.has(draft));
  const second = sameNumberRows(different);
  const own = different.filter((draft) => !second.has(draft));
  const context: MatchContext = { book, corporateRows: countCorporateNumbers(different) };
  const decisions = new Map<OrganizationDraft, Decision>(takeEqualGroups(own, context, onRow));
  for (const row of settle(
    own.filter((draft) => !decisions.has(draft)),
    context,
  ))
    decisions.set(...row);
  const left = own.filter((draft) => !decisions.has(draft));
  const rivals = Map.groupBy(left, (draft) => openFits(weighGroups(draft, context))[0]?.entry.order);
  for (const draft of left) decisions.set(draft, askAbout(draft, context, rivals));
  for (const [draft, first] of equal) decisions.set(draft, { kind: 'same-row', draft, row: first.row });
  for (const [draft, first] of second) decisions.set(draft, secondOfNumber(draft, first, weighGroups(draft, context)));
  return decisions;
}

/**
 * Gives groups to rows and adds new ones until nothing more is sure: each of both may decide for rows that waited, so that a second
 * import of the file finds nothing to do that the first one left.
 */
function settle(drafts: readonly OrganizationDraft[], context: MatchContext): readonly DecidedRow[] {
  const decided: DecidedRow[] = [];
  let pending = drafts;
  for (;;) {
    const taken = new Map(takeGroups(pending, context));
    const left = pending.filter((draft) => !taken.has(draft));
    const added = new Map(left.flatMap((draft) => newGroup(draft, context)));
    decided.push(...taken, ...added);
    if (added.size === 0) return decided;
    pending = left.filter((draft) => !added.has(draft));
  }
}

/** Nothing in the ledger or the file may be this group. */
function newGroup(draft: OrganizationDraft, context: MatchContext): readonly DecidedRow[] {
  if (isBlank(draft.values.name) || isNumberUsed(draft, null, context.book)) return [];
  if (openFits(weighGroups(draft, context)).length > 0) return [];
  const like = likeGroup(draft, context);
  context.book.add(draft, newValues(draft));
  return [[draft, { kind: 'new', draft, like }]];
}

function countCorporateNumbers(drafts: readonly OrganizationDraft[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { values } of drafts) {
    const number = valueText(values.corporateNumber);
    if (number !== '') counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

type Rivals = ReadonlyMap<number | undefined, readonly OrganizationDraft[]>;

/** A row that no group was given to and that is no new one. */
function askAbout(draft: OrganizationDraft, context: MatchContext, rivals: Rivals): Decision {
  const { book } = context;
  const all = weighGroups(draft, context);
  const fits = openFits(all);
  const [best] = fits;
  if (best === undefined) {
    return isBlank(draft.values.name)
      ? { kind: 'no-name', draft }
      : { kind: 'ask', draft, doubt: numberUsed(draft, book), groups: [] };
  }
  if (best.entry.takenBy !== null) return repeatedRow(draft, fits);
  const doubt = doubtOf(draft, best, { fits: all, book, rivals });
  return { kind: 'ask', draft, doubt, groups: freeGroups(fits) };
}

type Found = { readonly fits: readonly Fit[]; readonly book: GroupBook; readonly rivals: Rivals };

function doubtOf(draft: OrganizationDraft, fit: Fit, { fits, book, rivals }: Found): Doubt {
  if (fit.isDoubtful) return { why: 'contradicts', fit };
  if (isNumberUsed(draft, fit.entry, book)) return numberUsed(draft, book);
  const count = equallyGood(fit, fits);
  if (count > 1) return { why: 'several', fit, count };
  const rival = rivals.get(fit.entry.order)?.find((other) => other !== draft);
  return rival === undefined ? { why: 'contradicts', fit } : { why: 'contested', fit, row: rival.row };
}

function numberUsed(draft: OrganizationDraft, book: GroupBook): Doubt {
  return { why: 'number-used', holder: book.holderOf(valueText(draft.values.regNo)) };
}
