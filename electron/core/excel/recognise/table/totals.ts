import { parseCount } from '#shared/domain/count.ts';
import { cleanText } from '#shared/domain/text.ts';
import { matchKey } from '#shared/domain/text.ts';
import { tableWarnings } from '#shared/messages/import-table.ts';
import type { SheetRow } from '#core/excel/workbook.ts';
import { filledCells } from './sheet-grid.ts';

/** Adds up the rows that were read, to compare them with the totals a file states. */
export type TotalsCheck = {
  /** A row of data, with the numbers of the columns that are added up. */
  readonly add: (numbers: ReadonlyMap<number, number>) => void;
  /** A 合計, 小計 or 計 row; answers a warning for each number that differs. 平均 is not compared. */
  readonly compare: (row: SheetRow) => readonly string[];
};

type Sums = { rows: number; readonly numbers: Map<number, number> };

/** `columns`: label by 0-based column of the numbers that are added up. */
export function createTotalsCheck(columns: ReadonlyMap<number, string>): TotalsCheck {
  const whole: Sums = { rows: 0, numbers: new Map() };
  let part: Sums = { rows: 0, numbers: new Map() };
  return {
    add: (numbers) => {
      for (const sums of [whole, part]) {
        sums.rows += 1;
        for (const [column, value] of numbers) sums.numbers.set(column, (sums.numbers.get(column) ?? 0) + value);
      }
    },
    compare: (row) => {
      const word = matchKey(filledCells(row)[0]?.cell.text ?? '');
      if (/平均/.test(word)) return [];
      const partial = warningsOf(row, part, columns);
      part = { rows: 0, numbers: new Map() };
      // 小計 counts its own part; 計 and 市計 may be either.
      if (/小計/.test(word)) return partial;
      const total = warningsOf(row, whole, columns);
      return /合計|総計/.test(word) || partial.length > 0 ? total : partial;
    },
  };
}

function warningsOf(row: SheetRow, sums: Sums, columns: ReadonlyMap<number, string>): readonly string[] {
  return filledCells(row).flatMap(({ column, cell }) => {
    const count = parseCount(
      cleanText(cell.text)
        .replace(/^[(（]([^()（）]*)[)）]$/, '$1')
        .replace(/^.{0,8}?[計上][:：]?/, ''),
    );
    if (count === null || 'approximate' in count) return [];
    const label = columns.get(column);
    if (label !== undefined && count.unit !== '団体') {
      const read = sums.numbers.get(column) ?? 0;
      return read === count.value ? [] : [tableWarnings.totalSum(row.index + 1, label, { stated: count.value, read })];
    }
    if (count.unit !== '団体' || count.value === sums.rows) return [];
    return [tableWarnings.totalRows(row.index + 1, count.value, sums.rows)];
  });
}
