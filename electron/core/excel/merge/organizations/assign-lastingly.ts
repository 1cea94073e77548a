import { assignGroups, type Decisions } from './assign-groups.ts';
import type { Decision } from './decide.ts';
import type { OrganizationDraft } from './draft.ts';
import { compareIdentity } from './evidence.ts';
import type { GroupBook } from './group-book.ts';
import type { GroupEntry } from './group-entry.ts';
import { TOO_MANY } from './judge.ts';
import { newValues, planUpdate } from './plan-update.ts';

export type Assigned = { readonly book: GroupBook; readonly decisions: Decisions };

/** More than any file needs; a bound for one that is made to be slow. */
const MAX_TURNS = 12;

/**
 * Which group each row of a file is, so that the same file a second time finds nothing to do. What is written may tell more of a row
 * that waited (a group got another name, another row its number): then the rows have the groups that the second time would give them.
 */
export function assignLastingly(
  drafts: readonly OrganizationDraft[],
  createBook: () => GroupBook,
  onRow: () => void,
): Assigned {
  const book = createBook();
  let assigned: Assigned = { book, decisions: assignGroups(drafts, book, onRow) };
  for (let turn = 0; turn < MAX_TURNS && isWaiting(assigned); turn += 1) {
    const again = assignGroups(drafts, assigned.book.afterwards(), () => undefined);
    if (![...again.values()].some(isWritten)) break;
    assigned = assignAs(again, createBook());
  }
  return assigned;
}

/** A row that has its group writes nothing the second time; only a row that waits may find one then. */
function isWaiting({ decisions }: Assigned): boolean {
  return [...decisions.values()].some(({ kind }) => kind === 'ask');
}

function isWritten(decision: Decision): boolean {
  return decision.kind === 'new' || (decision.kind === 'existing' && decision.plan.differing.length > 0);
}

/** The same choices over the ledger as it is. */
function assignAs(choices: Decisions, book: GroupBook): Assigned {
  const decisions = new Map<OrganizationDraft, Decision>();
  for (const [draft, choice] of choices) decisions.set(draft, chosen(draft, choice, book));
  return { book, decisions };
}

function chosen(draft: OrganizationDraft, choice: Decision, book: GroupBook): Decision {
  if (choice.kind === 'ask') return { ...choice, groups: choice.groups.flatMap((entry) => stored(entry, book)) };
  if (choice.kind !== 'existing' && choice.kind !== 'new') return choice;
  const [entry] = choice.kind === 'existing' ? stored(choice.entry, book) : [];
  if (entry === undefined) {
    book.add(draft, newValues(choice.draft));
    return { kind: 'new', draft: choice.draft, like: null };
  }
  const evidence = compareIdentity(choice.draft, entry.values);
  if (evidence.against.length >= TOO_MANY) {
    const fit = { entry, evidence, isDoubtful: true };
    return { kind: 'ask', draft, doubt: { why: 'contradicts', fit }, groups: [entry] };
  }
  const plan = planUpdate(choice.draft, entry.values);
  book.take(entry, draft, { ...entry.values, ...plan.patch });
  return { kind: 'existing', draft: choice.draft, entry, evidence, plan };
}

function stored({ id }: GroupEntry, book: GroupBook): readonly GroupEntry[] {
  const entry = id === null ? undefined : book.byId(id);
  return entry === undefined ? [] : [entry];
}
