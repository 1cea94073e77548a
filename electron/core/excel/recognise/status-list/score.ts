import type { Sheet } from '#core/excel/workbook.ts';
import { parseLegend } from '#shared/domain/legend.ts';
import { findTable } from '../table/find-table.ts';
import { chooseColumns, columnMap } from './columns.ts';
import { rowText } from './read-rows.ts';
import { statusListVocabulary } from './vocabulary.ts';

/** How much a sheet looks like a status list, 0 to 1: names with marks or dispositions, and what usually stands around them. */
export function scoreStatusList(sheet: Sheet): number {
  const table = findTable(sheet, statusListVocabulary, { excludedColumns: sheet.hiddenColumns });
  if (table === null) return 0;
  const headers = chooseColumns(table, {});
  const columns = columnMap(headers);
  if (columns === null) return 0;
  const sure = headers.filter((column) => column.field !== null && column.score >= 0.7).length;
  const hasLegend = sheet.rows.slice(0, 40).some((row) => parseLegend(rowText(row)) !== null);
  const evidence = [
    columns.mark !== undefined ? 0.2 : 0,
    columns.disposition !== undefined ? 0.15 : 0,
    columns.numberRaw !== undefined ? 0.05 : 0,
    columns.note !== undefined ? 0.1 : 0,
    columns.levels.length > 0 ? 0.1 : 0,
    hasLegend ? 0.2 : 0,
    sure >= 3 ? 0.2 : sure * 0.05,
  ];
  return Math.min(
    1,
    evidence.reduce((sum, part) => sum + part, 0),
  );
}
