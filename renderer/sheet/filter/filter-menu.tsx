import './filter.css';
import { Tabs } from '@mantine/core';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import { testIds } from '#renderer/ui/test-ids.ts';
import { sheetFilterText as words } from '#shared/messages/ui/sheet-filter.ts';
import type { WindowBox } from '../core/boxes.ts';
import type { SheetColumn, SheetFilter, SheetFilterKind, SheetSort, ValueList } from '../types.ts';
import { ConditionPage } from './condition-page.tsx';
import { ColumnTools, SortTools } from './menu-tools.tsx';
import { useFloatingDialog } from './use-floating-dialog.ts';
import { ValuePage } from './value-page.tsx';

type FilterMenuProps<Row> = {
  readonly column: SheetColumn<Row>;
  readonly filter: SheetFilter | null;
  readonly sort: SheetSort | null;
  /** 1-based among several sort keys, 0 = none. */
  readonly sortPlace: number;
  /** Of the header cell, in the window. */
  readonly anchor: WindowBox;
  /** The column is the last frozen one. */
  readonly frozen: boolean;
  readonly loadValues: (search: string) => Promise<ValueList>;
  readonly onFilter: (filter: SheetFilter | null) => void;
  /** null takes this column's key away; the other keys stay. `additive`: behind the keys there are. */
  readonly onSort: (descending: boolean | null, additive: boolean) => void;
  readonly onHide: () => void;
  readonly onFreeze: (on: boolean) => void;
  readonly onAutosize: () => void;
  readonly onClose: () => void;
};

const stop = (event: SyntheticEvent): void => event.stopPropagation();

/** The ▼ menu of a column. Whatever is chosen in it also closes it. */
export function FilterMenu<Row>(props: FilterMenuProps<Row>): ReactNode {
  const { column, onClose } = props;
  const { element, place, onKeyDown } = useFloatingDialog(props.anchor, onClose);
  const thenClose =
    <T extends readonly unknown[]>(act: (...args: T) => void) =>
    (...args: T) => {
      act(...args);
      onClose();
    };
  return createPortal(
    <div
      ref={element}
      className="filter-menu"
      role="dialog"
      aria-label={words.menu(column.title)}
      data-testid={testIds.filterMenu}
      style={{ left: place?.left ?? 0, top: place?.top ?? 0 }}
      onKeyDown={onKeyDown}
      onKeyUp={stop}
      onPaste={stop}
      onCopy={stop}
      onCut={stop}
      onMouseDown={stop}
      onClick={stop}
      onDoubleClick={stop}
      onContextMenu={stop}
      onWheel={stop}
    >
      {column.sortable === true ? (
        <SortTools sort={props.sort} sortPlace={props.sortPlace} onSort={thenClose(props.onSort)} />
      ) : null}
      <ColumnTools
        frozen={props.frozen}
        onFreeze={thenClose(props.onFreeze)}
        onHide={thenClose(props.onHide)}
        onAutosize={thenClose(props.onAutosize)}
      />
      {column.filter === undefined ? null : (
        <FilterPages {...props} kind={column.filter} onFilter={thenClose(props.onFilter)} />
      )}
    </div>,
    document.body,
  );
}

function FilterPages<Row>(props: FilterMenuProps<Row> & { readonly kind: SheetFilterKind }): ReactNode {
  const { column, kind, filter, loadValues, onFilter, onClose } = props;
  const isCondition = filter?.kind === 'text' || filter?.kind === 'range';
  const [tab, setTab] = useState(isCondition ? 'condition' : 'values');
  const page = { column, filter, onFilter, onClose };
  const values = <ValuePage {...page} loadValues={loadValues} inFront={kind === 'choice' || tab === 'values'} />;
  if (kind === 'choice') return values;
  return (
    <Tabs className="filter-tabs" value={tab} onChange={(chosen) => setTab(chosen ?? 'values')}>
      <Tabs.List grow>
        <Tabs.Tab value="values">{words.tabValues}</Tabs.Tab>
        <Tabs.Tab value="condition">{words.tabCondition}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="values">{values}</Tabs.Panel>
      <Tabs.Panel value="condition">
        <ConditionPage {...page} kind={kind} inFront={tab === 'condition'} />
      </Tabs.Panel>
    </Tabs>
  );
}
