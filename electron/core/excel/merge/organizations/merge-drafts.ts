import type { OrganizationWrite } from '#db/commands/organization-import.ts';
import type { OrganizationRaws } from '#db/organization-rows.ts';
import type { StoredOrganization } from '#db/queries/organization-merge.ts';
import type { ImportRow } from '#shared/contract/imports.ts';
import {
  type OrganizationFieldKey,
  type OrganizationRecord,
  organizationFields,
} from '#shared/domain/organization/fields.ts';
import { matchKey } from '#shared/domain/text.ts';
import { organizationFixes, organizationProblems } from '#shared/messages/import-organizations.ts';
import { addsNothing, isBlank, isSameValue, valueText } from './compare.ts';
import type { DraftValues, OrganizationDraft } from './draft.ts';
import { commonEvidence, type GroupIndex } from './group-index.ts';
import { type GroupMatch, matchGroup } from './match-group.ts';

export type MergedDraft = {
  readonly row: ImportRow;
  /** Missing when there is nothing to write, or when a person must look first. */
  readonly write?: OrganizationWrite;
  /** Blank cells of the file where the ledger keeps its value. */
  readonly leftAlone: number;
};

/** Compares drafts with the groups of the ledger, in the order of the file; a group that comes twice is not written twice. */
export function createDraftMerger(index: GroupIndex): (draft: OrganizationDraft) => MergedDraft {
  const seenNumbers = new Map<string, OrganizationDraft>();
  const seenGroups = new Map<string, OrganizationDraft>();
  const seenNames = new Map<string, OrganizationDraft>();
  return (draft) => {
    if (draft.waits !== undefined) return unwritten(draft, 'check', [draft.waits, ...draft.problems].join(' '));
    const regNo = matchKey(valueText(draft.values.regNo));
    const sameNumber = regNo === '' ? undefined : seenNumbers.get(regNo);
    if (sameNumber !== undefined)
      return repeated(
        draft,
        sameNumber,
        organizationProblems.regNoTwice(valueText(draft.values.regNo), sameNumber.row),
      );
    if (regNo !== '') seenNumbers.set(regNo, draft);
    const match = matchGroup(draft, index);
    const name = valueText(draft.values.name);
    if (match.kind === 'doubt') return unwritten(draft, name === '' ? 'skip' : 'check', match.reason);
    if (match.kind === 'existing') {
      const sameGroup = seenGroups.get(match.group.id);
      if (sameGroup !== undefined)
        return repeated(draft, sameGroup, organizationProblems.groupTwice(name, sameGroup.row));
      seenGroups.set(match.group.id, draft);
      return mergeExisting(draft, match);
    }
    const twin = seenNames.get(matchKey(name));
    if (regNo === '' && twin !== undefined && isTwin(draft, twin))
      return repeated(draft, twin, organizationProblems.groupTwice(name, twin.row));
    seenNames.set(matchKey(name), draft);
    return addGroup(draft, match.reason);
  };
}

/** Without numbers: the same name with the same phone, address or representative, or with nothing that tells them apart. */
function isTwin(draft: OrganizationDraft, other: OrganizationDraft): boolean {
  const asGroup = { id: '', record: other.values as OrganizationRecord }; // boundary: missing keys read as blank
  return commonEvidence(draft.values, asGroup).length > 0 || isEqual(draft.values, other.values);
}

function isEqual(a: DraftValues, b: DraftValues): boolean {
  return organizationFields.every(({ key }) => isSameValue(key, a[key] ?? null, b[key] ?? null));
}

function repeated(draft: OrganizationDraft, first: OrganizationDraft, reason: string): MergedDraft {
  if (isEqual(draft.values, first.values)) return unwritten(draft, 'skip', organizationProblems.sameRow(first.row));
  return unwritten(draft, 'check', reason);
}

function unwritten(draft: OrganizationDraft, action: 'skip' | 'check', reason: string): MergedDraft {
  return { row: previewRow(draft, { action, reason, changes: [], fixes: [] }), leftAlone: 0 };
}

function addGroup(draft: OrganizationDraft, reason: string): MergedDraft {
  const values: DraftValues = { ...draft.unreadable, ...draft.values };
  const keys = filledKeys(values);
  const changes = keys.map((key) => change(key, null, values[key] ?? null));
  const notes = Object.entries(draft.unreadable).map(([key]) => organizationProblems.keptText(labels[key] ?? key));
  const row = previewRow(draft, {
    action: draft.problems.length > 0 ? 'check' : 'add',
    reason: [...draft.problems, ...notes, ...(draft.problems.length > 0 ? [] : [reason])].join(' '),
    changes,
    fixes: [],
  });
  const record = Object.fromEntries(keys.map((key) => [key, values[key] ?? null])) as Partial<OrganizationRecord>; // boundary: keys are field keys
  return { row, write: { kind: 'insert', record, raws: draft.raws as OrganizationRaws }, leftAlone: 0 }; // boundary: only dates have raws
}

