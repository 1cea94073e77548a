import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { openHelp } from '#renderer/session/help.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { helpText } from '#shared/messages/ui/help.ts';
import { manualPages } from './manual.ts';

/** All pages, to choose one. */
export function Contents({ page }: { readonly page: string }): ReactNode {
  return (
    <Select
      aria-label={helpText.contents}
      className="help-contents"
      maxDropdownHeight={480}
      data={manualPages.map(({ name, title }) => ({ value: name, label: title }))}
      value={page}
      onChange={(name) => name !== null && openHelp(name)}
      comboboxProps={{ width: 280 }}
      data-testid={testIds.helpContents}
    />
  );
}
