import type { SavedView } from '#shared/contract/saved-views.ts';
import type { Ledger } from '../open.ts';
import { createReader, sqlBuilder } from '../reader.ts';

/** The named looks at one sheet, in the order they were made. */
export function listSavedViews(ledger: Ledger, sheet: string): SavedView[] {
  const query = sqlBuilder.selectFrom('savedView').select(['id', 'name', 'definition']).where('sheet', '=', sheet);
  return createReader(ledger.connection).all(query.orderBy('id'));
}
