import type { OutBook } from './book.ts';
import {
  contentTypesXml,
  corePropertiesXml,
  packageRelationsXml,
  workbookRelationsXml,
  workbookXml,
} from './package-xml.ts';
import { safeSheetNames } from './sheet-name.ts';
import { sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles-xml.ts';
import { compressPart, zipParts } from './zip-writer.ts';

/**
 * The .xlsx file of a book. Text is written as inline strings, so nothing that came from data can be a formula; the
 * same book always gives the same bytes. Errors: CELL_TEXT_TOO_LONG, SHEET_TOO_LARGE.
 */
export function writeXlsx(book: OutBook): Uint8Array {
  if (book.sheets.length === 0) throw new RangeError('a workbook needs a sheet');
  const names = safeSheetNames(book.sheets.map((sheet) => sheet.name));
  const count = book.sheets.length;
  return zipParts([
    compressPart('[Content_Types].xml', [contentTypesXml(count)]),
    compressPart('_rels/.rels', [packageRelationsXml()]),
    compressPart('docProps/core.xml', [corePropertiesXml(book.title ?? '')]),
    compressPart('xl/workbook.xml', [workbookXml(book, names)]),
    compressPart('xl/_rels/workbook.xml.rels', [workbookRelationsXml(count)]),
    compressPart('xl/styles.xml', [stylesXml()]),
    ...book.sheets.map((sheet, index) =>
      compressPart(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, names[index] ?? '')),
    ),
  ]);
}
