import { CsvError, parse } from 'csv-parse/sync';
import type { Sheet, SheetCell } from '#core/excel/workbook.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { textCell } from './cell-values.ts';
import { type Budget, SheetBuilder } from './sheet-builder.ts';

const DELIMITERS = [',', '\t', ';'] as const;
/** Ctrl-Z, with which old programs end a text file. */
const DOS_END = '\u001a';
const SAMPLE_CHARACTERS = 20_000;

/** A text table as one sheet. Every cell is text: guessing numbers would lose the leading zeros of phones and codes. */
export function readCsvSheet(text: string, budget: Budget): Sheet {
  const builder = new SheetBuilder('CSV', budget);
  for (const [index, record] of parseRecords(text).entries()) {
    const cells: (readonly [number, SheetCell])[] = [];
    for (const [column, raw] of record.entries()) {
      const cell = textCell(raw.replace(/^'(?=[=+\-@])/, ''));
      if (cell !== null) cells.push([column, cell]);
    }
    builder.addRow(index, false, cells);
  }
  return builder.build(false);
}

function parseRecords(text: string): string[][] {
  try {
    return parse(text.endsWith(DOS_END) ? text.slice(0, -1) : text, {
      delimiter: detectDelimiter(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['lines'] ?? 0);
    throw new AppError('CSV_QUOTES', { line }, { cause: error });
  }
}

/** The delimiter found most often outside quotes near the start; a text without any is one column. */
function detectDelimiter(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS).replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => sample.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
