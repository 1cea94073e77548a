import { Button, Checkbox, CloseButton, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react';
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
  const { mode, state, onNext, onPrevious, onClose } = props;
  const field = useRef<HTMLInputElement>(null);
  const isReplace = mode === 'replace' && props.canReplace;
  // biome-ignore lint/correctness/useExhaustiveDependencies: Ctrl+H over an open search bar shows its fields again
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
      <FindLine {...props} field={field} isOff={none} />
      {isReplace ? <ReplaceLine {...props} isOff={none || state.busy} /> : null}
    </search>
  );
}

type LineProps = FindBarProps & { readonly isOff: boolean };

function FindLine(props: LineProps & { readonly field: RefObject<HTMLInputElement | null> }): ReactNode {
  const { state, onState, onNext, onPrevious, onClose, field, isOff } = props;
  return (
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
      <Button variant="default" onClick={onPrevious} disabled={isOff} title={sheetFindText.previousHint}>
        {sheetFindText.previous}
      </Button>
      <Button variant="default" onClick={onNext} disabled={isOff} title={sheetFindText.nextHint}>
        {sheetFindText.next}
      </Button>
      <output
        className={state.count === 0 && !state.busy ? 'find-place find-none' : 'find-place'}
        data-testid={testIds.sheetFindPlace}
      >
        {placeText(state)}
      </output>
      <span className="grow" />
      <CloseButton onClick={onClose} aria-label={sheetFindText.close} title={sheetFindText.close} />
    </div>
  );
}

function ReplaceLine({ state, onState, onReplace, onReplaceAll, isOff }: LineProps): ReactNode {
  return (
    <div className="find-line">
      <TextInput
        className="find-field"
        aria-label={sheetFindText.replacement}
        placeholder={sheetFindText.replacement}
        value={state.replacement}
        onChange={(event) => onState({ replacement: event.currentTarget.value })}
        maxLength={2000}
      />
      <Button variant="default" onClick={onReplace} disabled={isOff}>
        {sheetFindText.replaceOne}
      </Button>
      <Button variant="default" onClick={onReplaceAll} disabled={isOff} title={sheetFindText.replaceAllHint}>
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
  );
}
