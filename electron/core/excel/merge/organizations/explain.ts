import {
  organizationMatches as matches,
  organizationProblems as problems,
  organizationQuestions as questions,
} from '#shared/messages/import-organizations.ts';
import { valueText } from './compare.ts';
import type { Doubt, Fit } from './decide.ts';
import type { DraftValues, OrganizationDraft } from './draft.ts';
import { type Evidence, type IdentityField, supporting } from './evidence.ts';
import type { GroupEntry } from './group-entry.ts';
import { isByCorporateNumber } from './judge.ts';

/** How a group was found, as the preview says it. */
export function matchReason({ values }: OrganizationDraft, entry: GroupEntry, evidence: Evidence): string {
  const { agrees, against } = evidence;
  const stored = valueText(entry.values.name);
  if (agrees.has('regNo')) {
    const isRenamed = against.includes('name') || (evidence.nearName && valueText(values.name) !== '');
    return isRenamed ? matches.regNoRenamed(stored) : matches.regNo;
  }
  if (isByCorporateNumber(evidence)) return matches.corporateNumber;
  const common = words(supporting.filter((field) => agrees.has(field)));
  if (evidence.nearName) return matches.nearName(stored, common);
  return common === '' ? matches.nameOnly : matches.name(common);
}

/** Why a row is a new group although others have its name or its corporate number. */
export function newReason(like: Fit | null): string {
  if (like === null) return matches.none;
  const { entry, evidence } = like;
  const name = valueText(entry.values.name);
  if (!evidence.agrees.has('name')) return matches.branch(name);
  if (entry.takenBy !== null) return matches.sameNameInFile(entry.takenBy.row);
  const regNo = valueText(entry.values.regNo);
  return regNo === '' ? matches.sameNameOther(words(evidence.against)) : matches.sameNameElsewhere(regNo);
}

/** Why a row asks: which fields differ, in words. */
export function doubtReason({ values, waits = '', problems: cells }: OrganizationDraft, doubt: Doubt): string {
  const name = valueText(values.name);
  const regNo = valueText(values.regNo);
  switch (doubt.why) {
    case 'waits':
      return [waits, ...cells].join(' ');
    case 'number-used':
      return doubt.holder === null
        ? problems.regNoUsed(regNo)
        : problems.regNoHeld(regNo, valueText(doubt.holder.values.name));
    case 'several':
      return problems.severalNames(name, doubt.count);
    case 'contested':
      return problems.contested(valueText(doubt.fit.entry.values.name), doubt.row);
    case 'number-twice':
      return problems.regNoTwice(regNo, doubt.row);
    case 'repeated':
      return problems.groupTwice(name, doubt.first.row);
    case 'contradicts':
      return contradiction(regNo, doubt.fit);
  }
}

function contradiction(regNo: string, { entry, evidence }: Fit): string {
  const stored = valueText(entry.values.name);
  const { agrees, against } = evidence;
  const differing = words(against);
  if (against.length === 0) return problems.notSure(stored);
  if (agrees.has('regNo'))
    return against.length > 1 ? problems.sameNumber(regNo, stored, differing) : problems.otherName(regNo, stored);
  if (against.includes('regNo')) return problems.otherNumber(valueText(entry.values.regNo));
  if (agrees.has('name')) return problems.sameName(stored, differing);
  if (isByCorporateNumber(evidence) && against.length < 2) return problems.sameCorporation(stored);
  return problems.nearName(stored, differing);
}

function words(fields: readonly IdentityField[]): string {
  return fields.map((field) => questions.fields[field]).join('・');
}

/** A group as a person chooses it. */
export function groupLabel({ name, regNo, city, phone, address }: DraftValues): string {
  const place = valueText(city) === '' ? valueText(address) : valueText(city);
  const details = [valueText(regNo), place, valueText(phone)].filter((text) => text !== '');
  return questions.group(valueText(name), details);
}
