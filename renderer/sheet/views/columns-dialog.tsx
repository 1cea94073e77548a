import './views.css';
import { Button, Modal, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { formatCount } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { matchKey } from '#shared/domain/text.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { sheetViewsText as words } from '#shared/messages/ui/sheet-views.ts';
import { noLayout } from '../core/state.ts';
import type { SheetColumn, SheetLayout } from '../types.ts';
import { ColumnList } from './column-list.tsx';
import { frozenCount, isDefault, layoutLook, moveColumn, placeColumns, setHidden } from './layout.ts';

type ColumnsDialogProps<Row> = {
  readonly opened: boolean;
  readonly columns: readonly SheetColumn<Row>[];
  readonly layout: SheetLayout;
  readonly onLayout: (layout: SheetLayout) => void;
  readonly onClose: () => void;
};

/** Which columns are shown, in which order, and how many of them stay at the left. Nothing changes until OK. */
export function ColumnsDialog<Row>(props: ColumnsDialogProps<Row>): ReactNode {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={words.columnsTitle}
      size="lg"
      closeButtonProps={{ 'aria-label': commonText.close }}
      data-testid={testIds.columnsDialog}
    >
      <ColumnsForm {...props} />
    </Modal>
  );
}

function ColumnsForm<Row>({ columns, layout, onLayout, onClose }: ColumnsDialogProps<Row>): ReactNode {
  const [draft, setDraft] = useState(layout);
  const [search, setSearch] = useState('');
  const placed = placeColumns(columns, draft);
  const shown = placed.filter(({ hidden }) => !hidden).length;
  const wanted = matchKey(search);
  const found = placed.filter(({ column }) => matchKey(column.title).includes(wanted));
  const frozen = frozenCount(columns, draft);
  const frozenIds = new Set(
    placed
      .filter(({ hidden }) => !hidden)
      .slice(0, frozen)
      .map(({ column }) => column.id),
  );
  const showAll = () =>
    setDraft(
      placed.reduce((now, { column }) => setHidden(columns, now, { columnId: column.id, hidden: false }), draft),
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (shown === 0) return;
    if (layoutLook(columns, draft) !== layoutLook(columns, layout)) {
      onLayout(isDefault(columns, draft) ? noLayout : draft);
    }
    onClose();
  };
  return (
    <form className="columns-form" onSubmit={submit}>
      <ColumnsHead search={search} onSearch={setSearch} shown={shown} total={placed.length} onShowAll={showAll} />
      <ColumnList
        items={found.map(({ column, hidden }) => ({
          id: column.id,
          title: column.title,
          hidden,
          frozen: frozenIds.has(column.id),
        }))}
        canMove={wanted === ''}
        onShow={(columnId, on) => setDraft(setHidden(columns, draft, { columnId, hidden: !on }))}
        onMove={(columnId, before) => setDraft(moveColumn(columns, draft, { columnId, before }))}
      />
      <p className="muted">{words.columnsHelp}</p>
      <FrozenField frozen={frozen} shown={shown} onFrozen={(count) => setDraft({ ...draft, frozen: count })} />
      <p className="columns-why" role="status">
        {shown === 0 ? words.chooseOne : ''}
      </p>
      <div className="columns-foot">
        <Button variant="default" disabled={isDefault(columns, draft)} onClick={() => setDraft(noLayout)}>
          {words.reset}
        </Button>
        <span className="grow" />
        <Button variant="default" onClick={onClose}>
          {commonText.cancel}
        </Button>
        <Button type="submit" disabled={shown === 0} data-testid={testIds.columnsOk}>
          {words.apply}
        </Button>
      </div>
    </form>
  );
}

type ColumnsHeadProps = {
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly shown: number;
  readonly total: number;
  readonly onShowAll: () => void;
};

function ColumnsHead({ search, onSearch, shown, total, onShowAll }: ColumnsHeadProps): ReactNode {
  return (
    <div className="columns-head">
      <TextInput
        aria-label={words.columnsSearch}
        placeholder={words.columnsSearch}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
        data-autofocus
      />
      <span className="grow" />
      <span className="muted">{words.columnsCount(formatCount(shown), formatCount(total))}</span>
      <button type="button" className="link" disabled={shown === total} onClick={onShowAll}>
        {words.showAll}
      </button>
    </div>
  );
}

type FrozenFieldProps = {
  readonly frozen: number;
  readonly shown: number;
  readonly onFrozen: (count: number) => void;
};

function FrozenField({ frozen, shown, onFrozen }: FrozenFieldProps): ReactNode {
  return (
    <div className="columns-head">
      <span aria-hidden="true">{words.frozen}</span>
      <NumberInput
        aria-label={words.frozen}
        className="columns-number"
        size="xs"
        value={frozen}
        min={0}
        max={shown}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="strict"
        onChange={(value) => {
          if (value !== '') onFrozen(Math.min(shown, Math.max(0, Math.trunc(Number(value)))));
        }}
      />
      <span className="muted">{words.frozenHint}</span>
    </div>
  );
}
