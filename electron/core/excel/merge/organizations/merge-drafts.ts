import type { OrganizationWrite } from '#db/commands/organization-import.ts';
import type { OrganizationRaws } from '#db/organization-rows.ts';
import type { StoredOrganization } from '#db/queries/organization-merge.ts';
import type { ImportRow } from '#shared/contract/imports.ts';
import type { OrganizationFieldKey, OrganizationRecord } from '#shared/domain/organization/fields.ts';
import { organizationFixes, organizationMatches, organizationProblems } from '#shared/messages/import-organizations.ts';
import { type Answered, type Answers, answerKey, answerRows } from './answer-rows.ts';
import { assignLastingly } from './assign-lastingly.ts';
import { isBlank, valueText } from './compare.ts';
import type { Decision } from './decide.ts';
import type { DraftValues, OrganizationDraft } from './draft.ts';
import { doubtReason, groupLabel, matchReason, newReason } from './explain.ts';
import { createGroupBook, type GroupBook } from './group-book.ts';
import { newValues } from './plan-update.ts';
import { cellChange, fieldLabel, filledKeys, previewRow } from './preview-row.ts';
import { freeGroups } from './repeated-row.ts';
import { weighGroups } from './weigh.ts';

export type MergedDraft = {
  readonly row: ImportRow;
  /** Missing when there is nothing to write, or when a person must look first. */
  readonly write?: OrganizationWrite;
  /** Blank cells of the file where the ledger keeps its value. */
  readonly leftAlone: number;
};

export type MergeInput = {
  readonly groups: readonly StoredOrganization[];
  /** Match key of every number ever given → id of its group, also of a removed one. */
  readonly numberHolders: ReadonlyMap<string, string>;
  readonly answers: Answers;
  /** Called for each draft; may throw to stop. */
  readonly onRow: () => void;
};

/** Compares the drafts of a file with the groups of the ledger: what each row is and what it would write. */
export function mergeDrafts(
  drafts: readonly OrganizationDraft[],
  { groups, numberHolders, answers, onRow }: MergeInput,
): ReadonlyMap<OrganizationDraft, MergedDraft> {
  const waiting = drafts.filter((draft) => draft.waits !== undefined);
  const { decisions, book } = assignLastingly(
    waiting.length === 0 ? drafts : drafts.filter((draft) => draft.waits === undefined),
    () => createGroupBook(groups, numberHolders),
    onRow,
  );
  const asking = new Map([...decisions, ...waiting.map((draft) => [draft, askWaiting(draft, book)] as const)]);
  const answered = answerRows(asking, answers, book);
  const merged = new Map<OrganizationDraft, MergedDraft>();
  for (const [draft, decision] of asking) {
    merged.set(draft, decision.kind === 'ask' ? askRow(decision, answered.get(draft)) : mergeDecided(decision));
  }
  return merged;
}

/** A row that may be no group, or none any longer: nothing is done with it by itself, also not where a group fits it well. */
function askWaiting(draft: OrganizationDraft, book: GroupBook): Decision {
  const groups = freeGroups(weighGroups(draft, { book, corporateRows: new Map() }));
  return { kind: 'ask', draft, doubt: { why: 'waits' }, groups };
}

function askRow(asked: Decision & { readonly kind: 'ask' }, answered: Answered | undefined): MergedDraft {
  const groups = asked.groups.flatMap(({ id, values }) => (id === null ? [] : [{ id, label: groupLabel(values) }]));
  const merged = mergeAnswered(asked, answered);
  const { draft } = asked;
  const question = {
    key: answerKey(draft),
    groups,
    canAdd: !isBlank(draft.values.name),
    answer: answered?.answer ?? null,
  };
  return { ...merged, row: { ...merged.row, question } };
}

function mergeAnswered(asked: Decision & { readonly kind: 'ask' }, answered: Answered | undefined): MergedDraft {
  const reason = doubtReason(asked.draft, asked.doubt);
  if (answered === undefined) return unwritten(asked.draft, 'check', reason);
  if (answered.answer === null) return unwritten(asked.draft, 'check', `${answered.refusal} ${reason}`);
  if (answered.decision === null) return unwritten(asked.draft, 'skip', organizationProblems.left);
  const { chosen, chosenNew } = organizationMatches;
  return mergeDecided(answered.decision, answered.answer.as === 'new' ? chosenNew : chosen);
}

/** `reason`: why it is this group, where a person said so. */
function mergeDecided(decision: Decision, reason?: string): MergedDraft {
  const { draft } = decision;
  if (decision.kind === 'existing')
    return mergeExisting(decision, reason ?? matchReason(draft, decision.entry, decision.evidence));
  if (decision.kind === 'new') return addGroup(draft, reason ?? newReason(decision.like));
  return unwritten(
    draft,
    'skip',
    decision.kind === 'same-row' ? organizationProblems.sameRow(decision.row) : organizationProblems.nameMissing,
  );
}

function unwritten(draft: OrganizationDraft, action: 'skip' | 'check', reason: string): MergedDraft {
  return { row: previewRow(draft, { action, reason, changes: [], fixes: [] }), leftAlone: 0 };
}

function addGroup(draft: OrganizationDraft, reason: string): MergedDraft {
  const values = newValues(draft);
  const keys = filledKeys(values);
  const notes = Object.keys(draft.unreadable).map((key) => organizationProblems.keptText(fieldLabel(key)));
  const row = previewRow(draft, {
    action: draft.problems.length > 0 ? 'check' : 'add',
    reason: [...draft.problems, ...notes, ...(draft.problems.length > 0 ? [] : [reason])].join(' '),
    changes: keys.map((key) => cellChange(key, null, values[key] ?? null)),
    fixes: [],
  });
  const record = Object.fromEntries(keys.map((key) => [key, values[key] ?? null])) as Partial<OrganizationRecord>; // boundary: keys are field keys
  return { row, write: { kind: 'insert', record, raws: draft.raws as OrganizationRaws }, leftAlone: 0 }; // boundary: only dates have raws
}

function mergeExisting({ draft, entry, plan }: Decision & { readonly kind: 'existing' }, reason: string): MergedDraft {
  const { differing, patch, kept } = plan;
  const notes = unreadableNotes(draft, entry.values);
  const row = previewRow(draft, {
    action: draft.problems.length > 0 ? 'check' : differing.length > 0 ? 'change' : 'same',
    reason: [...draft.problems, ...notes, ...(draft.problems.length > 0 ? [] : [reason])].join(' '),
    changes: differing.map((key) => cellChange(key, entry.values[key] ?? null, patch[key] ?? null)),
    fixes: kept.length > 0 ? [organizationFixes.leftAlone(kept.map(fieldLabel).join('、'))] : [],
    name: valueText(entry.values.name),
  });
  if (differing.length === 0 || entry.id === null) return { row, leftAlone: kept.length };
  const written = { ...patch, raws: draft.raws as OrganizationRaws }; // boundary: only dates have raws
  return { row, write: { kind: 'update', id: entry.id, patch: written }, leftAlone: kept.length };
}

function unreadableNotes(draft: OrganizationDraft, group: DraftValues): readonly string[] {
  return Object.keys(draft.unreadable).map((key) => {
    const stored = group[key as OrganizationFieldKey]; // boundary: keys are field keys
    return isBlank(stored)
      ? organizationProblems.keptText(fieldLabel(key))
      : organizationProblems.notWritten(fieldLabel(key));
  });
}
