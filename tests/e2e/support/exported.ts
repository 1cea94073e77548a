import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { read, utils, type WorkSheet } from 'xlsx';
import { testIds } from '#renderer/ui/test-ids.ts';

type Layout = 'status-list' | 'organizations' | 'organizations-public' | 'prefecture-form-3';

/** Makes the file on the export screen and keeps the browser's download in `folder`. */
export async function download(page: Page, layout: Layout, folder: string): Promise<string> {
  const started = page.waitForEvent('download');
  await page.getByTestId(testIds.exportCreate(layout)).click();
  const file = path.join(folder, (await started).suggestedFilename());
  await (await started).saveAs(file);
  await expect(page.getByTestId(testIds.exportCard(layout)).getByTestId(testIds.exportResult)).toBeVisible();
  return file;
}

export function firstSheet(file: string): WorkSheet {
  const book = read(readFileSync(file), { sheetStubs: true }); // a formula without a stored result is a stub
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet === undefined) throw new Error(`no sheet in ${file}`);
  return sheet;
}

/** Rows below the row that starts with `firstHeading`, by heading; a blank cell is ''. */
export function tableOf(file: string, firstHeading: string): readonly Readonly<Record<string, string>>[] {
  const lines = utils.sheet_to_json<string[]>(firstSheet(file), { header: 1, raw: false, defval: '' });
  const top = lines.findIndex((line) => line[0] === firstHeading);
  const headings = lines[top] ?? [];
  return lines
    .slice(top + 1)
    .map((line) => Object.fromEntries(headings.map((heading, index) => [heading, line[index] ?? ''])));
}
