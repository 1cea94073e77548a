import { sheetText } from '#shared/messages/ui/sheet.ts';
import { readClipboard } from '../clipboard/read-clipboard.ts';
import type { Clipboard } from '../core/clipboard.ts';
import type { Editor } from '../core/editing.ts';
import type { CellBox } from '../core/boxes.ts';
import type { KeyPress } from '../core/keys.ts';
import type { SheetCore } from '../core/sheet-core.ts';
import { assistItemId, assistListId } from '../edit/assist-list.tsx';
import { isNothing } from '../selection/ranges.ts';
import type { KanaCapture } from '../input/kana-capture.ts';

/** The textarea that always has the keyboard: unseen over the active cell, seen while it is typed into. */
export type Sink = {
  readonly element: HTMLTextAreaElement;
  readonly focus: () => void;
  /** Puts it over the active cell, after anything moved. */
  readonly place: () => void;
  readonly dispose: () => void;
};

type SinkParts = {
  readonly editor: Editor;
  readonly clipboard: Clipboard;
  readonly kana: KanaCapture;
  readonly onKey: (event: KeyPress) => void;
};

export function createSink<Row>(core: SheetCore<Row>, host: HTMLElement, parts: SinkParts): Sink {
  const element = document.createElement('textarea');
  element.className = 'sheet-sink';
  element.rows = 1;
  element.spellcheck = false;
  element.autocomplete = 'off';
  element.setAttribute('aria-label', sheetText.sinkLabel(core.props().label));
  element.dataset['shortcuts'] = 'through';
  element.dataset['regionEntry'] = '';
  host.append(element);
  const abort = new AbortController();
  const place = (): void => placeOver(core, host, element);
  listen(element, { parts, signal: abort.signal });
  const unsubscribe = core.store.subscribe((state, before) => {
    if (state.editing === before.editing) return;
    show(element, state.editing);
    if (before.editing === null && state.editing !== null) begin(element, state.editing, parts.kana);
    place();
  });
  return {
    element,
    place,
    focus: () => element.focus({ preventScroll: true }),
    dispose: () => {
      abort.abort();
      unsubscribe();
      element.remove();
    },
  };
}

type Shown = ReturnType<SheetCore<unknown>['store']['getState']>['editing'];

/** The text of the store wins where it is another one: an item picked from the list, an edit given up. */
function show(element: HTMLTextAreaElement, editing: Shown): void {
  const text = editing?.text ?? '';
  // A composition owns the text until it ends: setting it would break the input method.
  if (element.value !== text && editing?.composing !== true) element.value = text;
  element.classList.toggle('editing', editing !== null);
  if (editing === null) element.dataset['shortcuts'] = 'through';
  else delete element.dataset['shortcuts'];
  const item = editing === null || editing.listPlace < 0 ? null : assistItemId(editing.listPlace);
  setOrRemove(element, 'aria-controls', editing === null ? null : assistListId);
  setOrRemove(element, 'aria-activedescendant', item);
}

function setOrRemove(element: HTMLElement, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

function begin(element: HTMLTextAreaElement, editing: NonNullable<Shown>, kana: KanaCapture): void {
  if (editing.mode !== 'caret') return;
  kana.begin(editing.text);
  element.setSelectionRange(editing.text.length, editing.text.length);
}

type Listening = { readonly parts: SinkParts; readonly signal: AbortSignal };

function listen(element: HTMLTextAreaElement, { parts, signal }: Listening): void {
  const { editor, kana } = parts;
  const on = <K extends keyof HTMLElementEventMap>(type: K, handle: (event: HTMLElementEventMap[K]) => void): void =>
    element.addEventListener(type, handle, { signal });
  const start = (text: string): void => {
    if (!editor.begin('type', text)) element.value = '';
  };
  on('keydown', parts.onKey);
  on('compositionstart', (event) => {
    if (!editor.isEditing()) {
      kana.begin('');
      start('');
    }
    kana.compositionStart(event.data);
    editor.setComposing(true);
  });
  on('compositionupdate', (event) => kana.compositionUpdate(event.data));
  on('compositionend', (event) => {
    kana.compositionEnd(event.data);
    editor.setComposing(false);
    if (editor.isEditing()) editor.setText(element.value);
    else element.value = '';
  });
  on('input', (event) => {
    if (!editor.isEditing()) {
      kana.begin('');
      start(element.value);
    }
    if (event instanceof InputEvent) kana.input(element.value, event.inputType);
    if (editor.isEditing()) editor.setText(element.value);
  });
  on('blur', () => {
    // Another window in front is no reason to end typing; another field is.
    if (document.hasFocus()) editor.commit();
  });
  listenToClipboard(element, { parts, signal });
}

/** Copy, cut and paste of cells; while a cell is typed into they are its text field's own. */
function listenToClipboard(element: HTMLTextAreaElement, { parts, signal }: Listening): void {
  const { editor, clipboard } = parts;
  const on = (type: 'copy' | 'cut' | 'paste', handle: (event: ClipboardEvent) => void): void =>
    element.addEventListener(
      type,
      (event) => {
        if (editor.isEditing()) return;
        event.preventDefault();
        handle(event);
      },
      { signal },
    );
  const copy = ({ clipboardData }: ClipboardEvent, cut: boolean): void => {
    const texts = clipboard.copy(cut);
    if (texts === null) return;
    clipboardData?.setData('text/plain', texts.plain);
    clipboardData?.setData('text/html', texts.html);
  };
  on('copy', (event) => copy(event, false));
  on('cut', (event) => copy(event, true));
  on('paste', ({ clipboardData }) => clipboard.paste(() => readClipboard(clipboardData)));
}

function placeOver<Row>(core: SheetCore<Row>, host: HTMLElement, element: HTMLTextAreaElement): void {
  const { selection, editing } = core.store.getState();
  const isNone = isNothing(selection);
  // What is being typed keeps its record: it stays where it was begun.
  if (isNone && editing !== null) return;
  const box = isNone ? null : core.grid.boxOf(selection.active);
  const room = host.getBoundingClientRect();
  if (box === null || isOutside(box, room)) {
    // Scrolled away: it keeps the keyboard, out of sight and inside the box, so that typing scrolls nothing to it.
    element.classList.add('away');
    Object.assign(element.style, { left: '0', top: '0', minWidth: '0', width: '1px', height: '1px' });
    return;
  }
  element.classList.remove('away');
  Object.assign(element.style, {
    left: `${box.left}px`,
    top: `${box.top}px`,
    minWidth: `${box.width}px`,
    width: `${box.width}px`,
    height: `${box.height}px`,
    maxWidth: `${Math.max(box.width, room.width - box.left - 4)}px`,
  });
  if (editing !== null) grow(element, box, room);
}

function isOutside({ left, top, width, height }: CellBox, room: DOMRect): boolean {
  return left + width <= 0 || top + height <= 0 || left >= room.width || top >= room.height;
}

/** A text longer than its cell takes more room: to the right first, then downwards, never beyond the grid. */
function grow(
  element: HTMLTextAreaElement,
  box: { readonly top: number; readonly width: number; readonly height: number },
  room: { readonly height: number },
): void {
  if (element.scrollWidth > element.clientWidth) element.style.width = `${Math.max(box.width, 320)}px`;
  if (element.scrollHeight > element.clientHeight)
    element.style.height = `${Math.min(element.scrollHeight + 4, Math.max(box.height, room.height - box.top - 4))}px`;
}
