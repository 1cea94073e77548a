import type { SheetCell } from '#core/excel/workbook.ts';
import type { OrganizationFieldKey } from '#shared/domain/organization/fields.ts';
import { parseClosedFlag, parsePublicFlag } from '#shared/domain/public-flag.ts';
import { matchKey } from '#shared/domain/text.ts';
import { organizationFixes, organizationProblems, flagWords } from '#shared/messages/import-organizations.ts';
import { invalidValueReasons } from '#shared/messages/organizations.ts';
import { isDashCell } from '../table/short-words.ts';
import { isUnticked } from './content-tests.ts';
import { type DraftBuilder, labelOf } from './draft-builder.ts';
import type { FlagCodes } from './flag-codes.ts';

export type FlagInput = {
  readonly field: OrganizationFieldKey;
  readonly cell: SheetCell | null;
  /** A yes in this column means "not public". */
  readonly inverted: boolean;
  /** The second of two columns 可 | 不可: a no there leaves it to the first. */
  readonly isSecond?: boolean;
  readonly codes?: FlagCodes;
};

/** Reads a flag cell. What is not understood is never public, and where two sources disagree the closed one counts and the row asks. */
export function readFlagCell(draft: DraftBuilder, input: FlagInput, text: string): void {
  const { field, cell } = input;
  const label = labelOf(field);
  if (isDashCell(text)) {
    if (!draft.has(field)) draft.set(field, null);
    return;
  }
  if (input.inverted && isUnticked(text)) {
    // An empty box under 非公開 publishes nothing by itself.
    draft.blank(field);
    return;
  }
  const flag = flagOf(input, text);
  if (flag === null) {
    draft.problem(organizationProblems.badValue(label, text, invalidValueReasons.flag));
    return;
  }
  if (input.isSecond === true && parsePublicFlag(text) === false && !namesFlag.test(text)) {
    draft.blank(field);
    return;
  }
  const below = cell?.stored === undefined ? null : flagOf(input, cell.stored);
  if (below !== null && below !== flag)
    draft.problem(organizationProblems.shownDiffers(label, text, cell?.stored ?? ''));
  const before = draft.get(field);
  const isContrary = typeof before === 'boolean' && before !== flag;
  if (isContrary) draft.problem(organizationProblems.bothFlags(label));
  draft.set(field, flag && !isContrary);
}

/** 非公開 below 不可 is no "no". */
const namesFlag = /公開|開示|公表|掲載|不可/;

function flagOf({ inverted, codes }: FlagInput, text: string): boolean | null {
  const code = codes?.get(matchKey(text));
  if (code !== undefined) return code;
  return inverted ? parseClosedFlag(text) : parsePublicFlag(text);
}

/** A cell of the value itself says 非公開; a flag column that says otherwise gives way, and the row asks. */
export function closeFlag(draft: DraftBuilder, flag: OrganizationFieldKey, from: OrganizationFieldKey): void {
  if (draft.get(flag) === false) return;
  if (draft.get(flag) === true) draft.problem(organizationProblems.closedInCell(labelOf(flag), labelOf(from)));
  else draft.fix(organizationFixes.alsoTaken(labelOf(flag), labelOf(from), flagWords.closed));
  draft.set(flag, false);
}
