import { expect, test } from 'vitest';
import { answeredCount, currentPlan, markShares, sharesOf } from '#renderer/features/home/shares.ts';
import type { PlanSummary } from '#shared/contract/measures.ts';

const plan: PlanSummary = {
  id: 'p',
  title: '計画',
  policies: 1,
  sections: 1,
  measures: 47,
  placements: 52,
  marks: { '◎': 8, '○': 28, '△': 2, '×': 3 },
  dispositions: {},
  sharedNotes: 0,
  fiscalYear: 2025,
  fiscalYears: [2025],
};

test('the parts of a bar come biggest first and many small ones become one', () => {
  const shares = sharesOf({ a: 1, b: 205, c: 8, d: 7, e: 6, f: 5, none: 0 });
  expect(shares.map((share) => [share.label, share.count])).toEqual([
    ['b', 205],
    ['c', 8],
    ['d', 7],
    ['e', 6],
    ['ほか', 6],
  ]);
});

test('what has no mark is the rest of the bar', () => {
  expect(answeredCount(plan)).toBe(41);
  expect(markShares(plan).at(-1)).toMatchObject({ label: '未回答', count: 6 });
});

test('the plan of the latest year is the one at work', () => {
  expect(currentPlan([plan, { ...plan, id: 'q', fiscalYear: 2026 }])?.id).toBe('q');
  expect(currentPlan([])).toBeUndefined();
});
