import { useEffect, useRef, useState } from 'react';
import type { ValueList } from '../types.ts';

const pauseMilliseconds = 200;
const noValues: ValueList = { values: [], distinct: 0 };

type Loaded = { readonly search: string; readonly list: ValueList; readonly error: unknown };

export type ValueListState = {
  readonly search: string;
  readonly setSearch: (search: string) => void;
  /** Values for the search; while the answer is on its way those of the search before. */
  readonly list: ValueList;
  /** The list without a search; null until it is known. */
  readonly whole: ValueList | null;
  /** True when `list` answers `search`. */
  readonly isCurrent: boolean;
  /** True when there are more values for the search than the list has. */
  readonly isCut: boolean;
  readonly error: unknown;
  readonly retry: () => void;
};

/** (空白) first, wherever the source has put it: it is looked for most, and a long list may be cut. */
function blankFirst(list: ValueList): ValueList {
  const blank = list.values.filter(({ value }) => value === '');
  return { ...list, values: [...blank, ...list.values.filter(({ value }) => value !== '')] };
}

/** The values of a column as they are searched: asked once the typing rests, late answers to older searches are dropped. */
export function useValueList(loadValues: (search: string) => Promise<ValueList>): ValueListState {
  const [search, setSearch] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [whole, setWhole] = useState<ValueList | null>(null);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const load = useRef(loadValues);
  load.current = loadValues;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks the same again
  useEffect(() => {
    let isStale = false;
    const ask = async () => {
      try {
        const list = blankFirst(await load.current(search));
        // Not stale ever: who types at once must not lose it.
        if (search === '') setWhole(list);
        if (isStale) return;
        setLoaded({ search, list, error: null });
      } catch (error) {
        if (!isStale) setLoaded({ search, list: noValues, error });
      }
    };
    const timer = search === '' ? undefined : setTimeout(ask, pauseMilliseconds);
    if (timer === undefined) ask();
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [search, attempt]);

  const list = loaded?.list ?? noValues;
  // A source gives as many values as its limit; what it gave without a search tells that limit.
  const limit = whole !== null && whole.values.length < whole.distinct ? whole.values.length : Number.POSITIVE_INFINITY;
  return {
    search,
    setSearch,
    list,
    whole,
    isCurrent: loaded !== null && loaded.search === search && loaded.error === null,
    isCut: list.values.length >= limit,
    error: loaded?.search === search ? loaded.error : null,
    retry: () => {
      setLoaded(null);
      setAttempt((count) => count + 1);
    },
  };
}
