import type { OrganizationDraft } from '#core/excel/merge/organizations/draft.ts';
import type { SheetCell, SheetRow } from '#core/excel/workbook.ts';
import type { OrganizationFieldKey } from '#shared/domain/organization/fields.ts';
import { organizationFixes } from '#shared/messages/import-organizations.ts';
import { tableFixes } from '#shared/messages/import-table.ts';
import type { BodyReader } from '../table/body-cells.ts';
import { isDashCell } from '../table/short-words.ts';
import { readAddress } from './address.ts';
import type { MappedColumn } from './columns.ts';
import { activityFieldLabel, activityFieldsOf, isMark, looksLike } from './content-tests.ts';
import { createDraftBuilder, type DraftBuilder, labelOf, textOf } from './draft-builder.ts';
import { readOrganizationCell } from './read-cell.ts';

/** What a heading inside the table (【下関市】) says of the rows below it. */
export type HeadingValues = Partial<Record<'city' | 'orgType' | 'fields', string>>;

export type RowReader = (row: SheetRow, heading: HeadingValues) => OrganizationDraft;

type Cells = readonly { readonly column: MappedColumn; readonly cell: SheetCell | null }[];

/** Reads data rows from top to bottom (〃 looks up). */
export function createRowReader(columns: readonly MappedColumn[], body: BodyReader, fiscalYear: number): RowReader {
  const fields = new Set(columns.map((column) => column.field));
  const order = columns.toSorted((a, b) => rank(a.field) - rank(b.field));
  return (row, heading) => {
    const draft = createDraftBuilder();
    const cells = order.map((column) => ({ column, cell: bodyCell(draft, body, { row: row.index, column }) }));
    for (const { column, cell } of cells) {
      if (column.field === 'fields' || column.field === 'address') continue;
      if (column.field === 'name' && !fields.has('nameKana')) readNameWithKana(draft, cell, column);
      else readOrganizationCell(draft, { ...column, cell, fiscalYear });
    }
    if (fields.has('fields')) readFields(draft, cells);
    if (fields.has('address')) readAddressCells(draft, cells, fields);
    applyHeading(draft, heading, fields);
    return draft.build(row.index + 1, row.hidden);
  };
}

/** Flags before the values that may carry one (電話 「083-…(非公開)」). */
function rank(field: OrganizationFieldKey): number {
  const readFirst: readonly string[] = ['mobile', 'city', 'postal', 'membersCitizen'];
  return field.endsWith('Public') ? 0 : readFirst.includes(field) ? 1 : 2;
}

type CellPlace = { readonly row: number; readonly column: MappedColumn };

function bodyCell(draft: DraftBuilder, body: BodyReader, { row, column }: CellPlace): SheetCell | null {
  const { cell, ditto, merged } = body.read(row, column.index);
  const label = labelOf(column.field);
  if (ditto)
    draft.fix(cell === null ? tableFixes.dittoWithoutAbove(label, '〃') : tableFixes.ditto(label, '〃', textOf(cell)));
  if (merged && cell !== null && cell.text.trim() !== '') draft.fix(tableFixes.merged(label, textOf(cell)));
  return cell;
}

/** フリガナ above or below the name in one cell, when no column has it. */
function readNameWithKana(draft: DraftBuilder, cell: SheetCell | null, column: MappedColumn): void {
  const lines = textOf(cell)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const kana = lines.findIndex((line) => looksLike.kana([line]) === 1);
  const isNamed = /ﾌﾘｶﾞﾅ|フリガナ|ふりがな|カナ|よみ/.test(column.header);
  if (lines.length !== 2 || kana < 0 || !isNamed || cell === null) {
    readOrganizationCell(draft, { field: 'name', cell, inverted: false, header: '', fiscalYear: 0 });
    return;
  }
  const reading = (lines[kana] ?? '').replace(/^[（(]|[）)]$/g, '');
  draft.fix(organizationFixes.kanaSplit(reading));
  readOrganizationCell(draft, {
    field: 'nameKana',
    cell: { ...cell, text: reading },
    inverted: false,
    header: '',
    fiscalYear: 0,
  });
  readOrganizationCell(draft, {
    field: 'name',
    cell: { ...cell, text: lines[1 - kana] ?? '' },
    inverted: false,
    header: '',
    fiscalYear: 0,
  });
}

/** Activity fields of one cell, of several (分野1, 分野2), or of a ○ matrix, in the order of the columns. */
function readFields(draft: DraftBuilder, cells: Cells): void {
  const labels: string[] = [];
  const unknown: string[] = [];
  let isFilled = false;
  for (const { column, cell } of cells.toSorted((a, b) => a.column.index - b.column.index)) {
    const text = textOf(cell);
    if (column.field !== 'fields' || text === '') continue;
    isFilled = true;
    if (isDashCell(text) || (column.matrixLabel !== null && /^[×✕xX0０]$/.test(text))) continue;
    if (column.matrixLabel !== null && isMark(text)) {
      labels.push(activityFieldLabel(column.matrixLabel) ?? column.matrixLabel);
      continue;
    }
    const pieces = activityFieldsOf(text);
    labels.push(...pieces.map((piece) => piece.label));
    unknown.push(...pieces.filter((piece) => piece.code === null).map((piece) => piece.label));
  }
  if (!isFilled) draft.blank('fields');
  else draft.set('fields', [...new Set(labels)]);
  if (unknown.length > 0) draft.fix(organizationFixes.unknownLabel(labelOf('fields'), unknown.join('、')));
}

function readAddressCells(draft: DraftBuilder, cells: Cells, fields: ReadonlySet<OrganizationFieldKey>): void {
  const parts = cells
    .filter(({ column }) => column.field === 'address')
    .toSorted((a, b) => a.column.index - b.column.index)
    .map(({ cell }) => textOf(cell))
    .filter((text) => !isDashCell(text));
  readAddress(draft, parts, { city: fields.has('city'), postal: fields.has('postal'), phone: fields.has('phone') });
}

function applyHeading(draft: DraftBuilder, heading: HeadingValues, fields: ReadonlySet<OrganizationFieldKey>): void {
  for (const key of ['city', 'orgType', 'fields'] as const) {
    const value = heading[key];
    if (value === undefined || fields.has(key) || draft.has(key)) continue;
    draft.set(key, key === 'fields' ? [value] : value);
    draft.fix(organizationFixes.fromHeading(labelOf(key), value));
  }
}
