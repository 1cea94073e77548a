import type { PlanTree } from '#db/queries/plan-tree.ts';
import type { PlanNodeTable } from '#db/tables.ts';
import { dice, likeness } from '#core/excel/recognise/status-list/likeness.ts';
import type { ParsedHeading, ParsedItem } from '#core/excel/recognise/status-list/parsed-list.ts';

/** How a measure of the file was found in the ledger. 'similar': other number, much the same name; 'far': same number, wholly different name. */
export type MatchedBy = 'both' | 'name' | 'number' | 'similar' | 'far';
export type MatchedItem = { readonly node: PlanNodeTable; readonly by: MatchedBy };

/**
 * Headings of the file that the ledger has already, by index: below the same parent by number and name, by name, by number,
 * in this order for all siblings; at last by name anywhere (the heading was moved). III and Ⅲ are one number.
 */
export function matchHeadings(headings: readonly ParsedHeading[], tree: PlanTree): ReadonlyMap<number, PlanNodeTable> {
  const known = [...tree.nodes.values()].filter((node) => node.kind === 'heading');
  const found = new Map<number, PlanNodeTable>();
  const taken = new Set<string>();
  const take = (indexes: readonly number[], fits: (node: PlanNodeTable, heading: ParsedHeading) => boolean): void => {
    for (const index of indexes) {
      const heading = headings[index];
      if (heading === undefined || found.has(index)) continue;
      const fitting = known.filter((node) => !taken.has(node.id) && fits(node, heading));
      const node = fitting[0];
      if (node === undefined) continue;
      found.set(index, node);
      taken.add(node.id);
    }
  };
  for (const siblings of siblingGroups(headings)) {
    const parent = headings[siblings[0] ?? -1]?.parent ?? null;
    const parentId = parent === null ? null : (found.get(parent)?.id ?? 'new');
    take(
      siblings,
      (node, heading) => node.parentId === parentId && sameNumber(node, heading) && sameName(node, heading),
    );
    take(siblings, (node, heading) => node.parentId === parentId && sameName(node, heading));
    take(
      siblings,
      (node, heading) => node.parentId === parentId && heading.numberKey !== '' && sameNumber(node, heading),
    );
    take(
      siblings,
      (node, heading) => node.depth === heading.depth && sameName(node, heading) && sameNumber(node, heading),
    );
  }
  return found;
}

/** Indexes of headings with the same parent; outer groups first, as parents stand before their children. */
function siblingGroups(headings: readonly ParsedHeading[]): readonly (readonly number[])[] {
  const groups = new Map<number | null, number[]>();
  headings.forEach((heading, index) => {
    groups.set(heading.parent, [...(groups.get(heading.parent) ?? []), index]);
  });
  return [...groups.values()];
}

type Keys = { readonly numberKey: string; readonly nameKey: string };

function sameNumber(a: Keys, b: Keys): boolean {
  return a.numberKey === b.numberKey;
}

function sameName(a: Keys, b: Keys): boolean {
  return a.nameKey === b.nameKey;
}

export type ItemMatchInput = {
  readonly items: readonly ParsedItem[];
  /** Ledger id of each heading of the file; new headings have one that the ledger does not know. */
  readonly headingIds: readonly string[];
  readonly tree: PlanTree;
};

/**
 * Own measures of the file that the ledger has already, by index: number and name, name alone, number alone, much the same name. The
 * same place decides between several. Number alone counts only where numbers are unique or the place is the same, since they may
 * restart, and where the list was not numbered anew.
 */
