import { parseDate } from '#shared/domain/dates.ts';
import { matchKey } from '#shared/domain/text.ts';
import { valueLabel } from './filter/describe-filter.ts';
import { sortRows, valueOrder } from './filter/row-order.ts';
import { type RowTest, rowTest } from './filter/row-test.ts';
import type { BlockView, SheetColumn, SheetFilter, SheetQuery, ValueList } from './types.ts';

/** A list that is in memory as a whole. */
export type RowsInMemory<Row> = {
  readonly rows: readonly Row[];
  readonly columns: readonly SheetColumn<Row>[];
  readonly rowId: (row: Row) => string;
  readonly wide?: WideRows<Row> | undefined;
};

type WideRows<Row> = { readonly is: (row: Row) => boolean; readonly depth: (row: Row) => number };

const mostValues = 10_000;

/** What a block source does in the core, done here for rows at hand. Filters and sorting of unknown columns are passed over. */
export function openRows<Row>(
  source: RowsInMemory<Row>,
  query: SheetQuery,
): BlockView<Row> & { readonly rows: readonly Row[] } {
  const rows = rowsOf(source, query);
  let places: ReadonlyMap<string, number> | undefined;
  let haystacks: readonly string[] | undefined;
  return {
    rows,
    total: rows.length,
    read: async (start, end) => rows.slice(start, end),
    find: async (text) => {
      haystacks ??= rows.map((row) => haystackOf(source.columns, row));
      return placesOf(haystacks, matchKey(text));
    },
    indexOf: async (rowId) => {
      places ??= new Map(rows.map((row, index) => [source.rowId(row), index]));
      return places.get(rowId) ?? null;
    },
    handle: null,
  };
}

function rowsOf<Row>({ rows, columns, wide }: RowsInMemory<Row>, { sort, filters }: SheetQuery): readonly Row[] {
  const isSorted = sort.some(({ columnId }) => columns.some(({ id }) => id === columnId));
  const test = testOf(columns, filters);
  if (wide === undefined) return sortRows(test === null ? rows : rows.filter(test), sort, columns);
  if (!isSorted) return test === null ? rows : withHeadings(rows, wide, test);
  const plain = rows.filter((row) => !wide.is(row));
  return sortRows(test === null ? plain : plain.filter(test), sort, columns);
}

/** All filters apply; null when there is none. */
function testOf<Row>(columns: readonly SheetColumn<Row>[], filters: readonly SheetFilter[]): RowTest<Row> | null {
  const tests = filters.flatMap((filter) => {
    const column = columns.find(({ id }) => id === filter.columnId);
    return column === undefined ? [] : [rowTest(column, filter)];
  });
  return tests.length === 0 ? null : (row) => tests.every((test) => test(row));
}

/** Rows that fit, and the headings above them; a heading without such a row goes. */
function withHeadings<Row>(rows: readonly Row[], wide: WideRows<Row>, test: RowTest<Row>): readonly Row[] {
  const left: Row[] = [];
  /** Headings above the row in hand that are not in the list yet. */
  let waiting: readonly Row[] = [];
  for (const row of rows) {
    if (wide.is(row)) {
      const depth = wide.depth(row);
      waiting = [...waiting.filter((heading) => wide.depth(heading) < depth), row];
    } else if (test(row)) {
      left.push(...waiting, row);
      waiting = [];
    }
  }
  return left;
}

/** Cells are parted by a line break, which no key holds, so that nothing is found across two of them. */
function haystackOf<Row>(columns: readonly SheetColumn<Row>[], row: Row): string {
  return columns
    .flatMap((column) => (column.shown === undefined ? [column.text(row)] : [column.text(row), column.shown(row)]))
    .filter((text) => text !== '')
    .map(matchKey)
    .join('\n');
}

function placesOf(haystacks: readonly string[], wanted: string): readonly number[] {
  if (wanted === '') return [];
  return haystacks.flatMap((haystack, index) => (haystack.includes(wanted) ? [index] : []));
}

type ValueWish = { readonly query: SheetQuery; readonly search: string };

/** Values of one column among the rows that the other columns' filters leave, headings aside, blanks last; at most 10,000. */
export function valuesOfRows<Row>(
  { rows, columns, wide }: RowsInMemory<Row>,
  columnId: string,
  { query, search }: ValueWish,
): ValueList {
  const column = columns.find(({ id }) => id === columnId);
  if (column === undefined) return { values: [], distinct: 0 };
  const test = testOf(
    columns,
    query.filters.filter((filter) => filter.columnId !== columnId),
  );
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (wide?.is(row) === true || (test !== null && !test(row))) continue;
    const value = column.text(row);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const order = valueOrder(column);
  const found = [...counts.keys()].filter(searchTest(column, search));
  found.sort((a, b) => Number(a === '') - Number(b === '') || order(a, b));
  const values = found.slice(0, mostValues).map((value) => ({ value, count: counts.get(value) ?? 0 }));
  return { values, distinct: counts.size };
}

function searchTest<Row>(column: SheetColumn<Row>, search: string): (value: string) => boolean {
  const wanted = matchKey(search);
  if (wanted === '') return () => true;
  const iso = column.filter === 'date' ? (parseDate(search)?.iso ?? null) : null;
  return (value) =>
    matchKey(value).includes(wanted) ||
    matchKey(valueLabel(column, value)).includes(wanted) ||
    (iso !== null && value.startsWith(iso));
}
