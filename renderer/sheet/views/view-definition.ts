import { viewDefinition } from '#shared/contract/view-definition.ts';
import type { SheetColumn, SheetLayout, SheetQuery, ViewDefinition } from '../types.ts';
import { layoutLook } from './layout.ts';

/** The contract takes no longer one. */
const longestDefinition = 20_000;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A stored view for a sheet with these columns; what it says of columns that are no more is left out. null = not readable. */
export function parseViewDefinition(text: string, columnIds: readonly string[]): ViewDefinition | null {
  const read = viewDefinition.safeParse(jsonOf(text));
  if (!read.success) return null;
  const { query, layout } = read.data;
  const known = new Set(columnIds);
  return {
    query: {
      sort: query.sort.filter(({ columnId }) => known.has(columnId)),
      filters: query.filters.filter(({ columnId }) => known.has(columnId)),
    },
    layout: { ...layout, columns: plainColumns(layout.columns.filter(({ id }) => known.has(id))) },
  };
}

type ColumnLayout = { readonly id: string; readonly width?: number | undefined; readonly hidden?: boolean | undefined };

/** Each column once, and only what is not as usual. */
function plainColumns(columns: readonly ColumnLayout[]): SheetLayout['columns'] {
  const first = new Map<string, ColumnLayout>();
  for (const column of columns) if (!first.has(column.id)) first.set(column.id, column);
  return [...first.values()].map(({ id, width, hidden }) => ({
    id,
    ...(width === undefined ? {} : { width }),
    ...(hidden === true ? { hidden } : {}),
  }));
}

export function serializeViewDefinition({ query, layout }: ViewDefinition): string {
  return JSON.stringify({ query, layout: { ...layout, columns: plainColumns(layout.columns) } });
}

/** A query in the same words, whatever order its keys and filters came in. */
function queryLook({ sort, filters }: SheetQuery): string {
  const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);
  const plain = filters.map((filter) => JSON.stringify(Object.entries(filter).sort(byName)));
  return JSON.stringify([sort.map(({ columnId, descending }) => [columnId, descending]), plain.sort()]);
}

/** Whether two views show the same. */
export function isSameView<Row>(columns: readonly SheetColumn<Row>[], a: ViewDefinition, b: ViewDefinition): boolean {
  return queryLook(a.query) === queryLook(b.query) && layoutLook(columns, a.layout) === layoutLook(columns, b.layout);
}

export function isTooLarge(definition: string): boolean {
  return definition.length > longestDefinition;
}
