import type { ImportAnswer } from '#shared/contract/imports.ts';
import { organizationProblems as problems } from '#shared/messages/import-organizations.ts';
import type { Decisions } from './assign-groups.ts';
import { isBlank, valueText } from './compare.ts';
import type { Decision } from './decide.ts';
import type { OrganizationDraft } from './draft.ts';
import { compareIdentity } from './evidence.ts';
import type { GroupBook } from './group-book.ts';
import { newValues, planUpdate } from './plan-update.ts';
import { writableDraft } from './writable-draft.ts';

/** Answers by the key of a row's question. */
export type Answers = Readonly<Record<string, ImportAnswer>>;

/** A row that asked, with what a person said: what becomes of it, or why that cannot be. */
export type Answered =
  | { readonly answer: ImportAnswer; readonly decision: Decision | null }
  | { readonly answer: null; readonly refusal: string };

/**
 * Carries out the answers to the rows that ask, in the order of the file. They come after what is sure: a group that another row was
 * given is not taken from it, and an answer changes no other row.
 */
export function answerRows(decisions: Decisions, answers: Answers, book: GroupBook): Map<OrganizationDraft, Answered> {
  const answered = new Map<OrganizationDraft, Answered>();
  const inOrder = [...decisions].toSorted(([a], [b]) => a.row - b.row);
  for (const [draft, decision] of inOrder) {
    const answer = decision.kind === 'ask' ? answers[answerKey(draft)] : undefined;
    if (answer !== undefined) answered.set(draft, carryOut(draft, answer, book));
  }
  return answered;
}

export function answerKey({ row, key }: OrganizationDraft): string {
  return key ?? String(row);
}

function carryOut(draft: OrganizationDraft, answer: ImportAnswer, book: GroupBook): Answered {
  if (answer.as === 'leave') return { answer, decision: null };
  if (answer.as === 'new') {
    if (isBlank(draft.values.name)) return refused(problems.answerNameless);
    const added = writableDraft(draft, null, book);
    book.add(draft, newValues(added));
    return { answer, decision: { kind: 'new', draft: added, like: null } };
  }
  const entry = book.byId(answer.id);
  if (entry === undefined) return refused(problems.answerGone);
  if (entry.takenBy !== null) return refused(problems.answerTaken(valueText(entry.values.name), entry.takenBy.row));
  const written = writableDraft(draft, entry, book);
  const plan = planUpdate(written, entry.values);
  book.take(entry, draft, { ...entry.values, ...plan.patch });
  const evidence = compareIdentity(written, entry.values);
  return { answer, decision: { kind: 'existing', draft: written, entry, evidence, plan } };
}

function refused(refusal: string): Answered {
  return { answer: null, refusal };
}
