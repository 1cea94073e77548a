import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { screenPaths } from '#renderer/actions/open-screen.ts';
import type { SheetHandle } from '#renderer/sheet/types.ts';
import type { OrganizationRow } from './columns.ts';
import { dayBefore } from './day-before.ts';
import type { RegisterFilter } from './use-register.ts';

const expiredPath = `${screenPaths.organizations}/expired`;
/** Time after the last key until the register is searched. */
const searchPauseMilliseconds = 200;

export type FilterState = {
  readonly filter: RegisterFilter;
  readonly search: string;
  readonly setSearch: (search: string) => void;
  readonly expired: boolean;
  readonly setExpired: (expired: boolean) => void;
};

/** Search text and filter; 期限切れ is part of the address, so that other screens can link to it. */
export function useFilterState(today: string): FilterState {
  const [location, navigate] = useLocation();
  const expired = location === expiredPath;
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search, searchPauseMilliseconds);
  const filter = useMemo(
    () => ({ search: settled, expiredBefore: expired && today !== '' ? dayBefore(today) : null }),
    [settled, expired, today],
  );
  const setExpired = (on: boolean) => navigate(on ? expiredPath : screenPaths.organizations, { replace: true });
  return { filter, search, setSearch, expired, setExpired };
}

/** What the grid tells the screen around it. */
export type RegisterView = {
  readonly handle: SheetHandle | null;
  readonly selected: readonly OrganizationRow[];
  readonly active: OrganizationRow | null;
  readonly shown: number;
  readonly events: {
    readonly onReady: (handle: SheetHandle) => void;
    readonly onSelection: (rows: readonly OrganizationRow[]) => void;
    readonly onActiveRow: (row: OrganizationRow | null) => void;
    readonly onTotal: (total: number) => void;
  };
};

export function useRegisterView(): RegisterView {
  const [handle, setHandle] = useState<SheetHandle | null>(null);
  const [selected, setSelected] = useState<readonly OrganizationRow[]>([]);
  const [active, setActive] = useState<OrganizationRow | null>(null);
  const [shown, setShown] = useState(0);
  const [events] = useState({
    onReady: setHandle,
    onSelection: setSelected,
    onActiveRow: setActive,
    onTotal: setShown,
  });
  return { handle, selected, active, shown, events };
}
