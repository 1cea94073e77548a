import { organizationFields } from '#shared/domain/organization/fields.ts';
import { isBlank } from './compare.ts';
import type { DecidedRow, Fit } from './decide.ts';
import type { DraftValues, OrganizationDraft } from './draft.ts';
import { newValues, planUpdate, saysNothingNew } from './plan-update.ts';
import { type MatchContext, weighGroups } from './weigh.ts';
import { isNumberUsed, isSureWithoutNumber, writableDraft } from './writable-draft.ts';

/** A group that says already all that a row says; `writable`: the row as it may be written. */
export type Twin = Fit & { readonly writable: OrganizationDraft };

/**
 * Gives each row the group that says just what it says, before any other row may have it: so a file that was imported finds again
 * what was made of each of its rows.
 */
export function takeEqualGroups(
  drafts: readonly OrganizationDraft[],
  context: MatchContext,
  onRow: () => void,
): readonly DecidedRow[] {
  return drafts.flatMap((draft): readonly DecidedRow[] => {
    onRow();
    const equal = exactTwins(draft, context).find(
      ({ entry }) => entry.takenBy === null && filled(entry.values) === told(draft),
    );
    return equal === undefined ? [] : [takeTwin(draft, equal, context)];
  });
}

/** Best first. */
export function exactTwins(draft: OrganizationDraft, context: MatchContext): readonly Twin[] {
  return weighGroups(draft, context).flatMap((fit) => {
    const { entry, evidence, isDoubtful } = fit;
    if (isDoubtful || evidence.against.length > 0) return [];
    if (isNumberUsed(draft, entry, context.book) && !isSureWithoutNumber(fit)) return [];
    const writable = writableDraft(draft, entry, context.book);
    return saysNothingNew(writable, entry.values) ? [{ ...fit, writable }] : [];
  });
}

function takeTwin(draft: OrganizationDraft, { entry, evidence, writable }: Twin, { book }: MatchContext): DecidedRow {
  book.take(entry, draft, entry.values);
  return [draft, { kind: 'existing', draft: writable, entry, evidence, plan: planUpdate(writable, entry.values) }];
}

/** A flag that was never set reads as no. */
const tellingKeys = organizationFields.filter(({ kind }) => kind !== 'public-flag').map(({ key }) => key);

function told(draft: OrganizationDraft): number {
  return filled(newValues(draft));
}

function filled(values: DraftValues): number {
  return tellingKeys.filter((key) => !isBlank(values[key])).length;
}
