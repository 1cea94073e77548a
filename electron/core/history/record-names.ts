import type { ContactRoleName } from '#shared/domain/history-table.ts';
import { shortened } from '#shared/domain/shortened.ts';
import type { Ledger } from '#db/open.ts';
import { fiscalYearOfNote, lastLoggedRow, noteTextAt } from '#db/queries/history.ts';
import { readRow } from '#db/queries/rows.ts';
import type { DataTableName } from '#db/tables.ts';

type Row = Readonly<Record<string, unknown>>;

/** How records are called in 履歴, also those that are gone. */
export type RecordNames = {
  readonly organization: (id: string) => string;
  /** Number and name of a measure or heading. */
  readonly node: (id: string) => string;
  readonly plan: (id: string) => string;
  /** The beginning of a note. */
  readonly note: (id: string) => string;
  /** As it was once the change set at this place was written, not as it is now. */
  readonly noteText: (id: string, setSeq: number) => string;
  /** The fiscal year a note is told in; null = none or several. */
  readonly noteYear: (id: string) => number | null;
  readonly mark: (id: string) => string;
  readonly view: (id: string) => string;
  readonly contactRole: (contactId: string) => ContactRoleName;
  readonly fiscalYear: (progressRecordId: string) => number | null;
};

const noteLength = 24;

export function createRecordNames(ledger: Ledger): RecordNames {
  const rows = new Map<string, Row | null>();
  const row = (table: DataTableName, id: string): Row | null => {
    if (id === '') return null;
    const key = `${table} ${id}`;
    const known = rows.get(key);
    if (known !== undefined) return known;
    const found = readRow(ledger, table, id) ?? lastLoggedRow(ledger, table, id);
    rows.set(key, found);
    return found;
  };
  const column = (table: DataTableName, id: string, name: string): string => String(row(table, id)?.[name] ?? '');
  return {
    organization: (id) => column('organization', id, 'name'),
    node: (id) => `${column('planNode', id, 'numberRaw')} ${column('planNode', id, 'name')}`.trim(),
    plan: (id) => column('plan', id, 'title'),
    note: (id) => shortened(column('verificationNote', id, 'text'), noteLength),
    noteText: (id, setSeq) => (id === '' ? '' : (noteTextAt(ledger, id, setSeq) ?? '')),
    noteYear: (id) => fiscalYearOfNote(ledger, id),
    mark: (id) => column('mark', id, 'glyph'),
    view: (id) => column('savedView', id, 'name'),
    contactRole: (id) => (column('orgContact', id, 'role') || 'office') as ContactRoleName, // boundary: CHECK of the table
    fiscalYear: (id) => {
      const fiscalYear = row('progressRecord', id)?.['fiscalYear'];
      return typeof fiscalYear === 'number' ? fiscalYear : null;
    },
  };
}
