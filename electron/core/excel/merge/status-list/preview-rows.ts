import { printedName } from '#shared/domain/printed-name.ts';
import type { ImportRow } from '#shared/contract/imports.ts';
import {
  statusListExtraFields,
  statusListFields,
  statusListFixes,
  statusListReasons,
  statusListSkips,
  statusListWords,
} from '#shared/messages/import-status-list.ts';
import { lineId, type PlanTree } from '#db/queries/plan-tree.ts';
import type { PlanNodeTable } from '#db/tables.ts';
import type { ParsedList } from '#core/excel/recognise/status-list/parsed-list.ts';
import { isAllDashes } from '#core/excel/recognise/status-list/reposts.ts';
import { importCellText, storedCellText } from './cell-text.ts';
import type { PlacedHeading, PlacedItem } from './placed.ts';
import type { MatchedBy } from './match-nodes.ts';
import { yearBeforeText } from './new-year.ts';
import type { NoteComparison } from './note-groups.ts';

export type PreviewInput = {
  readonly list: ParsedList;
  readonly tree: PlanTree | null;
  readonly previous: PlanTree | null;
  readonly headings: readonly PlacedHeading[];
  readonly placed: readonly PlacedItem[];
  readonly notes: NoteComparison;
  /** Ids of stored rows that stand elsewhere in the file. */
  readonly moved: ReadonlySet<string>;
  /** Ids of the file's rows in order. */
  readonly fileIds: readonly string[];
};

type Change = ImportRow['changes'][number];
type Context = PreviewInput & { readonly pathOf: (headingId: string | null) => string };

/** One preview row for every row of the sheet that holds something, in sheet order. */
export function previewRows(input: PreviewInput): readonly ImportRow[] {
  const context: Context = { ...input, pathOf: pathFinder(input) };
  const rows = [
    ...input.list.skipped.map(({ why, ...row }) => skippedRow({ ...row, reason: statusListSkips[why] })),
    ...headingRows(context),
    ...input.placed.map((placed) => itemRow(placed, context)),
  ];
  return rows.toSorted((a, b) => a.row - b.row);
}

function skippedRow({
  row,
  hidden,
  text,
  reason,
  fixes = [],
}: {
  row: number;
  hidden: boolean;
  text: string;
  reason: string;
  fixes?: string[];
}): ImportRow {
  return {
    row: row + 1,
    action: 'skip',
    hidden,
    key: '',
    title: text.slice(0, 120),
    values: {},
    changes: [],
    reason,
    fixes,
  };
}

/** Two headings in one row are one preview row: the changed one, else the lower. */
function headingRows(context: Context): readonly ImportRow[] {
  const rows = new Map<number, ImportRow>();
  for (const placed of context.headings.filter(({ heading }) => heading.ownRow)) {
    const row = headingRow(placed, context);
    if (rows.get(row.row)?.action !== 'change') rows.set(row.row, row);
  }
  return [...rows.values()];
}

function headingRow({ heading, node, stored }: PlacedHeading, { list, pathOf }: Context): ImportRow {
  const label = list.levelLabels[heading.depth] ?? '';
  const title = heading.numberRaw + heading.numberGap + heading.name;
  const base = skippedRow({
    row: heading.row,
    hidden: heading.hidden,
    text: title,
    reason: statusListReasons.heading(label),
    fixes: heading.isRated ? [statusListFixes.ratedHeading] : [],
  });
  if (stored === null) return { ...base, reason: statusListReasons.newHeading(label) };
  const changes = [
    ...change('numberRaw', stored.numberRaw, node.numberRaw),
    ...change('name', stored.name, node.name),
    ...change('place', pathOf(stored.parentId), pathOf(node.parentId)),
  ];
  return changes.length === 0
    ? base
    : { ...base, action: 'change', key: node.numberRaw, changes, reason: statusListReasons.renamedHeading(label) };
}

