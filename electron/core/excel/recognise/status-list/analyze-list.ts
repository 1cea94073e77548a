import { compareList } from '#core/excel/merge/status-list/compare-list.ts';
import { fiscalYearOf, formatFiscalYear } from '#shared/domain/fiscal-year.ts';
import { parseLegend } from '#shared/domain/legend.ts';
import { cleanText } from '#shared/domain/text.ts';
import { statusListWarnings } from '#shared/messages/import-status-list.ts';
import { tableWarnings as commonWarnings } from '#shared/messages/import-table.ts';
import { importPlan } from '#db/commands/plan-import.ts';
import type { PlanTree } from '#db/queries/plan-tree.ts';
import type { Analysis, AnalysisInput } from '../importer.ts';
import { matcherOf } from '../table/find-table.ts';
import { createGrid, type SheetGrid } from '../table/sheet-grid.ts';
import { shownByFormat } from '../table/shown-by-format.ts';
import type { FoundTable, TableColumn } from '../table/vocabulary.ts';
import { alignTables } from './align-tables.ts';
import { analysisFrame, tableWarnings, unreadableList } from './analysis-frame.ts';
import { otherYearColumns, withoutYear, yearOfHeader } from './column-years.ts';
import { chooseColumns, type ColumnMap, columnMap } from './columns.ts';
import { findPlan, type FoundPlan } from './find-plan.ts';
import { findListTable } from './find-list-table.ts';
import { findSideLegends } from './legend-rows.ts';
import { chooseLegend, chooseMarkSet, type ChosenMarkSet, findLegends } from './mark-sets.ts';
import { printedFiscalYear } from './plan-identity.ts';
import type { RawItem, RawRow } from './raw-row.ts';
import { readList } from './read-list.ts';
import { readRows, rowText } from './read-rows.ts';
import { soundSheet } from './sound-sheet.ts';
import { statusListVocabulary } from './vocabulary.ts';

type Warned<T> = T & { readonly warnings: readonly string[] };

/** What importing a sheet as a status list would do. Never throws on odd sheets: what is not understood is skipped with its reason. */
export function analyzeStatusList(input: AnalysisInput): Analysis {
  const { sheet, choices } = input;
  const { grid: printed, table, headers, folded, otherTables, excluded } = findColumns(input);
  const columns = columnMap(headers);
  if (table === null || columns === null) return unreadableList(input, { grid: printed, table, headers });
  const includeHiddenRows = choices.includeHiddenRows !== false;
  const sound = soundSheet(printed.sheet, table, columns);
  const grid = createGrid(sound.sheet);
  const { rows, shape, legendTexts } = readRows({ grid, table, columns, includeHiddenRows, odd: sound.odd });
  const items = rows.filter((row) => row.kind === 'item');
  const found = findPlan({ ...input, above: table.headerRows[0] ?? 0, items });
  const year = chooseYear(input, { table, headers, tree: found.tree });
  const { fiscalYear } = year;
  const tree = found.treeOf(fiscalYear);
  const sets = markSets({ grid, rows, items, columns, headers, tree, legendTexts });
  const list = readList({ rows, shape, columns, headers, ...sets });
  const plan = { ...found.plan, fiscalYear, ...sets };
  const previous = yearBefore(found, fiscalYear);
  const compared = compareList({ list, tree, previous, hasMerges: sheet.merges.length > 0, plan });
  return {
    ...analysisFrame({ grid, table, headers }),
    planTitle: found.plan.title,
    fiscalYear,
    rows: compared.rows,
    warnings: [
      ...[sound, found, year, sets, list, compared].flatMap(({ warnings }) => warnings),
      ...folded.map(statusListWarnings.folded),
      ...shownByFormat(grid, usedColumns(headers), table.bodyStart),
      ...otherTables.map((row) => commonWarnings.otherTable(row + 1)),
      ...tableWarnings(input, { grid, table, headers }, excluded),
    ],
    apply: (tx, progress) => importPlan(tx, compared.import, progress),
  };
}

function usedColumns(headers: readonly TableColumn[]): readonly TableColumn[] {
  return headers.filter((column) => column.field !== null);
}

type FoundColumns = {
  readonly grid: SheetGrid;
  readonly table: FoundTable | null;
  readonly headers: readonly TableColumn[];
  readonly folded: readonly string[];
  /** 0-based header rows of later tables whose columns stand otherwise. */
  readonly otherTables: readonly number[];
  readonly excluded: readonly number[];
};

function findColumns({ sheet, choices }: AnalysisInput): FoundColumns {
  const excluded = choices.includeHiddenColumns === true ? [] : sheet.hiddenColumns;
  const headerRows = choices.headerRows?.map((row) => row - 1);
  const found = findListTable(sheet, { headerRows, excludedColumns: excluded });
  if (found === null)
    return { grid: createGrid(sheet), table: null, headers: [], folded: [], otherTables: [], excluded };
  const { table, folded } = found;
  const headers = chooseColumns(table, createGrid(found.sheet), choices);
  const aligned = alignTables(found.sheet, table, headers);
  return { grid: createGrid(aligned.sheet), table, headers, folded, otherTables: aligned.otherTables, excluded };
}

