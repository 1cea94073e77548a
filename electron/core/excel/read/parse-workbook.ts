import type { SheetCell, Workbook } from '#core/excel/workbook.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { readCsvSheet } from './csv-workbook.ts';
import { readOdsSheets } from './ods-workbook.ts';
import { type CheckedFile, preflight } from './preflight.ts';
import { type Budget, newBudget, SheetBuilder } from './sheet-builder.ts';
import { readXlsSheets } from './xls-workbook.ts';
import { readXlsxPackage } from './xlsx-package.ts';
import { readXlsxSheet, type XlsxShared } from './xlsx-sheet.ts';
import { readSharedStrings } from './xlsx-strings.ts';
import { readNumberFormats } from './xlsx-styles.ts';

/**
 * Bytes of a foreign file to the neutral workbook. Every refusal is an AppError with a Japanese message.
 * Only the parser process calls this for real files: a hostile one may still use up time and memory.
 */
export async function parseWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const file = await preflight(bytes);
  try {
    return await readChecked(file);
  } catch (error) {
    if (error instanceof AppError) throw error;
    // A string or array beyond the engine's limits, or a file that breaks an assumption of the reader.
    throw new AppError('WORKBOOK_BROKEN', { where: '内容' }, { cause: error });
  }
}

async function readChecked(file: CheckedFile): Promise<Workbook> {
  const budget = newBudget();
  switch (file.format) {
    case 'csv':
      return { format: 'csv', encoding: file.encoding, sheets: [readCsvSheet(file.text, budget)] };
    case 'xls':
      return { format: 'xls', sheets: await readXlsSheets(file.bytes, budget) };
    case 'ods':
      return { format: 'ods', sheets: readOdsSheets(file.archive, budget) };
    default:
      return { format: file.format, ...readXlsxSheets(file, budget) };
  }
}

function readXlsxSheets(
  file: Extract<CheckedFile, { format: 'xlsx' | 'xlsm' }>,
  budget: Budget,
): Pick<Workbook, 'sheets' | 'missingSheets'> {
  const { archive } = file;
  const { sheets, is1904, stringsPart, stylesPart, missing, isUncalculated } = readXlsxPackage(
    archive,
    file.workbookPart,
  );
  const strings: readonly (SheetCell | null)[] =
    stringsPart === undefined ? [] : readSharedStrings(archive.read(stringsPart), stringsPart);
  const formats = stylesPart === undefined ? [] : readNumberFormats(archive.read(stylesPart), stylesPart);
  const shared: XlsxShared = { strings, formats, is1904, isUncalculated };
  const read = sheets.map(({ name, hidden, part }) => {
    const builder = new SheetBuilder(name, budget);
    readXlsxSheet(archive.read(part), builder, shared);
    return builder.build(hidden);
  });
  return missing.length === 0 ? { sheets: read } : { sheets: read, missingSheets: missing };
}
