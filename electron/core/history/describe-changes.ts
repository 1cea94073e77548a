import type { ChangedField, FieldChange } from '#shared/contract/history.ts';
import type { MeasureField } from '#shared/contract/measures.ts';
import { formatWareki } from '#shared/domain/dates.ts';
import { shortFiscalYear } from '#shared/domain/fiscal-year.ts';
import { contactColumns, historyTables, historyTexts, settingNames } from '#shared/messages/history.ts';
import type { Ledger } from '#db/open.ts';
import { organizationFieldAt } from '#db/organization-places.ts';
import type { LoggedChange } from '#db/queries/history.ts';
import { createRecordNames, type RecordNames } from './record-names.ts';

type LoggedKnown = Extract<LoggedChange, { kind: 'known' }>;
type MeasureKey = ChangedField & { readonly key: MeasureField };
type Values = Readonly<Record<string, unknown>>;
/** `at`: up to which change set what the values point at is read. */
type Column = ChangedField & {
  readonly label: string;
  readonly read: (values: Values | null, at: number) => string;
};

/** Logged changes in the words of the screens: what, of whom, which field, old → new. Internal columns are left out. */
export function describeChanges(ledger: Ledger, changes: readonly LoggedChange[]): FieldChange[] {
  const names = createRecordNames(ledger);
  return changes.flatMap((change) => describe(change, names));
}

function describe(change: LoggedChange, names: RecordNames): FieldChange[] {
  if (change.kind === 'unknown') return [];
  const { at, actor, setId, setSeq, recordId } = change;
  const isKnown = change.kind === 'known';
  const what = isKnown ? historyTables[change.table].what : change.what;
  const record = isKnown
    ? recordName(change, names)
    : recordName({ table: change.records, recordId, rowId: recordId }, names);
  const fields = isKnown
    ? columnsOf(change, names).map(({ read, ...field }) => ({
        ...field,
        before: read(change.before, setSeq - 1),
        after: read(change.after, setSeq),
      }))
    : [];
  return [...fields, ...lostFields(change)]
    .filter(({ before, after }) => before !== after)
    .map(({ key, fiscalYear, label, before, after }) => ({
      key,
      fiscalYear,
      changeSetId: setId,
      what,
      record,
      field: label,
      before,
      after,
      at,
      actor,
    }));
}

/** Columns that the ledger has no longer, as they were called. */
function lostFields({ table, lost }: Exclude<LoggedChange, { kind: 'unknown' }>) {
  return lost
    .filter(({ label }) => label !== '')
    .map(({ column, label, before, after }) => ({
      key: `${table}.${column}`,
      fiscalYear: null,
      label,
      before: text(before),
      after: text(after),
    }));
}

type RecordPlace = Pick<LoggedKnown, 'table' | 'recordId' | 'rowId'>;

function recordName({ table, recordId, rowId }: RecordPlace, names: RecordNames): string {
  switch (table) {
    case 'organization':
    case 'orgContact':
    case 'organizationField':
    case 'registration':
    case 'registrationNumber':
      return names.organization(recordId);
    case 'planNode':
    case 'progressRecord':
    case 'nodePlacement':
      return names.node(recordId);
    case 'plan':
    case 'planLevel':
    case 'markSet':
      return names.plan(recordId);
    case 'verificationNote':
      return names.note(rowId);
    case 'mark':
      return '';
    case 'savedView':
      return names.view(rowId);
    case 'ledgerSetting':
      return settingNames[rowId] ?? rowId;
  }
}

function columnsOf(change: LoggedKnown, names: RecordNames): Column[] {
  if (change.table === 'progressRecord') return progressColumns(change, names);
  // A note comes and goes with the progress record that points at it; told there, not twice.
  if (change.table === 'verificationNote' && change.op !== 'update') return [];
  if (change.table === 'savedView') return viewColumns(change);
  const role = change.table === 'orgContact' ? names.contactRole(change.rowId) : undefined;
  const labels = role === undefined ? historyTables[change.table].columns : contactColumns[role];
  return Object.entries(labels).map(([column, label]) => ({
    ...(measureFieldAt(change, column, names) ?? {
      key: organizationFieldAt(change.table, column, role) ?? `${change.table}.${column}`,
      fiscalYear: null,
    }),
    label,
    read: (values) => valueText(column, values?.[column]),
  }));
}

/** The field of a status list that a column holds; progress has columns of its own. */
function measureFieldAt({ table, rowId }: LoggedKnown, column: string, names: RecordNames): MeasureKey | null {
  if (table === 'planNode' && (column === 'numberRaw' || column === 'name')) return { key: column, fiscalYear: null };
  return table === 'verificationNote' && column === 'text' ? { key: 'note', fiscalYear: names.noteYear(rowId) } : null;
}

/** Mark and disposition live in two columns each (a known mark, or the text that is none); users see one field. */
function progressColumns(change: LoggedKnown, names: RecordNames): (Column & MeasureKey)[] {
  const fiscalYear = names.fiscalYear(change.rowId);
  const named = (label: string): string =>
    fiscalYear === null ? label : historyTexts.fiscalYear(label, shortFiscalYear(fiscalYear));
  const mark = (values: Values | null, id: string, raw: string): string =>
    names.mark(text(values?.[id])) || text(values?.[raw]);
  return [
    {
      key: 'mark',
      fiscalYear,
      label: named(historyTexts.mark),
      read: (values) => mark(values, 'markId', 'markRaw'),
    },
    {
      key: 'disposition',
      fiscalYear,
      label: named(historyTexts.disposition),
      read: (values) => mark(values, 'dispositionId', 'dispositionRaw'),
    },
    {
      key: 'note',
      fiscalYear,
      label: named(historyTexts.note),
      read: (values, at) => names.noteText(text(values?.['noteId']), at),
    },
  ];
}

/** The definition of a view is no text for users: that it changed is told, not what it says. */
function viewColumns({ before }: LoggedKnown): Column[] {
  const { viewDefinition, viewBefore, viewAfter } = historyTexts;
  const definition = (values: Values | null): string => {
    if (values?.['definition'] === undefined) return '';
    return values === before ? viewBefore : viewAfter;
  };
  return [
    {
      key: 'savedView.name',
      fiscalYear: null,
      label: historyTables.savedView.columns['name'] ?? '',
      read: (values) => text(values?.['name']),
    },
    { key: 'savedView.definition', fiscalYear: null, label: viewDefinition, read: definition },
  ];
}

const dateColumns: ReadonlySet<string> = new Set(['established', 'registeredOn', 'validUntil', 'endedOn']);

function valueText(column: string, value: unknown): string {
  if (column.endsWith('Public')) return value === 1 ? historyTexts.isPublic : value === 0 ? historyTexts.isPrivate : '';
  const shown = text(value);
  return dateColumns.has(column) && shown !== '' ? formatWareki(shown, 'short') : shown;
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}
