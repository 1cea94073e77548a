import type { SheetColumn, SheetSort } from '../types.ts';
import { cellNumber } from './row-test.ts';

const collator = new Intl.Collator('ja', { numeric: true });

type Order = (a: string, b: string) => number;

/** Order of two values of a column, neither of them blank: choices as the column lists them, numbers in texts by their size. */
export function valueOrder<Row>({ editor, filter }: SheetColumn<Row>): Order {
  if (filter === 'date') return (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  if (filter === 'number') return (a, b) => Number(a) - Number(b) || collator.compare(a, b);
  if (editor?.kind !== 'choice') return (a, b) => collator.compare(a, b);
  const places = new Map(editor.choices.map(({ text }, index) => [text, index]));
  const place = (value: string) => places.get(value) ?? places.size;
  return (a, b) => place(a) - place(b) || collator.compare(a, b);
}

type Key = { readonly text: string; readonly number: number | null };
type SortKey<Row> = {
  readonly keyOf: (row: Row) => Key;
  readonly order: (a: Key, b: Key) => number;
  readonly descending: boolean;
};

function sortKey<Row>(column: SheetColumn<Row>, descending: boolean): SortKey<Row> {
  const isNumber = column.number !== undefined || column.filter === 'number';
  const byText = valueOrder(column);
  return {
    descending,
    keyOf: (row) => ({ text: column.text(row), number: isNumber ? cellNumber(column, row) : null }),
    // A text among numbers stands behind them, as in Excel.
    order: (a, b) => {
      if (a.number !== null && b.number !== null) return a.number - b.number;
      if (a.number !== null || b.number !== null) return a.number === null ? 1 : -1;
      return byText(a.text, b.text);
    },
  };
}

function compare<Row>({ order, descending }: SortKey<Row>, a: Key, b: Key): number {
  // Blanks stand last, both ways, as in Excel.
  if (a.text === '' || b.text === '') return Number(a.text === '') - Number(b.text === '');
  return descending ? order(b, a) : order(a, b);
}

/** Rows by several keys, the first one foremost; equal rows keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  sort: readonly SheetSort[],
  columns: readonly SheetColumn<Row>[],
): readonly Row[] {
  const keys = sort.flatMap(({ columnId, descending }) => {
    const column = columns.find(({ id }) => id === columnId);
    return column === undefined ? [] : [sortKey(column, descending)];
  });
  if (keys.length === 0) return rows;
  const keyed = rows.map((row) => ({ row, values: keys.map(({ keyOf }) => keyOf(row)) }));
  keyed.sort((a, b) => {
    for (const [index, key] of keys.entries()) {
      const [left, right] = [a.values[index], b.values[index]];
      const difference = left === undefined || right === undefined ? 0 : compare(key, left, right);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}
