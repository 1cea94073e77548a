import { Button, Checkbox, CloseButton, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { formatCount } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { sheetFindText } from '#shared/messages/ui/sheet-find.ts';
import type { FindState } from '../core/state.ts';
import './find-bar.css';

/** What the user sets; the rest of the state is found by the search. */
type FindChange = Partial<Pick<FindState, 'text' | 'replacement' | 'wholeCell' | 'onlySelection'>>;

type FindBarProps = {
  readonly mode: 'find' | 'replace';
  readonly canReplace: boolean;
  readonly state: FindState;
  readonly onState: (change: FindChange) => void;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
  /** Replaces in the cell in front and goes on to the next. */
  readonly onReplace: () => void;
  /** Shows what would change. */
  readonly onReplaceAll: () => void;
  readonly onClose: () => void;
};

function placeText({ text, count, place, busy }: FindState): string {
  if (text === '' || (count === null && !busy)) return '';
  if (busy || count === null) return sheetFindText.searching;
  if (count === 0) return sheetFindText.none;
  return place === null
    ? sheetFindText.rows(formatCount(count))
    : sheetFindText.place(formatCount(count), String(place));
}

/** 検索 and 置換 over a grid. The field in front is chosen when the bar opens and when its mode changes. */
export function FindBar(props: FindBarProps): ReactNode {
  const { mode, state, onState, onNext, onPrevious, onReplace, onReplaceAll, onClose } = props;
  const field = useRef<HTMLInputElement>(null);
  const isReplace = mode === 'replace' && props.canReplace;
  const found = placeText(state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: Ctrl+H over an open search bar shows its fields anew
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [mode]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const isSubmit = event.key === 'Enter' && event.target === field.current;
    if (event.key === 'F3' || isSubmit) (event.shiftKey ? onPrevious : onNext)();
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const none = state.text === '' || state.count === 0;
  return (
    <search
      className="find-bar"
      aria-label={isReplace ? sheetFindText.replaceTitle : sheetFindText.findTitle}
      data-testid={testIds.sheetFind}
      onKeyDown={onKeyDown}
    >
      <div className="find-line">
        <TextInput
          ref={field}
          className="find-field"
          aria-label={sheetFindText.find}
          placeholder={sheetFindText.find}
          title={sheetFindText.widthHint}
          value={state.text}
          onChange={(event) => onState({ text: event.currentTarget.value })}
          maxLength={200}
        />
        <Button variant="default" onClick={onPrevious} disabled={none} title={sheetFindText.previousHint}>
          {sheetFindText.previous}
        </Button>
        <Button variant="default" onClick={onNext} disabled={none} title={sheetFindText.nextHint}>
          {sheetFindText.next}
        </Button>
        <output
          className={state.count === 0 && !state.busy ? 'find-place find-none' : 'find-place'}
          data-testid={testIds.sheetFindPlace}
        >
          {found}
        </output>
        <span className="grow" />
        <CloseButton onClick={onClose} aria-label={sheetFindText.close} title={sheetFindText.close} />
      </div>
      {isReplace ? (
        <div className="find-line">
          <TextInput
            className="find-field"
            aria-label={sheetFindText.replacement}
            placeholder={sheetFindText.replacement}
            value={state.replacement}
            onChange={(event) => onState({ replacement: event.currentTarget.value })}
            maxLength={2000}
          />
          <Button variant="default" onClick={onReplace} disabled={none || state.busy}>
            {sheetFindText.replaceOne}
          </Button>
          <Button
            variant="default"
            onClick={onReplaceAll}
            disabled={none || state.busy}
            title={sheetFindText.replaceAllHint}
          >
            {sheetFindText.replaceAll}
          </Button>
          <Checkbox
            label={sheetFindText.wholeCell}
            checked={state.wholeCell}
            onChange={(event) => onState({ wholeCell: event.currentTarget.checked })}
          />
          <Checkbox
            label={sheetFindText.onlySelection}
            checked={state.onlySelection}
            onChange={(event) => onState({ onlySelection: event.currentTarget.checked })}
          />
        </div>
      ) : null}
    </search>
  );
}
