import { type MergedDraft, mergeDrafts } from '#core/excel/merge/organizations/merge-drafts.ts';
import type { Sheet } from '#core/excel/workbook.ts';
import { columnLetters } from '#core/excel/write/cell-address.ts';
import { importOrganizations } from '#db/commands/organization-import.ts';
import { listStoredOrganizations, registrationNumberHolders } from '#db/queries/organization-merge.ts';
import type { ImportChoices, ImportColumn, ImportRow } from '#shared/contract/imports.ts';
import { fiscalYearOf } from '#shared/domain/fiscal-year.ts';
import { organizationFields } from '#shared/domain/organization/fields.ts';
import { organizationWarnings } from '#shared/messages/import-organizations.ts';
import { rowReasons, tableWarnings } from '#shared/messages/import-table.ts';
import type { Analysis, AnalysisInput, Importer } from '../importer.ts';
import { findTable, matcherOf } from '../table/find-table.ts';
import { withoutNullWords } from '../table/null-cells.ts';
import { isUnsaved } from '../table/odd-cell.ts';
import { columnSamples } from '../table/samples.ts';
import { createGrid, type SheetGrid } from '../table/sheet-grid.ts';
import { shownByFormat } from '../table/shown-by-format.ts';
import { unfoldRecords } from '../table/unfold-records.ts';
import type { FoundTable, TableColumn } from '../table/vocabulary.ts';
import { splitTables } from './beside-tables.ts';
import { isGenericNumber } from './column-doubts.ts';
import { type ColumnPlan, planColumns, unusedColumns } from './columns.ts';
import { joinRegisters } from './join-sheets.ts';
import { readRegisterSheet, type SheetLine } from './read-sheet.ts';
import { organizationVocabulary } from './vocabulary.ts';

const fieldOptions = organizationFields.map((field) => ({ field: field.key, label: field.label }));

/** Registers of groups (登録団体一覧) in any layout whose columns have headers. */
export const organizationsImporter: Importer = {
  kind: 'organizations',
  fieldOptions,
  score: scoreSheet,
  prepare: () => void matcherOf(organizationVocabulary),
  analyze,
  join: joinRegisters,
};

/**
 * A register names groups and says something of them: a sure name column, and the more known columns the surer. A mere 番号 beside
 * the names says nothing: lists of grants have it too.
 */
function scoreSheet(folded: Sheet): number {
  const { sheet } = unfoldRecords(folded);
  const table = findTable(sheet, organizationVocabulary, { excludedColumns: sheet.hiddenColumns });
  const name = table?.columns.find((column) => column.field === 'name');
  if (table === null || name === undefined) return 0;
  // Names that are formulas without saved results look like an empty column.
  const isUnread = sheet.rows.some((row) => row.index >= table.bodyStart && isUnsaved(row.cells[name.index] ?? null));
  if (name.score < 0.75 && !isUnread) return 0;
  const known = knownFields(table.columns);
  if (known < 1) return 0;
  const headers = new Set(table.columns.map((column) => column.header));
  const named = new Set(table.columns.filter((column) => column.field !== null).map((column) => column.header));
  const share = named.size / headers.size;
  const hasBody = sheet.rows.some((row) => row.index >= table.bodyStart);
  return Math.min(1, (0.46 + 0.08 * known) * (0.75 + 0.25 * share)) * (hasBody ? 1 : 0.5);
}

/** Found in lists of bookings and grants too. */
const untelling: ReadonlySet<string> = new Set([
  'members',
  'membersCitizen',
  'note',
  'city',
  'url',
  'area',
  'activity',
  'purpose',
]);

/** Number of known fields; those that many lists have count half. */
function knownFields(columns: readonly TableColumn[]): number {
  const sure = columns.filter((column) => column.score >= 0.8 && !isGenericNumber(column));
  const fields = new Set(sure.flatMap(({ field }) => (field === null || field === 'name' ? [] : [field])));
  const others = [...fields].filter((field) => untelling.has(field)).length;
  return fields.size === others ? 0 : fields.size - others / 2;
}

