import { parseHeadingNumber } from '#shared/domain/numbering.ts';
import { measureNumberKey } from '#shared/domain/plan-keys.ts';
import { splitRepostLabel } from '#shared/domain/repost.ts';
import { matchKey } from '#shared/domain/text.ts';
import { statusListFields, statusListFixes, statusListReasons } from '#shared/messages/import-status-list.ts';
import type { ChosenMarkSet } from './mark-sets.ts';
import type { ParsedItem } from './parsed-list.ts';
import type { RawCell, RawItem } from './raw-row.ts';
import { cellFixes, isOddPair, readCell } from './read-cell.ts';

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
  const labelInMark = /^[【〔［[（(《<「]?再掲[】〕］\])）》>」]?$/u.test(raw.mark?.text ?? '');
  const markCell = labelInMark ? { ...nothing, text: '-' } : raw.mark;
  const mark = markCell === null ? null : readCell('mark', markCell, context.status?.marks ?? []);
  const disposition =
    raw.disposition === null ? null : readCell('disposition', raw.disposition, context.disposition?.marks ?? []);
  const isOdd = isOddPair(mark?.value, disposition?.value);
  const odd = isOdd ? statusListReasons.odd(raw.mark?.text ?? '', raw.disposition?.text ?? '') : '';
  const item: ParsedItem = {
    row: raw.row,
    hidden: raw.hidden,
    parent: context.parent,
    numberRaw,
    numberGap,
    numberKey: measureNumberKey(numberRaw),
    name,
    nameKey: matchKey(name),
    label: labelInMark ? (raw.mark?.text ?? '') : label,
    mark: mark?.value,
    disposition: disposition?.value,
    note: raw.note?.text,
    noteGroup: raw.noteGroup,
    fixes: [...textFixes(raw), ...(mark?.fixes ?? []), ...(disposition?.fixes ?? []), ...(odd === '' ? [] : [odd])],
    doubt: [mark?.doubt ?? '', disposition?.doubt ?? ''].filter((doubt) => doubt !== '').join(' '),
    repost: null,
    refused: '',
  };
  return { item, isOdd, hasRest: mark?.hasRest === true || disposition?.hasRest === true };
}

type NameParts = Pick<ParsedItem, 'name' | 'numberRaw' | 'numberGap' | 'label'>;

function splitName(raw: RawItem, numberInName: boolean): NameParts {
  const inNumber = splitRepostLabel(raw.numberRaw?.text ?? '');
  const inName = splitRepostLabel(raw.name.text);
  const label = inName.label === '' ? inNumber.label : inName.label;
  const number = numberInName && inNumber.name === '' ? parseHeadingNumber(inName.name) : null;
  if (number === null || number.name === '') {
    return { name: inName.name, numberRaw: inNumber.name, numberGap: '', label };
  }
  return { name: number.name + (number.suffix ?? ''), numberRaw: number.numberRaw, numberGap: number.gap, label };
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
