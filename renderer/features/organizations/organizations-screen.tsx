import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { screenPaths } from '#renderer/actions/open-screen.ts';
import { useAppState } from '#renderer/session/app-state.ts';
import { useCall } from '#renderer/session/use-call.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import { organizationsText } from '#shared/messages/ui/organizations.ts';
import { AddDialog } from './add-dialog.tsx';
import { FilterBar } from './filter-bar.tsx';
import { Register } from './register.tsx';
import { SidePanel } from './side-panel.tsx';
import { Toolbar } from './toolbar.tsx';
import { useFilterState, useRegisterView } from './use-register-screen.ts';
import { useRemove } from './use-remove.ts';
import './organizations.css';

function EmptyRegister({ onAdd }: { readonly onAdd: () => void }): ReactNode {
  return (
    <EmptyState title={organizationsText.emptyTitle} body={organizationsText.emptyBody}>
      <Button component={Link} href={screenPaths.import}>
        {organizationsText.emptyImport}
      </Button>
      <Button variant="default" onClick={onAdd}>
        {organizationsText.add}
      </Button>
    </EmptyState>
  );
}

function Total({ shown, total }: { readonly shown: number; readonly total: number }): ReactNode {
  const text =
    shown === total
      ? organizationsText.total(formatCount(total))
      : organizationsText.narrowed(formatCount(shown), formatCount(total));
  return <span data-testid={testIds.organizationsTotal}>{text}</span>;
}

/** The new row is the last one; it is there once the view has been opened anew. */
const revealPauseMilliseconds = 600;

/** 登録団体: the register as a grid that is edited in place. */
export function OrganizationsScreen(): ReactNode {
  const state = useAppState();
  const readOnly = state?.ledger?.readOnly ?? true;
  const counts = useCall('organizations.counts', {}).data;
  const { filter, ...bar } = useFilterState(state?.today ?? '');
  const view = useRegisterView();
  const [adding, setAdding] = useState(false);
  const [side, setSide] = useState(false);
  const remove = useRemove();
  const { selected, handle } = view;
  const total = counts?.total ?? 0;
  const afterAdd = () => {
    bar.setSearch('');
    bar.setExpired(false);
    setTimeout(() => handle?.reveal(total, 'name', false), revealPauseMilliseconds);
  };
  const removeSelected = async () => {
    if (await remove(selected)) handle?.clearSelection();
  };
  return (
    <Screen
      title={organizationsText.title}
      sub={<Total shown={total === 0 ? 0 : view.shown} total={total} />}
      status={readOnly ? organizationsText.hintReadOnly : organizationsText.hintEdit}
      statusRight={selected.length === 0 ? '' : organizationsText.selected(formatCount(selected.length))}
      actions={
        <Toolbar
          selected={selected.length}
          readOnly={readOnly}
          side={side}
          onSide={() => setSide(!side)}
          onRemove={() => void removeSelected()}
          onAdd={() => setAdding(true)}
        />
      }
    >
      <AddDialog opened={adding} onClose={() => setAdding(false)} onAdded={afterAdd} />
      {counts !== undefined && total === 0 ? (
        <EmptyRegister onAdd={() => setAdding(true)} />
      ) : (
        <>
          <FilterBar
            search={bar.search}
            onSearch={bar.setSearch}
            expired={bar.expired}
            onExpired={bar.setExpired}
            counts={{ total, expired: counts?.expired ?? 0 }}
          />
          <div className="split">
            <Register filter={filter} readOnly={readOnly} view={view} />
            {side ? <SidePanel row={view.active} /> : null}
          </div>
        </>
      )}
    </Screen>
  );
}