function itemRow(placed: PlacedItem, context: Context): ImportRow {
  const { item } = placed;
  const values = {
    ...levelValues(item.parent, context),
    numberRaw: item.numberRaw,
    name: item.name + item.label,
    ...(item.mark === undefined ? {} : { mark: importCellText(item.mark) }),
    ...(item.disposition === undefined ? {} : { disposition: importCellText(item.disposition) }),
    ...(item.note === undefined ? {} : { note: item.note }),
  };
  const base = {
    row: item.row + 1,
    hidden: item.hidden,
    key: item.numberRaw || item.name,
    title: item.name + item.label,
    values,
    fixes: [...item.fixes],
  };
  if (placed.kind === 'measure') return measureRow(placed, base, context);
  if (placed.kind === 'repost') return repostRow(placed, base, context);
  const reasons = {
    target: statusListReasons.repostLost,
    place: statusListReasons.repostHomeless,
    refused: item.refused,
  };
  return { ...base, action: 'check', changes: [], reason: reasons[placed.lost] };
}

type RowBase = Omit<ImportRow, 'action' | 'changes' | 'reason'>;

function measureRow(placed: PlacedItem & { kind: 'measure' }, base: RowBase, context: Context): ImportRow {
  const { item, node, match } = placed;
  const note = context.notes.byNode.get(node.id);
  const shared = context.placed.flatMap((each) =>
    each.kind === 'measure' && note?.newlyShared.includes(each.node.id) ? [each.item.numberRaw || each.item.name] : [],
  );
  const fixes = [
    ...base.fixes,
    ...(shared.length > 0 ? [statusListFixes.sharedNote(shared.join('・'))] : []),
    ...(note?.kept === true ? [statusListFixes.keptNote] : []),
  ];
  const values = note === undefined ? base.values : { ...base.values, note: note.text };
  const row = { ...base, values, fixes };
  if (match === null) {
    const changes = [
      ...change('numberRaw', '', node.numberRaw),
      ...change('name', '', node.name),
      ...valueChanges(placed, context),
    ];
    const action = item.doubt === '' ? 'add' : 'check';
    return { ...row, action, changes, reason: item.doubt || statusListReasons.added };
  }
  const stored = match.node;
  const path = change('place', context.pathOf(stored.parentId), context.pathOf(node.parentId));
  const changes = [
    ...change('numberRaw', stored.numberRaw, node.numberRaw),
    ...change('name', stored.name, node.name),
    ...valueChanges(placed, context),
    ...(shared.length > 0 ? change('shared', statusListWords.noShare, shared.join('・')) : []),
    ...(path.length > 0 ? path : orderChange(node.id, context)),
  ];
  const reason = [matchReason(match.by, item.numberKey !== ''), yearBeforeText(placed, context.previous)]
    .filter((text) => text !== '')
    .join('。');
  if (changes.length === 0) return { ...row, action: 'same', changes, reason };
  if (item.doubt !== '') return { ...row, action: 'check', changes, reason: item.doubt };
  return { ...row, action: match.by === 'far' ? 'check' : 'change', changes, reason };
}

function valueChanges({ item, node }: PlacedItem & { kind: 'measure' }, { tree, notes }: Context): Change[] {
  const record = tree?.records.get(node.id);
  const before = {
    mark: storedCellText(tree?.status ?? null, record?.markId, record?.markRaw),
    disposition: storedCellText(tree?.disposition ?? null, record?.dispositionId, record?.dispositionRaw),
    note: tree?.notes.get(record?.noteId ?? '') ?? '',
  };
  return [
    ...(item.mark === undefined ? [] : change('mark', before.mark, importCellText(item.mark))),
    ...(item.disposition === undefined
      ? []
      : change('disposition', before.disposition, importCellText(item.disposition))),
    ...(item.note === undefined ? [] : change('note', before.note, notes.byNode.get(node.id)?.text ?? item.note)),
  ];
}

