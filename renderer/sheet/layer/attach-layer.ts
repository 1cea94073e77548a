import type { SheetRuntime } from '../core/runtime.ts';
import { createKeys } from '../core/keys.ts';
import { createPainter } from './painter.ts';
import { watchPointer } from './pointer.ts';
import { createSink, type Sink } from './sink.ts';

export type Layer = {
  readonly focus: () => void;
  /** Types where the caret is. */
  readonly insert: (text: string) => void;
  /** Raises the copy event that takes what is ready; false when the browser does not let it. */
  readonly takeCopy: () => boolean;
  readonly dispose: () => void;
};

/** Lays the sheet's keyboard, mouse and selection over a grid that only draws. */
export function attachLayer<Row>(runtime: SheetRuntime<Row>, host: HTMLElement): Layer {
  const { core, navigation, editor, filling } = runtime;
  const painter = createPainter(core, host);
  const sink = createSink(core, host, { ...runtime, onKey: createKeys(runtime) });
  const stopPointer = watchPointer(core, host, { navigation, editor, filling, painter });
  const redraw = (): void => {
    painter.draw();
    sink.place();
  };
  // New elements are marked before the browser paints them, whatever made the grid draw them.
  const observer = new MutationObserver((records) => {
    if (records.some(({ target }) => target !== sink.element)) redraw();
  });
  observer.observe(host, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['row-index', 'col-id', 'style'],
  });
  const resized = new ResizeObserver(redraw);
  resized.observe(host);
  const unsubscribe = core.store.subscribe((state, before) => {
    if (state.selection !== before.selection || state.total !== before.total || state.layout !== before.layout)
      redraw();
  });
  // Scrolling moves cells without touching their elements.
  host.addEventListener('scroll', sink.place, { capture: true, passive: true });
  redraw();
  // A list that opens is there to be worked in; only a text field keeps the keyboard.
  if (!isTextField(document.activeElement)) sink.focus();
  return {
    focus: sink.focus,
    insert: (text) => {
      sink.element.setRangeText(text, sink.element.selectionStart, sink.element.selectionEnd, 'end');
      editor.setText(sink.element.value);
    },
    takeCopy: () => takeCopy(sink),
    dispose: () => {
      observer.disconnect();
      resized.disconnect();
      unsubscribe();
      stopPointer();
      sink.dispose();
      host.removeEventListener('scroll', sink.place, { capture: true });
    },
  };
}

function takeCopy(sink: Sink): boolean {
  const before = document.activeElement;
  sink.focus();
  const isTaken = document.execCommand('copy');
  // Who has gone on to a search field meanwhile stays there.
  if (before instanceof HTMLElement && before !== document.activeElement) before.focus();
  return isTaken;
}

function isTextField(element: Element | null): boolean {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}
