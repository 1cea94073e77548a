import type { ImportRow } from '#shared/contract/imports.ts';
import type { PlanImport } from '#db/commands/plan-import.ts';
import { newId } from '#db/new-id.ts';
import type { PlanTree } from '#db/queries/plan-tree.ts';
import type { PlanNodeTable } from '#db/tables.ts';
import type { ParsedHeading, ParsedItem, ParsedList } from '#core/excel/recognise/status-list/parsed-list.ts';
import { absentWarnings } from './absent.ts';
import { arrangeLines } from './line-orders.ts';
import { type MatchedItem, matchHeadings, matchItems } from './match-nodes.ts';
import { compareNotes } from './note-groups.ts';
import type { PlacedHeading, PlacedItem } from './placed.ts';
import { placementFinder, repostTarget, withLedgerReposts } from './place-reposts.ts';
import { newYearWarnings } from './new-year.ts';
import { previewRows } from './preview-rows.ts';

export type CompareInput = {
  readonly list: ParsedList;
  readonly tree: PlanTree | null;
  /** The plan in the year before, when the ledger knows nothing of the file's year yet. */
  readonly previous: PlanTree | null;
  readonly hasMerges: boolean;
  readonly plan: Pick<
    PlanImport,
    'planId' | 'isNew' | 'title' | 'titleKey' | 'legend' | 'fiscalYear' | 'status' | 'disposition'
  >;
};
export type Comparison = {
  readonly rows: readonly ImportRow[];
  readonly import: PlanImport;
  readonly warnings: readonly string[];
};

/** Finds what a status list changes in the ledger, cell by cell, and prepares the writing of it. */
export function compareList({ list, tree, previous, hasMerges, plan }: CompareInput): Comparison {
  const matched = tree === null ? new Map<number, PlanNodeTable>() : matchHeadings(list.headings, tree);
  const headingIds = list.headings.map((_, index) => matched.get(index)?.id ?? newId());
  const items = withLedgerReposts(list.items, headingIds, tree);
  const matches = tree === null ? new Map<number, MatchedItem>() : matchItems({ items, headingIds, tree });
  const headings = list.headings.map((heading, index) =>
    placeHeading(heading, headingIds, { index, stored: matched.get(index) ?? null }),
  );
  const measures = items.map((item, index) => placeMeasure(item, headings, matches.get(index) ?? null));
  const context: PlaceContext = { measures, headingIds, tree, findPlacement: placementFinder(tree) };
  const placed = items.map((item, index) => measures[index] ?? placeOther(item, context));
  const fileIds = list.lines.flatMap(({ kind, index }) => {
    const id = kind === 'heading' ? headings[index]?.node.id : idOf(placed[index]);
    return id === undefined ? [] : [id];
  });
  const arrangement = arrangeLines(fileIds, tree);
  const notes = compareNotes(fileNotes(placed), tree, hasMerges);
  const order = (id: string): number => arrangement.orders.get(id) ?? 0;
  const ordered = new Set(fileIds);
  return {
    rows: previewRows({ list, tree, previous, headings, placed, notes, moved: arrangement.moved, fileIds }),
    import: {
      ...plan,
      levels: list.levelLabels,
      nodes: [
        ...headings.map(({ node }) => node),
        ...placed.flatMap((each) => (each.kind === 'measure' ? [each.node] : [])),
      ].map((node) => ({ ...node, sortOrder: order(node.id) })),
      placements: placed.flatMap((each) =>
        each.kind === 'repost' ? [{ ...each.placement, sortOrder: order(each.placement.id) }] : [],
      ),
      notes: notes.notes,
      otherOrders: new Map([...arrangement.orders].filter(([id]) => !ordered.has(id))),
    },
    warnings: [...newYearWarnings(previous, placed, plan.fiscalYear), ...absentWarnings(tree, new Set(fileIds))],
  };
}

function idOf(placed: PlacedItem | undefined): string | undefined {
  if (placed?.kind === 'measure') return placed.node.id;
  return placed?.kind === 'repost' ? placed.placement.id : undefined;
}

type Match = { readonly index: number; readonly stored: PlanNodeTable | null };

