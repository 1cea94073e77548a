import type { SheetRow } from '#core/excel/workbook.ts';
import { municipalities, parseMunicipality } from '#shared/domain/municipalities.ts';
import { parseOrganizationType } from '#shared/domain/organization-type.ts';
import { cleanText, foldWidth } from '#shared/domain/text.ts';
import { filledCells, type SheetGrid } from '../table/sheet-grid.ts';
import type { MappedColumn } from './columns.ts';
import { activityFieldLabel } from './content-tests.ts';
import type { HeadingValues } from './read-row.ts';

const cityNames: ReadonlySet<string> = new Set(municipalities.map((each) => each.name));
const marked = /^(?:[【〔［[《〈<＜■□●◆◇▼▽▲○◎]|第?[0-9０-９一二三四五六七八九十]{1,3}[.．、)）　 章節])/;
const ending = /^(?:以上|以下余白|余白|\(?以上\)?)$/;

export type SingleRow =
  | { readonly kind: 'heading'; readonly values: HeadingValues }
  | { readonly kind: 'ending' }
  | { readonly kind: 'data' };

/**
 * A row with one filled cell: a heading of the rows below it (【下関市】, 保健・福祉分野), the end of the table, or a group of
 * which only the name is known.
 */
export function readSingleRow(grid: SheetGrid, row: SheetRow, columns: readonly MappedColumn[]): SingleRow {
  const first = filledCells(row)[0];
  if (first === undefined) return { kind: 'ending' };
  const text = cleanText(first.cell.text);
  if (ending.test(text)) return { kind: 'ending' };
  const values = headingValues(text);
  const merge = grid.merge(row.index, first.column);
  const isWide = merge !== undefined && merge.c2 - merge.c1 >= 2;
  const isName = columns.some((column) => column.field === 'name' && column.index === first.column);
  if (!isName || isWide || marked.test(text) || Object.keys(values).length > 0) return { kind: 'heading', values };
  return { kind: 'data' };
}

function headingValues(text: string): HeadingValues {
  const bare = foldWidth(text)
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/^第?\d{1,3}[.、)\s章節]+/, '')
    .replace(/\s*\(?\d+団体\)?$/, '')
    .replace(/(?:の団体|分野の団体|分野|関係)$/, '')
    .trim();
  const city = parseMunicipality(bare);
  if (cityNames.has(city)) return { city };
  const field = activityFieldLabel(bare);
  if (field !== undefined && !/^\d+$/.test(bare)) return { fields: field };
  const orgType = parseOrganizationType(bare);
  return orgType === null ? {} : { orgType };
}
