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
import { tickItems, valueOutcome } from './value-outcome.ts';
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

/** The value list: ticks survive searching; as in Excel, a search alone followed by Enter shows what was found. */
export function ValuePage<Row>(props: ValuePageProps<Row>): ReactNode {
  const { column, filter, onFilter, onClose, loadValues, inFront } = props;
  const state = useValueList(loadValues);
  const { search, list, isCurrent, isCut } = state;
  const [selection, setSelection] = useState<ValueSelection>(() => selectionOf(filter));
  const [isTouched, setTouched] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const isSearching = search.trim() !== '';
  const found = useMemo(() => list.values.map(({ value }) => value), [list]);
  const items = useMemo(
    () => tickItems(column, { list, selection, found, isSearching }),
    [column, list, selection, found, isSearching],
  );
  const result = valueOutcome(column, state, { selection, isTouched, found });
  const entering = useEntering({
    // Enter right after the last letter: what is listed still answers the search before.
    mustWait: isSearching && !isTouched && !isCurrent,
    canWait: state.error === null,
    finish: () => {
      if (result === 'keep') onClose();
      else if ('filter' in result) onFilter(result.filter);
    },
  });
  const change = (next: ValueSelection) => {
    setSelection(next);
    setTouched(true);
    entering.giveUp();
  };
  const tick = (index: number, on: boolean) => {
    if (index > 0) change(tickValues(selection, found.slice(index - 1, index), on));
    else change(isSearching ? tickValues(selection, found, on) : tickAll(on));
  };
  return (
    <form className="filter-page" onSubmit={entering.submit}>
      <SearchField
        input={input}
        search={search}
        onSearch={(text) => {
          entering.giveUp();
          state.setSearch(text);
        }}
        onDown={() => box.current?.focus()}
      />
      {isSearching ? (
        <FoundButtons
          isOff={!isCurrent || isCut || found.length === 0}
          onOnly={() => change(onlyValues(found))}
          onAdd={() => change(tickValues(selection, found, true))}
        />
      ) : null}
      <ErrorPanel error={state.error} onRetry={state.retry} />
      {state.error === null ? (
        <ValueListBox
          label={words.values}
          items={items}
          boxRef={box}
          onTick={tick}
          onEnter={() => entering.submit()}
          onLeave={() => input.current?.focus()}
        />
      ) : null}
      <ListNote isLoading={!isCurrent && state.error === null} isSearching={isSearching} isCut={isCut} list={list} />
      <MenuFoot
        inFront={inFront}
        ok={isSearching && !isTouched ? words.okFound : words.ok}
        whyNot={typeof result === 'object' && 'whyNot' in result ? result.whyNot : ''}
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
