import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { screens } from '#renderer/screens.ts';
import { focusDone, useFocusRequest } from '#renderer/session/focus-request.ts';
import type { SheetHandle } from '#renderer/sheet/types.ts';
import { organizationsText } from '#shared/messages/ui/organizations.ts';
import { notifyFailure, notifyProblem } from '#renderer/ui/notify.tsx';
import { lastExpiredDay } from '#shared/domain/registration-end.ts';
import type { OrganizationRow } from './cell-row.ts';
import type { RegisterFilter } from './view-of.ts';

const expiredPath = `${screens.organizations.path}/expired`;
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
    () => ({ search: settled, expiredBefore: expired && today !== '' ? lastExpiredDay(today) : null }),
    [settled, expired, today],
  );
  const setExpired = (on: boolean) => navigate(on ? expiredPath : screens.organizations.path, { replace: true });
  return { filter, search, setSearch, expired, setExpired };
}

/** The cell under the cursor. */
export type ActiveCell = { readonly row: OrganizationRow | null; readonly columnId: string };

/** What the grid tells the screen around it. */
export type RegisterView = {
  readonly handle: SheetHandle | null;
  readonly active: ActiveCell;
  /** Rows of which a cell is selected. */
  readonly selected: number;
  readonly status: string;
  readonly shown: number;
  readonly events: {
    readonly onReady: (handle: SheetHandle) => void;
    readonly onActive: (row: OrganizationRow | null, columnId: string) => void;
    readonly onSelection: (count: number) => void;
    readonly onStatus: (status: string) => void;
    readonly onTotal: (total: number) => void;
  };
};

export function useRegisterView(): RegisterView {
  const [handle, setHandle] = useState<SheetHandle | null>(null);
  const [active, setActive] = useState<ActiveCell>({ row: null, columnId: '' });
  const [selected, setSelected] = useState(0);
  const [status, setStatus] = useState('');
  const [shown, setShown] = useState(0);
  const [events] = useState({
    onReady: setHandle,
    onActive: (row: OrganizationRow | null, columnId: string) => setActive({ row, columnId }),
    onSelection: setSelected,
    onStatus: setStatus,
    onTotal: setShown,
  });
  return { handle, active, selected, status, shown, events };
}

/** Shows the group or the filter that another screen or the palette asked for. */
export function useRegisterRequests(handle: SheetHandle | null, clear: () => void): void {
  const request = useFocusRequest((state) => state.request);
  useEffect(() => {
    if (handle === null || request === null) return;
    if (request.kind === 'organization') {
      focusDone();
      const show = async () => {
        const widen = (): void => {
          clear();
          handle.setFilters([]);
        };
        if (!(await handle.revealRow(request.id, 'name', widen))) notifyProblem(organizationsText.gone);
        // Wherever the palette was opened from: the next key is meant for what was looked for.
        handle.focus();
      };
      show().catch(notifyFailure);
    }
    if (request.kind === 'filter' && request.sheet === 'organizations') {
      focusDone();
      clear();
      handle.setFilters(request.filters);
    }
  }, [request, handle, clear]);
}
