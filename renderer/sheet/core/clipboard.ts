import { useLedgerStore } from '#renderer/session/ledger-store.ts';
import { inTurn } from '#renderer/session/turns.ts';
import { askConfirm } from '#renderer/ui/confirm.tsx';
import { notifyDone, notifyFailure, notifyProblem } from '#renderer/ui/notify.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { readHtmlTable, toHtmlTable } from '../clipboard/html-table.ts';
import { countCells, pasteArea, pastedText, shapeOf } from '../clipboard/paste-shape.ts';
import { parseTsv, toTsv } from '../clipboard/tsv.ts';
import { type CellRange, cellCount, contains, type Selection } from '../selection/ranges.ts';
import type { SheetAddition } from '../types.ts';
import { type Batches, gather, type Gathering, startGathering } from './batches.ts';
import { cellText, columnsBetween, readRows, type SheetCore } from './sheet-core.ts';

/** More cells than this neither fit a clipboard nor a screen: whole lists go by file. */
export const largestClipboard = 200_000;
/** A table of web code is read only up to here: beyond, its plain text is as good and quicker. */
const largestTable = 20_000;
const longestPaste = 40_000_000;

type Matrix = readonly (readonly string[])[];
type Texts = { readonly plain: string; readonly html: string };

export type Clipboard = {
  readonly copy: (event: ClipboardEvent, cut: boolean) => void;
  readonly paste: (event: ClipboardEvent) => void;
  /** Copying by menu. */
  readonly copySelection: (cut: boolean) => void;
  readonly cancelCut: () => void;
};

type State = {
  /** Texts on their way into the clipboard: the copy event that takes them comes next. */
  ready: Texts | null;
  cutFrom: Cut | null;
  /** A copy that is still being made: what is pasted right behind it is meant to be that. */
  copying: Promise<Texts | null> | null;
};

export function createClipboard<Row>(core: SheetCore<Row>, batches: Batches<Row>): Clipboard {
  const state: State = { ready: null, cutFrom: null, copying: null };
  return {
    copy: (event, cut) => {
      event.preventDefault();
      if (state.ready === null) {
        copySelection(core, state, cut);
        return;
      }
      event.clipboardData?.setData('text/plain', state.ready.plain);
      event.clipboardData?.setData('text/html', state.ready.html);
      state.ready = null;
    },
    copySelection: (cut) => copySelection(core, state, cut),
    cancelCut: () => {
      state.cutFrom = null;
    },
    paste: (event) => {
      event.preventDefault();
      const { selection } = core.store.getState();
      const { copying } = state;
      const held = copying === null ? readClipboard(event.clipboardData) : null;
      const paste = async (): Promise<void> => {
        const source = held ?? sourceOf(await copying);
        if ('problem' in source) notifyProblem(source.problem);
        else
          await pasteMatrix(core, batches, { matrix: source.matrix, moved: takeCut(core, state, source), selection });
      };
      inTurn(paste).catch(notifyFailure);
    },
  };
}

function copySelection<Row>(core: SheetCore<Row>, state: State, cut: boolean): void {
  // Where the selection is now, not where it has gone by its turn.
  const { ranges } = core.store.getState().selection;
  const mine = inTurn(() => prepare(core, ranges));
  state.copying = mine;
  mine
    .then((texts) => {
      if (texts === null) return;
      state.ready = texts;
      state.cutFrom = cut ? { plain: texts.plain, ranges, sheet: orderOf(core) } : null;
      core.store.setState({ announcement: cut ? sheetText.cutDone : sheetText.copyDone });
      const before = document.activeElement;
      core.focus();
      // Rows that were not at hand had to be read first: this raises the copy event that takes them.
      if (!document.execCommand('copy')) notifyProblem(sheetText.copyFailed);
      // Who has gone on to a search field meanwhile stays there.
      if (before instanceof HTMLElement && before !== document.activeElement) before.focus();
    })
    .catch(notifyFailure)
    .finally(() => {
      if (state.copying === mine) state.copying = null;
    });
}

/** The ranges that a paste of this text empties. */
function takeCut<Row>(core: SheetCore<Row>, state: State, { plain }: { readonly plain: string }): readonly CellRange[] {
  const { cutFrom } = state;
  state.cutFrom = null;
  return cutFrom?.plain === plain && cutFrom.sheet === orderOf(core) ? cutFrom.ranges : [];
}

