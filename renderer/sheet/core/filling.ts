import { formatCount } from '#renderer/ui/format.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { fillSeries, fillSeriesBackwards } from '../fill/series.ts';
import { type CellRange, cellCount } from '../selection/ranges.ts';
import type { SheetColumn } from '../types.ts';
import { edgeOf } from './edges.ts';
import { saysNothingActive } from './active-row.ts';
import type { Batches } from './batches.ts';
import { holdRanges } from './held-ranges.ts';
import { gather, type Gathering, startGathering } from './gathering.ts';
import { cellText, columnsBetween, readRows, type SheetCore } from './sheet-core.ts';
import type { BatchWords } from './writing.ts';

/** Everything that writes one pattern into many cells. */
export type Filling = {
  /** Ctrl+D, Ctrl+R: the first row or column of the selection goes into the others; of a single one, its neighbour. */
  readonly down: () => Promise<void>;
  readonly right: () => Promise<void>;
  /** The fill handle: `source` continued over `target`, which holds it; Ctrl = copies instead of a series. */
  readonly drag: (source: CellRange, target: CellRange, copy: boolean) => Promise<void>;
  /** Double click on the handle: down as far as the column beside it is filled. */
  readonly toNeighbour: () => Promise<void>;
  /** The same text in every selected cell; '' clears. */
  readonly everywhere: (text: string, words?: { readonly title: string; readonly label: string }) => Promise<void>;
};

export function createFilling<Row>(core: SheetCore<Row>, batches: Batches<Row>): Filling {
  const words = { title: sheetText.fill, label: sheetText.fill };
  const fillNow = async (source: CellRange, target: CellRange, copy: boolean): Promise<void> => {
    const gathered = startGathering<Row>();
    const isAcross = target.r1 === source.r1 && target.r2 === source.r2;
    const isRead = await whileReading(core, [target], () =>
      (isAcross ? fillAcross : fillDown)(core, gathered, { source, target, copy }),
    );
    if (isRead) await batches.run(gathered, words);
  };
  const fill = (source: CellRange, target: CellRange, copy: boolean): Promise<void> => {
    const held = holdRanges(core, [source, target]);
    return core.turns.inTurn(async () => {
      const [from, to] = (await held()) ?? [];
      if (from !== undefined && to !== undefined) await fillNow(from, to, copy);
    });
  };
  const current = (): CellRange | undefined => {
    saysNothingActive(core);
    return core.store.getState().selection.ranges.at(-1);
  };
  return {
    down: async () => {
      const range = current();
      if (range === undefined || (range.r1 === range.r2 && range.r1 === 0)) return;
      const first = range.r1 === range.r2 ? range.r1 - 1 : range.r1;
      await fill({ ...range, r1: first, r2: first }, { ...range, r1: first }, true);
    },
    right: async () => {
      const range = current();
      if (range === undefined || (range.c1 === range.c2 && range.c1 === 0)) return;
      const first = range.c1 === range.c2 ? range.c1 - 1 : range.c1;
      await fill({ ...range, c1: first, c2: first }, { ...range, c1: first }, true);
    },
    drag: fill,
    toNeighbour: async () => {
      const source = current();
      if (source === undefined) return;
      const beside = source.c1 > 0 ? source.c1 - 1 : source.c2 + 1;
      const held = holdRanges(core, [source]);
      await core.turns.inTurn(async () => {
        const [from] = (await held()) ?? [];
        if (from === undefined) return;
        const { row } = await edgeOf(core, { row: from.r2, column: beside }, 'down');
        if (row > from.r2) await fillNow(from, { ...from, r2: row }, false);
      });
    },
    everywhere: (text, given = words) => everywhere(core, batches, { text, words: given }),
  };
}

async function everywhere<Row>(
  core: SheetCore<Row>,
  batches: Batches<Row>,
  given: Omit<Everywhere, 'ranges'>,
): Promise<void> {
  if (saysNothingActive(core)) return;
  // Where the selection is now, not where it has gone by its turn.
  const held = holdRanges(core, core.store.getState().selection.ranges);
  await core.turns.inTurn(async () => {
    const ranges = await held();
    if (ranges !== null) await fillEverywhere(core, batches, { ...given, ranges });
  });
}

