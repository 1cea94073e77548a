import './filter.css';
import type { ReactNode } from 'react';
import { testIds } from '#renderer/ui/test-ids.ts';
import { sheetFilterText as words } from '#shared/messages/ui/sheet-filter.ts';
import type { SheetColumn, SheetFilter, SheetSort } from '../types.ts';
import { describeFilter, describeSort } from './describe-filter.ts';

type FilterChipsProps<Row> = {
  readonly filters: readonly SheetFilter[];
  readonly sort: readonly SheetSort[];
  readonly columns: readonly SheetColumn<Row>[];
  readonly onFilters: (filters: readonly SheetFilter[]) => void;
  readonly onSort: (sort: readonly SheetSort[]) => void;
};

/** Why the list shows what it shows, in words, each to be taken away. Nothing when it shows everything in its own order. */
export function FilterChips<Row>({ filters, sort, columns, onFilters, onSort }: FilterChipsProps<Row>): ReactNode {
  if (filters.length + sort.length === 0) return null;
  const clearAll = () => {
    if (filters.length > 0) onFilters([]);
    if (sort.length > 0) onSort([]);
  };
  return (
    <section className="filter-chips" aria-label={words.chips} data-testid={testIds.filterChips}>
      <ul>
        {filters.map((filter) => {
          const shown = describeFilter(filter, columns);
          return (
            <Chip
              key={filter.columnId}
              shown={shown}
              spoken={shown}
              onRemove={() => onFilters(filters.filter((other) => other !== filter))}
            />
          );
        })}
        {sort.length > 0 ? <li className="filter-chips-word">{words.sort}</li> : null}
        {sort.map((key, index) => {
          const { shown, spoken } = describeSort(key, columns);
          return (
            <Chip
              key={`sort-${key.columnId}`}
              shown={sort.length > 1 ? `${index + 1} ${shown}` : shown}
              spoken={spoken}
              onRemove={() => onSort(sort.filter((other) => other !== key))}
            />
          );
        })}
      </ul>
      <button type="button" className="link" onClick={clearAll}>
        {words.clearAll}
      </button>
    </section>
  );
}

type ChipProps = { readonly shown: string; readonly spoken: string; readonly onRemove: () => void };

function Chip({ shown, spoken, onRemove }: ChipProps): ReactNode {
  return (
    <li className="filter-chip">
      <span title={shown}>{shown}</span>
      <button type="button" aria-label={words.chipRemove(spoken)} onClick={onRemove}>
        <span aria-hidden="true">×</span>
      </button>
    </li>
  );
}
