import { cleanText } from '#shared/domain/text.ts';
import { savedViewTexts } from '#shared/messages/saved-views.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { newId } from '../new-id.ts';
import type { Ledger } from '../open.ts';
import { createReader, sqlBuilder } from '../reader.ts';
import type { SavedViewTable } from '../tables.ts';
import { type NamedContext, type WriteResult, write } from '../write-tx.ts';

type ViewToSave = Omit<SavedViewTable, 'id'> & { readonly id?: string | undefined };

/**
 * Saves a view; the answer's value is its id. Without an id it replaces the view of that name, or is new; with one, another
 * view that had the name makes room. Errors: NOT_FOUND (a view removed meanwhile), INVALID_VALUE (a name of spaces).
 */
export function saveView(ledger: Ledger, input: ViewToSave, named: NamedContext): WriteResult<string> {
  const { sheet, definition } = input;
  const name = cleanText(input.name).replace(/\s+/g, ' ');
  if (name === '') {
    const params = { field: savedViewTexts.name, value: '', reason: savedViewTexts.nameMissing };
    throw new AppError('INVALID_VALUE', params);
  }
  const namesake = findByName(ledger, sheet, name);
  const known = input.id === undefined ? namesake : findById(ledger, input.id);
  return write(ledger, named(savedViewTexts.save(name)), (tx) => {
    if (known === undefined) {
      const id = newId();
      tx.insert('savedView', { id, sheet, name, definition });
      return id;
    }
    if (namesake !== undefined && namesake.id !== known.id) tx.remove('savedView', namesake.id);
    tx.update('savedView', known.id, { sheet, name, definition });
    return known.id;
  });
}

/** Errors: NOT_FOUND. */
export function removeView(ledger: Ledger, id: string, named: NamedContext): WriteResult<null> {
  const { name } = findById(ledger, id);
  return write(ledger, named(savedViewTexts.remove(name)), (tx) => {
    tx.remove('savedView', id);
    return null;
  });
}

function findById({ connection }: Ledger, id: string): SavedViewTable {
  const view = createReader(connection).first(sqlBuilder.selectFrom('savedView').selectAll().where('id', '=', id));
  if (view === undefined) throw new AppError('NOT_FOUND', { what: savedViewTexts.what });
  return view;
}

function findByName({ connection }: Ledger, sheet: string, name: string): SavedViewTable | undefined {
  const query = sqlBuilder.selectFrom('savedView').selectAll().where('sheet', '=', sheet);
  return createReader(connection).first(query.where('name', '=', name));
}
