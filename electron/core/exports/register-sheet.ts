import { formatPostal } from '#shared/domain/postal.ts';
import { formatWareki } from '#shared/domain/dates.ts';
import {
  type OrganizationFieldKey,
  type OrganizationFieldKind,
  type OrganizationRecord,
  type OrganizationValue,
  organizationField,
} from '#shared/domain/organization/fields.ts';
import { exportTexts } from '#shared/messages/exports.ts';
import { type OutCell, type OutRow, type OutSheet, PAPER_A3 } from '../excel/write/book.ts';
import { excelSerial } from '../excel/write/excel-date.ts';
import type { StyleName } from '../excel/write/styles.ts';

export type RegisterRow = {
  readonly record: OrganizationRecord;
  readonly value: (key: OrganizationFieldKey) => OrganizationValue;
};

export type RegisterOptions = {
  readonly title: string;
  /** ISO day printed as （令和７年４月１日現在）. */
  readonly date: string;
  readonly columns: readonly OrganizationFieldKey[];
  /** Printed under the title: 取扱注意 on the internal version. */
  readonly warning: string | null;
};

const widths: Readonly<Partial<Record<OrganizationFieldKey, number>>> = {
  regNo: 11,
  name: 34,
  nameKana: 30,
  orgType: 16,
  fields: 34,
  city: 11,
  phone: 15,
  phonePublic: 9,
  members: 9,
  membersCitizen: 9,
  repName: 14,
  repKana: 18,
  address: 34,
  postal: 10,
  email: 24,
  purpose: 40,
  activity: 40,
  note: 30,
  url: 26,
};
const headerRows = 4;

/** The register as a sheet of its own layout: title, date, one header row, one row a group. */
export function registerSheet(rows: Iterable<RegisterRow>, options: RegisterOptions): OutSheet {
  const { columns } = options;
  const body: OutRow[] = [];
  for (const row of rows) body.push({ cells: columns.map((key) => valueCell(key, row.value(key))) });
  const top: OutRow[] = [
    { cells: [{ value: options.title, style: 'title' }] },
    { cells: [{ value: exportTexts.asOf(formatWareki(options.date, 'long'), body.length), style: 'note' }] },
    { cells: [{ value: options.warning ?? '', style: options.warning === null ? 'plain' : 'warning' }] },
    { cells: columns.map((key) => ({ value: organizationField(key).label, style: 'header' })) },
  ];
  const lastColumn = columns.length - 1;
  return {
    name: exportTexts.registerSheet,
    columns: columns.map((key) => ({ width: widths[key] ?? 14 })),
    rows: [...top, ...body],
    merges: [0, 1, 2].map((row) => ({ r1: row, c1: 0, r2: row, c2: lastColumn })),
    freeze: { row: headerRows, column: 2 },
    printTitleRows: [headerRows - 1, headerRows - 1],
    orientation: 'landscape',
    paperSize: PAPER_A3,
    fitToWidth: true,
    footer: { center: '{page} / {pages}' },
    autoFilter: { r1: headerRows - 1, c1: 0, r2: headerRows - 1 + body.length, c2: lastColumn },
  };
}

const styles: Readonly<Partial<Record<OrganizationFieldKind, StyleName>>> = {
  count: 'integer',
  'public-flag': 'mark',
  phone: 'code',
  postal: 'code',
  'corporate-number': 'code',
  city: 'code',
  date: 'code',
};

function valueCell(key: OrganizationFieldKey, value: OrganizationValue): OutCell {
  const { kind } = organizationField(key);
  const style = styles[kind] ?? (key === 'regNo' ? 'code' : 'textMiddle');
  if (value === null) return { value: null, style };
  if (typeof value === 'number') return { value, style };
  if (typeof value === 'boolean') return { value: value ? '○' : '×', style };
  if (typeof value === 'object') return { value: value.join('\n'), style };
  if (kind === 'postal') return { value: formatPostal(value), style };
  if (kind === 'date') return dateCell(value);
  return { value, style };
}

/** Days are real dates that Excel can sort; a month or year alone stays text, as precise as it is known. */
function dateCell(iso: string): OutCell {
  const serial = excelSerial(iso);
  return serial === undefined
    ? { value: formatWareki(iso, 'long'), style: 'code' }
    : { value: serial, style: 'wareki' };
}