/** What was cut: it is emptied when it is pasted, as in Excel. */
type Cut = { readonly plain: string; readonly ranges: readonly CellRange[]; readonly sheet: string };

/** Rows and columns that have changed places since, or a ledger that has changed, leave nothing to be emptied, as in Excel. */
function orderOf<Row>(core: SheetCore<Row>): string {
  const { query } = core.store.getState();
  const columns = core.grid.columns().map(({ id }) => id);
  return JSON.stringify([query, columns, core.grid.total(), useLedgerStore.getState().revision]);
}

/** The selection as texts for other programs; null after saying why there are none. */
async function prepare<Row>(core: SheetCore<Row>, ranges: readonly CellRange[]): Promise<Texts | null> {
  if (cellCount(ranges) > largestClipboard) {
    notifyProblem(sheetText.copyTooLarge(formatCount(largestClipboard)));
    return null;
  }
  const matrix = await matrixOf(core, ranges);
  if (matrix !== null) return { plain: toTsv(matrix), html: toHtmlTable(matrix) };
  notifyProblem(sheetText.copyRanges);
  return null;
}

/** Ranges that stand beside or below each other join to one table, as in Excel; null for any other set. */
async function matrixOf<Row>(core: SheetCore<Row>, ranges: readonly CellRange[]): Promise<Matrix | null> {
  const [first] = ranges;
  if (first === undefined) return null;
  const sameRows = ranges.every(({ r1, r2 }) => r1 === first.r1 && r2 === first.r2);
  const sameColumns = ranges.every(({ c1, c2 }) => c1 === first.c1 && c2 === first.c2);
  if (!sameRows && !sameColumns) return null;
  const sorted = ranges.toSorted((a, b) => (sameRows ? a.c1 - b.c1 : a.r1 - b.r1));
  const parts: string[][][] = [];
  for (const range of sorted) parts.push(await textsOf(core, range));
  if (!sameRows) return parts.flat();
  return (parts[0] ?? []).map((_, row) => parts.flatMap((part) => part[row] ?? []));
}

async function textsOf<Row>(core: SheetCore<Row>, { r1, c1, r2, c2 }: CellRange): Promise<string[][]> {
  const columns = columnsBetween(core, c1, c2);
  const texts: string[][] = [];
  for await (const { rows } of readRows(core, { from: r1, to: r2 }, columns))
    for (const row of rows) texts.push(columns.map((column) => (row === null ? '' : cellText(core, column, row))));
  return texts;
}

type Source = { readonly plain: string; readonly matrix: Matrix } | { readonly problem: string };

/** What was copied within this sheet a moment ago. */
function sourceOf(copied: Texts | null): Source {
  return copied === null
    ? { problem: sheetText.pasteNothing }
    : { plain: copied.plain, matrix: parseTsv(copied.plain) };
}

/** What the clipboard holds as cells. Excel gives plain text and a table; the table knows better where a cell ends. */
function readClipboard(data: DataTransfer | null): Source {
  const plain = data?.getData('text/plain') ?? '';
  const html = data?.getData('text/html') ?? '';
  if (plain === '' && html === '')
    return { problem: (data?.files.length ?? 0) > 0 ? sheetText.pasteFile : sheetText.pasteNothing };
  if (plain.length > longestPaste || html.length > longestPaste * 4)
    return { problem: sheetText.pasteTooLarge(formatCount(largestClipboard)) };
  const cells = countCells(plain, largestClipboard + 1);
  if (cells > largestClipboard) return { problem: sheetText.pasteTooLarge(formatCount(largestClipboard)) };
  const fromText = parseTsv(plain);
  const table = cells <= largestTable && html.length <= longestPaste ? readHtmlTable(html) : null;
  const isTable = table !== null && (plain === '' || !isSameShape(table, fromText));
  const matrix = isTable ? table : fromText;
  return matrix.length === 0 ? { problem: sheetText.pasteNothing } : { plain, matrix };
}

function isSameShape(a: Matrix, b: Matrix): boolean {
  const [first, second] = [shapeOf(a), shapeOf(b)];
  return first.rows === second.rows && first.columns === second.columns;
}

/** `selection`: when the key was pressed. */
type Paste = { readonly matrix: Matrix; readonly moved: readonly CellRange[]; readonly selection: Selection };