/** What is the same by its key keeps the print of the ledger: III in a file does not replace Ⅲ. */
function placeHeading(heading: ParsedHeading, ids: readonly string[], { index, stored }: Match): PlacedHeading {
  const parentId = heading.parent === null ? null : (ids[heading.parent] ?? null);
  const { numberRaw, numberGap, numberKey, name, nameKey } = heading;
  const text = { numberRaw, numberGap, numberKey, name, nameKey };
  const base = { id: ids[index] ?? newId(), kind: 'heading' as const, parentId, sortOrder: 0 };
  if (stored === null) return { heading, stored, node: { ...base, ...text, depth: heading.depth, isNew: true } };
  const depth = stored.parentId === parentId ? stored.depth : heading.depth;
  return { heading, stored, node: { ...base, ...storedText(text, stored), depth, isNew: false } };
}

type Text = Pick<PlanNodeTable, 'numberRaw' | 'numberGap' | 'numberKey' | 'name' | 'nameKey'>;

/** A file without numbers takes none away. */
function storedText(text: Text, stored: PlanNodeTable): Text {
  const number = text.numberKey === stored.numberKey || text.numberKey === '' ? stored : text;
  const name = text.nameKey === stored.nameKey ? stored : text;
  return {
    numberRaw: number.numberRaw,
    numberGap: number.numberGap,
    numberKey: number.numberKey,
    name: name.name,
    nameKey: name.nameKey,
  };
}

type PlacedMeasure = PlacedItem & { readonly kind: 'measure' };

function placeMeasure(
  item: ParsedItem,
  headings: readonly PlacedHeading[],
  match: MatchedItem | null,
): PlacedMeasure | null {
  if (item.repost !== null || item.refused !== '') return null;
  const parent = item.parent === null ? undefined : headings[item.parent]?.node;
  const { numberRaw, numberGap, numberKey, name, nameKey, mark, disposition } = item;
  const text = { numberRaw, numberGap, numberKey, name, nameKey };
  const base = { kind: 'measure' as const, parentId: parent?.id ?? null, sortOrder: 0, mark, disposition };
  const depth = (parent?.depth ?? -1) + 1;
  if (match === null) {
    return { kind: 'measure', item, match, node: { ...base, ...text, id: newId(), depth, isNew: true } };
  }
  const stored = match.node;
  // A list without headings says nothing about places.
  const place = parent === undefined || parent.id === stored.parentId ? stored : { parentId: parent.id, depth };
  const { parentId, depth: placedDepth } = place;
  const node = { ...base, ...storedText(text, stored), id: stored.id, parentId, depth: placedDepth, isNew: false };
  return { kind: 'measure', item, match, node };
}

type PlaceContext = {
  readonly measures: readonly (PlacedMeasure | null)[];
  readonly headingIds: readonly string[];
  readonly tree: PlanTree | null;
  readonly findPlacement: ReturnType<typeof placementFinder>;
};

function placeOther(item: ParsedItem, { measures, headingIds, tree, findPlacement }: PlaceContext): PlacedItem {
  if (item.repost === null) return { kind: 'lost', item, lost: 'refused' };
  const own = item.repost.target === null ? undefined : measures[item.repost.target]?.node;
  const origin = own ?? repostTarget(item, tree);
  if (origin === null) return { kind: 'lost', item, lost: 'target' };
  const parentId = item.parent === null ? undefined : headingIds[item.parent];
  if (parentId === undefined) return { kind: 'lost', item, lost: 'place' };
  const stored = findPlacement(origin.id, parentId);
  const labelRaw = item.label === '' && stored !== null ? stored.labelRaw : item.label;
  const id = stored?.id ?? newId();
  const placement = { id, parentId, sortOrder: 0, nodeId: origin.id, labelRaw, isNew: stored === null };
  return { kind: 'repost', item, placement, origin, storedLabel: stored?.labelRaw ?? labelRaw };
}

function fileNotes(placed: readonly PlacedItem[]): Parameters<typeof compareNotes>[0] {
  return placed.flatMap((each) => {
    if (each.kind !== 'measure' || each.item.note === undefined) return [];
    return [{ nodeId: each.node.id, text: each.item.note, group: each.item.noteGroup }];
  });
}
