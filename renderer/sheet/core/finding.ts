import { useLedgerStore } from '#renderer/session/ledger-store.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { findInText, replaceInText } from '../find/replace-text.ts';
import { contains, rowsOf } from '../selection/ranges.ts';
import type { SheetColumn } from '../types.ts';
import { activeRow } from './active-row.ts';
import type { Batches } from './batches.ts';
import { gather, startGathering } from './gathering.ts';
import type { Navigation } from './navigation.ts';
import { cellText, readRows, rowAt, type SheetCore } from './sheet-core.ts';
import type { FindState } from './state.ts';

export type Finding = {
  readonly change: (state: Partial<FindState>) => void;
  readonly next: (backwards: boolean) => void;
  readonly replaceOne: () => void;
  readonly replaceAll: () => void;
};

type Parts<Row> = { readonly batches: Batches<Row>; readonly navigation: Navigation };

/** Ctrl+F and Ctrl+H: the core names the rows that hold the text, the cells in them are found here, as they are shown. */
export function createFinding<Row>(core: SheetCore<Row>, parts: Parts<Row>): Finding {
  const { store, tell, turns } = core;
  const search = createSearch(core);
  let typing: ReturnType<typeof setTimeout> | undefined;
  const next = async (backwards: boolean): Promise<void> => {
    const { find } = store.getState();
    const hit = await nextHit(core, { rows: await search.rows(), find, backwards });
    if (hit === null) {
      search.patch({ place: null });
      store.setState({ announcement: sheetText.notFound(find.text) });
      return;
    }
    parts.navigation.goTo(hit.position);
    search.patch({ place: hit.place });
  };
  const replaceAll = async (): Promise<void> => {
    const { find } = store.getState();
    const gathered = startGathering<Row>();
    await gatherReplacements(core, { rows: await search.rows(), find }, gathered);
    if (gathered.edits.length === 0) store.setState({ announcement: sheetText.notFound(find.text) });
    await parts.batches.run(gathered, { ...words(find), alwaysShown: true });
    search.forget();
  };
  return {
    change: (state) => {
      search.patch(state);
      if (state.text === undefined) return;
      search.forget();
      clearTimeout(typing);
      // Found while the user still thinks: Enter then only goes there.
      typing = setTimeout(() => void search.rows().catch(() => undefined), typingPauseMilliseconds);
    },
    next: (backwards) => void next(backwards).catch(tell.failure),
    replaceOne: () => void turns.inTurn(() => replaceOne(core, parts)).then(() => next(false), tell.failure),
    replaceAll: () => void turns.inTurn(replaceAll).catch(tell.failure),
  };
}

/** Time after the last key until the text is looked for. */
const typingPauseMilliseconds = 30;

type Search = {
  /** Rows that hold the text looked for; asked for again when the ledger or the view has changed. */
  readonly rows: () => Promise<readonly number[]>;
  readonly patch: (change: Partial<FindState>) => void;
  readonly forget: () => void;
};

function createSearch<Row>(core: SheetCore<Row>): Search {
  const { store } = core;
  let found: { readonly key: string; readonly rows: Promise<readonly number[]> } | null = null;
  const patch = (change: Partial<FindState>): void => store.setState(({ find }) => ({ find: { ...find, ...change } }));
  return {
    patch,
    forget: () => {
      found = null;
      patch({ count: null, place: null });
    },
    rows: async () => {
      const { find, query } = store.getState();
      const key = JSON.stringify([find.text, query, useLedgerStore.getState().revision, core.grid.total()]);
      if (found?.key === key) return found.rows;
      if (find.text === '') return [];
      patch({ busy: true });
      const rows = core.view().then((view) => view.find(find.text));
      const mine = { key, rows };
      found = mine;
      try {
        const places = await rows;
        if (found === mine) patch({ count: places.length, place: null });
        return places;
      } catch (error) {
        if (found === mine) found = null;
        throw error;
      } finally {
        // A newer search is still on its way.
        if (found === mine || found === null) patch({ busy: false });
      }
    },
  };
}

