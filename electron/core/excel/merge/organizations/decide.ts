import type { OrganizationDraft } from './draft.ts';
import type { Evidence } from './evidence.ts';
import type { GroupEntry } from './group-entry.ts';
import type { UpdatePlan } from './plan-update.ts';

/** A group that may be a row's, and what speaks for and against it. */
export type Fit = { readonly entry: GroupEntry; readonly evidence: Evidence; readonly isDoubtful: boolean };

/** Why a row has to ask. `fit`: the likeliest group. */
export type Doubt =
  /** It may be no group, or none any longer; the draft says why. */
  | { readonly why: 'waits' }
  /** Two fields contradict, or too little agrees. */
  | { readonly why: 'contradicts'; readonly fit: Fit }
  /** Several groups fit equally well. */
  | { readonly why: 'several'; readonly fit: Fit; readonly count: number }
  /** Another row of the file fits equally well. */
  | { readonly why: 'contested'; readonly fit: Fit; readonly row: number }
  /** Its registration number is or was another group's. */
  | { readonly why: 'number-used'; readonly holder: GroupEntry | null }
  /** A row before it has the same registration number. */
  | { readonly why: 'number-twice'; readonly row: number }
  /** Another row tells of the same group. */
  | { readonly why: 'repeated'; readonly fit: Fit; readonly first: OrganizationDraft };

/** A row of the file with what becomes of it. */
export type DecidedRow = readonly [OrganizationDraft, Decision];

/** What becomes of a row; `draft` is the row without what may not be written (a number that is another group's). */
export type Decision =
  | {
      readonly kind: 'existing';
      readonly draft: OrganizationDraft;
      /** As it was before this row. */
      readonly entry: GroupEntry;
      readonly evidence: Evidence;
      readonly plan: UpdatePlan;
    }
  /** `like`: groups of the same name or corporate number that it is not. */
  | { readonly kind: 'new'; readonly draft: OrganizationDraft; readonly like: Fit | null }
  | {
      readonly kind: 'ask';
      readonly draft: OrganizationDraft;
      readonly doubt: Doubt;
      readonly groups: readonly GroupEntry[];
    }
  | { readonly kind: 'same-row'; readonly draft: OrganizationDraft; readonly row: number }
  | { readonly kind: 'no-name'; readonly draft: OrganizationDraft };
