import { TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type RefObject, useMemo, useRef, useState } from 'react';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { sheetFilterText as words } from '#shared/messages/ui/sheet-filter.ts';
import type { SheetColumn, SheetFilter, ValueList } from '../types.ts';
import { MenuFoot } from './menu-foot.tsx';
import { useEntering } from './use-entering.ts';
import { useValueList } from './use-value-list.ts';
import { ValueListBox } from './value-list-box.tsx';
import { type Outcome, tickItems, valueOutcome } from './value-outcome.ts';
import { onlyValues, selectionOf, tickAll, tickValues, type ValueSelection } from './value-selection.ts';

export type PageProps<Row> = {
  readonly column: SheetColumn<Row>;
  readonly filter: SheetFilter | null;
  readonly onFilter: (filter: SheetFilter | null) => void;
  readonly onClose: () => void;
  /** What is typed and ticked stays while the other page is in front. */
  readonly inFront: boolean;
};
type ValuePageProps<Row> = PageProps<Row> & { readonly loadValues: (search: string) => Promise<ValueList> };

function useTicks(filter: SheetFilter | null) {
  const [selection, setSelection] = useState<ValueSelection>(() => selectionOf(filter));
  const [isTouched, setTouched] = useState(false);
  const change = (next: ValueSelection) => {
    setSelection(next);
    setTouched(true);
  };
  return { selection, isTouched, change };
}

function whyNot(outcome: Outcome): string {
  return typeof outcome === 'object' && 'whyNot' in outcome ? outcome.whyNot : '';
}

/** What is searched for and ticked, and what OK makes of it. */
function useValuePage<Row>({ column, filter, onFilter, onClose, loadValues }: ValuePageProps<Row>) {
  const state = useValueList(loadValues);
  const { search, list, isCurrent } = state;
  const { selection, isTouched, change } = useTicks(filter);
  const isSearching = search.trim() !== '';
  const found = useMemo(() => list.values.map(({ value }) => value), [list]);
  const items = useMemo(
    () => tickItems(column, { list, selection, found, isSearching }),
    [column, list, selection, found, isSearching],
  );
  const outcome = valueOutcome(column, state, { selection, isTouched, found });
  const entering = useEntering({
    // Enter right after the last letter: what is listed still answers the search before.
    mustWait: isSearching && !isTouched && !isCurrent,
    canWait: state.error === null,
    finish: () => {
      if (outcome === 'keep') onClose();
      else if ('filter' in outcome) onFilter(outcome.filter);
    },
  });
  const choose = (next: ValueSelection) => {
    change(next);
    entering.giveUp();
  };
  return {
    ...state,
    setSearch: (text: string) => {
      entering.giveUp();
      state.setSearch(text);
    },
    isSearching,
    isSearchOnly: isSearching && !isTouched,
    hasAllFound: isCurrent && !state.isCut && found.length > 0,
    items,
    whyNot: whyNot(outcome),
    entering,
    onlyFound: () => choose(onlyValues(found)),
    addFound: () => choose(tickValues(selection, found, true)),
    tick: (index: number, on: boolean) => {
      if (index > 0) choose(tickValues(selection, found.slice(index - 1, index), on));
      else choose(isSearching ? tickValues(selection, found, on) : tickAll(on));
    },
  };
}

/** The value list: ticks survive searching; as in Excel, a search alone followed by Enter shows what was found. */
export function ValuePage<Row>(props: ValuePageProps<Row>): ReactNode {
  const { filter, onFilter, onClose, inFront } = props;
  const page = useValuePage(props);
  const { isSearching, entering, error } = page;
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  return (
    <form className="filter-page" onSubmit={entering.submit}>
      <SearchField input={input} search={page.search} onSearch={page.setSearch} onDown={() => box.current?.focus()} />
      {isSearching ? <FoundButtons isOff={!page.hasAllFound} onOnly={page.onlyFound} onAdd={page.addFound} /> : null}
      <ErrorPanel error={error} onRetry={page.retry} />
      {error === null ? (
        <ValueListBox
          label={words.values}
          items={page.items}
          boxRef={box}
          onTick={page.tick}
          onEnter={() => entering.submit()}
          onLeave={() => input.current?.focus()}
        />
      ) : null}
      <ListNote
        isLoading={!page.isCurrent && error === null}
        isSearching={isSearching}
        isCut={page.isCut}
        list={page.list}
      />
      <MenuFoot
        inFront={inFront}
        ok={page.isSearchOnly ? words.okFound : words.ok}
        whyNot={page.whyNot}
        isBusy={entering.isWaiting}
        onClear={filter === null ? null : () => onFilter(null)}
        onClose={onClose}
      />
    </form>
  );
}

type SearchFieldProps = {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  /** Arrow down: to the values. */
  readonly onDown: () => void;
};

function SearchField({ input, search, onSearch, onDown }: SearchFieldProps): ReactNode {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onDown();
  };
  return (
    <TextInput
      ref={input}
      aria-label={words.search}
      placeholder={words.search}
      value={search}
      maxLength={200}
      onChange={(event) => onSearch(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      data-filter-start=""
      data-testid={testIds.filterSearch}
    />
  );
}

type FoundButtonsProps = { readonly isOff: boolean; readonly onOnly: () => void; readonly onAdd: () => void };

function FoundButtons({ isOff, onOnly, onAdd }: FoundButtonsProps): ReactNode {
  return (
    <div className="filter-found">
      <button type="button" disabled={isOff} onClick={onOnly}>
        {words.onlyFound}
      </button>
      <button type="button" disabled={isOff} onClick={onAdd}>
        {words.addFound}
      </button>
    </div>
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
