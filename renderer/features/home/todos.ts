import type { Overview } from '#shared/contract/overview.ts';

type ImportWarning = Overview['importWarnings'][number];

/** One thing that waits for a hand. */
export type Todo =
  | { readonly kind: 'expired'; readonly count: number }
  | { readonly kind: 'unanswered'; readonly count: number; readonly planTitle: string }
  | { readonly kind: 'import'; readonly warning: ImportWarning }
  | { readonly kind: 'imports'; readonly files: number; readonly rows: number }
  | { readonly kind: 'soon'; readonly count: number }
  | { readonly kind: 'noDate'; readonly count: number }
  | { readonly kind: 'backup'; readonly days: number | null };

const listedImports = 3;
/** A ledger in daily use that was not copied for a week would cost a week of work. */
const backupDays = 7;

/** Whole days from an instant to now; null for an unknown instant. */
export function daysSince(instant: string | null, now: Date): number | null {
  const then = instant === null ? Number.NaN : Date.parse(instant);
  return Number.isNaN(then) ? null : Math.max(0, Math.floor((now.getTime() - then) / 86_400_000));
}

function importTodos(warnings: readonly ImportWarning[]): readonly Todo[] {
  const waiting = warnings.filter(({ left }) => left > 0);
  const rest = waiting.slice(listedImports);
  const rows = rest.reduce((sum, { left }) => sum + left, 0);
  return [
    ...waiting.slice(0, listedImports).map((warning): Todo => ({ kind: 'import', warning })),
    ...(rest.length === 0 ? [] : [{ kind: 'imports' as const, files: rest.length, rows }]),
  ];
}

/** What waits, most urgent first. A ledger opened to be read cannot be backed up, so nobody is asked to. */
export function todosOf(overview: Overview, now: Date, readOnly: boolean): readonly Todo[] {
  const { plan, groups, importWarnings, lastBackupAt } = overview;
  const days = daysSince(lastBackupAt, now);
  const counted: readonly Todo[] = [
    { kind: 'expired', count: groups.expired },
    { kind: 'unanswered', count: plan?.unanswered ?? 0, planTitle: plan?.title ?? '' },
    { kind: 'soon', count: groups.expiringSoon },
    { kind: 'noDate', count: groups.withoutValidUntil },
  ];
  const waiting = counted.filter((todo) => 'count' in todo && todo.count > 0);
  const urgent = waiting.filter(({ kind }) => kind === 'expired' || kind === 'unanswered');
  return [
    ...urgent,
    ...importTodos(importWarnings),
    ...waiting.filter((todo) => !urgent.includes(todo)),
    ...(readOnly || (days !== null && days < backupDays) ? [] : [{ kind: 'backup' as const, days }]),
  ];
}
