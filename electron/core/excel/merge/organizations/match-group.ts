import type { StoredOrganization } from '#db/queries/organization-merge.ts';
import { organizationField } from '#shared/domain/organization/fields.ts';
import { organizationNameKey } from '#shared/domain/organization-name.ts';
import { matchKey } from '#shared/domain/text.ts';
import { organizationMatches, organizationProblems } from '#shared/messages/import-organizations.ts';
import { valueText } from './compare.ts';
import type { OrganizationDraft } from './draft.ts';
import { bareName, commonEvidence, type EvidenceField, type GroupIndex } from './group-index.ts';

export type GroupMatch =
  | { readonly kind: 'existing'; readonly group: StoredOrganization; readonly reason: string }
  | { readonly kind: 'new'; readonly reason: string }
  /** A person must decide; the row is not written. */
  | { readonly kind: 'doubt'; readonly reason: string };

type Keys = { readonly regNo: string; readonly name: string };

/**
 * Which group of the ledger a row of a file is: by registration number, else by corporate number, else by name with phone,
 * address or representative, else by name alone when it is the only one of that name. Source: domain.md scenario 10.
 */
export function matchGroup(draft: OrganizationDraft, index: GroupIndex): GroupMatch {
  const keys: Keys = {
    regNo: matchKey(valueText(draft.values.regNo)),
    name: organizationNameKey(valueText(draft.values.name)),
  };
  const byNumber = keys.regNo === '' ? undefined : index.byRegNo.get(keys.regNo);
  if (byNumber !== undefined) return matchNumbered(draft, byNumber, keys);
  const corporateNumber = valueText(draft.values.corporateNumber);
  const byCorporate = corporateNumber === '' ? undefined : index.byCorporateNumber.get(corporateNumber);
  const match: GroupMatch =
    byCorporate === undefined
      ? matchNamed(draft, index, keys)
      : { kind: 'existing', group: byCorporate, reason: organizationMatches.corporateNumber };
  return withFreeNumber(match, index, { key: keys.regNo, text: valueText(draft.values.regNo) });
}

/** The number decides, unless everything else speaks against it. */
function matchNumbered(draft: OrganizationDraft, group: StoredOrganization, keys: Keys): GroupMatch {
  const stored = valueText(group.record.name);
  const storedKey = organizationNameKey(stored);
  if (keys.name === '' || keys.name === storedKey)
    return { kind: 'existing', group, reason: organizationMatches.regNo };
  const isRenamed =
    isSimilar(bareName(keys.name), bareName(storedKey)) || commonEvidence(draft.values, group).length > 0;
  if (isRenamed) return { kind: 'existing', group, reason: organizationMatches.regNoRenamed(stored) };
  return { kind: 'doubt', reason: organizationProblems.otherName(valueText(draft.values.regNo), stored) };
}

function matchNamed(draft: OrganizationDraft, index: GroupIndex, keys: Keys): GroupMatch {
  if (keys.name === '') return { kind: 'doubt', reason: organizationProblems.nameMissing };
  const named = index.byName.get(keys.name) ?? [];
  const hasNumber = keys.regNo !== '';
  // Two numbers are two groups, unless almost everything else is the same.
  const numbered = named.filter((group) => hasNumber && group.record.regNo !== null);
  const twin = numbered.find((group) => commonEvidence(draft.values, group).length >= 2);
  if (twin !== undefined)
    return { kind: 'doubt', reason: organizationProblems.otherNumber(valueText(twin.record.regNo)) };
  const possible = named.filter((group) => !numbered.includes(group));
  const withEvidence = possible.filter((group) => commonEvidence(draft.values, group).length > 0);
  const sure = closest(draft, withEvidence);
  if (sure !== undefined) {
    const evidence = evidenceWords(commonEvidence(draft.values, sure));
    return { kind: 'existing', group: sure, reason: organizationMatches.name(evidence) };
  }
  const only = possible[0];
  if (only !== undefined && possible.length === 1)
    return { kind: 'existing', group: only, reason: organizationMatches.nameOnly };
  if (possible.length > 1) {
    return { kind: 'doubt', reason: organizationProblems.severalNames(valueText(draft.values.name), possible.length) };
  }
  return matchNearName(draft, index, keys) ?? newGroup(numbered[0]);
}

/** The one with most in common; undefined when two are equally close. */
function closest(draft: OrganizationDraft, groups: readonly StoredOrganization[]): StoredOrganization | undefined {
  const ranked = groups
    .map((group) => ({ group, common: commonEvidence(draft.values, group).length }))
    .toSorted((a, b) => b.common - a.common);
  const [first, second] = ranked;
  return first === undefined || first.common === second?.common ? undefined : first.group;
}

/** The name without or with another legal form (a group that became an NPO), only with two further things in common. */
function matchNearName(draft: OrganizationDraft, index: GroupIndex, keys: Keys): GroupMatch | undefined {
  const near = (index.byBareName.get(bareName(keys.name)) ?? []).filter(
    (group) => (keys.regNo === '' || group.record.regNo === null) && commonEvidence(draft.values, group).length >= 2,
  );
  const [group] = near;
  if (group === undefined || near.length > 1) return undefined;
  const evidence = evidenceWords(commonEvidence(draft.values, group));
  return { kind: 'existing', group, reason: organizationMatches.nearName(valueText(group.record.name), evidence) };
}

function newGroup(sameName: StoredOrganization | undefined): GroupMatch {
  if (sameName === undefined) return { kind: 'new', reason: organizationMatches.none };
  return { kind: 'new', reason: organizationMatches.sameNameElsewhere(valueText(sameName.record.regNo)) };
}

/** A number that another group had, removed or renumbered since, is never given again. */
function withFreeNumber(
  match: GroupMatch,
  index: GroupIndex,
  regNo: { readonly key: string; readonly text: string },
): GroupMatch {
  const holder = regNo.key === '' ? undefined : index.numberHolders.get(regNo.key);
  const isFree = holder === undefined || (match.kind === 'existing' && match.group.id === holder);
  return isFree || match.kind === 'doubt'
    ? match
    : { kind: 'doubt', reason: organizationProblems.regNoUsed(regNo.text) };
}

function evidenceWords(fields: readonly EvidenceField[]): string {
  return fields.map((field) => organizationField(field).label).join('・');
}

/** Half of the two-letter pieces in common: ほたる西防災ネット and ほたる防災ネットワーク. */
function isSimilar(a: string, b: string): boolean {
  const pieces = (text: string): ReadonlySet<string> =>
    new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, index) => text.slice(index, index + 2)));
  const left = pieces(a);
  const right = pieces(b);
  const common = [...left].filter((piece) => right.has(piece)).length;
  return common * 2 >= Math.min(left.size, right.size);
}
