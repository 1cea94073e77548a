import type { CustomCellEditorProps } from 'ag-grid-react';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { chosenText, fittingChoices } from '#renderer/sheet/choices.ts';
import type { SheetChoice } from '#renderer/sheet/types.ts';

type ChoiceEditorProps = CustomCellEditorProps<unknown, string> & { readonly choices: readonly SheetChoice[] };

/** A printable key that started the edit replaces the value; F2, Enter and a double click start with the value itself. */
function startText(props: ChoiceEditorProps): string {
  return props.eventKey !== null && props.eventKey.length === 1 ? props.eventKey : '';
}

/** Choose from a list by arrow keys or mouse, or type a value, its number or its meaning. */
export function ChoiceEditor(props: ChoiceEditorProps): ReactNode {
  const { choices, onValueChange, stopEditing } = props;
  const [typed, setTyped] = useState(() => startText(props));
  const [cursor, setCursor] = useState(() => choices.findIndex((choice) => choice.text === (props.initialValue ?? '')));
  const input = useRef<HTMLInputElement>(null);
  const fitting = fittingChoices(choices, typed);
  // Before the next key: who types 1 and Enter at once means 1.
  useLayoutEffect(() => input.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the key that opened the editor, once
  useLayoutEffect(() => {
    if (typed !== '') onValueChange(chosenText(choices, typed));
  }, []);

  const type = (text: string) => {
    setTyped(text);
    setCursor(text === '' ? -1 : 0);
    onValueChange(chosenText(choices, text));
  };
  const move = (step: number) => {
    const next = Math.max(0, Math.min(fitting.length - 1, cursor + step));
    setCursor(next);
    onValueChange(fitting[next]?.text ?? '');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    event.stopPropagation();
    move(event.key === 'ArrowDown' ? 1 : -1);
  };
  const pick = (choice: SheetChoice) => {
    onValueChange(choice.text);
    stopEditing();
  };
  return (
    <div className="choice-editor">
      <input
        ref={input}
        value={typed}
        placeholder={sheetText.choiceHint}
        aria-label={sheetText.choiceHint}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <ul>
        {fitting.map((choice, index) => (
          <ChoiceItem key={choice.text} choice={choice} on={index === cursor} onPick={pick} />
        ))}
      </ul>
    </div>
  );
}

type ChoiceItemProps = {
  readonly choice: SheetChoice;
  readonly on: boolean;
  readonly onPick: (choice: SheetChoice) => void;
};

function ChoiceItem({ choice, on, onPick }: ChoiceItemProps): ReactNode {
  return (
    <li>
      <button
        type="button"
        tabIndex={-1}
        aria-pressed={on}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onPick(choice)}
      >
        <span>{choice.label}</span>
        <small>{choice.keys[0] ?? ''}</small>
      </button>
    </li>
  );
}