function repostRow(placed: PlacedItem & { kind: 'repost' }, base: RowBase, context: Context): ImportRow {
  const { item, placement, origin, storedLabel } = placed;
  const where = `${context.pathOf(origin.parentId)} ${origin.numberRaw}`.trim();
  const reasons = {
    label: statusListReasons.repostLabel,
    dashes: statusListReasons.repostDashes,
    duplicate: statusListReasons.repostDuplicate,
  };
  const reason = reasons[item.repost?.evidence ?? 'label'](where);
  const fixes =
    item.repost?.evidence === 'label' && hasOwnValues(placed)
      ? [...base.fixes, statusListReasons.repostDiffers]
      : base.fixes;
  if (placement.isNew)
    return { ...base, fixes, action: 'add', changes: change('label', '', placement.labelRaw), reason };
  const changes = [...change('label', storedLabel, placement.labelRaw), ...orderChange(placement.id, context)];
  return { ...base, fixes, action: changes.length === 0 ? 'same' : 'change', changes, reason };
}

/** A 再掲 row that repeats other values than '-' or blank. */
function hasOwnValues({ item, origin }: PlacedItem & { kind: 'repost' }): boolean {
  if (isAllDashes(item)) return false;
  const own = 'mark' in origin ? importCellText(origin.mark) : null;
  const mark = importCellText(item.mark);
  return mark !== '' && mark !== '-' && mark !== own;
}

function change(field: keyof typeof labels, before: string, after: string): Change[] {
  return before === after ? [] : [{ field, label: labels[field], before, after }];
}

const labels = { ...statusListFields, ...statusListExtraFields };

function orderChange(id: string, { tree, moved, fileIds, headings, placed }: Context): Change[] {
  if (!moved.has(id)) return [];
  const names = new Map<string, string>([
    ...(tree?.lines ?? []).map((line) => [lineId(line), nameOf(line.node)] as const),
    ...headings.map(({ node }) => [node.id, nameOf(node)] as const),
    ...placed.flatMap((each) => (each.kind === 'measure' ? [[each.node.id, nameOf(each.node)] as const] : [])),
  ]);
  const behind = (ids: readonly string[]): string => {
    const before = ids[ids.indexOf(id) - 1];
    return before === undefined ? statusListWords.first : statusListWords.behind(names.get(before) ?? '');
  };
  const stored = (tree?.lines ?? []).map(lineId);
  return [{ field: 'order', label: labels.order, before: behind(stored), after: behind(fileIds) }];
}

function nameOf({ numberRaw, name }: Pick<PlanNodeTable, 'numberRaw' | 'name'>): string {
  return printedName({ numberRaw, name });
}

function matchReason(by: MatchedBy, isNumbered: boolean): string {
  if (!isNumbered && (by === 'both' || by === 'name')) return statusListReasons.matchedOnlyName;
  const reasons = {
    both: statusListReasons.matchedBoth,
    name: statusListReasons.matchedName,
    number: statusListReasons.matchedNumber,
    similar: statusListReasons.matchedSimilar,
    far: statusListReasons.matchedFar,
  };
  return reasons[by];
}

function levelValues(parent: number | null, { list }: Context): Record<string, string> {
  const values: Record<string, string> = {};
  for (let index = parent; index !== null; index = list.headings[index]?.parent ?? null) {
    const heading = list.headings[index];
    if (heading !== undefined && heading.depth < 3)
      values[`level${heading.depth + 1}`] = heading.numberRaw + heading.numberGap + heading.name;
  }
  return values;
}

type PlaceNode = Pick<PlanNodeTable, 'parentId' | 'numberRaw' | 'name'>;

/** 'II (4)': printed numbers of a heading and those above it, of the file's rows and of the ledger's. */
function pathFinder({ tree, headings }: PreviewInput): Context['pathOf'] {
  const nodes = new Map<string, PlaceNode>([
    ...(tree?.nodes ?? []),
    ...headings.map(({ node }) => [node.id, node] as const),
  ]);
  const path = (id: string | null): string[] => {
    const node = id === null ? undefined : nodes.get(id);
    return node === undefined ? [] : [...path(node.parentId), node.numberRaw || node.name];
  };
  return (id) => path(id).join(' ') || statusListWords.top;
}
