import { columnLetters } from '#core/excel/write/cell-address.ts';
import type { ImportColumn } from '#shared/contract/imports.ts';
import { statusListFields, statusListWarnings } from '#shared/messages/import-status-list.ts';
import type { Analysis, AnalysisInput } from '../importer.ts';
import { columnSamples } from '../table/samples.ts';
import type { SheetGrid } from '../table/sheet-grid.ts';
import type { FoundTable, TableColumn } from '../table/vocabulary.ts';
import { otherYearColumns } from './column-years.ts';
import { rowText } from './read-rows.ts';
import { statusListFieldKeys } from './vocabulary.ts';

export type FrameParts = {
  readonly grid: SheetGrid;
  readonly table: FoundTable | null;
  readonly headers: readonly TableColumn[];
};

/** The part of an analysis that tells what was found in the sheet, before anything is compared. */
export function analysisFrame({ grid, table, headers }: FrameParts) {
  const { sheet } = grid;
  const samples = columnSamples(grid, table?.bodyStart ?? 0);
  const hidden = new Set(sheet.hiddenColumns);
  return {
    kind: 'status-list' as const,
    headerRows: (table?.headerRows ?? []).map((row) => row + 1),
    columns: headers.map(
      ({ index, header, field }): ImportColumn => ({
        index,
        letter: columnLetters(index),
        header,
        field,
        hidden: hidden.has(index),
        samples: [...new Set(samples(index))].slice(0, 5).map((text) => text.slice(0, 60)),
      }),
    ),
    fieldOptions: statusListFieldKeys.map((field) => ({ field, label: statusListFields[field] })),
    hiddenRows: sheet.rows.filter((row) => row.hidden).length,
    hiddenColumns: sheet.hiddenColumns.map(columnLetters),
  };
}

/** No list yet: the columns are shown so that a person can say what they are. */
export function unreadableList({ sheet, choices }: AnalysisInput, parts: FrameParts): Analysis {
  return {
    ...analysisFrame(parts),
    planTitle: choices.planTitle ?? null,
    fiscalYear: choices.fiscalYear ?? null,
    rows: sheet.rows.map((row) => ({
      row: row.index + 1,
      action: 'skip',
      hidden: row.hidden,
      key: '',
      title: rowText(row).slice(0, 120),
      values: {},
      changes: [],
      reason: statusListWarnings.noColumns,
      fixes: [],
    })),
    warnings: [statusListWarnings.noColumns],
    apply: () => undefined,
  };
}

/** What is left out: columns of other years and those the ledger has no place for, hidden columns; and that hidden rows are taken. */
export function tableWarnings(
  { sheet, choices }: AnalysisInput,
  { grid, table, headers }: FrameParts,
  excluded: readonly number[],
): string[] {
  const samples = columnSamples(grid, table?.bodyStart ?? 0);
  const ofOtherYears = otherYearColumns(headers);
  const unknown = headers.filter(
    (column) =>
      column.field === null &&
      column.header !== '' &&
      !excluded.includes(column.index) &&
      !ofOtherYears.includes(column) &&
      samples(column.index).length > 0,
  );
  const hiddenRows = sheet.rows.filter((row) => row.hidden).length;
  const hiddenText =
    choices.includeHiddenRows === false ? statusListWarnings.hiddenRowsLeftOut : statusListWarnings.hiddenRows;
  return [
    ...(ofOtherYears.length > 0 ? [statusListWarnings.otherYears(headerTexts(ofOtherYears))] : []),
    ...(unknown.length > 0 ? [statusListWarnings.otherColumns(headerTexts(unknown))] : []),
    ...(hiddenRows > 0 ? [hiddenText(hiddenRows)] : []),
    ...(excluded.length > 0 ? [statusListWarnings.hiddenColumns(excluded.map(columnLetters).join('・'))] : []),
  ];
}

function headerTexts(columns: readonly TableColumn[]): string {
  return columns.map(({ header }) => header.replace(/\s/g, '').replace(/>/g, 'の').slice(0, 30)).join('、');
}