/** Replaces in the active cell. */
async function replaceOne<Row>(core: SheetCore<Row>, { batches }: Parts<Row>): Promise<void> {
  const { selection, find } = core.store.getState();
  const column = core.grid.columns()[selection.active.column];
  const row = await activeRow(core);
  const gathered = startGathering<Row>();
  if (column !== undefined && row !== null) {
    const after = replaceInText(cellText(core, column, row), find.text, find);
    if (after !== null) gather(core, gathered, { row, column, text: after });
  }
  await batches.run(gathered, words(find));
}

/** Rows that hold the text in a hidden column only are passed over, up to this many. */
const mostTried = 2000;

function words({ text, replacement }: FindState) {
  return { title: sheetText.replace, label: sheetText.replaceLabel(text.slice(0, 40), replacement.slice(0, 40)) };
}

function holds<Row>(
  core: SheetCore<Row>,
  { column, row }: { readonly column: SheetColumn<Row>; readonly row: Row },
  find: FindState,
): boolean {
  const text = cellText(core, column, row);
  const fits = (candidate: string): boolean => {
    const hits = findInText(candidate, find.text);
    return find.wholeCell ? hits.some(({ start, end }) => start === 0 && end === candidate.length) : hits.length > 0;
  };
  return fits(text) || (column.shown !== undefined && fits(column.shown(row)));
}

type Hit = { readonly position: { readonly row: number; readonly column: number }; readonly place: number };

/** The next cell after the active one, row by row, once around. */
async function nextHit<Row>(
  core: SheetCore<Row>,
  {
    rows,
    find,
    backwards,
  }: { readonly rows: readonly number[]; readonly find: FindState; readonly backwards: boolean },
): Promise<Hit | null> {
  if (rows.length === 0) return null;
  const { active } = core.store.getState().selection;
  const columns = core.grid.columns();
  const order = backwards ? columns.map((_, index) => index).toReversed() : columns.map((_, index) => index);
  const first = backwards ? rows.findLastIndex((row) => row <= active.row) : rows.findIndex((row) => row >= active.row);
  const start = first === -1 ? (backwards ? rows.length - 1 : 0) : first;
  for (let tried = 0; tried <= Math.min(rows.length, mostTried); tried += 1) {
    const place = (start + (backwards ? -tried : tried) + 2 * rows.length) % rows.length;
    const index = rows[place] ?? 0;
    const row = await rowAt(core, index);
    if (row === null) continue;
    // In the row of the active cell only what lies beyond it counts, until everything else was seen.
    const beyond = (column: number): boolean =>
      index !== active.row || tried > 0 || (backwards ? column < active.column : column > active.column);
    const hit = order.find((column) => {
      const definition = columns[column];
      return definition !== undefined && beyond(column) && holds(core, { column: definition, row }, find);
    });
    if (hit !== undefined) return { position: { row: index, column: hit }, place: place + 1 };
  }
  return null;
}

async function gatherReplacements<Row>(
  core: SheetCore<Row>,
  { rows, find }: { readonly rows: readonly number[]; readonly find: FindState },
  gathered: ReturnType<typeof startGathering<Row>>,
): Promise<void> {
  const { ranges } = core.store.getState().selection;
  const isMeant = (row: number, column: number): boolean =>
    !find.onlySelection || ranges.some((range) => contains(range, { row, column }));
  const columns = core.grid.columns();
  // Neighbouring rows are read together.
  for (const { from, to } of rowsOf(rows.map((row) => ({ r1: row, c1: 0, r2: row, c2: 0 })))) {
    for await (const piece of readRows(core, { from, to }))
      for (const [offset, row] of piece.rows.entries())
        for (const [place, column] of columns.entries()) {
          if (row === null || !isMeant(piece.start + offset, place)) continue;
          const after = replaceInText(cellText(core, column, row), find.text, find);
          if (after !== null) gather(core, gathered, { row, column, text: after });
        }
  }
}
