import type { SheetCell } from '#core/excel/workbook.ts';
import { tableWarnings } from '#shared/messages/import-table.ts';
import type { SheetGrid } from './sheet-grid.ts';

const MOST_TOLD = 4;

type Column = { readonly index: number; readonly header: string };

/** One sentence for each column that shows words in the place of numbers, and one for each that hides values. */
export function shownByFormat(grid: SheetGrid, columns: readonly Column[], bodyStart: number): readonly string[] {
  return columns.flatMap(({ index, header }) => {
    const cells = grid.sheet.rows
      .filter((row) => row.index >= bodyStart)
      .flatMap((row) => (row.cells[index]?.stored === undefined ? [] : [row.cells[index]]))
      .filter((cell) => cell !== null && cell !== undefined);
    const name = header.replace(/\s+/g, '');
    const words = new Set(cells.filter(isInWords).map((cell) => tableWarnings.shownAs(cell.stored ?? '', cell.text)));
    const hidden = cells.filter(hidesValue).length;
    return [
      ...(words.size > 0 ? [tableWarnings.shownAsWords(name, [...words].slice(0, MOST_TOLD))] : []),
      ...(hidden > 0 ? [tableWarnings.hiddenByFormat(name, hidden)] : []),
    ];
  });
}

/** A format shows nothing for a value. A hidden 0 is nothing. */
export function hidesValue({ text, stored }: Pick<SheetCell, 'text' | 'stored'>): boolean {
  return text === '' && stored !== undefined && stored !== '' && stored !== '0';
}

/** 非公開 for 1; not 下市0001, 12人 or 083-231-1234, which show the number itself, nor 田中様. */
function isInWords({ text, stored }: SheetCell): boolean {
  if (text === '' || stored === undefined || text.includes(stored)) return false;
  const digits = (each: string): string => each.replace(/\D/g, '');
  return digits(stored) === '' || !digits(text).includes(digits(stored));
}
