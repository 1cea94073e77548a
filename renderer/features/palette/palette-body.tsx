import { Modal } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import type { ReactNode } from 'react';
import type { ActionContext } from '#renderer/actions/types.ts';
import { failureText } from '#renderer/session/error-text.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { Highlighted } from '#renderer/ui/highlighted.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import { searchWords } from '#shared/domain/search-key.ts';
import { paletteText } from '#shared/messages/ui/palette.ts';
import type { Entry } from './entries.ts';
import { usePaletteContent } from './use-entries.ts';
import { useSelectedLine } from './use-selected-line.ts';

const listId = 'palette-list';
const optionId = (index: number): string => `palette-option-${index}`;

/** At once, not after the opening: what is typed right behind Ctrl+K must not land in a cell. */
const takeFocus = (field: HTMLInputElement | null): void => field?.focus();

type LineProps = {
  readonly entry: Entry;
  readonly index: number;
  readonly selected: boolean;
  readonly words: readonly string[];
  readonly onChoose: (entry: Entry) => void;
};

function PaletteLine({ entry, index, selected, words, onChoose }: LineProps): ReactNode {
  const off = entry.off !== null;
  return (
    <Spotlight.Action
      // The component keeps an id given as a property to itself.
      ref={(line: HTMLButtonElement | null) => line?.setAttribute('id', optionId(index))}
      role="option"
      aria-selected={selected}
      aria-disabled={off}
      className={off ? 'palette-line palette-off' : 'palette-line'}
      closeSpotlightOnTrigger={false}
      onClick={() => {
        if (!off) onChoose(entry);
      }}
      data-testid={testIds.paletteEntry(entry.id)}
    >
      <span className="palette-label">
        <Highlighted text={entry.label} words={words} />
      </span>
      <span className="palette-hint">{off ? entry.off : entry.hint}</span>
      {entry.shortcut === undefined ? null : <kbd>{entry.shortcut}</kbd>}
    </Spotlight.Action>
  );
}

function NothingFound({ query }: { readonly query: string }): ReactNode {
  return (
    <Spotlight.Empty className="palette-empty" data-testid={testIds.paletteEmpty}>
      <b>{paletteText.noneTitle(query)}</b>
      <p>{paletteText.noneBody}</p>
    </Spotlight.Empty>
  );
}

function Keys(): ReactNode {
  const keys = [
    ['↑↓', paletteText.keyMove],
    ['Enter', paletteText.keyOpen],
    ['Esc', paletteText.keyClose],
  ] as const;
  return (
    <Spotlight.Footer className="palette-keys" aria-hidden="true">
      {keys.map(([key, label]) => (
        <span key={key}>
          <kbd>{key}</kbd> {label}
        </span>
      ))}
    </Spotlight.Footer>
  );
}

type BodyProps = {
  readonly query: string;
  readonly context: ActionContext;
  readonly onChoose: (entry: Entry) => void;
};

/** Field, lines under their headings, and what is said when nothing fits. */
export function PaletteBody({ query, context, onChoose }: BodyProps): ReactNode {
  const { groups, searching, error } = usePaletteContent(query, context);
  const { list, selected, onKeyDown } = useSelectedLine(query);
  const words = searchWords(query);
  const entries = groups.flatMap((group) => group.entries);
  const nothing = entries.length === 1 && entries[0]?.id === 'manual-search';
  return (
    <>
      <Modal.Title className="visually-hidden">{paletteText.title}</Modal.Title>
      <Spotlight.Search
        ref={takeFocus}
        onKeyDown={onKeyDown}
        size="md"
        placeholder={paletteText.placeholder}
        aria-label={paletteText.title}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={selected < 0 ? undefined : optionId(selected)}
        data-autofocus
        data-testid={testIds.paletteInput}
      />
      <p className="visually-hidden" role="status">
        {searching
          ? ''
          : nothing
            ? paletteText.noneTitle(query.trim())
            : paletteText.count(formatCount(entries.length))}
      </p>
      {error === null ? null : <p className="palette-note">{failureText(error)}</p>}
      {nothing && !searching && error === null ? <NothingFound query={query.trim()} /> : null}
      <Spotlight.ActionsList ref={list} id={listId} role="listbox" aria-label={paletteText.listLabel}>
        {groups.map((group) => (
          <Spotlight.ActionsGroup key={group.key} label={group.label} role="group" aria-label={group.label}>
            {group.entries.map((entry) => {
              const index = entries.indexOf(entry);
              return (
                <PaletteLine
                  key={entry.id}
                  entry={entry}
                  index={index}
                  selected={index === selected}
                  words={words}
                  onChoose={onChoose}
                />
              );
            })}
          </Spotlight.ActionsGroup>
        ))}
      </Spotlight.ActionsList>
      {searching ? <p className="palette-note">{paletteText.searching}</p> : null}
      <Keys />
    </>
  );
}
