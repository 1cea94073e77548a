import { organizationFixes } from '#shared/messages/import-organizations.ts';
import { valueText } from './compare.ts';
import type { Fit } from './decide.ts';
import type { OrganizationDraft } from './draft.ts';
import { supportOf } from './evidence.ts';
import type { GroupBook } from './group-book.ts';
import type { GroupEntry } from './group-entry.ts';

/** Whether the row's registration number is or was another group's. `entry`: the group to write, null for a new one. */
export function isNumberUsed(draft: OrganizationDraft, entry: GroupEntry | null, book: GroupBook): boolean {
  const regNo = valueText(draft.values.regNo);
  return regNo !== '' && !book.isFreeFor(regNo, entry);
}

/** The row as it may be written: without a number that is another group's, and it says so. */
export function writableDraft(draft: OrganizationDraft, entry: GroupEntry | null, book: GroupBook): OrganizationDraft {
  if (!isNumberUsed(draft, entry, book)) return draft;
  const { regNo, ...values } = draft.values;
  const number = valueText(regNo);
  const holder = valueText(book.holderOf(number)?.values.name);
  return { ...draft, values, fixes: [...draft.fixes, organizationFixes.numberLeftOut(number, holder)] };
}

/** The number is another group's, and all else is this one's. */
export function isSureWithoutNumber({ evidence }: Fit): boolean {
  return evidence.against.length === 0 && evidence.agrees.has('name') && supportOf(evidence) >= 2;
}
