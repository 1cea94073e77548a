import { useLedgerStore } from '#renderer/session/ledger-store.ts';
import { inTurn } from '#renderer/session/turns.ts';
import { notifyFailure, notifyProblem } from '#renderer/ui/notify.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { readHtmlTable, toHtmlTable } from '../clipboard/html-table.ts';
import { countCells, shapeOf } from '../clipboard/paste-shape.ts';
import { parseTsv, toTsv } from '../clipboard/tsv.ts';
import { type CellRange, cellCount } from '../selection/ranges.ts';
import { saysNothingActive } from './active-row.ts';
import type { Batches } from './batches.ts';
import { holdRanges } from './held-ranges.ts';
import { type Matrix, pasteMatrix } from './pasting.ts';
import { cellText, columnsBetween, readRows, type SheetCore } from './sheet-core.ts';

/** More cells than this neither fit a clipboard nor a screen: whole lists go by file. */
export const largestClipboard = 200_000;
/** A table of web code is read only up to here: beyond, its plain text is as good and quicker. */
const largestTable = 20_000;
const longestPaste = 40_000_000;

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
      if (saysNothingActive(core)) return;
      const { selection } = core.store.getState();
      const heldRanges = holdRanges(core, selection.ranges);
      const { copying } = state;
      const held = copying === null ? readClipboard(event.clipboardData) : null;
      const paste = async (): Promise<void> => {
        const source = held ?? sourceOf(await copying);
        if ('problem' in source) {
          notifyProblem(source.problem);
          return;
        }
        const cut = cutOf(core, state, source);
        const ranges = await heldRanges();
        if (ranges === null) return;
        const written = await pasteMatrix(core, batches, {
          matrix: source.matrix,
          moved: cut?.ranges ?? [],
          ranges,
          selection,
        });
        // A paste that was given up has moved nothing: what was cut still waits for its place.
        if (written && state.cutFrom === cut) state.cutFrom = null;
      };
      inTurn(paste).catch(notifyFailure);
    },
  };
}

function copySelection<Row>(core: SheetCore<Row>, state: State, cut: boolean): void {
  if (saysNothingActive(core)) return;
  // Where the selection is now, not where it has gone by its turn.
  const { ranges } = core.store.getState().selection;
  const heldRanges = holdRanges(core, ranges);
  const mine = inTurn(async () => {
    const now = await heldRanges();
    return now === null ? null : prepare(core, now);
  });
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

/** The cut that a paste of this text completes; any other one is void from now on, as in Excel. */
function cutOf<Row>(core: SheetCore<Row>, state: State, { plain }: { readonly plain: string }): Cut | null {
  const { cutFrom } = state;
  if (cutFrom?.plain === plain && cutFrom.sheet === orderOf(core)) return cutFrom;
  state.cutFrom = null;
  return null;
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
