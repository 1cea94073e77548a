import { type Evidence, supportOf } from './evidence.ts';

/** same = may be written by itself; doubt = a person must say; other = another group. */
export type Judgement = 'same' | 'doubt' | 'other';

/** So many fields that contradict are never overwritten without a person's word. */
export const TOO_MANY = 2;

/** Whether a row and a group are one, by what the two say alone. */
export function judge(evidence: Evidence): Judgement {
  const { agrees, nearName } = evidence;
  if (agrees.has('regNo')) return judgeNumbered(evidence);
  if (agrees.has('name')) return judgeNamed(evidence);
  if (evidence.against.includes('regNo')) return 'other';
  if (nearName) return judgeNear(evidence);
  return agrees.has('corporateNumber') ? judgeCorporate(evidence) : 'other';
}

/** The number decides, unless the name is wholly different and nothing else agrees. */
function judgeNumbered({ agrees, against, similarName }: Evidence): Judgement {
  if (against.length >= TOO_MANY) return 'doubt';
  const isOtherName = against.includes('name') && !similarName;
  return isOtherName && ownFields.every((field) => !agrees.has(field)) ? 'doubt' : 'same';
}
const ownFields = ['nameKana', 'address', 'phone', 'person', 'corporateNumber'] as const;

/**
 * Names are shared. A name alone is enough only as long as nothing speaks against it; in another city, with the rest different too, it
 * is another group. Two numbers are two groups, unless almost everything else is the same.
 */
function judgeNamed(evidence: Evidence): Judgement {
  const { agrees, against } = evidence;
  const support = supportOf(evidence) + (agrees.has('corporateNumber') ? 1 : 0);
  if (against.includes('regNo')) return support >= 2 ? 'doubt' : 'other';
  if (support > 0) return against.length >= TOO_MANY ? 'doubt' : 'same';
  const isElsewhere = against.includes('city') || (!agrees.has('city') && against.length > TOO_MANY);
  if (against.length >= TOO_MANY) return isElsewhere ? 'other' : 'doubt';
  if (against.includes('city') || against.includes('corporateNumber')) return 'doubt';
  // A reading is of the name and says no more than the name does.
  return agrees.has('city') || against.every((field) => field === 'nameKana') ? 'same' : 'doubt';
}

/** A group that became an NPO: two further things in common. */
function judgeNear(evidence: Evidence): Judgement {
  const support = supportOf(evidence) + (evidence.agrees.has('corporateNumber') ? 1 : 0);
  if (support < 2) return 'other';
  return evidence.against.length >= TOO_MANY ? 'doubt' : 'same';
}

/** Branches share a corporate number; with other contacts it is a branch of its own. */
function judgeCorporate(evidence: Evidence): Judgement {
  if (evidence.against.length < TOO_MANY) return 'same';
  return supportOf(evidence) > 0 ? 'doubt' : 'other';
}

/** Whether nothing but the corporate number says that they are one. */
export function isByCorporateNumber({ agrees, nearName }: Evidence): boolean {
  return agrees.has('corporateNumber') && !agrees.has('regNo') && !agrees.has('name') && !nearName;
}

/** Only the name: enough as long as no other group has it. */
export function isByNameAlone(evidence: Evidence): boolean {
  const { agrees } = evidence;
  return !agrees.has('regNo') && !agrees.has('corporateNumber') && supportOf(evidence) === 0;
}

/** Best first: the number with no other name, then fewest contradictions, then most in common. 0 = equally good. */
export function compareFit(a: Evidence, b: Evidence): number {
  return rank(a) - rank(b) || a.against.length - b.against.length || weight(b) - weight(a);
}

function rank({ agrees, against }: Evidence): number {
  return agrees.has('regNo') && !against.includes('name') ? 0 : 1;
}

function weight({ agrees }: Evidence): number {
  return agrees.size + (agrees.has('regNo') ? 1 : 0);
}
