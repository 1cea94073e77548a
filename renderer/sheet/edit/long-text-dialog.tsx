import { Button, Modal, Textarea } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useCallback, useRef, useState } from 'react';
import { focusElement } from '#renderer/ui/focus-element.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { longestCellText } from '#shared/domain/cell-text.ts';
import { sheetEditText } from '#shared/messages/ui/sheet-edit.ts';
import './assist.css';

type LongTextDialogProps = {
  /** Whose text it is: 検証内容 ・ NO 12 …. */
  readonly title: string;
  readonly text: string;
  /** What the cell holds: another text than `text` when typing began in the cell. */
  readonly before: string;
  readonly readOnly: boolean;
  readonly onSave: (text: string) => void;
  readonly onClose: () => void;
};

function textSize(text: string): string {
  const lines = text === '' ? 0 : text.split('\n').length;
  return sheetEditText.longTextCount(formatCount(text.length), formatCount(lines));
}

type EditorKeys = {
  /** null = not now. */
  readonly onSave: (() => void) | null;
  readonly onLeave: () => void;
};

/** Ctrl+Enter saves, Esc leaves. */
function largeEditorKeys({ onSave, onLeave }: EditorKeys): (event: KeyboardEvent) => void {
  return (event) => {
    // Keys of a running conversion are the IME's; 229 is its mark where isComposing is late.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSave?.();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
    }
    // The grid's own keys must not hear what is typed here.
    event.stopPropagation();
  };
}

/** The large editor of one cell. */
export function LongTextDialog({ title, text, before, readOnly, onSave, onClose }: LongTextDialogProps): ReactNode {
  const [value, setValue] = useState(text);
  const [asking, setAsking] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  // Writing goes on at the end.
  const hold = useCallback((element: HTMLTextAreaElement | null) => {
    area.current = element;
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  const tooLong = value.length > longestCellText;
  const close = () => {
    if (value === before || readOnly) onClose();
    else setAsking(true);
  };
  const back = () => {
    setAsking(false);
    area.current?.focus();
  };
  const save = () => {
    if (readOnly || tooLong) return;
    if (value === before) onClose();
    else onSave(value);
  };
  const onKeyDown = largeEditorKeys({ onSave: asking ? null : save, onLeave: asking ? back : close });
  return (
    <Modal
      opened
      onClose={close}
      closeOnEscape={false}
      title={title}
      size="xl"
      closeButtonProps={{ 'aria-label': commonText.close }}
      onKeyDown={onKeyDown}
    >
      <div className="long-text" data-testid={testIds.sheetLongText}>
        <Textarea
          ref={hold}
          aria-label={sheetEditText.longTextLabel(title)}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          readOnly={readOnly}
          error={tooLong ? sheetEditText.longTextTooLong(formatCount(longestCellText)) : undefined}
          rows={16}
          data-autofocus
        />
        {asking ? (
          <DiscardQuestion onDiscard={onClose} onBack={back} />
        ) : (
          <Foot text={value} readOnly={readOnly} tooLong={tooLong} onSave={save} onClose={close} />
        )}
      </div>
    </Modal>
  );
}

function DiscardQuestion({ onDiscard, onBack }: Record<'onDiscard' | 'onBack', () => void>): ReactNode {
  return (
    <div className="notice-panel" role="alert">
      <p>
        <b>{sheetEditText.longTextAskTitle}</b>
        <br />
        {sheetEditText.longTextAskBody}
      </p>
      <Button variant="default" onClick={onDiscard}>
        {sheetEditText.longTextDiscard}
      </Button>
      {/* It takes the keyboard: Enter goes back to writing. */}
      <Button onClick={onBack} ref={focusElement}>
        {sheetEditText.longTextBack}
      </Button>
    </div>
  );
}

type FootProps = {
  readonly text: string;
  readonly readOnly: boolean;
  readonly tooLong: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
};

function Foot({ text, readOnly, tooLong, onSave, onClose }: FootProps): ReactNode {
  return (
    <div className="long-text-foot">
      <span className="grow">
        {textSize(text)} ・ {readOnly ? sheetEditText.longTextReadOnly : sheetEditText.longTextKeys}
      </span>
      <Button variant="default" onClick={onClose}>
        {readOnly ? commonText.close : commonText.cancel}
      </Button>
      {readOnly ? null : (
        <Button onClick={onSave} disabled={tooLong}>
          {sheetEditText.longTextSave}
        </Button>
      )}
    </div>
  );
}