/** The plan as it was in the newest year before, when nothing is known of this year yet. */
function yearBefore({ tree, treeOf }: FoundPlan, fiscalYear: number): PlanTree | null {
  if (tree === null || tree.fiscalYears.includes(fiscalYear)) return null;
  const before = tree.fiscalYears.find((year) => year < fiscalYear);
  return before === undefined ? null : treeOf(before);
}

type YearParts = {
  readonly table: FoundTable;
  readonly headers: readonly TableColumn[];
  readonly tree: PlanTree | null;
};

/** The user's choice, what is printed, the plan's newest year, or the year of today. */
function chooseYear(
  { choices, sheet, fileName, cover, today }: AnalysisInput,
  { table, headers, tree }: YearParts,
): Warned<{ readonly fiscalYear: number }> {
  const used = usedColumns(headers).map((column) => column.header);
  const printed = printedFiscalYear(sheet, { above: table.headerRows[0] ?? 0, headers: used, fileName, cover });
  // Of several years side by side the one that is read counts, whatever the title says.
  const ofColumn = otherYearColumns(headers).length > 0 ? used.map(yearOfHeader).find((year) => year !== null) : null;
  const certain = choices.fiscalYear ?? ofColumn ?? printed;
  if (certain !== null) return { fiscalYear: certain, warnings: [] };
  const newest = tree?.fiscalYears[0];
  if (newest !== undefined) {
    return { fiscalYear: newest, warnings: [statusListWarnings.yearFromLedger(formatFiscalYear(newest))] };
  }
  const current = fiscalYearOf(today);
  return { fiscalYear: current, warnings: [statusListWarnings.yearFromToday(formatFiscalYear(current))] };
}

type MarkSetParts = {
  readonly grid: SheetGrid;
  readonly rows: readonly RawRow[];
  readonly items: readonly RawItem[];
  readonly columns: ColumnMap;
  readonly headers: readonly TableColumn[];
  readonly tree: PlanTree | null;
  readonly legendTexts: readonly string[];
};
type MarkSets = {
  readonly status: ChosenMarkSet | null;
  readonly disposition: ChosenMarkSet | null;
  readonly legend: string | null;
};

function markSets({ grid, rows, items, columns, headers, tree, legendTexts }: MarkSetParts): Warned<MarkSets> {
  const fields = new Set(headers.filter((column) => column.field !== null).map((column) => column.index));
  const beside = findSideLegends(grid, (column) => !fields.has(column));
  const legends = findLegends([
    ...legendTexts,
    ...skippedTexts(grid, rows),
    ...headers.map((column) => column.header),
    ...beside,
  ]);
  const read = (kind: 'status' | 'disposition', field: 'mark' | 'disposition') => {
    const index = columns[field];
    if (index === undefined) return null;
    const texts = items.map((item) => item[field]?.text ?? '');
    const header = columnLabel(headers, index);
    const isKnown = (matcherOf(statusListVocabulary).scores([header], []).get(field) ?? 0) >= 0.5;
    // A header that says nothing (ア) would not be found in the list that is printed with it.
    const column = { kind, header: isKnown ? header : '', texts };
    const legend = chooseLegend(legends, column);
    return { legend, ...chooseMarkSet({ ...column, legend, stored: tree?.[kind] ?? null }) };
  };
  const status = read('status', 'mark');
  const disposition = read('disposition', 'disposition');
  const warnings = [...(status?.warnings ?? []), ...(disposition?.warnings ?? [])];
  return { status, disposition, legend: status?.legend?.text ?? null, warnings };
}

/** What a column is called, without its legend, its year and line breaks: 実施状況 of 実施状況>R6, 今後の取扱い of 今後の⏎取扱い. */
function columnLabel(headers: readonly TableColumn[], index: number): string {
  const parts = headers.find((column) => column.index === index)?.header.split('>') ?? [];
  const named = parts.findLast((part) => withoutYear(part) !== '') ?? '';
  const plain = cleanText(named)
    .replace(/[（(][^（()）\p{L}]*[）)]/gu, '')
    .replace(/\s/g, '');
  return parseLegend(named.replace(/\n/g, ' '))?.heading || plain;
}

/** Texts that may be legends: rows that are no items, cell by cell and as a whole. */
function skippedTexts(grid: SheetGrid, rows: readonly RawRow[]): readonly string[] {
  return rows.flatMap((skipped) => {
    const row = skipped.kind === 'skip' ? grid.row(skipped.row) : undefined;
    if (row === undefined) return [];
    const cells = row.cells.flatMap((cell) => (cell === null || cell.text.trim() === '' ? [] : [cell.text]));
    return cells.length > 1 ? [...cells, rowText(row)] : cells;
  });
}
