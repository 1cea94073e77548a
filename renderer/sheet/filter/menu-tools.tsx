import { Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { sheetFilterText as words } from '#shared/messages/ui/sheet-filter.ts';
import type { SheetSort } from '../types.ts';

type SortToolsProps = {
  readonly sort: SheetSort | null;
  readonly sortPlace: number;
  readonly onSort: (descending: boolean | null, additive: boolean) => void;
};

/** Sorting by this column, alone or behind the keys there are. */
export function SortTools({ sort, sortPlace, onSort }: SortToolsProps): ReactNode {
  const [isAdditive, setAdditive] = useState(false);
  return (
    <div className="filter-tools">
      <fieldset>
        <legend className="visually-hidden">{words.sort}</legend>
        <button
          type="button"
          aria-pressed={sort?.descending === false}
          onClick={() => onSort(false, isAdditive)}
          data-filter-start=""
        >
          <span aria-hidden="true">{words.up}</span> {words.ascending}
        </button>
        <button type="button" aria-pressed={sort?.descending === true} onClick={() => onSort(true, isAdditive)}>
          <span aria-hidden="true">{words.down}</span> {words.descending}
        </button>
        <button type="button" disabled={sort === null} onClick={() => onSort(null, true)}>
          {words.sortStop}
        </button>
      </fieldset>
      <div className="filter-additive">
        <Checkbox
          label={words.sortAdd}
          checked={isAdditive}
          onChange={(event) => setAdditive(event.currentTarget.checked)}
        />
        {sortPlace > 0 ? <span className="muted">{words.sortPlace(sortPlace)}</span> : null}
      </div>
    </div>
  );
}

type ColumnToolsProps = {
  readonly frozen: boolean;
  readonly onFreeze: (on: boolean) => void;
  readonly onHide: () => void;
  readonly onAutosize: () => void;
};

export function ColumnTools({ frozen, onFreeze, onHide, onAutosize }: ColumnToolsProps): ReactNode {
  return (
    <fieldset className="filter-tools">
      <legend className="visually-hidden">{words.columnTools}</legend>
      <button type="button" onClick={() => onFreeze(!frozen)} data-filter-start="">
        {frozen ? words.unfreeze : words.freeze}
      </button>
      <button type="button" onClick={onHide}>
        {words.hide}
      </button>
      <button type="button" onClick={onAutosize}>
        {words.autosize}
      </button>
    </fieldset>
  );
}
