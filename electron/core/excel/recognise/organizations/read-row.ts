import type { OrganizationDraft } from '#core/excel/merge/organizations/draft.ts';
import type { SheetCell, SheetRow } from '#core/excel/workbook.ts';
import { kanaReading } from '#shared/domain/kana.ts';
import type { OrganizationFieldKey } from '#shared/domain/organization/fields.ts';
import { organizationFixes } from '#shared/messages/import-organizations.ts';
import { tableFixes } from '#shared/messages/import-table.ts';
import type { BodyReader } from '../table/body-cells.ts';
import { isDashCell } from '../table/short-words.ts';
import { readAddress } from './address.ts';
import type { MappedColumn } from './columns.ts';
import { activityFieldLabel, activityFieldsOf, isMark, isUnmarked, isUnticked } from './content-tests.ts';
import { createDraftBuilder, type DraftBuilder, labelOf, textOf } from './draft-builder.ts';
import type { HeadingValues } from './headings.ts';
import { readOrganizationCell } from './read-cell.ts';
import { type OddTally, type SoundCell, soundCell } from './sound-cell.ts';
import { readingFields, splitReading } from './split-reading.ts';

export type RowReader = {
  readonly read: (row: SheetRow, heading: HeadingValues) => OrganizationDraft;
  /** A heading in a column whose blank cells continue the value above is the value above from now on. */
  readonly passHeading: (row: SheetRow) => void;
};

export type RowReading = {
  readonly body: BodyReader;
  readonly fiscalYear: number;
  /** Columns whose blank cells continue the value above (市町 written once for all its groups). */
  readonly continued: ReadonlySet<number>;
  readonly tally: OddTally;
};

type Cells = readonly { readonly column: MappedColumn; readonly cell: SheetCell | null }[];

/** Reads data rows from top to bottom (〃 looks up). */
export function createRowReader(columns: readonly MappedColumn[], reading: RowReading): RowReader {
  const { fiscalYear } = reading;
  const fields = new Set(columns.map((column) => column.field));
  const order = columns.toSorted((a, b) => rank(a.field) - rank(b.field));
  const above = new Map<number, SheetCell>();
  const read: RowReader['read'] = (row, heading) => {
    const draft = createDraftBuilder();
    const broken = new Set<OrganizationFieldKey>();
    const cells = order.flatMap((column) => {
      const { cell, refused } = joinedCell(draft, reading, { row: row.index, column });
      if (refused) broken.add(column.field);
      return refused ? [] : [{ column, cell: continuedCell(draft, cell, { column, reading, above }) }];
    });
    for (const { column, cell } of cells) {
      if (column.field === 'fields' || column.field === 'address') continue;
      if (column.field === 'orgType' && column.matrixLabel !== null) readTypeMark(draft, cell, column.matrixLabel);
      else if (column.hasReading) readNameWithKana(draft, { cell, column, fiscalYear });
      else readOrganizationCell(draft, { ...column, cell, fiscalYear });
    }
    if (!fields.has('nameKana')) readPhonetic(draft, cells);
    if (fields.has('fields')) readFields(draft, cells);
    if (broken.has('fields')) draft.partial('fields');
    // A street without its number is not where the group is.
    if (fields.has('address') && !broken.has('address')) readAddressCells(draft, cells, fields);
    applyHeading(draft, heading, fields);
    return draft.build(row.index + 1, row.hidden);
  };
  return { read, passHeading: (row) => passHeading(row, reading, above) };
}

function passHeading(row: SheetRow, { continued }: RowReading, above: Map<number, SheetCell>): void {
  for (const column of continued) {
    const cell = row.cells[column] ?? null;
    if (cell !== null && cell.text.trim() !== '') above.set(column, cell);
  }
}

/** Flags before the values that may carry one (電話 「083-…(非公開)」). */
function rank(field: OrganizationFieldKey): number {
  const readFirst: readonly string[] = ['mobile', 'fax', 'email', 'url', 'city', 'postal', 'membersCitizen'];
  return field.endsWith('Public') ? 0 : readFirst.includes(field) ? 1 : 2;
}

/** FAX 同左: the telephone number. */
const sameAsLeft = /^[（(]?(?:同左|左に同じ|左と同じ|左記に?同じ|←)[)）]?$/;

type CellPlace = { readonly row: number; readonly column: MappedColumn };

/** The cell of a column, or the texts of all columns that hold one value between them. */
function joinedCell(draft: DraftBuilder, { body, tally }: RowReading, { row, column }: CellPlace): SoundCell {
  const read = (index: number): SoundCell =>
    soundCell(draft, bodyCell(draft, body, { row, column, index }), { column, tally });
  if (column.parts.length === 1) return read(column.index);
  const cells = column.parts.map(read);
  const texts = cells.map(({ cell }) => textOf(cell)).filter((text) => text !== '');
  // A part alone is not the value.
  if (texts.length === 0 || cells.some(({ refused }) => refused))
    return { cell: null, refused: cells.some(({ refused }) => refused) };
  const text = texts.map((part, position) => padded(column, part, position)).join(column.between);
  return { cell: { type: 'text', text }, refused: false };
}

