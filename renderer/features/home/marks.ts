import type { Fill } from '#renderer/ui/chart-look.ts';
import type { ChartTable } from '#renderer/ui/chart-panel.tsx';
import { markTone } from '#renderer/ui/mark-tone.ts';
import type { Share } from '#renderer/ui/share-bar.tsx';
import type { Overview } from '#shared/contract/overview.ts';
import { printedName } from '#shared/domain/printed-name.ts';
import { homeText } from '#shared/messages/ui/home.ts';

export type PlanOverview = NonNullable<Overview['plan']>;

/** A mark that measures can carry; '' = none yet. */
export type MarkColumn = {
  readonly glyph: string;
  readonly label: string;
  readonly fill: Fill;
  readonly count: number;
};

export type PolicyLine = {
  /** null: measures that stand below no heading. */
  readonly nodeId: string | null;
  readonly number: string;
  readonly name: string;
  /** One number a column. */
  readonly counts: readonly number[];
  readonly answered: number;
  readonly total: number;
};

export type Marks = {
  readonly columns: readonly MarkColumn[];
  readonly lines: readonly PolicyLine[];
  readonly answered: number;
  readonly total: number;
};

const distinctFills = [1, 2, 3, 4, 5] as const;

/** Each mark its own filling: that of its shape if still free, else the next free one. */
function fillsOf(glyphs: readonly string[]): readonly Fill[] {
  const taken = new Set<Fill>([0]);
  return glyphs.map((glyph) => {
    const free = [markTone(glyph), ...distinctFills].find((fill) => !taken.has(fill)) ?? 0;
    taken.add(free);
    return free;
  });
}

/** Marks of the plan's set in their order, then what else stands in the cells, the unanswered last. */
function glyphsOf(plan: PlanOverview): readonly { readonly glyph: string; readonly label: string }[] {
  const known = new Set(plan.marks.map(({ glyph }) => glyph));
  const found = new Set(plan.policies.flatMap(({ counts }) => Object.keys(counts)));
  const others = [...found].filter((glyph) => glyph !== '' && !known.has(glyph)).sort();
  return [
    ...plan.marks,
    ...others.map((glyph) => ({ glyph, label: glyph === '-' ? homeText.notApplicable : homeText.otherMark })),
  ];
}

/** Counts of marks by policy, ready to draw and to tabulate. */
export function marksOf(plan: PlanOverview): Marks {
  const glyphs = glyphsOf(plan);
  const fills = fillsOf(glyphs.map(({ glyph }) => glyph));
  const keys = [...glyphs.map(({ glyph }) => glyph), ''];
  const lines = plan.policies.map(({ nodeId, number, name, counts }): PolicyLine => {
    const numbers = keys.map((key) => counts[key] ?? 0);
    const total = numbers.reduce((sum, count) => sum + count, 0);
    return { nodeId, number, name, counts: numbers, total, answered: total - (counts[''] ?? 0) };
  });
  const countAt = (index: number) => lines.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0);
  const columns = glyphs.map(
    ({ glyph, label }, index): MarkColumn => ({ glyph, label, fill: fills[index] ?? 0, count: countAt(index) }),
  );
  const answered = columns.reduce((sum, { count }) => sum + count, 0);
  const blank: MarkColumn = { glyph: '', label: homeText.unanswered, fill: 0, count: plan.unanswered };
  return { columns: [...columns, blank], lines, answered, total: answered + plan.unanswered };
}

/** The marks of the whole plan as parts of one bar. */
export function markShares({ columns }: Marks): readonly Share[] {
  return columns.map(({ glyph, label, fill, count }) => ({ key: glyph, label, count, fill }));
}

/** 'I 参加しやすく…' as the list prints it; measures may stand below no heading at all. */
export function policyName({ number, name }: Pick<PolicyLine, 'number' | 'name'>): string {
  return printedName({ numberRaw: number, name }) || homeText.noPolicy;
}

export function marksTable(title: string, { columns, lines }: Marks): ChartTable {
  return {
    caption: title,
    head: [homeText.policyHead, ...columns.map(({ glyph, label }) => `${glyph} ${label}`.trim()), homeText.totalHead],
    rows: lines.map((line) => ({
      key: line.nodeId ?? '',
      name: policyName(line),
      cells: [...line.counts, line.total],
    })),
  };
}
