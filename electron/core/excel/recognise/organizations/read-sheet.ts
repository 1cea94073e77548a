import type { OrganizationDraft } from '#core/excel/merge/organizations/draft.ts';
import type { SheetRow } from '#core/excel/workbook.ts';
import { parseDate } from '#shared/domain/dates.ts';
import { foldWidth } from '#shared/domain/text.ts';
import { organizationProblems, sheetOfRow } from '#shared/messages/import-organizations.ts';
import { rowReasons, tableWarnings } from '#shared/messages/import-table.ts';
import { createBodyReader } from '../table/body-cells.ts';
import { matcherOf } from '../table/find-table.ts';
import { createRowClassifier, type RowKind } from '../table/row-kind.ts';
import { filledCells, type SheetGrid } from '../table/sheet-grid.ts';
import { createTotalsCheck, type TotalsCheck } from '../table/totals.ts';
import type { FoundTable } from '../table/vocabulary.ts';
import type { MappedColumn } from './columns.ts';
import { labelOf } from './draft-builder.ts';
import { type HeadingValues, headingAbove, readSingleRow, type SingleRow, sheetValues } from './headings.ts';
import { phoneUsage, withSheetGroups } from './phone-groups.ts';
import { continuedColumns } from './continued-columns.ts';
import { createRowReader, type RowReader } from './read-row.ts';
import { organizationVocabulary } from './vocabulary.ts';

/** A row of the sheet: a group, or why it is none. */
export type SheetLine =
  | { readonly kind: 'draft'; readonly draft: OrganizationDraft }
  | {
      readonly kind: 'skip';
      readonly row: number;
      readonly hidden: boolean;
      readonly title: string;
      readonly reason: string;
    };

export type ReadSheetInput = {
  readonly grid: SheetGrid;
  readonly table: FoundTable;
  readonly columns: readonly MappedColumn[];
  /** Columns of each table right of the first. */
  readonly beside: readonly (readonly MappedColumn[])[];
  /** Columns of a second table with another header; null when the rows are no header of a register. */
  readonly columnsAt: (headerRows: readonly number[]) => readonly MappedColumn[] | null;
  readonly includeHiddenRows: boolean;
  readonly fiscalYear: number;
  /** Called for each row; may throw to stop. */
  readonly onRow?: (() => void) | undefined;
};

export type ReadSheet = { readonly lines: readonly SheetLine[]; readonly warnings: readonly string[] };

type Segment = {
  readonly columns: readonly MappedColumn[];
  readonly readRow: RowReader;
  /** Tables right of this one under the same header. */
  readonly beside: readonly { readonly columns: readonly MappedColumn[]; readonly readRow: RowReader }[];
};

/** Reads all rows of a register, in sheet order; groups of a table beside it come after. */
export function readRegisterSheet(input: ReadSheetInput): ReadSheet {
  const { grid, columns } = input;
  const walk = createWalk(input);
  const lines: SheetLine[] = [];
  const right: SheetLine[] = [];
  for (const row of grid.sheet.rows) {
    input.onRow?.();
    const [own, ...others] = readLines(row, walk);
    if (own !== undefined) lines.push(own);
    right.push(...others);
  }
  const usage = phoneUsage(grid, columns);
  const regrouped = (line: SheetLine): SheetLine =>
    line.kind === 'draft' ? { ...line, draft: withSheetGroups(line.draft, usage) } : line;
  return { lines: [...lines, ...right].map(regrouped), warnings: walk.warnings };
}

/** What is known while the rows are read from top to bottom. */
type Walk = {
  readonly input: ReadSheetInput;
  readonly classify: (row: SheetRow) => RowKind;
  readonly totals: TotalsCheck;
  readonly warnings: string[];
  readonly first: Segment;
  readonly segmentOf: (columns: readonly MappedColumn[]) => Segment;
  segment: Segment;
  otherHeader: number[];
  /** Of the sheet's name and its titles. */
  above: HeadingValues;
  heading: HeadingValues;
  headingColumn: number;
};

