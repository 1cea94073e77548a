import { columnLetters } from '#core/excel/write/cell-address.ts';
import { tableWarnings } from '#shared/messages/import-table.ts';
import type { FoundTable, TableColumn } from '../table/vocabulary.ts';

export type SplitTables = {
  readonly first: FoundTable;
  /** Further tables right of the first under the same headers, as lists are printed in two columns to a page. */
  readonly beside: readonly FoundTable[];
  readonly warnings: readonly string[];
};

const MAX_TABLES = 6;

/** The tables that stand side by side under one header row, the same headers again for each. */
export function splitTables(table: FoundTable): SplitTables {
  const { columns } = table;
  const starts = repeatedStarts(columns).slice(0, MAX_TABLES);
  if (starts.length === 0) return { first: table, beside: [], warnings: [] };
  const byHeader = new Map<string, TableColumn>();
  for (const column of columns.toSorted((a, b) => b.score - a.score)) {
    if (column.header !== '' && column.field !== null && !byHeader.has(column.header))
      byHeader.set(column.header, column);
  }
  const block = (from: number, to: number | undefined): FoundTable => ({
    ...table,
    columns: columns.slice(from, to).map((column) => {
      const same = byHeader.get(column.header);
      return { ...column, field: same?.field ?? null, score: same?.score ?? 0 };
    }),
  });
  const beside = starts.map((start, position) => block(start, starts[position + 1]));
  const letters = beside.map(({ columns: own }) =>
    [own[0], own.at(-1)].map((each) => columnLetters(each?.index ?? 0)).join('〜'),
  );
  return { first: block(0, starts[0]), beside, warnings: [tableWarnings.besideTable(letters.join('、'))] };
}

/** Positions at which the header of the first column comes again, followed by (nearly) all the others. */
function repeatedStarts(columns: readonly TableColumn[]): readonly number[] {
  const from = columns.findIndex((column) => column.header !== '');
  const headers = columns.map((column) => column.header);
  const again = headers.flatMap((header, position) => (position > from && header === headers[from] ? [position] : []));
  const width = (again[0] ?? 0) - from;
  const own = headers.slice(from, from + width).filter((header) => header !== '');
  const names = columns.filter((column) => column.field === 'name').map((column) => column.header);
  if (width < 2 || !own.some((header) => names.includes(header))) return [];
  return again.filter((start) => {
    const block = headers.slice(start, start + width);
    return own.filter((header) => block.includes(header)).length >= Math.max(2, own.length * 0.8);
  });
}
