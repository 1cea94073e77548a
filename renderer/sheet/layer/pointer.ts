import { notifyFailure } from '#renderer/ui/notify.tsx';
import { type Hit, hitOf } from '../grid/ag-port.ts';
import type { Editor } from '../core/editing.ts';
import type { Filling } from '../core/filling.ts';
import type { Navigation } from '../core/navigation.ts';
import type { SheetCore } from '../core/sheet-core.ts';
import { type CellPosition, type CellRange, contains } from '../selection/ranges.ts';
import type { Painter } from './painter.ts';
import { startAutoscroll } from './autoscroll.ts';

type PointerParts = {
  readonly navigation: Navigation;
  readonly editor: Editor;
  readonly filling: Filling;
  readonly painter: Painter;
};

type Drag =
  | { readonly kind: 'cells' }
  | { readonly kind: 'rows'; readonly from: number; readonly add: boolean }
  | { readonly kind: 'fill'; readonly source: CellRange };

/** Pixels from the lower right corner of the selection that are the fill handle. */
const handleSize = 8;

/** Selecting, filling and opening cells by mouse. Returns what stops it. */
export function watchPointer<Row>(core: SheetCore<Row>, host: HTMLElement, parts: PointerParts): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  let stopDrag: (() => void) | null = null;
  const down = (event: MouseEvent): void => {
    if (event.button !== 0 || isOwnControl(event.target)) return;
    const hit = hitOf(core.grid, event.target instanceof Element ? event.target : null);
    if (hit === null) return;
    // Keeps the keyboard where it is: in the sheet's textarea.
    event.preventDefault();
    if (hit.kind === 'header') {
      core.focus();
      return;
    }
    parts.editor.commit();
    core.focus();
    const drag = startOf(core, parts, { event, hit });
    if (drag !== null) stopDrag = follow(core, host, { parts, drag });
  };
  window.addEventListener('pointerdown', (event) => notePress(core, event), { signal, capture: true });
  host.addEventListener('mousedown', down, { signal });
  host.addEventListener('click', (event) => clickHeader(core, parts, event), { signal });
  host.addEventListener('dblclick', (event) => openCell(core, parts, event), { signal });
  host.addEventListener('contextmenu', (event) => openMenu(core, parts, event), { signal });
  return () => {
    abort.abort();
    stopDrag?.();
  };
}

/** Buttons in heading rows and headers, the textarea itself and what floats over the grid answer for themselves. */
function isOwnControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, input, textarea, a, [data-sheet-float]') !== null;
}

function isOnHandle(event: MouseEvent): boolean {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-sel~="corner"]') : null;
  if (cell === null) return false;
  const { right, bottom } = cell.getBoundingClientRect();
  return right - event.clientX <= handleSize && bottom - event.clientY <= handleSize;
}

function startOf<Row>(
  core: SheetCore<Row>,
  { navigation, painter }: PointerParts,
  { event, hit }: { readonly event: MouseEvent; readonly hit: Hit },
): Drag | null {
  const add = event.ctrlKey || event.metaKey;
  switch (hit.kind) {
    case 'corner':
      navigation.selectAll();
      return null;
    case 'header':
      return null;
    case 'row-number': {
      const from = event.shiftKey ? core.store.getState().selection.anchor.row : hit.row;
      navigation.selectRows(from, hit.row, add);
      return { kind: 'rows', from, add };
    }
    case 'cell': {
      const source = core.store.getState().selection.ranges.at(-1);
      if (source !== undefined && isOnHandle(event)) {
        painter.setFill(source);
        return { kind: 'fill', source };
      }
      navigation.goTo(hit.position, { extend: event.shiftKey, add });
      return { kind: 'cells' };
    }
  }
}

type Follow = { readonly parts: PointerParts; readonly drag: Drag };

/** Follows the mouse until its button is let go, scrolling at the edges. */
function follow<Row>(core: SheetCore<Row>, host: HTMLElement, { parts, drag }: Follow): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  let fill: CellRange | null = null;
  let copy = false;
  const reach = (position: CellPosition): void => {
    if (drag.kind === 'cells') parts.navigation.goTo(position, { extend: true });
    else if (drag.kind === 'rows') parts.navigation.selectRows(drag.from, position.row, false);
    else {
      fill = fillRange(drag.source, position);
      core.grid.reveal(position);
      parts.painter.setFill(fill);
    }
  };
  const scroll = startAutoscroll(core, host, reach);
  const stop = (): void => {
    abort.abort();
    scroll.stop();
    parts.painter.setFill(null);
  };
  window.addEventListener(
    'mousemove',
    (event) => {
      copy = event.ctrlKey;
      scroll.moveTo(event.clientX, event.clientY);
    },
    { signal },
  );
  window.addEventListener(
    'mouseup',
    () => {
      stop();
      if (drag.kind === 'fill' && fill !== null)
        finishFill(parts, { source: drag.source, target: fill, copy }).catch(notifyFailure);
    },
    { signal },
  );
  window.addEventListener('blur', stop, { signal });
  return stop;
}