function createWalk(input: ReadSheetInput): Walk {
  const { grid, table, columns, fiscalYear } = input;
  const body = createBodyReader(grid);
  const readerOf = (own: readonly MappedColumn[]): RowReader =>
    createRowReader(own, { body, fiscalYear, continued: continuedColumns(grid, table, own) });
  const first: Segment = {
    columns,
    readRow: readerOf(columns),
    beside: input.beside.map((own) => ({ columns: own, readRow: readerOf(own) })),
  };
  return {
    input,
    classify: createRowClassifier(grid, table, matcherOf(organizationVocabulary)),
    totals: createTotalsCheck(input.beside.length > 0 ? new Map() : countColumns(columns)),
    warnings: [],
    first,
    segmentOf: (own) => ({ columns: own, readRow: readerOf(own), beside: [] }),
    segment: first,
    otherHeader: [],
    above: headingAbove(grid, table.headerRows[0] ?? 0),
    heading: {},
    headingColumn: -1,
  };
}

/** The line of a row, and one more for each group beside it. */
function readLines(row: SheetRow, walk: Walk): readonly SheetLine[] {
  const { table, columns, grid } = walk.input;
  const sheetName = sheetOfRow(row.cells[0]?.text ?? '');
  if (sheetName !== undefined && filledCells(row).length === 1) {
    startSheet(walk, sheetName);
    return [skip(row, rowReasons.sheet)];
  }
  const kind = columns.length === 0 ? 'blank' : walk.classify(row);
  if (kind === 'total') walk.warnings.push(...walk.totals.compare(row));
  if (kind === 'header') walk.segment = walk.first;
  if (kind === 'other-header') walk.otherHeader.push(row.index);
  if (row.index < table.bodyStart || (kind !== 'data' && kind !== 'single')) {
    return [skip(row, headerReason(kind, row, table))];
  }
  if (walk.otherHeader.length > 0) startOtherTable(walk);
  if (isContinued(grid, row, walk.segment.columns)) return [skip(row, rowReasons.continued)];
  if (isExample(row)) return [skip(row, rowReasons.example)];
  const single: SingleRow = kind === 'single' ? readSingleRow(grid, row, walk.segment.columns) : { kind: 'data' };
  if (single.kind === 'heading') setHeading(walk, row, single.values);
  if (single.kind !== 'data') return [skip(row, single.kind === 'heading' ? rowReasons.single : rowReasons.ending)];
  return readDataRows(row, walk);
}

/** Of sheets that were joined. */
function startSheet(walk: Walk, name: string): void {
  walk.above = sheetValues(name);
  walk.heading = {};
  walk.segment = walk.first;
}

function startOtherTable(walk: Walk): void {
  const others = walk.input.columnsAt(walk.otherHeader);
  if (others !== null) {
    walk.warnings.push(tableWarnings.otherTable((walk.otherHeader[0] ?? 0) + 1));
    walk.segment = walk.segmentOf(others);
  }
  walk.otherHeader = [];
}

/** A stray word (a date, a page's author) ends no section; a heading in the place of the last one does, whatever it says. */
function setHeading(walk: Walk, row: SheetRow, values: HeadingValues): void {
  const column = filledCells(row)[0]?.column ?? -1;
  if (Object.keys(values).length === 0 && column !== walk.headingColumn) return;
  walk.heading = values;
  walk.headingColumn = column;
}

/** 例 | ○○の会 | …: the row of a form that shows how to fill it. */
function isExample(row: SheetRow): boolean {
  return filledCells(row)
    .slice(0, 2)
    .some(({ cell }) =>
      /^[【(（〔［]?(?:記入|入力|記載)?(?:例|見本)[】)）〕］]?(?:[0-9０-９]{1,2})?$/.test(cell.text.trim()),
    );
}

