import { CloseButton, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { closeHelp, searchHelp, useHelp } from '#renderer/session/help.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { helpText } from '#shared/messages/ui/help.ts';
import { Contents } from './contents.tsx';
import { Found } from './found.tsx';
import { Page } from './page.tsx';

function SearchField({ query }: { readonly query: string }): ReactNode {
  return (
    <TextInput
      type="search"
      aria-label={helpText.searchLabel}
      placeholder={helpText.searchPlaceholder}
      value={query}
      onChange={(event) => searchHelp(event.currentTarget.value)}
      rightSection={
        query === '' ? null : <CloseButton size="xs" aria-label={helpText.searchClear} onClick={() => searchHelp('')} />
      }
      data-testid={testIds.helpSearch}
    />
  );
}

/** The manual at the right: search, contents, one page. Esc first leaves the search, then the panel. */
export function HelpPanel(): ReactNode {
  const { page, anchor, query } = useHelp();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      // The focus was in the panel and went with it; elsewhere it stays.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    if (query === '') closeHelp();
    else searchHelp('');
  };
  return (
    <aside
      className="help"
      data-region="help"
      aria-label={helpText.title}
      ref={panel}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      data-testid={testIds.help}
    >
      <div className="help-head">
        <h2>{helpText.title}</h2>
        <Contents page={page} />
        <span className="grow" />
        <CloseButton size="sm" aria-label={helpText.close} onClick={closeHelp} data-testid={testIds.helpClose} />
      </div>
      <div className="help-search">
        <SearchField query={query} />
      </div>
      {query.trim() === '' ? <Page key={page} name={page} anchor={anchor} /> : <Found query={query} />}
    </aside>
  );
}