async function finishFill(
  { filling, navigation }: PointerParts,
  { source, target, copy }: { readonly source: CellRange; readonly target: CellRange; readonly copy: boolean },
): Promise<void> {
  const isSame =
    target.r1 === source.r1 && target.r2 === source.r2 && target.c1 === source.c1 && target.c2 === source.c2;
  if (isSame) return;
  navigation.goTo({ row: target.r1, column: target.c1 });
  navigation.goTo({ row: target.r2, column: target.c2 }, { extend: true });
  await filling.drag(source, target, copy);
}

/** The handle fills in one direction: the one in which the mouse went further. */
function fillRange(source: CellRange, { row, column }: CellPosition): CellRange {
  const down = row > source.r2 ? row - source.r2 : row < source.r1 ? source.r1 - row : 0;
  const across = column > source.c2 ? column - source.c2 : column < source.c1 ? source.c1 - column : 0;
  if (down === 0 && across === 0) return source;
  return down >= across
    ? { ...source, r1: Math.min(source.r1, row), r2: Math.max(source.r2, row) }
    : { ...source, c1: Math.min(source.c1, column), c2: Math.max(source.c2, column) };
}

/** The header whose menu a press has just closed. */
const closedBy: { head: Element | null } = { head: null };

/** Notes which menu was open when the mouse went down. */
function notePress<Row>(core: SheetCore<Row>, event: Event): void {
  const { panel } = core.store.getState();
  const head = event.target instanceof Element ? event.target.closest('.ag-header-cell') : null;
  const isOpen = panel?.kind === 'filter' && head?.getAttribute('col-id') === panel.columnId;
  closedBy.head = isOpen ? head : null;
}

function clickHeader<Row>(core: SheetCore<Row>, { navigation, editor }: PointerParts, event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  const menu = target?.closest<HTMLElement>('[data-column-menu]');
  if (menu !== null && menu !== undefined) {
    editor.commit();
    const head = menu.closest('.ag-header-cell') ?? menu;
    const columnId = menu.dataset['columnMenu'] ?? '';
    // The press on ▾ has closed the open menu already: the click that follows must not open it again.
    // A click by key (detail 0) has no press before it.
    if (head === closedBy.head && event.detail > 0) return;
    core.store.setState({ panel: { kind: 'filter', columnId, anchor: head.getBoundingClientRect() } });
    return;
  }
  const hit = hitOf(core.grid, target);
  if (hit?.kind !== 'header' || target?.closest('.ag-header-cell-resize') !== null) return;
  editor.commit();
  const from = event.shiftKey ? core.store.getState().selection.anchor.column : hit.column;
  navigation.selectColumns(from, hit.column, event.ctrlKey || event.metaKey);
  core.focus();
}

function openCell<Row>(core: SheetCore<Row>, { editor, filling }: PointerParts, event: MouseEvent): void {
  if (isOwnControl(event.target)) return;
  if (isOnHandle(event)) {
    filling.toNeighbour().catch(notifyFailure);
    return;
  }
  const hit = hitOf(core.grid, event.target instanceof Element ? event.target : null);
  if (hit?.kind === 'cell') editor.begin('caret');
}

function openMenu<Row>(core: SheetCore<Row>, { navigation, editor }: PointerParts, event: MouseEvent): void {
  const hit = hitOf(core.grid, event.target instanceof Element ? event.target : null);
  if (hit === null || (hit.kind !== 'cell' && hit.kind !== 'row-number')) return;
  event.preventDefault();
  editor.commit();
  const { selection } = core.store.getState();
  const position = hit.kind === 'cell' ? hit.position : { row: hit.row, column: 0 };
  if (!selection.ranges.some((range) => contains(range, position))) {
    if (hit.kind === 'cell') navigation.goTo(position);
    else navigation.selectRows(hit.row, hit.row, false);
  }
  core.store.setState({ panel: { kind: 'menu', x: event.clientX, y: event.clientY } });
}