/** One group over two rows: its name is merged down. */
function isContinued(grid: SheetGrid, row: SheetRow, columns: readonly MappedColumn[]): boolean {
  const name = columns.find((column) => column.field === 'name');
  const merge = name === undefined ? undefined : grid.merge(row.index, name.index);
  return merge !== undefined && merge.r1 < row.index;
}

function readDataRows(row: SheetRow, walk: Walk): readonly SheetLine[] {
  const { segment } = walk;
  const beside = segment.beside
    .filter((table) => isFilled(row, table.columns))
    .map((table) => readDataRow(row, table, walk));
  const isEmpty = beside.length > 0 && !isFilled(row, segment.columns);
  const own: SheetLine = isEmpty ? skip(row, rowReasons.besideOnly) : readDataRow(row, segment, walk);
  return [own, ...beside];
}

function isFilled(row: SheetRow, columns: readonly MappedColumn[]): boolean {
  return columns.some(({ index }) => (row.cells[index]?.text.trim() ?? '') !== '');
}

function readDataRow(row: SheetRow, { columns, readRow }: Pick<Segment, 'columns' | 'readRow'>, walk: Walk): SheetLine {
  const draft = readRow(row, { ...walk.above, ...walk.heading });
  const { name, regNo } = draft.values;
  const filled = Object.values(draft.values).filter(
    (value) => value !== null && (!Array.isArray(value) || value.length > 0),
  );
  const hasNumber = typeof regNo === 'string' && regNo !== '';
  const isNamed = typeof name === 'string' && name !== '' && (hasNumber || !isNoName(name));
  if (!isNamed) {
    if (typeof name === 'string' && name !== '') return skip(row, organizationProblems.noName(name.slice(0, 20)));
    if (!hasNumber || filled.length < 2)
      return skip(row, hasNumber ? organizationProblems.numberOnly : nameMissing(row));
  }
  walk.totals.add(countsOf(draft, columns));
  if (row.hidden && !walk.input.includeHiddenRows) return skip(row, rowReasons.hidden);
  return { kind: 'draft', draft };
}

/** ○ of a legend, 12 of a count, a date: not the name of a group, unless a registration number stands beside it. */
function isNoName(name: string): boolean {
  return (
    /^[\d\s○〇◯◎●×✕△▲☆★※＊*\-‐－ー.,、。:：/／]+$/.test(foldWidth(name)) ||
    (name.length >= 6 && parseDate(name) !== null)
  );
}

function nameMissing(row: SheetRow): string {
  const texts = filledCells(row);
  return texts.length === 1 && /^\d{1,4}$/.test(texts[0]?.cell.text ?? '')
    ? organizationProblems.numberOnly
    : organizationProblems.nameMissing;
}

function countColumns(columns: readonly MappedColumn[]): ReadonlyMap<number, string> {
  const counts = columns.filter((column) => column.field === 'members' || column.field === 'membersCitizen');
  return new Map(counts.map((column) => [column.index, labelOf(column.field)]));
}

function countsOf(draft: OrganizationDraft, columns: readonly MappedColumn[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { field, index } of columns) {
    const value = draft.values[field];
    if ((field === 'members' || field === 'membersCitizen') && typeof value === 'number') counts.set(index, value);
  }
  return counts;
}

function headerReason(kind: RowKind, row: SheetRow, table: FoundTable): string {
  if (table.headerRows.includes(row.index)) return rowReasons.firstHeader;
  if (kind === 'data' || kind === 'single') return rowReasons.title;
  return rowReasons[kind];
}

function skip(row: SheetRow, reason: string): SheetLine {
  const title = filledCells(row)
    .slice(0, 3)
    .map(({ cell }) => cell.text.trim())
    .join(' ')
    .slice(0, 80);
  return { kind: 'skip', row: row.index + 1, hidden: row.hidden, title, reason };
}