/** Excel drops the leading zeros of 0015 in a column of its own. */
function padded({ field, parts }: MappedColumn, text: string, part: number): string {
  if (!/^\d{1,4}$/.test(text)) return text;
  if (field === 'postal') return text.padStart(part === 0 ? 3 : 4, '0');
  return part > 0 && part === parts.length - 1 && field !== 'repName' ? text.padStart(4, '0') : text;
}

function bodyCell(
  draft: DraftBuilder,
  body: BodyReader,
  place: CellPlace & { readonly index: number },
): SheetCell | null {
  const own = body.read(place.row, place.index);
  const isLeft = own.cell !== null && place.index > 0 && sameAsLeft.test(own.cell.text.trim());
  const { cell, ditto, merged } = isLeft ? body.read(place.row, place.index - 1) : own;
  const label = labelOf(place.column.field);
  if (isLeft) draft.fix(tableFixes.left(label, textOf(own.cell), textOf(cell)));
  if (ditto)
    draft.fix(cell === null ? tableFixes.dittoWithoutAbove(label, '〃') : tableFixes.ditto(label, '〃', textOf(cell)));
  if (merged && cell !== null && cell.text.trim() !== '') draft.fix(tableFixes.merged(label, textOf(cell)));
  return cell;
}

type Continued = {
  readonly column: MappedColumn;
  readonly reading: RowReading;
  readonly above: Map<number, SheetCell>;
};

function continuedCell(
  draft: DraftBuilder,
  cell: SheetCell | null,
  { column, reading, above }: Continued,
): SheetCell | null {
  if (!reading.continued.has(column.index)) return cell;
  if (cell !== null && cell.text.trim() !== '') {
    above.set(column.index, cell);
    return cell;
  }
  const value = above.get(column.index) ?? null;
  if (value !== null) draft.fix(tableFixes.continued(labelOf(column.field), textOf(value)));
  return value;
}

type NamedCell = { readonly cell: SheetCell | null; readonly column: MappedColumn; readonly fiscalYear: number };

/** A name and its reading in one cell. */
function readNameWithKana(draft: DraftBuilder, { cell, column, fiscalYear }: NamedCell): void {
  const split = splitReading(textOf(cell));
  const kanaField = readingFields[column.field];
  if (split === null || kanaField === undefined || cell === null) {
    readOrganizationCell(draft, { ...column, cell, fiscalYear });
    return;
  }
  draft.fix(organizationFixes.kanaSplit(labelOf(column.field), split.reading));
  const plain = { inverted: false, header: '', fiscalYear };
  if (!draft.has(kanaField))
    readOrganizationCell(draft, { ...plain, field: kanaField, cell: { ...cell, text: split.reading } });
  readOrganizationCell(draft, { ...plain, field: column.field, cell: { ...cell, text: split.name } });
}

/** The ふりがな that Excel keeps with a typed name, when the file has no other. */
function readPhonetic(draft: DraftBuilder, cells: Cells): void {
  const phonetic = cells.find(({ column }) => column.field === 'name')?.cell?.phonetic ?? '';
  const reading = kanaReading(phonetic);
  if (reading === '' || draft.has('nameKana')) return;
  draft.set('nameKana', reading);
  draft.partial('nameKana');
  draft.fix(organizationFixes.phonetic(reading));
}

/** Kinds of group as columns of a matrix: the marked one counts. */
function readTypeMark(draft: DraftBuilder, cell: SheetCell | null, label: string): void {
  const text = textOf(cell);
  if (text === '' || !isMark(text)) draft.blank('orgType');
  else if (draft.has('orgType'))
    draft.fix(organizationFixes.moreThanOne(labelOf('orgType'), String(draft.get('orgType')), label));
  else
    readOrganizationCell(draft, {
      field: 'orgType',
      cell: { type: 'text', text: label },
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
    if (column.matrixLabel !== null && isUnticked(text)) continue;
    isFilled = true;
    if (isDashCell(text) || (column.matrixLabel !== null && isUnmarked(text))) continue;
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
  readAddress(draft, parts, fields);
}

function applyHeading(draft: DraftBuilder, heading: HeadingValues, fields: ReadonlySet<OrganizationFieldKey>): void {
  for (const key of ['city', 'orgType', 'fields'] as const) {
    const value = heading[key];
    if (value === undefined || fields.has(key) || draft.has(key)) continue;
    draft.set(key, key === 'fields' ? [value] : value);
    if (key === 'fields') draft.partial(key);
    draft.fix(organizationFixes.fromHeading(labelOf(key), value));
  }
}
