import { useLedgerStore } from '#renderer/session/ledger-store.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { toHtmlTable } from '../clipboard/html-table.ts';
import { largestClipboard, type Matrix, type PasteSource } from '../clipboard/paste-source.ts';
import { parseTsv, toTsv } from '../clipboard/tsv.ts';
import { type CellRange, cellCount } from '../selection/ranges.ts';
import { saysNothingActive } from './active-row.ts';
import type { Batches } from './batches.ts';
import { holdRanges } from './held-ranges.ts';
import { pasteMatrix } from './pasting.ts';
import { cellText, columnsBetween, readRows, type SheetCore } from './sheet-core.ts';

export type Texts = { readonly plain: string; readonly html: string };

export type Clipboard = {
  /** The texts that wait for the clipboard; null = none do, and what is selected is made ready: `takeCopy` then comes for it. */
  readonly copy: (cut: boolean) => Texts | null;
  /** `read`: what the clipboard holds; asked at once or not at all. */
  readonly paste: (read: () => PasteSource) => void;
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

type Parts<Row> = {
  readonly batches: Batches<Row>;
  /** Has the clipboard take what is ready; false when the browser does not let it. */
  readonly takeCopy: () => boolean;
};

export function createClipboard<Row>(core: SheetCore<Row>, { batches, takeCopy }: Parts<Row>): Clipboard {
  const state: State = { ready: null, cutFrom: null, copying: null };
  const copying = (cut: boolean): void => copySelection(core, state, { cut, takeCopy });
  return {
    copy: (cut) => {
      const { ready } = state;
      state.ready = null;
      if (ready === null) copying(cut);
      return ready;
    },
    copySelection: copying,
    cancelCut: () => {
      state.cutFrom = null;
    },
    paste: (read) => {
      if (saysNothingActive(core)) return;
      const { selection } = core.store.getState();
      const heldRanges = holdRanges(core, selection.ranges);
      const { copying } = state;
      const held = copying === null ? read() : null;
      const paste = async (): Promise<void> => {
        const source = held ?? sourceOf(await copying);
        if ('problem' in source) {
          core.tell.problem(source.problem);
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
      core.turns.inTurn(paste).catch(core.tell.failure);
    },
  };
}

type Copy = { readonly cut: boolean; readonly takeCopy: () => boolean };

function copySelection<Row>(core: SheetCore<Row>, state: State, { cut, takeCopy }: Copy): void {
  if (saysNothingActive(core)) return;
  // Where the selection is now, not where it has gone by its turn.
  const { ranges } = core.store.getState().selection;
  const heldRanges = holdRanges(core, ranges);
  const mine = core.turns.inTurn(async () => {
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
      // Rows that were not at hand had to be read first: the event that asked for them is over.
      if (!takeCopy()) core.tell.problem(sheetText.copyFailed);
    })
    .catch(core.tell.failure)
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
    core.tell.problem(sheetText.copyTooLarge(formatCount(largestClipboard)));
    return null;
  }
  const matrix = await matrixOf(core, ranges);
  if (matrix !== null) return { plain: toTsv(matrix), html: toHtmlTable(matrix) };
  core.tell.problem(sheetText.copyRanges);
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

/** What was copied within this sheet a moment ago. */
function sourceOf(copied: Texts | null): PasteSource {
  return copied === null
    ? { problem: sheetText.pasteNothing }
    : { plain: copied.plain, matrix: parseTsv(copied.plain) };
}
