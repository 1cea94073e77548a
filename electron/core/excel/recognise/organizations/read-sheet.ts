import type { OrganizationDraft } from '#core/excel/merge/organizations/draft.ts';
import type { SheetRow } from '#core/excel/workbook.ts';
import { organizationProblems } from '#shared/messages/import-organizations.ts';
import { rowReasons, tableWarnings } from '#shared/messages/import-table.ts';
import { createBodyReader } from '../table/body-cells.ts';
import { matcherOf } from '../table/find-table.ts';
import { createRowClassifier, type RowKind } from '../table/row-kind.ts';
import { filledCells, type SheetGrid } from '../table/sheet-grid.ts';
import { createTotalsCheck, type TotalsCheck } from '../table/totals.ts';
import type { FoundTable } from '../table/vocabulary.ts';
import type { MappedColumn } from './columns.ts';
import { labelOf } from './draft-builder.ts';
import { readSingleRow, type SingleRow } from './headings.ts';
import { phoneUsage, withSheetGroups } from './phone-groups.ts';
import { createRowReader, type HeadingValues, type RowReader } from './read-row.ts';
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
  /** Columns of a second table with another header; null when the rows are no header of a register. */
  readonly columnsAt: (headerRows: readonly number[]) => readonly MappedColumn[] | null;
  readonly includeHiddenRows: boolean;
  readonly fiscalYear: number;
  /** Called for each row; may throw to stop. */
  readonly onRow?: (() => void) | undefined;
};

export type ReadSheet = { readonly lines: readonly SheetLine[]; readonly warnings: readonly string[] };

/** Reads all rows of a register, in sheet order. */
export function readRegisterSheet(input: ReadSheetInput): ReadSheet {
  const { grid, table, columns } = input;
  const classify = createRowClassifier(grid, table, matcherOf(organizationVocabulary));
  const body = createBodyReader(grid);
  const totals = createTotalsCheck(countColumns(columns));
  const warnings: string[] = [];
  const first: Segment = { columns, readRow: createRowReader(columns, body, input.fiscalYear) };
  let segment = first;
  let otherHeader: number[] = [];
  let heading: HeadingValues = {};
  const lines = grid.sheet.rows.map((row): SheetLine => {
    input.onRow?.();
    const kind = columns.length === 0 ? 'blank' : classify(row);
    if (kind === 'total') warnings.push(...totals.compare(row));
    if (kind === 'header') segment = first;
    if (kind === 'other-header') otherHeader.push(row.index);
    if (row.index < table.bodyStart || (kind !== 'data' && kind !== 'single')) {
      return skip(row, headerReason(kind, row, table));
    }
    if (otherHeader.length > 0) {
      const others = input.columnsAt(otherHeader);
      if (others !== null) {
        warnings.push(tableWarnings.otherTable((otherHeader[0] ?? 0) + 1));
        segment = { columns: others, readRow: createRowReader(others, body, input.fiscalYear) };
      }
      otherHeader = [];
    }
    if (isContinued(grid, row, segment.columns)) return skip(row, rowReasons.continued);
    const single: SingleRow = kind === 'single' ? readSingleRow(grid, row, segment.columns) : { kind: 'data' };
    if (single.kind === 'heading') heading = single.values;
    if (single.kind !== 'data') return skip(row, single.kind === 'heading' ? rowReasons.single : rowReasons.ending);
    return readDataRow(row, { ...segment, heading, totals, includeHiddenRows: input.includeHiddenRows });
  });
  const usage = phoneUsage(grid, columns);
  return {
    lines: lines.map((line) => (line.kind === 'draft' ? { ...line, draft: withSheetGroups(line.draft, usage) } : line)),
    warnings,
  };
}

/** One group over two rows: its name is merged down. */
function isContinued(grid: SheetGrid, row: SheetRow, columns: readonly MappedColumn[]): boolean {
  const name = columns.find((column) => column.field === 'name');
  const merge = name === undefined ? undefined : grid.merge(row.index, name.index);
  return merge !== undefined && merge.r1 < row.index;
}

type Segment = { readonly columns: readonly MappedColumn[]; readonly readRow: RowReader };

type DataRow = {
  readonly readRow: RowReader;
  readonly heading: HeadingValues;
  readonly totals: TotalsCheck;
  readonly columns: readonly MappedColumn[];
  readonly includeHiddenRows: boolean;
};

function readDataRow(row: SheetRow, context: DataRow): SheetLine {
  const draft = context.readRow(row, context.heading);
  const { name, regNo } = draft.values;
  const filled = Object.values(draft.values).filter(
    (value) => value !== null && (!Array.isArray(value) || value.length > 0),
  );
  const isNamed = typeof name === 'string' && name !== '';
  if (!isNamed) {
    const hasNumber = typeof regNo === 'string' && regNo !== '';
    if (!hasNumber || filled.length < 2)
      return skip(row, hasNumber ? organizationProblems.numberOnly : nameMissing(row));
  }
  context.totals.add(countsOf(draft, context.columns));
  if (row.hidden && !context.includeHiddenRows) return skip(row, rowReasons.hidden);
  return { kind: 'draft', draft };
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
