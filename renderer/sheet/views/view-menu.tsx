import './views.css';
import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { failureText } from '#renderer/session/error-text.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { sheetViewsText as words } from '#shared/messages/ui/sheet-views.ts';
import type { SheetColumn, ViewDefinition } from '../types.ts';
import { NameDialog } from './name-dialog.tsx';
import { useViewMenu, type ViewMenuState } from './use-view-menu.ts';

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

/** 表示 ▾: looks at the sheet that were given a name, and what can be done with them. */
export function ViewMenu<Row>(props: ViewMenuProps<Row>): ReactNode {
  const menu = useViewMenu(props);
  const { active } = menu;
  return (
    <>
      <Menu position="bottom-start" width="max-content" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default" className="view-menu" data-testid={testIds.viewMenu}>
            <span className="view-menu-name">
              {active === undefined ? words.menu : words.menuActive(active.view.name)}
            </span>
            {menu.isChanged ? <span className="view-menu-changed">{words.changed}</span> : null}
            <span aria-hidden="true">▾</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown className="view-menu-list">
          <ViewList menu={menu} onReset={props.onReset} />
          <Menu.Divider />
          <ViewTools menu={menu} />
          <Menu.Divider />
          <Menu.Item onClick={props.onColumns}>{words.columns}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <NameDialog wish={menu.wish} onClose={menu.closeWish} />
    </>
  );
}

type MenuPartProps = { readonly menu: ViewMenuState };

/** The whole list, and the views to choose from. */
function ViewList({ menu, onReset }: MenuPartProps & { readonly onReset: () => void }): ReactNode {
  const { views, active, isChanged, error } = menu;
  return (
    <>
      <ViewItem
        name={words.all}
        isOn={active === undefined && menu.isPlain}
        onClick={() => {
          menu.forget();
          onReset();
        }}
      />
      <Menu.Label>{words.saved}</Menu.Label>
      {views.length === 0 ? (
        <div className="view-menu-none">{error === null ? words.none : failureText(error)}</div>
      ) : null}
      {views.map((item) => (
        <ViewItem
          key={item.view.id}
          name={item.view.name}
          isOn={item === active}
          note={item.definition === null ? words.broken : item === active && isChanged ? words.changed : ''}
          onClick={() => menu.apply(item)}
        />
      ))}
    </>
  );
}

/** What can be done with the view in use. */
function ViewTools({ menu }: MenuPartProps): ReactNode {
  const { active, isChanged, isReadOnly, commands } = menu;
  return (
    <>
      {isChanged && active !== undefined ? (
        <Menu.Item disabled={isReadOnly || menu.isTooLarge} onClick={() => commands.overwrite(active.view)}>
          {words.overwrite(active.view.name)}
        </Menu.Item>
      ) : null}
      <Menu.Item disabled={isReadOnly} onClick={commands.askSave}>
        {words.save}
      </Menu.Item>
      {active === undefined ? null : (
        <>
          <Menu.Item disabled={isReadOnly} onClick={() => commands.askName(active.view)}>
            {words.rename(active.view.name)}
          </Menu.Item>
          <Menu.Item
            disabled={isReadOnly}
            onClick={() => commands.remove(active.view, words.removeBody(active.view.name))}
          >
            {words.remove(active.view.name)}
          </Menu.Item>
        </>
      )}
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