type Everywhere = { readonly ranges: readonly CellRange[]; readonly text: string; readonly words: BatchWords };

async function fillEverywhere<Row>(
  core: SheetCore<Row>,
  batches: Batches<Row>,
  { ranges, text, words }: Everywhere,
): Promise<void> {
  const gathered = startGathering<Row>();
  const isRead = await whileReading(core, ranges, async () => {
    for (const range of ranges) {
      const columns = columnsBetween(core, range.c1, range.c2);
      for await (const { rows } of readRows(core, { from: range.r1, to: range.r2 }, columns))
        for (const row of rows) for (const column of columns) gather(core, gathered, { row, column, text });
    }
  });
  if (isRead) await batches.run(gathered, words);
}

/** More cells than this are too much for one step: one message to the ledger holds no more. */
const mostCells = 500_000;
/** Fewer are read in no time. */
const saidFrom = 5000;

/** Says that the cells are being read; false after saying that they are too many, or when Esc was pressed. */
async function whileReading<Row>(
  core: SheetCore<Row>,
  ranges: readonly CellRange[],
  read: () => Promise<void>,
): Promise<boolean> {
  const cells = cellCount(ranges);
  if (cells > mostCells) {
    core.tell.problem(sheetText.tooManyCells(formatCount(mostCells)));
    return false;
  }
  core.store.setState({ gathering: 'yes', busy: cells > saidFrom ? sheetText.reading : '' });
  try {
    await read();
    return core.store.getState().gathering === 'yes';
  } finally {
    core.store.setState({ busy: '', gathering: 'no' });
  }
}

type Fill = { readonly source: CellRange; readonly target: CellRange; readonly copy: boolean };

/** Down or up: each column goes on with its own seeds. */
async function fillDown<Row>(
  core: SheetCore<Row>,
  gathered: Gathering<Row>,
  { source, target, copy }: Fill,
): Promise<void> {
  const columns = columnsBetween(core, source.c1, source.c2);
  const seeds = columns.map((): string[] => []);
  for await (const { rows } of readRows(core, { from: source.r1, to: source.r2 }, columns))
    for (const row of rows)
      for (const [place, column] of columns.entries())
        seeds[place]?.push(row === null ? '' : cellText(core, column, row));
  const [from, to] = target.r2 > source.r2 ? [source.r2 + 1, target.r2] : [target.r1, source.r1 - 1];
  const series = seeds.map((texts) => continued(texts, to - from + 1, { copy, backwards: from < source.r1 }));
  for await (const { start, rows } of readRows(core, { from, to }, columns))
    for (const [offset, row] of rows.entries())
      for (const [place, column] of columns.entries())
        gather(core, gathered, { row, column, text: series[place]?.[start - from + offset] ?? '' });
}

/** To the right or left: each row goes on with its own seeds. */
async function fillAcross<Row>(
  core: SheetCore<Row>,
  gathered: Gathering<Row>,
  { source, target, copy }: Fill,
): Promise<void> {
  const columns = columnsBetween(core, source.c1, source.c2);
  const backwards = target.c1 < source.c1;
  const [from, to] = backwards ? [target.c1, source.c1 - 1] : [source.c2 + 1, target.c2];
  const others = columnsBetween(core, from, to);
  for await (const { rows } of readRows(core, { from: source.r1, to: source.r2 }, [...columns, ...others]))
    for (const row of rows) {
      const seeds = columns.map((column: SheetColumn<Row>) => (row === null ? '' : cellText(core, column, row)));
      const texts = continued(seeds, others.length, { copy, backwards });
      for (const [place, column] of others.entries()) gather(core, gathered, { row, column, text: texts[place] ?? '' });
    }
}

/** Texts for the cells in reading order, also when they stand before the seeds. */
function continued(
  seeds: readonly string[],
  count: number,
  { copy, backwards }: { readonly copy: boolean; readonly backwards: boolean },
): readonly string[] {
  if (!backwards) return fillSeries(seeds, count, { copy });
  return fillSeriesBackwards(seeds, count, { copy }).toReversed();
}
