import type { ImportChoices, ImportRow } from '#shared/contract/imports.ts';
import { importTexts } from '#shared/messages/import-session.ts';
import { columnSamples } from '../excel/recognise/table/samples.ts';
import { createGrid, filledCells } from '../excel/recognise/table/sheet-grid.ts';
import type { Analysis } from '../excel/recognise/importer.ts';
import type { Sheet, SheetRow } from '../excel/workbook.ts';
import { columnLetters } from '../excel/write/cell-address.ts';

const MAX_COLUMNS = 200;

/** A sheet of no known kind as it is: its rows by column letter, nothing to write, until the user says what it is. */
export function unknownAnalysis(sheet: Sheet, choices: ImportChoices): Analysis {
  const grid = createGrid(sheet);
  const headerRows = choices.headerRows ?? [];
  const bodyStart = Math.max(0, ...headerRows);
  const samples = columnSamples(grid, bodyStart);
  const hidden = new Set(sheet.hiddenColumns);
  const columns = Array.from({ length: Math.min(sheet.columnCount, MAX_COLUMNS) }, (_, index) => ({
    index,
    letter: columnLetters(index),
    header: headerRows
      .map((row) => grid.text(row - 1, index))
      .filter((text) => text !== '')
      .join('>'),
    field: null,
    hidden: hidden.has(index),
    samples: [...new Set(samples(index))].slice(0, 5).map((text) => text.slice(0, 60)),
  }));
  return {
    kind: 'unknown',
    headerRows,
    columns: columns.filter((column) => column.header !== '' || column.samples.length > 0),
    fieldOptions: [],
    rows: sheet.rows.map(asItIs),
    hiddenRows: sheet.rows.filter((row) => row.hidden).length,
    hiddenColumns: sheet.hiddenColumns.map(columnLetters),
    planTitle: null,
    fiscalYear: null,
    warnings: [importTexts.unknownSheet(sheet.name)],
    apply: () => undefined,
  };
}

function asItIs(row: SheetRow): ImportRow {
  const cells = filledCells(row).slice(0, MAX_COLUMNS);
  return {
    row: row.index + 1,
    action: 'skip',
    hidden: row.hidden,
    key: '',
    title: cells[0]?.cell.text.trim().slice(0, 80) ?? '',
    values: Object.fromEntries(cells.map(({ column, cell }) => [columnLetters(column), cell.text.slice(0, 200)])),
    changes: [],
    reason: importTexts.unknownRow,
    fixes: [],
  };
}
