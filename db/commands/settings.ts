import type { Ledger } from '../open.ts';
import { sqlBuilder, createReader } from '../reader.ts';
import { type WriteContext, type WriteResult, write } from '../write-tx.ts';

/** Settings of this ledger by key. */
export function readSettings(ledger: Ledger): Record<string, string> {
  const rows = createReader(ledger.connection).all(
    sqlBuilder.selectFrom('ledgerSetting').select(['id', 'value']).orderBy('id'),
  );
  return Object.fromEntries(rows.map((row) => [row.id, row.value]));
}

/** Writes the settings that differ; '' removes one. */
export function saveSettings(
  ledger: Ledger,
  values: Readonly<Record<string, string>>,
  context: WriteContext,
): WriteResult<null> {
  const known = readSettings(ledger);
  return write(ledger, context, (tx) => {
    for (const [id, value] of Object.entries(values)) {
      if (known[id] === undefined && value !== '') tx.insert('ledgerSetting', { id, value });
      else if (known[id] !== undefined && value === '') tx.remove('ledgerSetting', id);
      else if (known[id] !== undefined) tx.update('ledgerSetting', id, { value });
    }
    return null;
  });
}
