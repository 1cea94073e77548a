import { sheetFilterText as words } from '#shared/messages/ui/sheet-filter.ts';
import type { SheetColumn, SheetFilter, ValueList } from '../types.ts';
import { oneLine, valueLabel } from './describe-filter.ts';
import type { ValueListState } from './use-value-list.ts';
import type { TickItem } from './value-list-box.tsx';
import { filterOfSelection, isTicked, ticksOf, type ValueSelection } from './value-selection.ts';

const longestLabel = 120;
/** As long as the whole list is on its way, ticks count one by one. */
const unknownList: ValueList = { values: [], distinct: Number.POSITIVE_INFINITY };

type Ticking = {
  readonly list: ValueList;
  readonly selection: ValueSelection;
  readonly found: readonly string[];
  readonly isSearching: boolean;
};

/** The line for all values and one for each; none when there are no values. */
export function tickItems<Row>(
  column: SheetColumn<Row>,
  { list, selection, found, isSearching }: Ticking,
): readonly TickItem[] {
  const lines = list.values.map(
    ({ value, count }): TickItem => ({
      key: value,
      label: oneLine(valueLabel(column, value), longestLabel),
      count,
      ticked: isTicked(selection, value) ? 'all' : 'none',
    }),
  );
  if (lines.length === 0) return lines;
  const label = isSearching ? words.allFound : words.all;
  return [{ key: 'all', label, count: null, ticked: ticksOf(selection, found) }, ...lines];
}

/** What OK does: 'keep' leaves the filter as it is, a text tells why it cannot be pressed. */
export type Outcome = { readonly filter: SheetFilter | null } | 'keep' | { readonly whyNot: string };

type Chosen = {
  readonly selection: ValueSelection;
  /** A value was ticked or unticked. */
  readonly isTouched: boolean;
  readonly found: readonly string[];
};

/** A search alone stands for what it has found. */
export function valueOutcome<Row>(
  column: SheetColumn<Row>,
  { search, whole, isCurrent, isCut }: ValueListState,
  { selection, isTouched, found }: Chosen,
): Outcome {
  const text = search.trim();
  if (text !== '' && !isTouched) {
    if (found.length === 0) return { whyNot: isCurrent ? words.notFound : '' };
    if (!isCut) return { filter: { columnId: column.id, kind: 'values', values: found, exclude: false } };
    if (column.filter !== 'text') return { whyNot: words.tooManyFound };
    return { filter: { columnId: column.id, kind: 'text', operator: 'contains', text } };
  }
  if (!isTouched) return 'keep';
  const chosen = filterOfSelection(column.id, selection, whole ?? unknownList);
  return chosen === 'nothing' ? { whyNot: words.chooseOne } : { filter: chosen };
}
