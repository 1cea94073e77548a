import type { Sheet } from '#core/excel/workbook.ts';
import { isNullWord } from '#shared/domain/data-words.ts';

type Where = {
  /** 0-based row of the first one that is no header. */
  readonly from: number;
  /** Columns whose words stay: a name that reads NULL is asked about. */
  readonly kept: ReadonlySet<number>;
  /** Columns whose words are counted: the others are not read. */
  readonly counted: ReadonlySet<number>;
};

export type NullFree = { readonly sheet: Sheet; readonly count: number };

/** The sheet with every NULL, nan and None of its body as the blank cell it means. */
export function withoutNullWords(sheet: Sheet, { from, kept, counted }: Where): NullFree {
  let count = 0;
  const rows = sheet.rows.map((row) => {
    if (row.index < from) return row;
    const isNull = row.cells.map((cell, column) => cell?.type === 'text' && !kept.has(column) && isNullWord(cell.text));
    if (!isNull.includes(true)) return row;
    count += isNull.filter((each, column) => each && counted.has(column)).length;
    return { ...row, cells: row.cells.map((cell, column) => (isNull[column] === true ? null : cell)) };
  });
  return { sheet: { ...sheet, rows }, count };
}
