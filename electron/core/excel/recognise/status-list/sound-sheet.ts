import type { Sheet, SheetCell, SheetRow } from '#core/excel/workbook.ts';
import { tickOf } from '#shared/domain/data-words.ts';
import { isDash } from '#shared/domain/text.ts';
import { statusListFields, statusListReasons } from '#shared/messages/import-status-list.ts';
import { oddCells, tableWarnings } from '#shared/messages/import-table.ts';
import { type OddCell, oddCell } from '../table/odd-cell.ts';
import type { FoundTable } from '../table/vocabulary.ts';
import type { ColumnMap } from './columns.ts';

export type ValueField = 'mark' | 'disposition' | 'note';

/** What of a row cannot be taken from the file. */
export type OddRow = {
  /** Why nothing of the row may be written; '' = it may. */
  readonly refused: string;
  /** Cells that are left out, with the reason. */
  readonly left: ReadonlyMap<ValueField, string>;
};

export type SoundSheet = {
  readonly sheet: Sheet;
  readonly odd: ReadonlyMap<number, OddRow>;
  readonly warnings: readonly string[];
};

type Field = ValueField | 'name' | 'numberRaw' | 'level1';
type Tally = { unsaved: number; dates: number; nullWords: number; ticks: number };

/**
 * The sheet without what a spreadsheet or a data tool put into the cells of its list: errors, formulas without results, dates in the
 * place of a NO, TRUE and NULL. Where the row cannot be told without such a cell it is refused, else the cell is left out.
 */
export function soundSheet(sheet: Sheet, table: FoundTable, columns: ColumnMap): SoundSheet {
  const fields = fieldsByColumn(columns);
  const odd = new Map<number, OddRow>();
  const tally: Tally = { unsaved: 0, dates: 0, nullWords: 0, ticks: 0 };
  const rows = sheet.rows.map((row) => {
    if (row.index < table.bodyStart) return row;
    const read = readCells(row, fields, tally);
    if (read.odd !== null) odd.set(row.index, read.odd);
    return read.row;
  });
  return { sheet: { ...sheet, rows }, odd, warnings: warningsOf(tally) };
}

function fieldsByColumn({ levels, ...columns }: ColumnMap): ReadonlyMap<number, Field> {
  const entries: readonly (readonly [number | undefined, Field])[] = [
    ...levels.flatMap(({ name, number }) => [[name, 'level1'] as const, [number, 'level1'] as const]),
    [columns.note, 'note'],
    [columns.disposition, 'disposition'],
    [columns.mark, 'mark'],
    [columns.numberRaw, 'numberRaw'],
    [columns.name, 'name'],
  ];
  return new Map(entries.flatMap(([column, field]) => (column === undefined ? [] : [[column, field] as const])));
}

function readCells(
  row: SheetRow,
  fields: ReadonlyMap<number, Field>,
  tally: Tally,
): { readonly row: SheetRow; readonly odd: OddRow | null } {
  const refused: string[] = [];
  const left = new Map<ValueField, string>();
  let isChanged = false;
  const cells = row.cells.map((cell, column): SheetCell | null => {
    const field = fields.get(column);
    const odd = cell === null || field === undefined ? null : oddIn(field, cell);
    if (cell === null || field === undefined || odd === null) return cell;
    const sound = soundText(odd, cell, field);
    if (sound === cell.text) return cell;
    isChanged = true;
    count(odd, tally, sound !== null);
    if (sound !== null) return sound === '' ? null : { type: 'text', text: sound };
    const reason = reasonOf(odd, cell.text, statusListFields[field]);
    if (field === 'mark' || field === 'disposition' || field === 'note') left.set(field, reason);
    else refused.push(reason);
    // The row stays a row of the list, so that it is seen.
    return field === 'name'
      ? { type: 'text', text: cell.text === '' ? statusListReasons.unsavedName : cell.text }
      : null;
  });
  if (!isChanged) return { row, odd: null };
  const isOdd = refused.length > 0 || left.size > 0;
  return { row: { ...row, cells }, odd: isOdd ? { refused: refused.join(' '), left } : null };
}

function oddIn(field: Field, cell: SheetCell): OddCell | null {
  const ticked = field === 'mark' ? tickOf(cell.text) : null;
  return ticked === null ? oddCell(cell) : { kind: 'truth', value: ticked };
}

/** The text to read instead; null when the cell tells nothing that may be stored. */
function soundText(odd: OddCell, { text }: SheetCell, field: Field): string | null {
  switch (odd.kind) {
    case 'null-word':
      // N/A is a value of a mark: not applicable.
      return field === 'name' ? null : isDash(text) ? text : '';
    case 'truth':
      return field === 'mark' ? (odd.value ? '○' : '') : null;
    case 'date':
      return field === 'note' || (odd.isText && field === 'level1') ? text.replace('T', ' ') : null;
    case 'unsaved':
    case 'error':
      return null;
  }
}

function count({ kind }: OddCell, tally: Tally, isRead: boolean): void {
  if (kind === 'truth' && isRead) tally.ticks += 1;
  if (kind === 'unsaved') tally.unsaved += 1;
  if (kind === 'date') tally.dates += 1;
  if (kind === 'null-word') tally.nullWords += 1;
}

function reasonOf(odd: OddCell, text: string, label: string): string {
  switch (odd.kind) {
    case 'unsaved':
      return oddCells.unsavedFormula(label);
    case 'date':
      return oddCells.becameDate(label, text, odd.typed);
    default:
      return statusListReasons.noValue(label, text);
  }
}

function warningsOf({ unsaved, dates, nullWords, ticks }: Tally): readonly string[] {
  return [
    ...(unsaved > 0 ? [tableWarnings.unsavedFormulas(unsaved)] : []),
    ...(dates > 0 ? [tableWarnings.datesInstead(dates)] : []),
    ...(ticks > 0 ? [tableWarnings.ticks(ticks)] : []),
    ...(nullWords > 0 ? [tableWarnings.nullWords(nullWords)] : []),
  ];
}
