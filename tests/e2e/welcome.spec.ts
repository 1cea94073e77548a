import { chmodSync, copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { fixtures } from './support/fixtures.ts';
import { importedLedger, preparedLedger } from './support/prepare.ts';
import { type Program, test } from './support/program.ts';
import { readMeasures, readSummary } from './support/read-back.ts';
import { cellOf, chooseFile, expectKpis, grid, openScreen, rowWith } from './support/screens.ts';

test('the sample book opens with a plan and groups, in a file of its own', async ({ page, program }) => {
  const run = await program.start();
  await page.goto(run.url);
  await expect(page.getByRole('region', { name: '見本の台帳を試す' })).toContainText('見本の40団体');
  await page.getByTestId(testIds.welcomeSample).click();
  await expect(page.getByTestId(testIds.ledgerName)).toHaveText('見本の台帳');
  await expect(page.getByTestId(testIds.homeOrganizations)).toContainText('40');
  await expect(page.getByTestId(testIds.homeMarks)).toContainText('47 項目が回答ずみ');
  await openScreen(page, 'measures');
  await expect(page.getByText('47項目(再掲 5)')).toBeVisible();
  await openScreen(page, 'organizations');
  await expect(page.getByTestId(testIds.organizationsTotal)).toHaveText('40 団体');
  await run.stop();
  const { organizations, plans } = readSummary(path.join(program.dataDir, 'ledgers', '見本の台帳.daicho'));
  expect(organizations.total).toBe(40);
  expect(plans[0]).toMatchObject({ measures: 47, placements: 52 });
});

test('a ledger that was closed stands first among those used before, and opens with its content', async ({
  page,
  program,
}) => {
  const ledger = preparedLedger(program, fixtures.statusList);
  const run = await program.start(ledger);
  await page.goto(run.url);
  await openScreen(page, 'settings');
  await page.getByTestId(testIds.settingsClose).click();
  await page.getByTestId(testIds.confirmCancel).click();
  await expect(page.getByTestId(testIds.ledgerName)).toHaveText('試験');
  await page.getByTestId(testIds.settingsClose).click();
  await page.getByTestId(testIds.confirmOk).click();
  await expect(page.getByTestId(testIds.screenTitle)).toHaveText('台帳を開く');
  const known = page.getByTestId(testIds.welcomeLedger);
  await expect(known).toHaveCount(1);
  await expect(known).toContainText(`試験.daicho ・ ${program.folder}`);
  await known.getByRole('button', { name: '開く', exact: true }).click();
  await expect(page.getByTestId(testIds.ledgerName)).toHaveText('試験');
  await openScreen(page, 'measures');
  await expect(page.getByText('47項目(再掲 5)')).toBeVisible();
});

/** A ledger with one verified backup beside it, as the program leaves them when it is used twice. */
function ledgerWithBackup(program: Program): string {
  return importedLedger(program, fixtures.statusList, fixtures.registerR7);
}

const headerOfNewerFile = 0x7fff_ffff;

/** What can befall a ledger file, and what the welcome page says then. */
const misfortunes = {
  'of 0 bytes': {
    befall: (ledger: string) => truncateSync(ledger, 0),
    says: (ledger: string) => `「${ledger}」は中身が空(0 バイト)で、台帳として開けません。`,
  },
  'damaged in the middle': {
    befall: (ledger: string) => {
      const bytes = readFileSync(ledger);
      bytes.fill(0xab, 4096, bytes.length - 4096);
      writeFileSync(ledger, bytes);
    },
    says: (ledger: string) => `台帳「${ledger}」が壊れています。ファイルには手を付けていません。`,
  },
  'made by a newer version': {
    befall: (ledger: string) => {
      const bytes = readFileSync(ledger);
      bytes.writeUInt32BE(headerOfNewerFile, 60);
      writeFileSync(ledger, bytes);
    },
    says: (ledger: string) => `台帳「${ledger}」は、この版より新しい協働台帳`,
  },
};

async function openNewestBackup(page: Page): Promise<void> {
  const failure = page.getByTestId(testIds.welcomeStartError);
  await failure.getByRole('button', { name: '読み取り専用で開く' }).first().click();
  await expect(page.getByText('バックアップを読み取り専用で開いています。')).toBeVisible();
  await expect(page.getByTestId(testIds.savedAt)).toHaveText('読み取り専用');
}

for (const [what, { befall, says }] of Object.entries(misfortunes)) {
  test(`a ledger ${what} is told in words, keeps its bytes, and its newest backup opens to be read`, async ({
    page,
    program,
  }) => {
    const ledger = ledgerWithBackup(program);
    befall(ledger);
    const bytes = readFileSync(ledger);
    const run = await program.start(ledger);
    await page.goto(run.url);
    await expect(page.getByTestId(testIds.welcomeStartError)).toContainText(says(ledger));
    await openNewestBackup(page);
    await openScreen(page, 'measures');
    await expect(page.getByText('47項目(再掲 5)')).toBeVisible();
    await run.stop();
    expect(readFileSync(ledger).equals(bytes)).toBe(true);
  });
}

test('a file that is no ledger is told in words, with nothing to open instead', async ({ page, program }) => {
  const file = path.join(program.folder, '名簿.daicho');
  copyFileSync(fixtures.registerR7, file);
  const run = await program.start(file);
  await page.goto(run.url);
  const failure = page.getByTestId(testIds.welcomeStartError);
  await expect(failure).toContainText(`「${file}」は協働台帳のファイルではありません。`);
  await expect(failure.getByRole('button')).toHaveCount(0);
});

test('a ledger of 0 bytes is made anew at one press, and its backups are shown beside the button', async ({
  page,
  program,
}) => {
  const ledger = ledgerWithBackup(program);
  await (await program.start(ledger)).stop();
  truncateSync(ledger, 0);
  const run = await program.start();
  await page.goto(run.url);
  await page.getByTestId(testIds.welcomeLedger).getByRole('button', { name: '開く', exact: true }).click();
  const failure = page.getByTestId(testIds.welcomeStartError);
  await expect(failure).toContainText('中身が空(0 バイト)で');
  await expect(page.getByTestId(testIds.errorPanel)).toHaveCount(0);
  await expect(failure.getByRole('button', { name: '読み取り専用で開く' }).first()).toBeVisible();
  await failure.getByTestId(testIds.welcomeRemake).click();
  await openScreen(page, 'organizations');
  await expect(page.getByTestId(testIds.savedAt)).not.toHaveText('読み取り専用');
});

async function expectNoEditing(page: Page): Promise<void> {
  await openScreen(page, 'measures');
  await expect(page.getByTestId(testIds.statusBar)).toContainText('読み取り専用で開いているため、編集できません。');
  const mark = cellOf(rowWith(grid(page, 'measures'), 'numberRaw', '2'), 'mark');
  await mark.dblclick();
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await expect(mark).toHaveText('△');
  await expect(page.getByTestId(testIds.undoButton)).toHaveAttribute('aria-disabled', 'true');
  await openScreen(page, 'history');
  await expect(page.getByTestId(testIds.historyRow)).toHaveCount(1);
  await expect(page.getByTestId(testIds.historyUndo)).toHaveCount(0);
}

test('a write-protected file opens with a banner that says what to do, and takes no edits', async ({
  page,
  program,
}) => {
  const ledger = preparedLedger(program, fixtures.statusList);
  chmodSync(ledger, 0o444);
  const before = readFileSync(ledger);
  const run = await program.start(ledger);
  await page.goto(run.url);
  await expect(page.getByText('ファイルが読み取り専用のため、閲覧のみで開いています。')).toBeVisible();
  await expect(page.getByTestId(testIds.savedAt)).toHaveText('読み取り専用');
  await expectNoEditing(page);
  await openScreen(page, 'import');
  await chooseFile(page, fixtures.registerR7);
  await expectKpis(page, { add: 254 });
  await expect(page.getByTestId(testIds.importApply)).toBeDisabled();
  await run.stop();
  expect(readFileSync(ledger).equals(before)).toBe(true);
});

test('a ledger chosen as a file is copied in, and can be opened again to be read only', async ({ page, program }) => {
  const ledger = preparedLedger(program, fixtures.statusList);
  const before = readFileSync(ledger);
  const run = await program.start();
  await page.goto(run.url);
  await page.getByTestId(testIds.welcomeFileInput).setInputFiles(ledger);
  await expect(page.getByTestId(testIds.ledgerName)).toHaveText('試験');
  await openScreen(page, 'settings');
  await page.getByTestId(testIds.settingsClose).click();
  await page.getByTestId(testIds.confirmOk).click();
  await page.getByTestId(testIds.welcomeLedger).getByRole('button', { name: '読み取り専用で開く' }).click();
  await expect(page.getByText('読み取り専用で開いています。変更はできません。')).toBeVisible();
  await expectNoEditing(page);
  await run.stop();
  expect(readMeasures(path.join(program.dataDir, 'ledgers', '試験.daicho')).get('2')?.mark).toBe('△');
  expect(readFileSync(ledger).equals(before)).toBe(true);
});