async function pasteMatrix<Row>(
  core: SheetCore<Row>,
  batches: Batches<Row>,
  { matrix, moved, selection }: Paste,
): Promise<void> {
  const { ranges } = selection;
  const shape = shapeOf(matrix);
  const isOne = shape.rows === 1 && shape.columns === 1;
  if (ranges.length > 1 && !isOne) {
    notifyProblem(sheetText.pasteRanges);
    return;
  }
  const gathered = startGathering<Row>();
  const total = core.grid.total();
  const lastColumn = core.grid.columns().length - 1;
  const areas = ranges.map((range) => pasteArea(shape, range));
  const cut = areas.reduce((most, area) => Math.max(most, area.c2 - lastColumn), 0);
  const beyond = areas.reduce((most, area) => Math.max(most, area.r2 - total + 1), 0);
  const adds = beyond > 0 && (await wantsRows(core, beyond));
  // Where the pasted text goes itself, nothing is left to be emptied.
  const emptied = (row: number, column: number) => (areas.some((area) => contains(area, { row, column })) ? null : '');
  for (const area of moved) await gatherArea(core, gathered, { area, text: emptied });
  for (const area of areas) {
    const text = (row: number, column: number): string => pastedText(matrix, row - area.r1, column - area.c1);
    const within = { ...area, r2: Math.min(area.r2, total - 1), c2: Math.min(area.c2, lastColumn) };
    await gatherArea(core, gathered, { area: within, text });
    if (adds)
      gathered.additions.push(...additionsOf(core, { ...within, r1: Math.max(area.r1, total), r2: area.r2 }, text));
  }
  const words = { title: sheetText.paste, label: sheetText.pasteLabel(formatCount(gathered.edits.length)) };
  if (cut > 0) notifyDone(sheetText.pasteCut(cut));
  const written = await batches.run(gathered, words);
  const now = core.store.getState();
  // Who has gone on meanwhile is not called back.
  const isThere = now.selection === selection && now.editing === null;
  if (written && isThere) core.store.setState({ selection: selected(areas, { total, lastColumn }, core) });
}

/** The pasted cells are selected afterwards, as in Excel. */
function selected<Row>(
  areas: readonly CellRange[],
  { total, lastColumn }: { readonly total: number; readonly lastColumn: number },
  core: SheetCore<Row>,
) {
  const { selection } = core.store.getState();
  const ranges = areas.map((area) => ({
    ...area,
    r2: Math.max(area.r1, Math.min(area.r2, total - 1)),
    c2: Math.min(area.c2, lastColumn),
  }));
  const last = ranges.at(-1);
  if (last === undefined) return selection;
  const corner = { row: last.r1, column: last.c1 };
  return { ...selection, ranges, anchor: corner, active: corner, head: { row: last.r2, column: last.c2 } };
}

/** `text` null: the cell stays as it is. */
type Area = { readonly area: CellRange; readonly text: (row: number, column: number) => string | null };

async function gatherArea<Row>(core: SheetCore<Row>, gathered: Gathering<Row>, { area, text }: Area): Promise<void> {
  const columns = columnsBetween(core, area.c1, area.c2);
  if (area.r2 < area.r1) return;
  for await (const { start, rows } of readRows(core, { from: area.r1, to: area.r2 }, columns))
    for (const [offset, row] of rows.entries())
      for (const [place, column] of columns.entries()) {
        const given = text(start + offset, area.c1 + place);
        if (given !== null) gather(core, gathered, { row, column, text: given });
      }
}

async function wantsRows<Row>(core: SheetCore<Row>, count: number): Promise<boolean> {
  if (core.props().commands?.canAdd !== true) {
    notifyDone(sheetText.pasteBeyond(formatCount(count)));
    return false;
  }
  const answer = await askConfirm({
    title: sheetText.addRowsTitle(formatCount(count)),
    body: sheetText.addRowsBody(formatCount(count)),
    ok: sheetText.addRowsOk(formatCount(count)),
  });
  core.focus();
  return answer;
}

function additionsOf<Row>(
  core: SheetCore<Row>,
  area: CellRange,
  text: (row: number, column: number) => string,
): SheetAddition[] {
  const columns = columnsBetween(core, area.c1, area.c2);
  return Array.from({ length: Math.max(0, area.r2 - area.r1 + 1) }, (_, offset) =>
    Object.fromEntries(
      columns.flatMap((column, place) => {
        const value = text(area.r1 + offset, area.c1 + place);
        return column.editor === undefined || value === '' ? [] : [[column.id, value]];
      }),
    ),
  );
}
