import type { Sheet } from '#core/excel/workbook.ts';
import { readOdsTable } from './ods-table.ts';
import { type Budget, SheetBuilder } from './sheet-builder.ts';
import { XmlCursor } from './xml-cursor.ts';
import type { ZipArchive } from './zip-archive.ts';

/** Sheets of an OpenDocument spreadsheet. Tables inside a change history or a text box are not sheets and are passed over. */
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
    else if (cursor.name === 'tracked-changes') cursor.skip();
    else if (cursor.name === 'table' && !cursor.isEmpty) {
      const hidden = hiddenStyles.has(cursor.attribute('table:style-name') ?? '');
      sheets.push(readOdsTable(cursor, new SheetBuilder(cursor.attribute('table:name') ?? '', budget), hidden));
    }
  }
  return sheets;
}
