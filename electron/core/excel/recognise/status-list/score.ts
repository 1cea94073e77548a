import type { Sheet } from '#core/excel/workbook.ts';
import { parseLegend } from '#shared/domain/legend.ts';
import { defaultStatusMarks, readMark } from '#shared/domain/marks.ts';
import { cleanText } from '#shared/domain/text.ts';
import { columnSamples } from '../table/samples.ts';
import { createGrid } from '../table/sheet-grid.ts';
import { chooseColumns, columnMap } from './columns.ts';
import { findListTable } from './find-list-table.ts';
import { rowText } from './read-rows.ts';
import { isStatusWord } from './status-words.ts';

/** How much a sheet looks like a status list, 0 to 1: names with marks or dispositions, and what usually stands around them. */
export function scoreStatusList(sheet: Sheet): number {
  const found = findListTable(sheet, { excludedColumns: sheet.hiddenColumns });
  if (found === null) return 0;
  const { sheet: folded, table } = found;
  const grid = createGrid(folded);
  const headers = chooseColumns(table, grid, {});
  const columns = columnMap(headers);
  if (columns === null) return 0;
  const sure = headers.filter((column) => column.field !== null && column.score >= 0.7).length;
  const hasLegend = sheet.rows.slice(0, 40).some((row) => parseLegend(rowText(row)) !== null);
  const hasMarks = holdsMarks(columns.mark, columnSamples(grid, table.bodyStart));
  const isNamed = headers.some((column) => column.field === 'mark' && column.score >= 0.7);
  const evidence = [
    isNamed || hasMarks ? 0.2 : 0,
    columns.disposition !== undefined ? 0.15 : 0,
    columns.numberRaw !== undefined ? 0.05 : 0,
    columns.note !== undefined ? 0.1 : 0,
    columns.levels.length > 0 ? 0.1 : 0,
    hasLegend ? 0.2 : 0,
    hasMarks ? 0.25 : 0,
    sure >= 3 ? 0.2 : sure * 0.05,
  ];
  return Math.min(
    1,
    evidence.reduce((sum, part) => sum + part, 0),
  );
}

/** The column holds few values, all of them marks, grades or words for a status. */
function holdsMarks(column: number | undefined, samples: (column: number) => readonly string[]): boolean {
  if (column === undefined) return false;
  const texts = samples(column).map((text) => cleanText(text).replace(/^\d{1,2}[:：.]\s?/u, ''));
  const isMark = (text: string): boolean =>
    readMark(text, defaultStatusMarks).state === 'mark' || /^[A-EＡ-ＥSＳ]$/u.test(text) || isStatusWord(text);
  return texts.length >= 2 && new Set(texts).size <= 8 && texts.filter(isMark).length >= texts.length * 0.7;
}
