import { TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { sheetFilterText as words } from '#shared/messages/ui/sheet-filter.ts';
import type { SheetColumn, SheetFilter, ValueList } from '../types.ts';
import { oneLine, valueLabel } from './describe-filter.ts';
import { MenuFoot } from './menu-foot.tsx';
import { useValueList } from './use-value-list.ts';
import { type TickItem, ValueListBox } from './value-list-box.tsx';
import {
  filterOfSelection,
  isTicked,
  onlyValues,
  selectionOf,
  tickAll,
  ticksOf,
  tickValues,
  type ValueSelection,
} from './value-selection.ts';

const longestLabel = 120;
/** As long as the whole list is on its way, ticks count one by one. */
const unknownList: ValueList = { values: [], distinct: Number.POSITIVE_INFINITY };

export type PageProps<Row> = {
  readonly column: SheetColumn<Row>;
  readonly filter: SheetFilter | null;
  readonly onFilter: (filter: SheetFilter | null) => void;
  readonly onClose: () => void;
  /** What is typed and ticked stays while the other page is in front. */
  readonly inFront: boolean;
};
type ValuePageProps<Row> = PageProps<Row> & { readonly loadValues: (search: string) => Promise<ValueList> };

function lineItems<Row>(column: SheetColumn<Row>, list: ValueList, selection: ValueSelection): readonly TickItem[] {
  return list.values.map(({ value, count }) => ({
    key: value,
    label: oneLine(valueLabel(column, value), longestLabel),
    count,
    ticked: isTicked(selection, value) ? 'all' : 'none',
  }));
}

/** What OK does: 'keep' leaves the filter as it is, a text tells why it cannot be pressed. */
type Outcome = { readonly filter: SheetFilter | null } | 'keep' | { readonly whyNot: string };

/** The value list: ticks survive searching; as in Excel, a search alone followed by Enter shows what was found. */
export function ValuePage<Row>(props: ValuePageProps<Row>): ReactNode {
  const { column, filter, onFilter, onClose, loadValues, inFront } = props;
  const state = useValueList(loadValues);
  const { search, list, whole, isCurrent, isCut } = state;
  const [selection, setSelection] = useState<ValueSelection>(() => selectionOf(filter));
  const [isTouched, setTouched] = useState(false);
  const [isWaiting, setWaiting] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const isSearching = search.trim() !== '';
  const found = useMemo(() => list.values.map(({ value }) => value), [list]);
  const change = (next: ValueSelection) => {
    setSelection(next);
    setTouched(true);
    setWaiting(false);
  };

  const items = useMemo(() => {
    const lines = lineItems(column, list, selection);
    if (lines.length === 0) return lines;
    const label = isSearching ? words.allFound : words.all;
    return [{ key: 'all', label, count: null, ticked: ticksOf(selection, found) }, ...lines];
  }, [column, list, selection, isSearching, found]);

  const outcome = (): Outcome => {
    if (isSearching && !isTouched) {
      if (found.length === 0) return { whyNot: isCurrent ? words.notFound : '' };
      if (!isCut) return { filter: { columnId: column.id, kind: 'values', values: found, exclude: false } };
      if (column.filter !== 'text') return { whyNot: words.tooManyFound };
      return { filter: { columnId: column.id, kind: 'text', operator: 'contains', text: search.trim() } };
    }
    if (!isTouched) return 'keep';
    const chosen = filterOfSelection(column.id, selection, whole ?? unknownList);
    return chosen === 'nothing' ? { whyNot: words.chooseOne } : { filter: chosen };
  };
  const result = outcome();
  const needsAnswer = isSearching && !isTouched && !isCurrent;
  const finish = () => {
    if (result === 'keep') onClose();
    else if ('filter' in result) onFilter(result.filter);
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    // Enter right behind the last letter: what is listed still answers the search before.
    if (needsAnswer && state.error === null) setWaiting(true);
    else finish();
  };
  useEffect(() => {
    if (!isWaiting || needsAnswer) return;
    setWaiting(false);
    finish();
  });

  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    box.current?.focus();
  };
  return (
    <form className="filter-page" onSubmit={submit}>
      <TextInput
        ref={input}
        aria-label={words.search}
        placeholder={words.search}
        value={search}
        maxLength={200}
        onChange={(event) => {
          setWaiting(false);
          state.setSearch(event.currentTarget.value);
        }}
        onKeyDown={onSearchKey}
        data-filter-start=""
        data-testid={testIds.filterSearch}
      />
      {isSearching ? (
        <div className="filter-found">
          <button
            type="button"
            disabled={!isCurrent || isCut || found.length === 0}
            onClick={() => change(onlyValues(found))}
          >
            {words.onlyFound}
          </button>
          <button
            type="button"
            disabled={!isCurrent || isCut || found.length === 0}
            onClick={() => change(tickValues(selection, found, true))}
          >
            {words.addFound}
          </button>
        </div>
      ) : null}
      <ErrorPanel error={state.error} onRetry={state.retry} />
      {state.error === null ? (
        <ValueListBox
          label={words.values}
          items={items}
          boxRef={box}
          onTick={(index, on) => {
            if (index > 0) change(tickValues(selection, found.slice(index - 1, index), on));
            else change(isSearching ? tickValues(selection, found, on) : tickAll(on));
          }}
          onEnter={() => submit()}
          onLeave={() => input.current?.focus()}
        />
      ) : null}
      <ListNote isLoading={!isCurrent && state.error === null} isSearching={isSearching} isCut={isCut} list={list} />
      <MenuFoot
        inFront={inFront}
        ok={isSearching && !isTouched ? words.okFound : words.ok}
        whyNot={typeof result === 'object' && 'whyNot' in result ? result.whyNot : ''}
        isBusy={isWaiting}
        onClear={filter === null ? null : () => onFilter(null)}
        onClose={onClose}
      />
    </form>
  );
}

type ListNoteProps = {
  readonly isLoading: boolean;
  readonly isSearching: boolean;
  readonly isCut: boolean;
  readonly list: ValueList;
};

function ListNote({ isLoading, isSearching, isCut, list }: ListNoteProps): ReactNode {
  const note = () => {
    if (isLoading) return commonText.loading;
    if (list.values.length === 0) return isSearching ? '' : words.noValues;
    if (!isCut) return '';
    return isSearching ? words.moreFound : words.more(formatCount(list.distinct - list.values.length));
  };
  return (
    <p className="filter-note" role="status">
      {note()}
    </p>
  );
}
