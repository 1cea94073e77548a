import type { ImportRow } from '#shared/contract/imports.ts';

/**
 * Rows (1-based) of which something else would become: what is written and over which value, or that it asks. The reasons of a
 * row do not count: they are words about the same outcome.
 */
export function changedOutcomes(before: readonly ImportRow[], after: readonly ImportRow[]): ReadonlySet<number> {
  const [old, now] = [outcomes(before), outcomes(after)];
  const rows = new Set([...old.keys(), ...now.keys()]);
  return new Set([...rows].filter((row) => old.get(row) !== now.get(row)));
}

/** By row; tables side by side share a row of the sheet, so that a row may hold more than one outcome. */
function outcomes(rows: readonly ImportRow[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { row, action, key, title, changes, question } of rows) {
    const groups = question?.groups.map(({ id }) => id) ?? [];
    const values = changes.map(({ field, before, after }) => [field, before, after]);
    found.set(row, (found.get(row) ?? '') + JSON.stringify([action, key, title, values, groups]));
  }
  return found;
}
