import { utils, write } from 'xlsx';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import type { Sheet } from '#core/excel/workbook.ts';

/** A value with the number format of its cell. */
export type Formatted = { readonly v: number | string; readonly z: string };
type Value = string | number | boolean | null | Formatted;

/** A sheet as it arrives from a file of the given kind, with number formats in its cells. */
export async function formattedSheet(
  rows: readonly (readonly Value[])[],
  bookType: 'xlsx' | 'xls' = 'xlsx',
): Promise<Sheet> {
  const plain = rows.map((row) => row.map((value) => (isFormatted(value) ? value.v : value)));
  const sheet = utils.aoa_to_sheet(plain);
  for (const [r, row] of rows.entries())
    for (const [c, value] of row.entries())
      if (isFormatted(value)) Object.assign(sheet[utils.encode_cell({ r, c })], { z: value.z });
  const book = utils.book_new(sheet, '名簿');
  const bytes: Uint8Array = write(book, { type: 'buffer', bookType: bookType === 'xls' ? 'biff8' : bookType });
  const [read] = (await parseWorkbook(bytes)).sheets;
  if (read === undefined) throw new Error('no sheet');
  return read;
}

function isFormatted(value: Value): value is Formatted {
  return typeof value === 'object' && value !== null;
}
