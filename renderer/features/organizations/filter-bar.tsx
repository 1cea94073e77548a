import { CloseButton, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Chip } from '#renderer/ui/chip.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { organizationsText } from '#shared/messages/ui/organizations.ts';

type FilterBarProps = {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly expired: boolean;
  readonly onExpired: (expired: boolean) => void;
  readonly counts: { readonly total: number; readonly expired: number };
};

/** Quick search over all fields, and the one filter every center asks for. */
export function FilterBar({ search, onSearch, expired, onExpired, counts }: FilterBarProps): ReactNode {
  return (
    <div className="chips">
      <TextInput
        className="quick-search"
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        aria-label={organizationsText.searchLabel}
        placeholder={organizationsText.searchPlaceholder}
        rightSection={
          search === '' ? null : (
            <CloseButton size="xs" aria-label={organizationsText.searchClear} onClick={() => onSearch('')} />
          )
        }
        data-testid={testIds.organizationsSearch}
      />
      <Chip on={!expired} onClick={() => onExpired(false)}>
        {organizationsText.chipAll(formatCount(counts.total))}
      </Chip>
      <Chip on={expired} onClick={() => onExpired(true)} alert={counts.expired > 0}>
        {organizationsText.chipExpired(formatCount(counts.expired))}
      </Chip>
    </div>
  );
}
