import type { SheetRow } from '#core/excel/workbook.ts';
import { municipalities, parseMunicipality } from '#shared/domain/municipalities.ts';
import { parseOrganizationType } from '#shared/domain/organization-type.ts';
import { cleanText, foldWidth } from '#shared/domain/text.ts';
import { filledCells, type SheetGrid } from '../table/sheet-grid.ts';
import { activityFieldLabel } from './content-tests.ts';

/** What a heading inside the table (【下関市】) says of the rows below it. */
export type HeadingValues = Partial<Record<'city' | 'orgType' | 'fields', string>>;

const cityNames: ReadonlySet<string> = new Set(municipalities.map((each) => each.name));
const marked =
  /^(?:[【〔［[《〈<＜■□●◆◇▼▽▲○◎①-⑳]|第?[0-9０-９一二三四五六七八九十]{1,3}[.．、)）　 章節]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩA-ZＡ-Ｚ][.．、)）　 ]|[(（][0-9０-９]{1,2}[)）])/;
/** A longer text is no heading. */
const LONGEST = 200;

/** Whether a text begins as headings do: 【, ■, 第1章. */
export function isMarked(text: string): boolean {
  return marked.test(text);
}

/** What a heading, a title above the table or the name of a sheet says of all its groups. */
export function headingValues(text: string): HeadingValues {
  if (text.length > LONGEST) return {};
  const bare = foldWidth(text)
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/^第?\d{1,3}[.、)\s章節]+/, '')
    .replace(/\s*\(?\d+団体\)?$/, '')
    .replace(/[^\p{L}\p{N}]+$/u, '')
    .replace(/(?:の団体|分野の団体|分野|関係)$/, '')
    .trim();
  const city = parseMunicipality(bare);
  if (cityNames.has(city) && !/^\d+$/.test(bare)) return { city };
  const field = activityFieldLabel(bare);
  if (field !== undefined && !/^\d+$/.test(bare)) return { fields: field };
  const orgType = parseOrganizationType(bare);
  // その他 may be the last of the fields, places or kinds.
  return orgType === null || orgType === 'その他' ? {} : { orgType };
}

/** The one municipality in the brackets of a title: 登録団体名簿（下関市）. */
function cityInBrackets(text: string): HeadingValues {
  const names = [...text.matchAll(/[（(【「]([^（(【「）)】」]{2,8})[）)】」]/g)].map((match) =>
    parseMunicipality(match[1] ?? ''),
  );
  const cities = names.filter((name) => cityNames.has(name));
  return cities.length === 1 && cities[0] !== undefined ? { city: cities[0] } : {};
}

/**
 * What the name of the sheet and the rows above the first header say of the groups below. A bare 下関市 above the table is who made
 * the list, and 市民活動団体 what it lists: only a marked line (【下関市】) counts there.
 */
export function headingAbove(grid: SheetGrid, firstHeader: number): HeadingValues {
  const titles = grid.sheet.rows.filter((row) => row.index < firstHeader);
  return Object.assign({}, sheetValues(grid.sheet.name), ...titles.map(titleValues));
}

/** What a row above a header says when it holds one text. */
export function titleValues(row: SheetRow): HeadingValues {
  const [first, ...others] = filledCells(row);
  const text = cleanText(first?.cell.text ?? '');
  if (others.length > 0) return {};
  return { ...cityInBrackets(text), ...(marked.test(text) ? headingValues(text) : {}) };
}

/** What the name of a sheet says of its groups. */
export function sheetValues(name: string): HeadingValues {
  const { orgType, ...values } = headingValues(name);
  return {
    ...cityInBrackets(name),
    ...values,
    ...(orgType !== undefined && /法人|任意|自治会/.test(name) ? { orgType } : {}),
  };
}
