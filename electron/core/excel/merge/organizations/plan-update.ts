import {
  type OrganizationFieldKey,
  type OrganizationValue,
  organizationFields,
} from '#shared/domain/organization/fields.ts';
import { addsNothing, isBlank, isSameValue } from './compare.ts';
import type { DraftValues, OrganizationDraft } from './draft.ts';

/** What a row would write to a group. */
export type UpdatePlan = {
  /** New values of the fields that differ. */
  readonly patch: DraftValues;
  /** In the order of the columns. */
  readonly differing: readonly OrganizationFieldKey[];
  /** Blank in the file, and the group has a value that stays. */
  readonly kept: readonly OrganizationFieldKey[];
};

const fieldKeys: readonly OrganizationFieldKey[] = organizationFields.map((field) => field.key);

/**
 * Only cells that say something else are written. A blank cell never erases (a dash does); a text that cannot be read is kept
 * only where the ledger has nothing.
 */
export function planUpdate(draft: OrganizationDraft, group: DraftValues): UpdatePlan {
  const values = valuesToWrite(draft, group);
  const differing = fieldKeys.filter((key) => differs(key, values[key], group[key] ?? null));
  return {
    patch: Object.fromEntries(differing.map((key) => [key, values[key] ?? null])),
    differing,
    kept:
      draft.blanks.length === 0 ? [] : fieldKeys.filter((key) => draft.blanks.includes(key) && !isBlank(group[key])),
  };
}

/** Whether the group says already all that the row says. */
export function saysNothingNew(draft: OrganizationDraft, group: DraftValues): boolean {
  const values = valuesToWrite(draft, group);
  return !fieldKeys.some((key) => differs(key, values[key], group[key] ?? null));
}

/** The values of a new group. */
export function newValues(draft: OrganizationDraft): DraftValues {
  return { ...draft.unreadable, ...draft.values };
}

function valuesToWrite(draft: OrganizationDraft, group: DraftValues): DraftValues {
  const rescued = Object.entries(draft.unreadable).filter(([key]) => isBlank(group[key as OrganizationFieldKey])); // boundary: keys are field keys
  return { ...Object.fromEntries(rescued), ...draft.values, ...completed(draft, group) };
}

function differs(key: OrganizationFieldKey, value: OrganizationValue | undefined, stored: OrganizationValue): boolean {
  if (value === undefined || value === stored || (isBlank(value) && isBlank(stored))) return false;
  if (key === 'name' && isBlank(value)) return false;
  return !isSameValue(key, value, stored) && !addsNothing(key, value, stored);
}

/** Where the file tells a part only, or guesses, what the ledger has stays. */
function completed(draft: OrganizationDraft, group: DraftValues): DraftValues {
  const kept = draft.partial.flatMap((key) => {
    const [told, stored] = [draft.values[key], group[key]];
    if (stored === undefined || isBlank(stored)) return [];
    return [[key, Array.isArray(told) && Array.isArray(stored) ? [...new Set([...stored, ...told])] : stored] as const];
  });
  return Object.fromEntries(kept);
}
