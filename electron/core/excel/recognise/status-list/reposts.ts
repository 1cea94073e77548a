import type { ImportCell } from '#db/commands/plan-import.ts';
import { isDash } from '#shared/domain/text.ts';
import { statusListReasons } from '#shared/messages/import-status-list.ts';
import { likeness } from './likeness.ts';
import type { ParsedItem } from './parsed-list.ts';

/** A cell that says that its row is a 再掲, in place of a value: 再掲, 【再掲】, 再掲のため省略, No.3の再掲. */
export const repostWord = /^.{0,16}再掲(?!載).{0,12}$/u;

/**
 * Finds the rows that only refer to a measure (再掲): by a label, by the number and name of another row with no values of their own
 * ('-' or blank), or as a second row of the same number and name with the same values. The own row may come later. Source: domain.md 1.4.
 */
export function markReposts(items: readonly ParsedItem[]): readonly ParsedItem[] {
  const isOwn = items.map((item) => item.label === '' && !item.saysRepost && !isEmpty(item));
  const marked = items.map((item, index): ParsedItem => {
    if (item.label !== '' || item.saysRepost) return { ...item, repost: { evidence: 'label', target: null } };
    if (isEmpty(item)) {
      const own = items.filter((_, at) => isOwn[at] === true);
      return isReference(item, own) ? { ...item, repost: { evidence: 'dashes', target: null } } : item;
    }
    const first = items.findIndex((other, at) => at < index && isOwn[at] === true && isSameNumbered(item, other));
    return first < 0 ? item : asDuplicate(item, items[first]);
  });
  return marked.map((item) =>
    item.repost === null ? item : { ...item, repost: { ...item.repost, target: findTarget(item, marked) } },
  );
}

type Values = Pick<ParsedItem, 'mark' | 'disposition' | 'note' | 'isNoteOfAbove'>;

/** Whether every value the list has for the row is '-' (a note may be blank). */
export function isAllDashes(item: Values): boolean {
  const cells = [item.mark, item.disposition].filter((cell) => cell !== undefined);
  return (
    cells.length > 0 && isNoteEmpty(item) && cells.every((cell) => cell !== null && 'raw' in cell && isDash(cell.raw))
  );
}

/** Whether the row has no value at all: '-' or blank. */
function isEmpty(item: Values): boolean {
  return isNoteEmpty(item) && [item.mark, item.disposition].every((cell) => isBlank(cell));
}

function isNoteEmpty({ note, isNoteOfAbove }: Values): boolean {
  return note === undefined || note === '' || isNoteOfAbove || isDash(note);
}

function isBlank(cell: ImportCell | undefined): boolean {
  return cell === undefined || cell === null || ('raw' in cell && isDash(cell.raw));
}

/**
 * Whether a row without values refers to one of the own items: the same name and number; with '-' everywhere the number alone where
 * numbers tell the items apart, or the name alone. Blank cells prove less: an item that nobody filled in yet has them, too.
 */
function isReference(item: ParsedItem, own: readonly ParsedItem[]): boolean {
  const named = own.filter((other) => other.nameKey === item.nameKey);
  const number = plainNumber(item);
  if (number !== '' && named.some((other) => plainNumber(other) === number)) return true;
  const isOnly = named.length === 1 && (number === '' || isAllDashes(item));
  if (!isAllDashes(item)) return isOnly && item.nameKey.length >= 6 && !item.nameKey.startsWith('その他');
  const sameNumber = number === '' ? [] : own.filter((other) => plainNumber(other) === number);
  return (
    isOnly ||
    (named.length > 0 && number === '') ||
    (sameNumber.length === 1 && sameNumber.every((other) => isAlike(item, other)))
  );
}

/** A 再掲 may shorten the name, but it does not bear another one. */
function isAlike(item: ParsedItem, other: ParsedItem): boolean {
  return likeness(item.nameKey, other.nameKey) >= 0.5;
}

/** The number of a 再掲 may stand in brackets or with a sign: (16), ※16. */
function plainNumber({ numberKey }: ParsedItem): string {
  return /^[(※*]*\d+[)※*]*$/u.test(numberKey) ? numberKey.replace(/[()※*]/gu, '') : numberKey;
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
  return isBlank(cell) || JSON.stringify(cell) === JSON.stringify(own);
}

function isSameNumbered(item: ParsedItem, other: ParsedItem): boolean {
  return item.numberKey !== '' && item.nameKey === other.nameKey && item.numberKey === other.numberKey;
}

function findTarget(item: ParsedItem, items: readonly ParsedItem[]): number | null {
  const own = items.flatMap((other, index) =>
    other.repost === null && other.refused === '' ? [{ other, index }] : [],
  );
  const tests: ((other: ParsedItem) => boolean)[] = [
    (other) => other.nameKey === item.nameKey && plainNumber(other) === plainNumber(item),
    (other) => other.nameKey === item.nameKey && (item.numberKey === '' || other.numberKey === ''),
    (other) => item.numberKey !== '' && plainNumber(other) === plainNumber(item) && isAlike(item, other),
    (other) => other.nameKey === item.nameKey,
  ];
  for (const test of tests) {
    const found = own.filter(({ other }) => test(other));
    const only = found[0];
    if (only !== undefined && (found.length === 1 || test === tests[0])) return only.index;
  }
  return null;
}
