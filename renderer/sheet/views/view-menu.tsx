import './views.css';
import { Button, Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useLedger } from '#renderer/session/app-state.ts';
import { failureText } from '#renderer/session/error-text.ts';
import { useAsk } from '#renderer/ui/confirm.tsx';
import { notifyDone, notifyFailure } from '#renderer/ui/notify.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { SavedView } from '#shared/contract/saved-views.ts';
import { sheetViewsText as words } from '#shared/messages/ui/sheet-views.ts';
import type { SheetColumn, ViewDefinition } from '../types.ts';
import { isDefault } from './layout.ts';
import { NameDialog, type NameWish } from './name-dialog.tsx';
import { useViews } from './use-views.ts';
import { isSameView, isTooLarge, parseViewDefinition, serializeViewDefinition } from './view-definition.ts';

type ViewMenuProps<Row> = {
  readonly sheet: string;
  /** All columns of the screen: what a view says of others is left out. */
  readonly columns: readonly SheetColumn<Row>[];
  /** What the sheet shows at present. */
  readonly definition: ViewDefinition;
  readonly onApply: (definition: ViewDefinition) => void;
  readonly onReset: () => void;
  readonly onColumns: () => void;
};

/** A saved view and what it means here; null = not readable. */
type ReadView = { readonly view: SavedView; readonly definition: ViewDefinition | null };

/** 表示 ▾: looks at the sheet that were given a name, and what can be done with them. */
export function ViewMenu<Row>({
  sheet,
  columns,
  definition,
  onApply,
  onReset,
  onColumns,
}: ViewMenuProps<Row>): ReactNode {
  const ask = useAsk();
  const isReadOnly = useLedger()?.readOnly ?? true;
  const { views, error, chosenId, choose, save, remove } = useViews(sheet);
  const [wish, setWish] = useState<NameWish | null>(null);
  const ids = columns.map(({ id }) => id);
  const read: readonly ReadView[] = views.map((view) => ({
    view,
    definition: parseViewDefinition(view.definition, ids),
  }));
  const isShown = (item: ReadView) => item.definition !== null && isSameView(columns, item.definition, definition);
  const active = read.find(({ view }) => view.id === chosenId) ?? read.find(isShown);
  const isChanged = active !== undefined && !isShown(active);
  const isPlain =
    definition.query.filters.length + definition.query.sort.length === 0 && isDefault(columns, definition.layout);
  const serialized = serializeViewDefinition(definition);

  const askRemove = async (view: SavedView, body: string) => {
    const isMeant = await ask({ title: words.removeTitle, body, ok: words.removeOk, danger: true });
    if (!isMeant) return;
    try {
      await remove(view.id);
      notifyDone(words.removeDone(view.name));
    } catch (failure) {
      notifyFailure(failure);
    }
  };
  const apply = ({ view, definition: meant }: ReadView) => {
    if (meant === null) {
      if (!isReadOnly) askRemove(view, words.brokenBody(view.name));
      return;
    }
    choose(view.id);
    onApply(meant);
  };
  const askSave = () =>
    setWish({
      title: words.saveTitle,
      ok: words.saveOk,
      name: active?.view.name ?? '',
      note: words.saveNote,
      refuse: () => (isTooLarge(serialized) ? words.tooLarge : ''),
      submit: async (name) => {
        const isTaken = views.some((view) => view.name === name);
        const question = { title: words.replaceTitle, body: words.replaceBody(name), ok: words.replaceOk };
        if (isTaken && !(await ask(question))) return false;
        await save({ name, definition: serialized });
        notifyDone(words.saveDone(name));
        return true;
      },
    });
  const overwrite = async (view: SavedView) => {
    try {
      await save({ id: view.id, name: view.name, definition: serialized });
      notifyDone(words.saveDone(view.name));
    } catch (failure) {
      notifyFailure(failure);
    }
  };
  const askName = (view: SavedView) =>
    setWish({
      title: words.renameTitle,
      ok: words.renameOk,
      name: view.name,
      note: '',
      refuse: (name) =>
        views.some((other) => other.id !== view.id && other.name === name) ? words.nameTaken(name) : '',
      submit: async (name) => {
        if (name === view.name) return true;
        await save({ id: view.id, name, definition: view.definition });
        notifyDone(words.renameDone(name));
        return true;
      },
    });
  return (
    <>
      <Menu position="bottom-start" width="max-content" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default" className="view-menu" data-testid={testIds.viewMenu}>
            <span className="view-menu-name">
              {active === undefined ? words.menu : words.menuActive(active.view.name)}
            </span>
            {isChanged ? <span className="view-menu-changed">{words.changed}</span> : null}
            <span aria-hidden="true">▾</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown className="view-menu-list">
          <ViewItem
            name={words.all}
            isOn={active === undefined && isPlain}
            onClick={() => {
              choose('');
              onReset();
            }}
          />
          <Menu.Label>{words.saved}</Menu.Label>
          {read.length === 0 ? (
            <div className="view-menu-none">{error === null ? words.none : failureText(error)}</div>
          ) : null}
          {read.map((item) => (
            <ViewItem
              key={item.view.id}
              name={item.view.name}
              isOn={item === active}
              note={item.definition === null ? words.broken : item === active && isChanged ? words.changed : ''}
              onClick={() => apply(item)}
            />
          ))}
          <Menu.Divider />
          {isChanged ? (
            <Menu.Item disabled={isReadOnly || isTooLarge(serialized)} onClick={() => overwrite(active.view)}>
              {words.overwrite(active.view.name)}
            </Menu.Item>
          ) : null}
          <Menu.Item disabled={isReadOnly} onClick={askSave}>
            {words.save}
          </Menu.Item>
          {active === undefined ? null : (
            <>
              <Menu.Item disabled={isReadOnly} onClick={() => askName(active.view)}>
                {words.rename(active.view.name)}
              </Menu.Item>
              <Menu.Item
                disabled={isReadOnly}
                onClick={() => askRemove(active.view, words.removeBody(active.view.name))}
              >
                {words.remove(active.view.name)}
              </Menu.Item>
            </>
          )}
          <Menu.Divider />
          <Menu.Item onClick={onColumns}>{words.columns}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <NameDialog wish={wish} onClose={() => setWish(null)} />
    </>
  );
}

type ViewItemProps = {
  readonly name: string;
  readonly isOn: boolean;
  readonly note?: string;
  readonly onClick: () => void;
};

function ViewItem({ name, isOn, note = '', onClick }: ViewItemProps): ReactNode {
  return (
    <Menu.RadioItem
      value={name}
      checked={isOn}
      closeMenuOnClick
      onClick={onClick}
      rightSection={note === '' ? null : <span className="view-menu-changed">{note}</span>}
    >
      {name}
    </Menu.RadioItem>
  );
}
