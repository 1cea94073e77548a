import { readFileSync } from 'node:fs';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import { organizationsImporter } from '#core/excel/recognise/organizations/importer.ts';
import { chooseSheet } from '#core/imports/choose-sheet.ts';
import type { Sheet } from '#core/excel/workbook.ts';
import { fixture, importRegister, storedGroups } from './register-layouts.ts';
import { tempLedger } from './temp-ledger.ts';

/** Imports a sheet as it stands and tells what became of its rows. */
export function imported(sheet: Sheet) {
  const ledger = tempLedger();
  const { analysis } = importRegister(ledger, sheet);
  const groups = storedGroups(ledger);
  return {
    analysis,
    groups,
    names: groups.map(({ name }) => name),
    warnings: analysis.warnings.join('\n'),
    asking: analysis.rows.filter((row) => row.action === 'check'),
    /** By its 1-based row. */
    row: (number: number) => analysis.rows.find((row) => row.row === number),
  };
}

/** Imports the sheet of a file that the program would choose by itself. */
export async function importedFile(bytes: Uint8Array, fileName: string) {
  const workbook = await parseWorkbook(bytes);
  return imported(chooseSheet(workbook, [organizationsImporter], { choices: {}, fileName }).sheet);
}

/** A file of tests/fixtures/cases. */
export async function importedCase(name: string) {
  return importedFile(readFileSync(fixture(`cases/${name}`)), name);
}
