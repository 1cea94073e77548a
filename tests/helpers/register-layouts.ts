import { readFileSync } from 'node:fs';
import { utils, type WorkSheet, write } from 'xlsx';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import { organizationsImporter } from '#core/excel/recognise/organizations/importer.ts';
import type { Sheet, Workbook } from '#core/excel/workbook.ts';
import type { Ledger } from '#db/open.ts';
import { insertOrganization } from '#db/organization-rows.ts';
import { listStoredOrganizations } from '#db/queries/organization-merge.ts';
import { createReader } from '#db/reader.ts';
import type { ImportChoices } from '#shared/contract/imports.ts';
import type { OrganizationFieldKey, OrganizationRecord } from '#shared/domain/organization/fields.ts';
import { tempLedger, writeAs } from './temp-ledger.ts';

/** A group as the expected files of the fixtures tell it. */
export type TrueGroup = {
  readonly reg_no: string;
  readonly name: string;
  readonly name_kana: string;
  readonly org_type: string;
  readonly fields: readonly string[];
  readonly rep_name: string;
  readonly rep_kana: string;
  readonly postal: string;
  readonly city: string;
  readonly address: string;
  readonly phone: string;
  readonly phone_public: boolean;
  readonly email: string | null;
  readonly established: string;
  readonly members: number;
  readonly members_citizen: number;
  readonly registered: string;
  readonly valid_until: string;
  readonly note: string | null;
};

export const fixture = (name: string): URL => new URL(`../fixtures/${name}`, import.meta.url);

export function trueGroups(year: 'R7' | 'R8'): readonly TrueGroup[] {
  const parsed: readonly TrueGroup[] | { readonly groups: readonly TrueGroup[] } = JSON.parse(
    readFileSync(fixture(`登録団体一覧_${year}.expected.json`), 'utf8'),
  );
  return 'groups' in parsed ? parsed.groups : parsed;
}

/** Keys of the expected files by field. */
export const truthKeys = {
  regNo: 'reg_no',
  name: 'name',
  nameKana: 'name_kana',
  orgType: 'org_type',
  fields: 'fields',
  city: 'city',
  phone: 'phone',
  phonePublic: 'phone_public',
  members: 'members',
  membersCitizen: 'members_citizen',
  established: 'established',
  registered: 'registered',
  validUntil: 'valid_until',
  repName: 'rep_name',
  repKana: 'rep_kana',
  postal: 'postal',
  address: 'address',
  email: 'email',
  note: 'note',
} as const satisfies Partial<Record<OrganizationFieldKey, keyof TrueGroup>>;

export type CellInput = string | number | boolean | null;
export type LayoutSheet = {
  readonly name: string;
  readonly rows: readonly (readonly CellInput[])[];
  /** A1 ranges: 'F5:G5'. */
  readonly merges?: readonly string[];
  /** Where the first cell stands. */
  readonly origin?: string;
};

/** A workbook file as another program would write it. */
export function layoutFile(sheets: readonly LayoutSheet[], bookType: 'xlsx' | 'xls' | 'ods' = 'xlsx'): Uint8Array {
  const book = utils.book_new();
  for (const { name, rows, merges, origin } of sheets) {
    const sheet: WorkSheet = {};
    utils.sheet_add_aoa(
      sheet,
      rows.map((row) => [...row]),
      { origin: origin ?? 'A1' },
    );
    if (merges !== undefined) sheet['!merges'] = merges.map((range) => utils.decode_range(range));
    utils.book_append_sheet(book, sheet, name);
  }
  const bytes: Uint8Array = write(book, { type: 'buffer', bookType: bookType === 'xls' ? 'biff8' : bookType });
  return bytes;
}

export async function layoutWorkbook(
  sheets: readonly LayoutSheet[],
  bookType?: 'xlsx' | 'xls' | 'ods',
): Promise<Workbook> {
  return parseWorkbook(layoutFile(sheets, bookType));
}

export function analyzeRegister(ledger: Ledger, sheet: Sheet, choices: ImportChoices = {}) {
  const reader = createReader(ledger.connection);
  return organizationsImporter.analyze({ sheet, fileName: '名簿.xlsx', reader, choices, today: '2026-04-01' });
}

/** Analyses a sheet and writes what it says. */
export function importRegister(ledger: Ledger, sheet: Sheet, choices: ImportChoices = {}) {
  const analysis = analyzeRegister(ledger, sheet, choices);
  const result = writeAs(ledger, '取り込み', (tx) => analysis.apply(tx, () => undefined));
  return { analysis, result };
}

export function storedGroups(ledger: Ledger): readonly OrganizationRecord[] {
  return listStoredOrganizations(createReader(ledger.connection)).map(({ record }) => record);
}

/** A sheet made of texts, for rules that need no file. */
export function textSheet(rows: readonly (readonly (string | null)[])[], extra: Partial<Sheet> = {}): Sheet {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return {
    name: '表',
    hidden: false,
    merges: [],
    hiddenColumns: [],
    columnCount: width,
    rows: rows
      .map((cells, index) => ({
        index,
        hidden: false,
        cells: cells.map((text) => (text === null || text === '' ? null : ({ type: 'text', text } as const))),
      }))
      .filter((row) => row.cells.some((cell) => cell !== null)),
    ...extra,
  };
}

/** A ledger that holds these groups. */
export function ledgerWith(...groups: readonly Partial<OrganizationRecord>[]): Ledger {
  const ledger = tempLedger();
  writeAs(ledger, '準備', (tx) => groups.forEach((group) => void insertOrganization(tx, group)));
  return ledger;
}