function analyze(input: AnalysisInput): Analysis {
  const { choices } = input;
  const { sheet, lower } = unfoldRecords(input.sheet);
  const grid = createGrid(sheet);
  const included = hiddenPartsOf(choices);
  const excludedColumns = included.includeHiddenColumns ? [] : sheet.hiddenColumns;
  const table = tableOf(input, grid, excludedColumns);
  const plan = planTables(grid, table, choices.mapping);
  const nullFree = withoutNullWords(sheet, { from: table.bodyStart, ...nullColumns(plan) });
  const { lines, warnings } = readRegisterSheet({
    grid: createGrid(nullFree.sheet),
    table,
    columns: plan.mapped,
    beside: plan.beside,
    tableAt: (rows) => otherTable(grid, rows, excludedColumns),
    includeHiddenRows: included.includeHiddenRows,
    fiscalYear: fiscalYearOf(input.today),
    onRow: input.onRow,
  });
  const merged = mergeLines(lines, input);
  const hiddenColumns = filledHiddenColumns(grid);
  return {
    kind: 'organizations',
    headerRows: table.headerRows.map((row) => row + 1),
    columns: plan.preview.map((column) => ({ ...column, letter: letterOf(column, lower) })),
    fieldOptions,
    rows: merged.rows,
    hiddenRows: sheet.rows.filter((row) => row.hidden).length,
    hiddenColumns,
    planTitle: null,
    fiscalYear: null,
    warnings: [
      ...tableProblems(plan, table),
      ...unusedColumns(plan.preview),
      ...shownByFormat(grid, [...plan.mapped, ...plan.beside.flat()], table.bodyStart),
      ...hiddenWarnings(sheet, hiddenColumns, included),
      ...warnings,
      ...nullWordWarnings(nullFree.count),
      ...merged.warnings,
    ],
    apply: (tx, progress) => importOrganizations(tx, merged.writes, progress),
  };
}

function tableOf({ choices }: AnalysisInput, grid: SheetGrid, excludedColumns: readonly number[]): FoundTable {
  const headerRows = choices.headerRows?.map((row) => row - 1);
  return findTable(grid.sheet, organizationVocabulary, { headerRows, excludedColumns }) ?? headerless(grid);
}

function nullWordWarnings(count: number): readonly string[] {
  return count > 0 ? [tableWarnings.nullWords(count)] : [];
}

/** Lower cells of a record of two rows stand in the same column of the file. */
function letterOf({ index, letter }: ImportColumn, lower: ReadonlyMap<number, number>): string {
  const column = lower.get(index);
  return column === undefined ? letter : tableWarnings.lowerRow(columnLetters(column));
}

type TablesPlan = ColumnPlan & { readonly beside: readonly ColumnPlan['mapped'][] };

/** The columns of the first table and of those beside it; a choice of the user names a column of the first. */
function planTables(grid: SheetGrid, table: FoundTable, mapping: ImportChoices['mapping']): TablesPlan {
  const samples = columnSamples(grid, table.bodyStart);
  const split = splitTables(table);
  const first = planColumns(grid.sheet, split.first, { mapping, samples });
  const beside = split.beside.map((own) => planColumns(grid.sheet, own, { mapping: undefined, samples }));
  return {
    mapped: first.mapped,
    preview: [first, ...beside].flatMap((plan) => plan.preview),
    warnings: [...first.warnings, ...split.warnings],
    beside: beside.map((plan) => plan.mapped),
  };
}

function nullColumns({ mapped, beside }: TablesPlan) {
  const columns = [mapped, ...beside].flat();
  const names = columns.filter(({ field }) => field === 'name').map(({ index }) => index);
  return { kept: new Set(names), counted: new Set(columns.flatMap(({ parts }) => parts)) };
}

