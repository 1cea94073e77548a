import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { SheetRuntime } from '../core/runtime.ts';
import { noLayout, noQuery } from '../core/state.ts';
import { FilterChips } from '../filter/filter-chips.tsx';
import { ViewMenu } from '../views/view-menu.tsx';

/** Over the grid: the screen's own filters, what is filtered and sorted in words, and the saved views. */
export function SheetBar<Row>({ runtime }: { readonly runtime: SheetRuntime<Row> }): ReactNode {
  const { store, props } = runtime.core;
  const query = useStore(store, (state) => state.query);
  const layout = useStore(store, (state) => state.layout);
  const { bar, name, columns, views = true } = props();
  return (
    <div className="sheet-bar">
      <div className="sheet-bar-main">
        {bar}
        <FilterChips
          filters={query.filters}
          sort={query.sort}
          columns={columns}
          onFilters={(filters) => store.setState((state) => ({ query: { ...state.query, filters } }))}
          onSort={(sort) => store.setState((state) => ({ query: { ...state.query, sort } }))}
        />
      </div>
      {views ? (
        <ViewMenu
          sheet={name}
          columns={columns}
          definition={{ query, layout }}
          onApply={(definition) => store.setState({ query: definition.query, layout: definition.layout })}
          onReset={() => store.setState({ query: noQuery, layout: noLayout })}
          onColumns={() => store.setState({ panel: { kind: 'columns' } })}
        />
      ) : null}
    </div>
  );
}
