import { expect, test } from 'vitest';
import { daysSince, todosOf } from '#renderer/features/home/todos.ts';
import type { Overview } from '#shared/contract/overview.ts';

const now = new Date('2026-04-20T09:00:00+09:00');
const calm: Overview = {
  plan: null,
  groups: { total: 3, byType: [], byCity: [], expired: 0, expiringSoon: 0, withoutValidUntil: 0 },
  importWarnings: [],
  lastBackupAt: '2026-04-19T09:00:00+09:00',
};
const plan = { id: 'p', title: '計画', fiscalYear: 2026, marks: [], policies: [], unanswered: 6 };
const warning = (left: number, index: number) => ({
  changeSetId: `c${index}`,
  fileName: `${index}.xlsx`,
  at: '',
  left,
});

test('a ledger in order leaves nothing to do', () => {
  expect(todosOf(calm, now, false)).toEqual([]);
});

test('what is overdue stands above what was left out, and that above what comes', () => {
  const groups = { ...calm.groups, expired: 41, expiringSoon: 3, withoutValidUntil: 2 };
  const todos = todosOf({ ...calm, plan, groups, importWarnings: [warning(10, 0)], lastBackupAt: null }, now, false);
  expect(todos).toEqual([
    { kind: 'expired', count: 41 },
    { kind: 'unanswered', count: 6, planTitle: '計画' },
    { kind: 'import', warning: warning(10, 0) },
    { kind: 'soon', count: 3 },
    { kind: 'noDate', count: 2 },
    { kind: 'backup', days: null },
  ]);
});

test('many imports with rows left out are three lines and one for the others', () => {
  const importWarnings = [4, 0, 3, 2, 1, 5].map(warning);
  const todos = todosOf({ ...calm, importWarnings }, now, false);
  expect(todos.map(({ kind }) => kind)).toEqual(['import', 'import', 'import', 'imports']);
  expect(todos.at(-1)).toEqual({ kind: 'imports', files: 2, rows: 6 });
});

test('a backup is asked for after a week, and never of a ledger opened to be read', () => {
  const old = { ...calm, lastBackupAt: '2026-04-13T08:00:00+09:00' };
  expect(todosOf(old, now, false)).toEqual([{ kind: 'backup', days: 7 }]);
  expect(todosOf({ ...calm, lastBackupAt: '2026-04-14T08:00:00+09:00' }, now, false)).toEqual([]);
  expect(todosOf(old, now, true)).toEqual([]);
});

test('days since an instant are whole ones, and a clock that was set back gives none', () => {
  expect(daysSince('2026-04-18T08:00:00+09:00', now)).toBe(2);
  expect(daysSince('2026-05-01T08:00:00+09:00', now)).toBe(0);
  expect(daysSince(null, now)).toBeNull();
  expect(daysSince('いつか', now)).toBeNull();
});
