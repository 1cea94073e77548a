import type { Ledger } from '../open.ts';
import { createRowStore } from '../row-store.ts';
import type { DataTableName } from '../tables.ts';

/** One row of a data table by its id, by TypeScript column names; undefined when it is gone. */
export function readRow(
  ledger: Ledger,
  table: DataTableName,
  id: string,
): Readonly<Record<string, unknown>> | undefined {
  return createRowStore(ledger.connection).get(table, id);
}
