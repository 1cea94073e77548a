import type { Sheet, SheetCell, SheetRow } from '#core/excel/workbook.ts';
import { tickOf } from '#shared/domain/data-words.ts';
import { circleGlyphs } from '#shared/domain/mark-glyphs.ts';
import { cleanText, isDash, matchKey } from '#shared/domain/text.ts';
import { matcherOf } from '../table/find-table.ts';
import type { FoundTable, TableColumn } from '../table/vocabulary.ts';
import { isStatusWord } from './status-words.ts';
import { statusListVocabulary } from './vocabulary.ts';

export type FoldedTable = {
  readonly sheet: Sheet;
  readonly table: FoundTable;
  /** Headers of the groups that were folded. */
  readonly folded: readonly string[];
};

type Field = 'mark' | 'disposition';
type Group = {
  readonly field: Field;
  readonly header: string;
  readonly columns: readonly { readonly index: number; readonly label: string }[];
};

const checks: ReadonlySet<string> = new Set(
  [...circleGlyphs, '◎', '●', '■', '✓', '✔', '☑', 'レ', '★', '1'].map(matchKey),
);

/**
 * 実施状況 asked as a column for each answer with one ○ a row (実施済 | 継続推進 | 一部実施): the columns become one that holds the
 * header of the ○. Columns in which a row may have several ○ (関係課) are none of that.
 */
export function foldMatrix(sheet: Sheet, table: FoundTable): FoldedTable {
  const rows = sheet.rows.filter((row) => row.index >= table.bodyStart);
  const groups = groupsOf(table).filter((group) => isOneOf(group, rows));
  if (groups.length === 0) return { sheet, table, folded: [] };
  const body = sheet.rows.map((row) =>
    row.index < table.bodyStart ? row : groups.reduce((folded, group) => foldRow(folded, group), row),
  );
  return {
    sheet: { ...sheet, rows: body.filter((row) => row.cells.length > 0) },
    table: { ...table, columns: groups.reduce(foldColumns, table.columns) },
    folded: groups.map(({ header }) => header),
  };
}

/** Neighbouring columns below one parent header of marks, or whose headers are words for a status. */
function groupsOf(table: FoundTable): readonly Group[] {
  const groups: Group[] = [];
  const open: TableColumn[] = [];
  const close = (): void => {
    const group = open.length >= 2 ? toGroup(open) : null;
    if (group !== null && !groups.some(({ field }) => field === group.field)) groups.push(group);
    open.length = 0;
  };
  for (const column of table.columns) {
    const last = open.at(-1);
    if (last !== undefined && (column.index !== last.index + 1 || parentOf(column) !== parentOf(last))) close();
    if (parentOf(column) !== '' || isStatusWord(column.header)) open.push(column);
    else close();
  }
  close();
  return groups;
}

function toGroup(columns: readonly TableColumn[]): Group | null {
  const parent = parentOf(columns[0] ?? { header: '' });
  const labels = columns.map((column) => ({ index: column.index, label: labelOf(column) }));
  const words = labels.filter(({ label }) => isStatusWord(label)).length;
  const named = parent === '' ? null : fieldOf(parent);
  const isWords = words >= 2 && words * 2 >= labels.length;
  if (named === null && !isWords) return null;
  const field = named ?? (labels.some(({ label }) => /^(?:廃止|拡充|縮小|統合)/u.test(label)) ? 'disposition' : 'mark');
  return { field, header: parent.split('>').at(-1) ?? '', columns: labels };
}

function fieldOf(header: string): Field | null {
  const scores = matcherOf(statusListVocabulary).scores(header.split('>'), []);
  const [mark, disposition] = [scores.get('mark') ?? 0, scores.get('disposition') ?? 0];
  if (Math.max(mark, disposition) < 0.7) return null;
  return disposition > mark ? 'disposition' : 'mark';
}

function parentOf({ header }: Pick<TableColumn, 'header'>): string {
  return header.split('>').slice(0, -1).join('>');
}

function labelOf({ header }: Pick<TableColumn, 'header'>): string {
  return cleanText(header.split('>').at(-1) ?? '').replace(/\n/g, '');
}

/** Every cell is a ○ or '-', (nearly) no row has two ○, and most rows with names have one. */
function isOneOf({ columns }: Group, rows: readonly SheetRow[]): boolean {
  let one = 0;
  let several = 0;
  let other = 0;
  for (const row of rows) {
    const texts = columns.map(({ index }) => textAt(row, index)).filter((text) => text !== '' && !isDash(text));
    const checked = texts.filter((text) => checks.has(matchKey(text))).length;
    if (texts.length > checked) other += 1;
    else if (checked === 1) one += 1;
    else if (checked > 1) several += 1;
  }
  const used = columns.filter(({ index }) => rows.some((row) => checks.has(matchKey(textAt(row, index))))).length;
  // A header printed again on the next page stands among the rows, too.
  return one >= 2 && used >= 2 && several <= one * 0.1 && other <= one * 0.5;
}

function foldRow(row: SheetRow, { columns }: Group): SheetRow {
  const texts = columns.map(({ index }) => textAt(row, index));
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0 || filled.some((text) => !isDash(text) && !checks.has(matchKey(text)))) return row;
  const chosen = columns.filter((_, index) => checks.has(matchKey(texts[index] ?? '')));
  const text = chosen.length === 0 ? '-' : chosen.map(({ label }) => label).join('・');
  const cells: (SheetCell | null)[] = [...row.cells];
  columns.forEach(({ index }, position) => {
    if (index < cells.length || position === 0) cells[index] = position === 0 ? { type: 'text', text } : null;
  });
  return { ...row, cells: Array.from(cells, (cell) => cell ?? null) };
}

function foldColumns(
  columns: readonly TableColumn[],
  { field, header, columns: group }: Group,
): readonly TableColumn[] {
  const [first, ...others] = group.map(({ index }) => index);
  return columns.map((column) => {
    if (column.index === first) return { ...column, header, field, score: 1 };
    if (others.includes(column.index) || column.field === field) return { ...column, field: null };
    return column;
  });
}

/** A ticked box is TRUE or 真, an empty one FALSE or 偽. */
function textAt(row: SheetRow, column: number): string {
  const text = cleanText(row.cells[column]?.text ?? '');
  const ticked = tickOf(text);
  return ticked === null ? text : ticked ? '○' : '';
}
