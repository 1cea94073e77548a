import { organizationFields } from '#shared/domain/organization/fields.ts';
import { isBlank } from './compare.ts';
import type { DecidedRow, Fit } from './decide.ts';
import type { DraftValues, OrganizationDraft } from './draft.ts';
import { newValues, planUpdate, saysNothingNew } from './plan-update.ts';
import { type MatchContext, weighGroups } from './weigh.ts';
import { isNumberUsed, isSureWithoutNumber, writableDraft } from './writable-draft.ts';

/** A group that says already all that a row says; `writable`: the row as it may be written. */
export type Twin = Fit & { readonly writable: OrganizationDraft };

export type TwinRows = {
  readonly decided: readonly DecidedRow[];
  /** Rows that say nothing new of a group, which says more than they do. They write nothing. */
  readonly quiet: ReadonlySet<OrganizationDraft>;
};

/**
 * Gives each row the group that says just what it says, before any other row may have it: so a file that was imported finds again
 * what was made of each of its rows.
 */
export function takeEqualGroups(
  drafts: readonly OrganizationDraft[],
  context: MatchContext,
  onRow: () => void,
): TwinRows {
  const quiet = new Set<OrganizationDraft>();
  const decided = drafts.flatMap((draft): readonly DecidedRow[] => {
    onRow();
    const twins = exactTwins(draft, context);
    const equal = twins.find(({ entry }) => entry.takenBy === null && filled(entry.values) === told(draft));
    if (equal !== undefined) return [takeTwin(draft, equal, context)];
    if (twins.length > 0) quiet.add(draft);
    return [];
  });
  return { decided, quiet };
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
