import type { ImportCell } from '#db/commands/plan-import.ts';
import { isDash } from '#shared/domain/text.ts';
import { statusListReasons } from '#shared/messages/import-status-list.ts';
import type { ParsedItem } from './parsed-list.ts';

/**
 * Finds the rows that only refer to a measure (再掲): by their label, by the number and name of another row with nothing but '-',
 * or as a second row of the same number and name without values of its own. The own row may come later. Source: domain.md 1.4.
 */
export function markReposts(items: readonly ParsedItem[]): readonly ParsedItem[] {
  const candidates = items.map((item) => item.label === '' && !isAllDashes(item));
  const marked = items.map((item, index): ParsedItem => {
    if (item.label !== '') return { ...item, repost: { evidence: 'label', target: null } };
    if (isAllDashes(item)) {
      const hasOwn = items.some((other, at) => candidates[at] === true && isSameItem(item, other));
      return hasOwn ? { ...item, repost: { evidence: 'dashes', target: null } } : item;
    }
    const first = items.findIndex((other, at) => at < index && candidates[at] === true && isSameItem(item, other));
    return first < 0 || item.numberKey === '' ? item : asDuplicate(item, items[first]);
  });
  return marked.map((item) =>
    item.repost === null ? item : { ...item, repost: { ...item.repost, target: findTarget(item, marked) } },
  );
}

/** Whether every value the list has for the row is '-' (a note may be blank). */
export function isAllDashes(item: Pick<ParsedItem, 'mark' | 'disposition' | 'note'>): boolean {
  const cells = [item.mark, item.disposition].filter((cell) => cell !== undefined);
  const noteIsEmpty = item.note === undefined || item.note === '' || isDash(item.note);
  return cells.length > 0 && noteIsEmpty && cells.every((cell) => cell !== null && 'raw' in cell && isDash(cell.raw));
}

function asDuplicate(item: ParsedItem, own: ParsedItem | undefined): ParsedItem {
  if (own === undefined) return item;
  const agrees =
    agreesWith(item.mark, own.mark) &&
    agreesWith(item.disposition, own.disposition) &&
    (item.note === undefined || item.note === '' || item.note === own.note);
  if (agrees) return { ...item, repost: { evidence: 'duplicate', target: null } };
  return { ...item, refused: statusListReasons.duplicate(own.row + 1) };
}

function agreesWith(cell: ImportCell | undefined, own: ImportCell | undefined): boolean {
  if (cell === undefined || cell === null) return true;
  return JSON.stringify(cell) === JSON.stringify(own) || ('raw' in cell && isDash(cell.raw));
}

function isSameItem(a: ParsedItem, b: ParsedItem): boolean {
  return a.nameKey === b.nameKey && a.numberKey === b.numberKey;
}

function findTarget(item: ParsedItem, items: readonly ParsedItem[]): number | null {
  const own = items.flatMap((other, index) =>
    other.repost === null && other.refused === '' ? [{ other, index }] : [],
  );
  const tests: ((other: ParsedItem) => boolean)[] = [
    (other) => isSameItem(item, other),
    (other) => other.nameKey === item.nameKey && (item.numberKey === '' || other.numberKey === ''),
    (other) => item.numberKey !== '' && other.numberKey === item.numberKey,
    (other) => other.nameKey === item.nameKey,
  ];
  for (const test of tests) {
    const found = own.filter(({ other }) => test(other));
    const only = found[0];
    if (only !== undefined && (found.length === 1 || test === tests[0])) return only.index;
  }
  return null;
}
