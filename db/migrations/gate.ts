/** Refuses a write to a table while no recorded write is under way: the same trigger that 0001 gives its tables. */
export function gates(table: string): string {
  return ['INSERT', 'UPDATE', 'DELETE']
    .map(
      (operation) => `CREATE TRIGGER ${table}_${operation.toLowerCase()}_gate BEFORE ${operation} ON ${table}
    WHEN NOT EXISTS (SELECT 1 FROM write_gate) BEGIN SELECT RAISE(ABORT, 'not in a recorded write'); END;`,
    )
    .join('\n');
}
