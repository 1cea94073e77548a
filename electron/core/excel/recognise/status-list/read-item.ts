import { parseHeadingNumber } from '#shared/domain/numbering.ts';
import { measureNumberKey } from '#shared/domain/plan-keys.ts';
import { splitRepostLabel } from '#shared/domain/repost.ts';
import { isDash, matchKey } from '#shared/domain/text.ts';
import { statusListFields, statusListFixes, statusListReasons } from '#shared/messages/import-status-list.ts';
import type { ChosenMarkSet } from './mark-sets.ts';
import type { ParsedItem } from './parsed-list.ts';
import type { RawCell, RawItem } from './raw-row.ts';
import { type CellField, cellFixes, isOddPair, type ReadCell, readCell } from './read-cell.ts';
import { oneLine } from './one-line.ts';
import { repostWord } from './reposts.ts';

export type ItemContext = {
  readonly parent: number | null;
  readonly status: ChosenMarkSet | null;
  readonly disposition: ChosenMarkSet | null;
  /** Names begin with their number. */
  readonly numberInName: boolean;
};
export type ReadItem = { readonly item: ParsedItem; readonly hasRest: boolean; readonly isOdd: boolean };

const nothing: RawCell = { text: '', ditto: false, merged: false };

/** One row of the list with its marks read; whether it is a 再掲 is decided when all rows are known. */
export function readItem(raw: RawItem, context: ItemContext): ReadItem {
  const { name, numberRaw, numberGap, label } = splitName(raw, context.numberInName);
  const repostCell = repostText(raw);
  const mark = valueCell('mark', raw, context.status);
  const disposition = valueCell('disposition', raw, context.disposition);
  const oddities = oddCells(raw);
  const isOdd = isOddPair(mark?.value, disposition?.value, context.status?.marks ?? []);
  const odd = isOdd ? statusListReasons.odd(raw.mark?.text ?? '', raw.disposition?.text ?? '') : '';
  const item: ParsedItem = {
    row: raw.row,
    hidden: raw.hidden,
    parent: context.parent,
    numberRaw,
    numberGap,
    numberKey: isDash(numberRaw) ? '' : measureNumberKey(numberRaw),
    name,
    nameKey: matchKey(name),
    label: label === '' && plainLabel.test(repostCell) ? repostCell : label,
    saysRepost: repostCell !== '',
    mark: mark?.value,
    disposition: disposition?.value,
    note: noteText(raw, repostCell),
    isNoteOfAbove: raw.note?.merged === true,
    noteGroup: raw.noteGroup,
    fixes: [
      ...leftOut(raw),
      ...textFixes(raw),
      ...(mark?.fixes ?? []),
      ...(disposition?.fixes ?? []),
      ...(odd === '' ? [] : [odd]),
    ],
    doubt: [...oddities, mark?.doubt ?? '', disposition?.doubt ?? ''].filter((doubt) => doubt !== '').join(' '),
    repost: null,
    refused: refusal(raw),
  };
  return { item, isOdd, hasRest: mark?.hasRest === true || disposition?.hasRest === true };
}

const plainLabel = /^[【〔［[（(《<＜「]?再掲[】〕］\])）》>＞」]?$/u;

/** What a cell for a value says of a 再掲 instead: 再掲, 再掲のため省略. The note counts only beside cells that are empty. */
function repostText({ mark, disposition, note }: RawItem): string {
  const cells = [mark?.text ?? '', disposition?.text ?? ''];
  const found = cells.find((text) => repostWord.test(text));
  if (found !== undefined) return found;
  const isEmpty = cells.every((text) => text === '' || isDash(text));
  return isEmpty && note !== null && repostWord.test(note.text) ? note.text : '';
}

function valueCell(field: CellField, { odd, ...row }: RawItem, set: ChosenMarkSet | null): ReadCell | null {
  const raw = row[field];
  if (raw === null || odd?.left.has(field) === true) return null;
  return readCell(field, repostWord.test(raw.text) ? { ...raw, text: '-' } : raw, set?.marks ?? []);
}

/** undefined = the file does not tell. */
function noteText({ note, odd }: RawItem, repostCell: string): string | undefined {
  if (odd?.left.has('note') === true) return undefined;
  return repostCell !== '' && repostCell === note?.text ? '-' : note?.text;
}

/** Cells that are left out, each with its reason. */
function oddCells({ odd }: RawItem): string[] {
  return [...(odd?.left ?? [])].map(
    ([field, reason]) => reason + statusListReasons.cellLeftOut(statusListFields[field]),
  );
}

function leftOut({ odd }: RawItem): string[] {
  return [...(odd?.left.keys() ?? [])].map((field) => statusListReasons.cellLeftOut(statusListFields[field]));
}

function refusal({ odd }: RawItem): string {
  return odd === undefined || odd.refused === '' ? '' : odd.refused + statusListReasons.rowLeftOut;
}

type NameParts = Pick<ParsedItem, 'name' | 'numberRaw' | 'numberGap' | 'label'>;

function splitName(raw: RawItem, numberInName: boolean): NameParts {
  const inNumber = splitNumber(raw.numberRaw?.text ?? '');
  const inName = splitRepostLabel(raw.name.text);
  const label = inName.label === '' ? inNumber.label : inName.label;
  const number = numberInName && inNumber.name === '' ? parseHeadingNumber(inName.name) : null;
  if (number === null || number.name === '') {
    return { name: oneLine(inName.name), numberRaw: inNumber.name, numberGap: '', label };
  }
  const name = oneLine(number.name + (number.suffix ?? ''));
  return { name, numberRaw: number.numberRaw, numberGap: oneLine(number.gap), label };
}

/** 16 and 再掲 of '再掲16', '16再掲' and '16【再掲】'. */
function splitNumber(text: string): { readonly name: string; readonly label: string } {
  const split = splitRepostLabel(text);
  const [, before, after] = split.label === '' ? (/^(\S{0,8}?)\s*再掲\s*(\S{0,8})$/u.exec(text) ?? []) : [];
  return before === undefined || after === undefined ? split : { name: before || after, label: '再掲' };
}

function textFixes(raw: RawItem): string[] {
  const { numberRaw, name, note } = statusListFields;
  return [
    ...cellFixes(numberRaw, raw.numberRaw ?? nothing),
    ...cellFixes(name, raw.name),
    ...(raw.note?.ditto === true ? [statusListFixes.ditto(note)] : []),
    ...raw.joinedRows.map((row) => statusListFixes.joinedNote(row + 1)),
  ];
}
