import type { Sheet } from '#core/excel/workbook.ts';
import { organizationNameKey } from '#shared/domain/organization-name.ts';
import { organizationWords } from '#shared/messages/import-organizations.ts';
import type { JoinedSheets } from '../importer.ts';
import { findTable } from '../table/find-table.ts';
import { isExampleName, isPastName, yearOfName } from '../table/sheet-name.ts';
import { filledCells } from '../table/sheet-grid.ts';
import { stackSheets } from '../table/stack-sheets.ts';
import { unfoldRecords } from '../table/unfold-records.ts';
import type { FoundTable } from '../table/vocabulary.ts';
import { organizationVocabulary } from './vocabulary.ts';

type Part = { readonly sheet: Sheet; readonly table: FoundTable; readonly names: ReadonlySet<string> };

/** A register that is spread over several sheets (one for each 市町) as one: the same columns, other groups. */
export function joinRegisters(sheets: readonly Sheet[]): JoinedSheets | null {
  const parts = sheets
    .filter(({ name }) => !isExampleName(name) && !isPastName(name) && yearOfName(name) === null)
    .map(readPart)
    .filter((part) => part !== null);
  const longest = parts.toSorted((a, b) => b.names.size - a.names.size)[0];
  if (longest === undefined) return null;
  const own = parts.filter(
    (part) => part === longest || (hasSameColumns(part, longest) && hasOtherGroups(part, parts)),
  );
  if (own.length < 2) return null;
  const joined = own.map((part) => part.sheet);
  return {
    sheet: stackSheets(joined, organizationWords.joinedSheets(joined.length), ({ name }) =>
      organizationWords.sheet(name),
    ),
    parts: joined,
  };
}

function readPart(file: Sheet): Part | null {
  const { sheet } = unfoldRecords(file);
  const table = findTable(sheet, organizationVocabulary, { excludedColumns: sheet.hiddenColumns });
  const name = table?.columns.find((column) => column.field === 'name')?.index;
  if (table === null || name === undefined) return null;
  const texts = sheet.rows
    // 計 | 12団体 is no group.
    .filter((row) => row.index >= table.bodyStart && filledCells(row).length > 2)
    .map((row) => row.cells[name]?.text.trim() ?? '');
  return { sheet: file, table, names: new Set(texts.filter((text) => text !== '').map(organizationNameKey)) };
}

/** The name in the same column, and of ten headers at most two that differ. */
function hasSameColumns({ table }: Part, other: Part): boolean {
  const nameOf = (found: FoundTable): number | undefined => found.columns.find(({ field }) => field === 'name')?.index;
  const headers = new Map(other.table.columns.map(({ index, header }) => [index, header]));
  const named = table.columns.filter(({ header }) => header !== '');
  const same = named.filter(({ index, header }) => headers.get(index) === header).length;
  return nameOf(table) === nameOf(other.table) && same >= Math.max(named.length, headers.size) * 0.8;
}

/** Two lists of the same groups (this year's and last year's, 内部用 and 公開用) are no parts of one. */
function hasOtherGroups(part: Part, parts: readonly Part[]): boolean {
  const others = parts.filter((other) => other !== part && other.names.size >= part.names.size);
  return others.every(
    ({ names }) => [...part.names].filter((name) => names.has(name)).length <= Math.max(1, part.names.size * 0.2),
  );
}
