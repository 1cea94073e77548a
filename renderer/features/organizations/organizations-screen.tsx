import { Button } from '@mantine/core';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { Link } from 'wouter';
import { screens } from '#renderer/screens.ts';
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
import { useFilterState, useRegisterRequests, useRegisterView } from './use-register-screen.ts';
import './organizations.css';

function EmptyRegister({ onAdd }: { readonly onAdd: () => void }): ReactNode {
  return (
    <EmptyState title={organizationsText.emptyTitle} body={organizationsText.emptyBody}>
      <Button component={Link} href={screens.import.path}>
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

/** Asks for a new group in a dialog; the answer is its id, null when given up. */
function useAddDialog() {
  const answer = useRef<((id: string | null) => void) | null>(null);
  const [opened, setOpened] = useState(false);
  const ask = useCallback(
    () =>
      new Promise<string | null>((resolve) => {
        answer.current = resolve;
        setOpened(true);
      }),
    [],
  );
  const close = (id: string | null) => {
    setOpened(false);
    answer.current?.(id);
    answer.current = null;
  };
  return { opened, ask, close };
}

type Narrowing = Pick<ReturnType<typeof useFilterState>, 'setSearch' | 'setExpired'>;

/** Shows all groups again; the same function as long as the screen stands. */
function useClear({ setSearch, setExpired }: Narrowing): () => void {
  const latest = useRef(setExpired);
  latest.current = setExpired;
  return useCallback(() => {
    setSearch('');
    latest.current(false);
  }, [setSearch]);
}

/** 登録団体: the register as a sheet that is edited in place. */
export function OrganizationsScreen(): ReactNode {
  const state = useAppState();
  const today = state?.today ?? '';
  const readOnly = state?.ledger?.readOnly ?? true;
  const counts = useCall('organizations.counts', {}).data;
  const { filter, ...bar } = useFilterState(today);
  const view = useRegisterView();
  const dialog = useAddDialog();
  const [side, setSide] = useState(false);
  const { handle } = view;
  const total = counts?.total ?? 0;
  useRegisterRequests(handle, useClear(bar));
  return (
    <Screen
      title={organizationsText.title}
      sub={<Total shown={total === 0 ? 0 : view.shown} total={total} />}
      status={
        view.status === '' ? (readOnly ? organizationsText.hintReadOnly : organizationsText.hintEdit) : view.status
      }
      statusRight={view.selected > 1 ? organizationsText.selected(formatCount(view.selected)) : ''}
      actions={
        <Toolbar
          selected={view.selected}
          readOnly={readOnly}
          side={side}
          onSide={() => setSide(!side)}
          onRun={(command) => (handle === null ? void dialog.ask() : handle.run(command))}
        />
      }
    >
      <AddDialog opened={dialog.opened} onClose={() => dialog.close(null)} onAdded={dialog.close} />
      {counts !== undefined && total === 0 ? (
        <EmptyRegister onAdd={() => void dialog.ask()} />
      ) : (
        <div className="split">
          <Register
            filter={filter}
            readOnly={readOnly}
            today={today}
            view={view}
            ask={dialog.ask}
            bar={
              <FilterBar
                {...bar}
                onSearch={bar.setSearch}
                onExpired={bar.setExpired}
                counts={{ total, expired: counts?.expired ?? 0 }}
              />
            }
          />
          {side ? <SidePanel active={view.active} /> : null}
        </div>
      )}
    </Screen>
  );
}
