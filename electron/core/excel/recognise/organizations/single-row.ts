import type { SheetRow } from '#core/excel/workbook.ts';
import { cleanText } from '#shared/domain/text.ts';
import { filledCells, type SheetGrid } from '../table/sheet-grid.ts';
import type { MappedColumn } from './columns.ts';
import { headingValues, type HeadingValues, isMarked } from './headings.ts';
import { groupLikeness, isEnding, isGroupName, isNote, isSectionName } from './row-words.ts';

/** ア行, 「か」, A: a register in the order of its readings. */
const syllable = /^[「【(（]?[ぁ-んァ-ヶｱ-ﾝA-ZＡ-Ｚ]{1,2}(?:行|の部|～.)?[」】)）]?$/;
const bracketed = /^[【〔《＜<≪].*[】〕》＞>≫]$/;

export type SingleRow =
  | { readonly kind: 'heading'; readonly values: HeadingValues }
  | { readonly kind: 'ending' }
  | { readonly kind: 'note' }
  /** A heading or a group: nothing tells. */
  | { readonly kind: 'undecided' }
  | { readonly kind: 'data' };

export type SinglePlace = {
  readonly columns: readonly MappedColumn[];
  /** A header stands below it. */
  readonly isAboveHeader: boolean;
  /** An empty row parts it from what stands above. */
  readonly isApart: boolean;
  /** Other groups of the list have a name only, too. */
  readonly isAmongNames: boolean;
  /** Headings stand among the names, or no group with more than a name follows. */
  readonly isBetweenParts: boolean;
};

/**
 * A row with one filled cell: a heading of the rows below it (【下関市】, 保健・福祉分野), a note, the end of the table, or a group
 * of which only the name is known. What speaks for both is left to a person.
 */
export function readSingleRow(grid: SheetGrid, row: SheetRow, place: SinglePlace): SingleRow {
  const first = filledCells(row)[0];
  if (first === undefined) return { kind: 'ending' };
  const text = cleanText(first.cell.text);
  if (isEnding(text)) return { kind: 'ending' };
  const values = headingValues(text);
  const isName = place.columns.some((column) => column.field === 'name' && column.index === first.column);
  if (!isName || Object.keys(values).length > 0 || bracketed.test(text)) return { kind: 'heading', values };
  if (isNote(text)) return { kind: 'note' };
  const merge = grid.merge(row.index, first.column);
  const isWide = merge !== undefined && merge.c2 - merge.c1 >= 2;
  const isHeading = isWide || isMarked(text) || syllable.test(text) || isSectionName(text);
  const likeness = groupLikeness(text);
  const isGroup = likeness === 'group' || (likeness === 'body' && !place.isBetweenParts);
  if (place.isAboveHeader && (place.isApart || !isGroup)) return { kind: 'heading', values };
  if (isHeading !== isGroup && !place.isAboveHeader) return isGroup ? { kind: 'data' } : { kind: 'heading', values };
  return { kind: place.isAmongNames && !place.isAboveHeader ? 'data' : 'undecided' };
}

const count = /^[（(]?\s?(?:計\s?)?[0-9０-９]{1,4}\s?(?:団体|件|グループ|人|名)?\s?[)）]?$/u;
const unit = /団体|件|グループ/u;

/** A heading with the count of its groups beside it: 【下関地区】 | 5団体. */
export function isCountedHeading(row: SheetRow, columns: readonly MappedColumn[]): boolean {
  const filled = filledCells(row);
  if (filled.length !== 2) return false;
  const name = columns.find((column) => column.field === 'name')?.index;
  const number = filled.find(({ cell }) => count.test(cell.text.trim()));
  const text = cleanText(filled.find((each) => each !== number)?.cell.text ?? '');
  if (number === undefined || filled.every(({ column }) => column !== name)) return false;
  const field = columns.find((column) => column.index === number.column)?.field;
  const isWhole = bracketed.test(text);
  // 4 | 【たんぽぽ】 is a group and its number, 12 members are no groups.
  const isCount =
    unit.test(number.cell.text) || field === undefined || field === 'members' || (isWhole && field !== 'regNo');
  return isCount && (isWhole || ((isMarked(text) || isSectionName(text)) && !isGroupName(text)));
}

const sayingWhom = /^(?:お?問い?合わ?せ|発行|作成|編集|連絡先|事務局|担当)/u;
/** Labels of what stands below a list: 印刷日 | 2025/4/1. */
const footing =
  /^(?:(?:印刷|出力|更新|最終更新|集計|調査|基準|改訂|改定|現在|公開|公表)(?:日時?|年月日|者)?|電話(?:番号)?|TEL|FAX|メール(?:アドレス)?|E-?mail|住所|所在地|URL|ホームページ)$/iu;

/**
 * A row of two cells whose name reads like a heading with its number (3 | 福祉) or the members of its groups (福祉 | 45人), or like a
 * note with a telephone or a date beside it.
 */
export function isDoubtfulPair(row: SheetRow, columns: readonly MappedColumn[]): boolean {
  const filled = filledCells(row);
  const name = columns.find((column) => column.field === 'name')?.index;
  const own = filled.find(({ column }) => column === name);
  const other = filled.find((each) => each !== own);
  if (own === undefined || other === undefined || filled.length !== 2) return false;
  const text = cleanText(own.cell.text);
  if (sayingWhom.test(text) || footing.test(text) || isNote(text)) return true;
  const field = columns.find((column) => column.index === other.column)?.field;
  const isCount = (field === undefined || field === 'members') && count.test(other.cell.text.trim());
  const isNumber = other.column < own.column && /^[\p{N}ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ()（）.．]{1,5}$/u.test(other.cell.text.trim());
  return (
    (isNumber || isCount) &&
    groupLikeness(text) === 'none' &&
    (isSectionName(text) || Object.keys(headingValues(text)).length > 0)
  );
}
