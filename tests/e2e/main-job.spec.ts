import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { download } from './support/exported.ts';
import { fixtures } from './support/fixtures.ts';
import { type Program, test } from './support/program.ts';
import { isSound, readMeasures, readOrganizations, readSummary } from './support/read-back.ts';
import { cellOf, chooseFile, expectKpis, grid, importFile, nextFile, openScreen, rowWith } from './support/screens.ts';

const title = '山口市民活動支援センター';

async function makeLedger(page: Page): Promise<void> {
  await page.getByTestId(testIds.welcomeTitle).fill(title);
  await page.getByTestId(testIds.welcomeCreate).click();
  await expect(page.getByTestId(testIds.ledgerName)).toHaveText(title);
  await expect(page.getByTestId(testIds.savedAt)).toHaveText('変更なし');
}

async function takeBothFiles(page: Page): Promise<void> {
  await importFile(page, fixtures.statusList, { read: 52, add: 52, change: 0, same: 0, check: 0 });
  await expect(page.getByTestId(testIds.savedAt)).toHaveText(/^保存済み \d{1,2}:\d\d$/);
  await nextFile(page);
  await importFile(page, fixtures.registerR7, { read: 254, add: 254, change: 0, same: 0, check: 0 });
}

async function lookAtBothLists(page: Page): Promise<void> {
  await openScreen(page, 'measures');
  await expect(page.getByText('47項目(再掲 5)')).toBeVisible();
  for (const [chip, count] of Object.entries({ all: 47, '◎': 8, '○': 33, '△': 2, '×': 4, blank: 0 }))
    await expect(page.getByTestId(testIds.measuresChip(chip)), chip).toContainText(new RegExp(` ${count}$`));
  await expect(page.getByTestId(testIds.statusBar)).toContainText('73行');
  await openScreen(page, 'organizations');
  await expect(page.getByTestId(testIds.organizationsTotal)).toHaveText('254 団体');
  await expect(cellOf(rowWith(grid(page, 'organizations'), 'regNo', '下市0001'), 'phone')).toHaveText('083-226-4040');
}

async function editAndUndoMark(page: Page): Promise<void> {
  await openScreen(page, 'measures');
  const mark = cellOf(rowWith(grid(page, 'measures'), 'numberRaw', '2'), 'mark');
  await expect(mark).toHaveText('△');
  await mark.click();
  await page.keyboard.press('1');
  await expect(page.locator('.sheet-sink.editing')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(mark).toHaveText('◎');
  await expect(page.getByTestId(testIds.measuresChip('◎'))).toContainText(/ 9$/);
  await page.getByTestId(testIds.undoButton).click();
  await expect(mark).toHaveText('△');
}

async function exportAndImportAgain(page: Page, program: Program): Promise<void> {
  await openScreen(page, 'export');
  const file = await download(page, 'status-list', program.folder);
  await openScreen(page, 'import');
  await nextFile(page);
  await chooseFile(page, file);
  await expectKpis(page, { read: 52, add: 0, change: 0, same: 52, check: 0 });
  await expect(page.getByTestId(testIds.importApply)).toBeDisabled();
}

test('the main job: a new ledger, both files in, a mark edited and undone, the list out and in again', async ({
  page,
  program,
}) => {
  test.setTimeout(120_000); // the longest of all, on a computer that may be busy
  const run = await program.start();
  await page.goto(run.url);
  await makeLedger(page);
  await takeBothFiles(page);
  await lookAtBothLists(page);
  await editAndUndoMark(page);
  await exportAndImportAgain(page, program);
  await openScreen(page, 'history');
  await expect(page.getByTestId(testIds.historyRow)).toHaveCount(4);
  await run.stop();

  const ledger = path.join(program.dataDir, 'ledgers', `${title}.daicho`);
  expect(isSound(ledger)).toBe(true);
  const { organizations, plans } = readSummary(ledger);
  expect(organizations.total).toBe(254);
  expect(plans).toHaveLength(1);
  expect(plans[0]).toMatchObject({
    policies: 5,
    sections: 16,
    measures: 47,
    placements: 52,
    marks: { '◎': 8, '○': 33, '△': 2, '×': 4 },
    dispositions: { 完了: 8, 継続: 35, 廃止: 4 },
    sharedNotes: 1,
  });
  expect(readMeasures(ledger).get('2')).toMatchObject({ mark: '△', disposition: '継続' });
  expect(readOrganizations(ledger).find((group) => group.reg_no === '下市0001')?.phone).toBe('083-226-4040');
});