/**
 * Only cells that say something else are written. A blank cell never erases (a dash does); a text that cannot be read is kept
 * only where the ledger has nothing.
 */
function mergeExisting(draft: OrganizationDraft, match: GroupMatch & { readonly kind: 'existing' }): MergedDraft {
  const { record } = match.group;
  const rescued = Object.entries(draft.unreadable).filter(([key]) => isBlank(record[key as OrganizationFieldKey])); // boundary: keys are field keys
  const values: DraftValues = { ...Object.fromEntries(rescued), ...draft.values, ...completed(draft, record) };
  const differing = fieldKeys
    .filter(
      (key) =>
        values[key] !== undefined &&
        !(isBlank(values[key]) && isBlank(record[key])) &&
        !isSameValue(key, values[key] ?? null, record[key]) &&
        !addsNothing(key, values[key] ?? null, record[key]),
    )
    .filter((key) => key !== 'name' || !isBlank(values.name));
  const kept = fieldKeys.filter((key) => draft.blanks.includes(key) && !isBlank(record[key]));
  const notes = unreadableNotes(draft, match.group);
  const row = previewRow(draft, {
    action: draft.problems.length > 0 ? 'check' : differing.length > 0 ? 'change' : 'same',
    reason: [...draft.problems, ...notes, ...(draft.problems.length > 0 ? [] : [match.reason])].join(' '),
    changes: differing.map((key) => change(key, record[key], values[key] ?? null)),
    fixes: kept.length > 0 ? [organizationFixes.leftAlone(kept.map((key) => labels[key] ?? key).join('、'))] : [],
    name: valueText(record.name),
  });
  if (differing.length === 0) return { row, leftAlone: kept.length };
  const patch = Object.fromEntries(differing.map((key) => [key, values[key] ?? null])) as Partial<OrganizationRecord>; // boundary: keys are field keys
  return {
    row,
    write: { kind: 'update', id: match.group.id, patch: { ...patch, raws: draft.raws as OrganizationRaws } },
    leftAlone: kept.length,
  }; // boundary: only dates have raws
}

/** Where the file tells a part only, or guesses, what the ledger has stays. */
function completed(draft: OrganizationDraft, record: OrganizationRecord): DraftValues {
  const kept = draft.partial.flatMap((key) => {
    const [told, stored] = [draft.values[key], record[key]];
    if (isBlank(stored)) return [];
    return [[key, Array.isArray(told) && Array.isArray(stored) ? [...new Set([...stored, ...told])] : stored] as const];
  });
  return Object.fromEntries(kept);
}

function unreadableNotes(draft: OrganizationDraft, group: StoredOrganization): readonly string[] {
  return Object.keys(draft.unreadable).map((key) => {
    const label = labels[key] ?? key;
    const stored = group.record[key as OrganizationFieldKey]; // boundary: keys are field keys
    return isBlank(stored) ? organizationProblems.keptText(label) : organizationProblems.notWritten(label);
  });
}

const fieldKeys: readonly OrganizationFieldKey[] = organizationFields.map((field) => field.key);

const labels: Readonly<Record<string, string>> = Object.fromEntries(
  organizationFields.map((field) => [field.key, field.label]),
);

function filledKeys(values: DraftValues): readonly OrganizationFieldKey[] {
  return fieldKeys.filter((key) => !isBlank(values[key]));
}

function change(
  key: OrganizationFieldKey,
  before: DraftValues[OrganizationFieldKey] | null,
  after: DraftValues[OrganizationFieldKey] | null,
): ImportRow['changes'][number] {
  return { field: key, label: labels[key] ?? key, before: valueText(before), after: valueText(after) };
}

type RowParts = Pick<ImportRow, 'action' | 'reason' | 'changes'> & {
  readonly fixes: readonly string[];
  readonly name?: string;
};

function previewRow(draft: OrganizationDraft, { action, reason, changes, fixes, name }: RowParts): ImportRow {
  const values: DraftValues = { ...draft.unreadable, ...draft.values };
  return {
    row: draft.row,
    action,
    hidden: draft.hidden,
    key: valueText(values.regNo),
    title: valueText(values.name) || (name ?? ''),
    values: Object.fromEntries(filledKeys(values).map((key) => [key, valueText(values[key])])),
    changes,
    reason,
    fixes: [...draft.fixes, ...fixes],
  };
}
