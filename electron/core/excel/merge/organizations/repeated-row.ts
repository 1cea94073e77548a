import { organizationFields } from '#shared/domain/organization/fields.ts';
import { isSameValue } from './compare.ts';
import type { Decision, Fit } from './decide.ts';
import type { DraftValues, OrganizationDraft } from './draft.ts';
import type { GroupEntry } from './group-book.ts';

/** A row that tells of a group another row was given; one that says just the same is left out without a question. */
export function repeatedRow(draft: OrganizationDraft, fits: readonly Fit[]): Decision {
  const taken = fits.flatMap((fit) => (fit.entry.takenBy === null ? [] : [{ fit, first: fit.entry.takenBy }]));
  const equal = taken.find(({ first }) => isEqual(draft.values, first.values));
  if (equal !== undefined) return { kind: 'same-row', draft, row: equal.first.row };
  const [nearest] = taken;
  if (nearest === undefined) return { kind: 'no-name', draft };
  return { kind: 'ask', draft, doubt: { why: 'repeated', ...nearest }, groups: freeGroups(fits) };
}

/** Groups of the ledger that no row took. */
export function freeGroups(fits: readonly Fit[]): readonly GroupEntry[] {
  return fits.flatMap(({ entry }) => (entry.takenBy === null ? [entry] : []));
}

/** Rows that say just the same as one before them, letter by letter. */
export function equalRows(drafts: readonly OrganizationDraft[]): ReadonlyMap<OrganizationDraft, OrganizationDraft> {
  const names = new Map<unknown, number>();
  for (const { values } of drafts) names.set(values.name, (names.get(values.name) ?? 0) + 1);
  const first = new Map<string, OrganizationDraft>();
  const equal = new Map<OrganizationDraft, OrganizationDraft>();
  for (const draft of drafts) {
    if ((names.get(draft.values.name) ?? 0) < 2) continue;
    const key = JSON.stringify([draft.values, draft.unreadable]);
    const known = first.get(key);
    if (known === undefined) first.set(key, draft);
    else equal.set(draft, known);
  }
  return equal;
}

function isEqual(a: DraftValues, b: DraftValues): boolean {
  return organizationFields.every(({ key }) => isSameValue(key, a[key] ?? null, b[key] ?? null));
}