/** No header was found: nothing is data until the user names the header rows or the columns. */
function headerless(grid: SheetGrid): FoundTable {
  const samples = columnSamples(grid, 0);
  const indexes = Array.from({ length: Math.min(grid.sheet.columnCount, 200) }, (_, index) => index);
  const columns = indexes.map((index) => ({ index, header: '', field: null, score: 0 }));
  return { headerRows: [], columns: columns.filter(({ index }) => samples(index).length > 0), bodyStart: 0 };
}

function otherTable(grid: SheetGrid, headerRows: readonly number[], excludedColumns: readonly number[]) {
  const table = findTable(grid.sheet, organizationVocabulary, { headerRows, excludedColumns });
  if (table === null || !table.columns.some((column) => column.field === 'name')) return null;
  const samples = columnSamples(grid, table.bodyStart);
  const { mapped } = planColumns(grid.sheet, table, { mapping: undefined, samples });
  return { columns: mapped, headers: table.columns };
}

type MergedLines = {
  readonly rows: readonly ImportRow[];
  readonly writes: readonly NonNullable<MergedDraft['write']>[];
  readonly warnings: readonly string[];
};

function mergeLines(lines: readonly SheetLine[], { reader, choices, onRow }: AnalysisInput): MergedLines {
  const byDraft = mergeDrafts(
    lines.flatMap((line) => (line.kind === 'draft' ? [line.draft] : [])),
    {
      groups: listStoredOrganizations(reader),
      numberHolders: registrationNumberHolders(reader),
      answers: choices.answers ?? {},
      onRow: onRow ?? (() => undefined),
    },
  );
  const merged = lines.flatMap((line): readonly MergedDraft[] => {
    if (line.kind === 'skip') return [{ row: skippedRow(line), leftAlone: 0 }];
    const own = byDraft.get(line.draft);
    return own === undefined ? [] : [own];
  });
  const leftAlone = merged.reduce((sum, { leftAlone: cells }) => sum + cells, 0);
  const checks = merged.filter(({ row }) => row.action === 'check');
  const asks = checks.filter(({ row }) => row.question !== undefined).length;
  return {
    rows: merged.map(({ row }) => row),
    writes: merged.flatMap(({ write }) => (write === undefined ? [] : [write])),
    warnings: [
      ...(asks > 0 ? [organizationWarnings.asks(asks)] : []),
      ...(checks.length > asks ? [organizationWarnings.checks(checks.length - asks)] : []),
      ...(leftAlone > 0 ? [organizationWarnings.leftAlone(leftAlone)] : []),
    ],
  };
}

function skippedRow({ row, hidden, title, reason }: SheetLine & { readonly kind: 'skip' }): ImportRow {
  return { row, action: 'skip', hidden, key: '', title, values: {}, changes: [], reason, fixes: [] };
}

function tableProblems(plan: ColumnPlan, table: FoundTable): readonly string[] {
  const hasName = plan.mapped.some((column) => column.field === 'name');
  const missing =
    table.headerRows.length === 0 && !hasName ? [rowReasons.noTable] : hasName ? [] : [organizationWarnings.noName];
  return [...missing, ...plan.warnings];
}

function filledHiddenColumns(grid: SheetGrid): readonly string[] {
  const { sheet } = grid;
  const filled = sheet.hiddenColumns.filter((column) =>
    sheet.rows.some((row) => (row.cells[column]?.text ?? '') !== ''),
  );
  return filled.map(columnLetters);
}

type Hidden = { readonly includeHiddenRows: boolean; readonly includeHiddenColumns: boolean };

function hiddenPartsOf({ includeHiddenRows, includeHiddenColumns }: ImportChoices): Hidden {
  return { includeHiddenRows: includeHiddenRows !== false, includeHiddenColumns: includeHiddenColumns === true };
}

function hiddenWarnings(sheet: Sheet, columns: readonly string[], included: Hidden): readonly string[] {
  const rows = sheet.rows.filter((row) => row.hidden).length;
  return [
    ...(rows > 0 ? [tableWarnings.hiddenRows(rows, included.includeHiddenRows)] : []),
    ...(columns.length > 0 ? [tableWarnings.hiddenColumns(columns, included.includeHiddenColumns)] : []),
  ];
}
