import { organizationFields } from '#shared/domain/organization/fields.ts';
import { matchKey } from '#shared/domain/text.ts';
import { isSameValue, valueText } from './compare.ts';
import type { Decision, Fit } from './decide.ts';
import type { DraftValues, OrganizationDraft } from './draft.ts';
import type { GroupEntry } from './group-entry.ts';

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

/** Of rows that say just the same, letter by letter, all but the first → the first. */
export function equalRows(drafts: readonly OrganizationDraft[]): FirstRows {
  const names = Map.groupBy(drafts, ({ values }) => values.name);
  return laterRows(drafts, ({ values, unreadable }) =>
    (names.get(values.name)?.length ?? 0) < 2 ? '' : JSON.stringify([values, unreadable]),
  );
}

/** Of rows with one registration number all but the first → the first: the first one has the number. */
export function sameNumberRows(drafts: readonly OrganizationDraft[]): FirstRows {
  return laterRows(drafts, ({ values }) => matchKey(valueText(values.regNo)));
}

type FirstRows = ReadonlyMap<OrganizationDraft, OrganizationDraft>;

function laterRows(drafts: readonly OrganizationDraft[], keyOf: (draft: OrganizationDraft) => string): FirstRows {
  const first = new Map<string, OrganizationDraft>();
  const later = new Map<OrganizationDraft, OrganizationDraft>();
  for (const draft of drafts) {
    const key = keyOf(draft);
    const known = first.get(key);
    if (known !== undefined) later.set(draft, known);
    else if (key !== '') first.set(key, draft);
  }
  return later;
}

export function secondOfNumber(draft: OrganizationDraft, first: OrganizationDraft, fits: readonly Fit[]): Decision {
  if (isEqual(draft.values, first.values)) return { kind: 'same-row', draft, row: first.row };
  return { kind: 'ask', draft, doubt: { why: 'number-twice', row: first.row }, groups: freeGroups(fits) };
}

function isEqual(a: DraftValues, b: DraftValues): boolean {
  return organizationFields.every(({ key }) => isSameValue(key, a[key] ?? null, b[key] ?? null));
}
