import { markTone } from '#renderer/ui/mark-tone.ts';
import type { Share } from '#renderer/ui/share-bar.tsx';
import type { MeasureRow, PlanSummary } from '#shared/contract/measures.ts';
import { homeText } from '#shared/messages/ui/home.ts';

const fills = [2, 1, 3, 5, 4] as const;

/** Counts by name as parts of a bar, biggest first; past the fifth they are one 「ほか」. */
export function sharesOf(counts: Readonly<Record<string, number>>): readonly Share[] {
  const sorted = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a);
  const [shown, rest] = sorted.length > 5 ? [sorted.slice(0, 4), sorted.slice(4)] : [sorted, []];
  const shares = shown.map(([label, count], index): Share => ({ key: label, label, count, fill: fills[index] ?? 0 }));
  const others = rest.reduce((sum, [, count]) => sum + count, 0);
  return others === 0 ? shares : [...shares, { key: '*', label: homeText.cityOther, count: others, fill: 0 }];
}

/** How many of the plan's measures carry a mark. */
export function answeredCount(plan: PlanSummary): number {
  return Object.values(plan.marks).reduce((sum, count) => sum + count, 0);
}

/** The marks of a plan as parts of a bar in the order of its mark set, the unanswered last. */
export function markShares(plan: PlanSummary): readonly Share[] {
  const shares = Object.entries(plan.marks).map(
    ([glyph, count]): Share => ({ key: glyph, label: glyph, count, fill: markTone(glyph) }),
  );
  const open = Math.max(0, plan.measures - answeredCount(plan));
  return [...shares, { key: '', label: homeText.unanswered, count: open, fill: 0 }];
}

/** The plan that a center works on now: that of the latest fiscal year. */
export function currentPlan(plans: readonly PlanSummary[]): PlanSummary | undefined {
  return [...plans].sort((a, b) => (b.fiscalYear ?? 0) - (a.fiscalYear ?? 0))[0];
}

/** The marks below one heading as parts of a bar, the unanswered last. */
export function headingShares(heading: MeasureRow, glyphs: readonly string[]): readonly Share[] {
  const shares = glyphs.map(
    (glyph): Share => ({ key: glyph, label: glyph, count: heading.markCounts[glyph] ?? 0, fill: markTone(glyph) }),
  );
  const answered = shares.reduce((sum, share) => sum + share.count, 0);
  return [
    ...shares,
    { key: '', label: homeText.unanswered, count: Math.max(0, heading.measureCount - answered), fill: 0 },
  ];
}
