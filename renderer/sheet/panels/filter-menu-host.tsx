import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { SheetRuntime } from '../core/runtime.ts';
import type { Panel, SheetState } from '../core/state.ts';
import { FilterMenu } from '../filter/filter-menu.tsx';
import { valuesOfRows } from '../rows-view.ts';
import type { SheetFilter, SheetQuery, SheetSort, ValueList } from '../types.ts';
import { freezeUpTo, frozenCount, hideColumn } from '../views/layout.ts';

type FilterMenuHostProps<Row> = {
  readonly runtime: SheetRuntime<Row>;
  readonly panel: Panel & { readonly kind: 'filter' };
  readonly onClose: () => void;
};

const mostSortKeys = 5;

/** The ▾ menu of one column over the sheet's query and layout. */
export function FilterMenuHost<Row>({ runtime, panel, onClose }: FilterMenuHostProps<Row>): ReactNode {
  const { core } = runtime;
  const { store } = core;
  const query = useStore(store, (state) => state.query);
  const layout = useStore(store, (state) => state.layout);
  const { columns } = core.props();
  const { columnId } = panel;
  const column = columns.find(({ id }) => id === columnId);
  if (column === undefined) return null;
  const change = (patch: (state: SheetState) => Partial<SheetState>) => store.setState(patch);
  const place = query.sort.findIndex((key) => key.columnId === columnId);
  const shownPlace = core.grid.columns().findIndex(({ id }) => id === columnId);
  const isLastFrozen = shownPlace + 1 === frozenCount(columns, layout);
  return (
    <FilterMenu
      column={column}
      filter={query.filters.find((filter) => filter.columnId === columnId) ?? null}
      sort={query.sort[place] ?? null}
      sortPlace={place + 1}
      anchor={panel.anchor}
      frozen={isLastFrozen}
      loadValues={(search) => valuesOf(runtime, columnId, search)}
      onFilter={(filter) => change((state) => ({ query: withFilter(state.query, columnId, filter) }))}
      onSort={(descending, additive) =>
        change((state) => ({
          query: { ...state.query, sort: withSort(state.query.sort, columnId, { descending, additive }) },
        }))
      }
      onHide={() => change((state) => ({ layout: hideColumn(columns, state.layout, columnId) }))}
      onFreeze={(on) => change((state) => ({ layout: freezeUpTo(columns, state.layout, on ? columnId : null) }))}
      onAutosize={() => core.grid.autosize(columnId)}
      onClose={onClose}
    />
  );
}

/** The values the column has among the rows that the other columns' filters leave. */
async function valuesOf<Row>({ core }: SheetRuntime<Row>, columnId: string, search: string): Promise<ValueList> {
  const { source, columns, rowId, wide } = core.props();
  const { query } = core.store.getState();
  const others: SheetQuery = { ...query, filters: query.filters.filter((filter) => filter.columnId !== columnId) };
  if (source.kind === 'blocks')
    return (await source.valueList?.(columnId, others, search)) ?? { values: [], distinct: 0 };
  return valuesOfRows({ rows: source.rows, columns, rowId, wide }, columnId, { query: others, search });
}

function withFilter(query: SheetQuery, columnId: string, filter: SheetFilter | null): SheetQuery {
  const others = query.filters.filter((other) => other.columnId !== columnId);
  return { ...query, filters: filter === null ? others : [...others, filter] };
}

function withSort(
  sort: readonly SheetSort[],
  columnId: string,
  { descending, additive }: { readonly descending: boolean | null; readonly additive: boolean },
): readonly SheetSort[] {
  if (descending === null) return sort.filter((key) => key.columnId !== columnId);
  const key = { columnId, descending };
  if (!additive) return [key];
  const isKnown = sort.some((other) => other.columnId === columnId);
  return isKnown
    ? sort.map((other) => (other.columnId === columnId ? key : other))
    : [...sort, key].slice(-mostSortKeys);
}