export function matchItems({ items, headingIds, tree }: ItemMatchInput): ReadonlyMap<number, MatchedItem> {
  const known = [...tree.nodes.values()].filter((node) => node.kind === 'measure');
  const open = new Set(known.map((node) => node.id));
  const found = new Map<number, MatchedItem>();
  const parentOf = (item: ParsedItem): string | null =>
    item.parent === null ? null : (headingIds[item.parent] ?? null);
  const unique = uniqueNumbers(items, known);
  const pass = (by: MatchedBy, fits: (node: PlanNodeTable, item: ParsedItem) => boolean): void => {
    items.forEach((item, index) => {
      if (found.has(index) || item.repost !== null || item.refused !== '') return;
      const fitting = known.filter((node) => open.has(node.id) && fits(node, item));
      const node = fitting.find((candidate) => candidate.parentId === parentOf(item)) ?? fitting[0];
      if (node === undefined) return;
      found.set(index, { node, by });
      open.delete(node.id);
    });
  };
  const inPlace = (node: PlanNodeTable, item: ParsedItem): boolean => node.parentId === parentOf(item);
  const isNumbered = (item: ParsedItem): boolean => item.numberKey !== '';
  pass('both', (node, item) => sameNumber(node, item) && sameName(node, item) && inPlace(node, item));
  pass('both', (node, item) => sameNumber(node, item) && sameName(node, item));
  pass('name', (node, item) => sameName(node, item) && inPlace(node, item));
  pass('name', (node, item) => sameName(node, item) && (isNumbered(item) || node.numberKey === ''));
  const uniqueNames = namesOfOne(items, known);
  pass('name', (node, item) => sameName(node, item) && uniqueNames.has(item.nameKey));
  // Where a list was numbered anew, an equal number says little.
  const isRenumbered = [...found].filter(([index, { node }]) => isNumberedAnew(node, items[index])).length >= 2;
  const byNumber = (node: PlanNodeTable, item: ParsedItem): boolean =>
    isNumbered(item) && sameNumber(node, item) && (unique || inPlace(node, item));
  pass(
    'number',
    (node, item) =>
      byNumber(node, item) && (isRenumbered ? isRenamed(node, item) : likeness(node.nameKey, item.nameKey) >= 0.3),
  );
  pass('similar', (node, item) => inPlace(node, item) && isRenamed(node, item));
  pass('similar', (node, item) => isRenamed(node, item) && likeness(node.nameKey, item.nameKey) >= 0.75);
  if (!isRenumbered) pass('far', byNumber);
  return found;
}

function isNumberedAnew(node: Keys, item: Keys | undefined): boolean {
  return item !== undefined && item.numberKey !== '' && node.numberKey !== '' && !sameNumber(node, item);
}

/** Names that one own item of the file and one measure of the ledger have. */
function namesOfOne(items: readonly ParsedItem[], known: readonly PlanNodeTable[]): ReadonlySet<string> {
  const own = items.filter((item) => item.repost === null && item.refused === '');
  const [ofFile, ofLedger] = [once(own), once(known)];
  return new Set([...ofFile].filter((name) => ofLedger.has(name)));
}

function once(named: readonly Keys[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { nameKey } of named) counts.set(nameKey, (counts.get(nameKey) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count === 1).map(([name]) => name));
}

function uniqueNumbers(items: readonly ParsedItem[], known: readonly PlanNodeTable[]): boolean {
  const own = items.filter((item) => item.repost === null && item.refused === '' && item.numberKey !== '');
  const numbered = known.filter((node) => node.numberKey !== '');
  const isUnique = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;
  return isUnique(own.map((item) => item.numberKey)) && isUnique(numbered.map((node) => node.numberKey));
}

/** Whether a name is the other one with some words added, left out or changed. Short names are told apart by less. */
function isRenamed(node: Keys, item: Keys): boolean {
  const shorter = Math.min(node.nameKey.length, item.nameKey.length);
  if (shorter < 5) return false;
  const isPart = node.nameKey.includes(item.nameKey) || item.nameKey.includes(node.nameKey);
  return isPart
    ? shorter * 2 >= Math.max(node.nameKey.length, item.nameKey.length)
    : dice(node.nameKey, item.nameKey) >= 0.6;
}
