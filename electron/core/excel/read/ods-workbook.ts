import type { Sheet } from '#core/excel/workbook.ts';
import { readOdsTable } from './ods-table.ts';
import { type Budget, SheetBuilder } from './sheet-builder.ts';
import { XmlCursor } from './xml-cursor.ts';
import type { ZipArchive } from './zip-archive.ts';

/** The style that LibreOffice gives to its copies of other files' tables. */
const COPY_OF_OTHER_FILE = 'ta_extref';

/**
 * Sheets of an OpenDocument spreadsheet. Tables elsewhere are not sheets and are passed over: in a change history, a text box, a link
 * to other programs.
 */
export function readOdsSheets(archive: ZipArchive, budget: Budget): Sheet[] {
  const sheets: Sheet[] = [];
  const hiddenStyles = new Set<string>();
  const cursor = new XmlCursor(archive.read('content.xml'), 'content.xml');
  let style = '';
  for (let event = cursor.next(); event !== 'end'; event = cursor.next()) {
    if (event !== 'open') continue;
    if (cursor.name === 'style') style = cursor.attribute('style:name') ?? '';
    else if (cursor.name === 'table-properties' && cursor.attribute('table:display') === 'false')
      hiddenStyles.add(style);
    else if (cursor.name === 'spreadsheet') sheets.push(...readTables(cursor, budget, hiddenStyles));
  }
  return sheets;
}

function readTables(cursor: XmlCursor, budget: Budget, hiddenStyles: ReadonlySet<string>): Sheet[] {
  const sheets: Sheet[] = [];
  const inBook = cursor.inside;
  while (cursor.nextChild(inBook)) {
    const style = cursor.attribute('table:style-name') ?? '';
    if (cursor.name !== 'table' || cursor.isEmpty || style === COPY_OF_OTHER_FILE) continue;
    const builder = new SheetBuilder(cursor.attribute('table:name') ?? '', budget);
    sheets.push(readOdsTable(cursor, builder, hiddenStyles.has(style)));
  }
  return sheets;
}
