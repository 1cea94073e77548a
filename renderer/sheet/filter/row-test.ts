import { firstDay, lastDay } from '#shared/domain/calendar.ts';
import { matchKey } from '#shared/domain/text.ts';
import type { TextOperator } from '#shared/domain/text-operators.ts';
import type { SheetColumn, SheetFilter } from '../types.ts';

export type RowTest<Row> = (row: Row) => boolean;

const isoDate = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u;

const textTests: Readonly<Record<TextOperator, (text: string, wanted: string) => boolean>> = {
  contains: (text, wanted) => text.includes(wanted),
  'not-contains': (text, wanted) => !text.includes(wanted),
  'starts-with': (text, wanted) => text.startsWith(wanted),
  'ends-with': (text, wanted) => text.endsWith(wanted),
  equals: (text, wanted) => text === wanted,
  'not-equals': (text, wanted) => text !== wanted,
};

/** Width, case and spaces aside; what is shown counts as well as the text behind it. */
function textTest<Row>(column: SheetColumn<Row>, operator: TextOperator, text: string): RowTest<Row> {
  const wanted = matchKey(text);
  const fits = textTests[operator];
  const { shown } = column;
  if (shown === undefined) return (row) => fits(matchKey(column.text(row)), wanted);
  const isDenial = operator === 'not-contains' || operator === 'not-equals';
  return (row) => {
    const [byText, byShown] = [fits(matchKey(column.text(row)), wanted), fits(matchKey(shown(row)), wanted)];
    return isDenial ? byText && byShown : byText || byShown;
  };
}

/** A date known only to its month or year stands at its first day, as in the register. */
function dateTest<Row>(column: SheetColumn<Row>, from: string, to: string): RowTest<Row> {
  const [first, last] = [from === '' ? '' : firstDay(from), to === '' ? '9999' : lastDay(to)];
  return (row) => {
    const text = column.text(row);
    if (!isoDate.test(text)) return false;
    const day = firstDay(text);
    return day >= first && day <= last;
  };
}

/** The cell as a number; null when it is empty or none. */
export function cellNumber<Row>(column: SheetColumn<Row>, row: Row): number | null {
  if (column.number !== undefined) return column.number(row);
  const text = column.text(row).trim();
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? null : number;
}

function numberTest<Row>(column: SheetColumn<Row>, from: string, to: string): RowTest<Row> {
  const [least, most] = [from === '' ? Number.NEGATIVE_INFINITY : Number(from), to === '' ? Infinity : Number(to)];
  return (row) => {
    const number = cellNumber(column, row);
    return number !== null && number >= least && number <= most;
  };
}

/** Whether a row stays under a column's filter. */
export function rowTest<Row>(column: SheetColumn<Row>, filter: SheetFilter): RowTest<Row> {
  switch (filter.kind) {
    case 'values': {
      const values = new Set(filter.values);
      return (row) => values.has(column.text(row)) !== filter.exclude;
    }
    case 'text':
      return textTest(column, filter.operator, filter.text);
    case 'range':
      return (column.filter === 'date' ? dateTest : numberTest)(column, filter.from, filter.to);
    case 'blank':
      return (row) => column.text(row).trim() === '';
    case 'filled':
      return (row) => column.text(row).trim() !== '';
  }
}
