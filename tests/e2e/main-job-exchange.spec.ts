import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { download, firstSheet, tableOf } from './support/exported.ts';
import { fixtures } from './support/fixtures.ts';
import { preparedLedger } from './support/prepare.ts';
import { test } from './support/program.ts';
import { isSound, readOrganizations } from './support/read-back.ts';
import { cellAt, cellOf, chooseFile, expectKpis, grid, importFile, openScreen, rowWith } from './support/screens.ts';

test("next year's register: 6 new, 254 renewed, 12 phones; undone from the history, all is as before", async ({
  page,
  program,
}) => {
  const ledger = preparedLedger(program, fixtures.registerR7);
  const before = readOrganizations(ledger);
  const run = await program.start(ledger);
  await page.goto(run.url);
  await openScreen(page, 'import');
  await chooseFile(page, fixtures.registerR8);
  await expectKpis(page, { read: 260, add: 6, change: 254, same: 0, check: 0 });
  await expect(page.getByTestId(testIds.importKpi('change'))).toContainText('有効期限 254・電話番号 12');
  await page.getByTestId(testIds.importChip('field-phone')).click();
  await expect(cellAt(grid(page, 'import'), 11, 'action')).toBeVisible();
  await expect(cellAt(grid(page, 'import'), 12, 'action')).toHaveCount(0);
  await page.getByTestId(testIds.importApply).click();
  await expect(page.getByTestId(testIds.importResult)).toContainText('取り込みました');
  await expectKpis(page, { added: 6, changed: 254, unchanged: 0 });
  await openScreen(page, 'organizations');
  await expect(page.getByTestId(testIds.organizationsTotal)).toHaveText('260 団体');
  await expect(cellOf(rowWith(grid(page, 'organizations'), 'regNo', '下市0002'), 'phone')).toHaveText('083-382-5184');

  await openScreen(page, 'history');
  const row = page.getByTestId(testIds.historyRow).filter({ hasText: '登録団体一覧_R8.xlsx' });
  await row.getByTestId(testIds.historyUndo).click();
  await expect(page.locator('[data-state="undone"]')).toContainText('登録団体一覧_R8.xlsx');
  await openScreen(page, 'organizations');
  await expect(page.getByTestId(testIds.organizationsTotal)).toHaveText('254 団体');
  await run.stop();
  expect(readOrganizations(ledger)).toEqual(before);
  expect(isSound(ledger)).toBe(true);
});

function bytesOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

test('the exported status list comes back as 52 unchanged rows and writes nothing', async ({ page, program }) => {
  const ledger = preparedLedger(program, fixtures.statusList);
  const before = bytesOf(ledger);
  const run = await program.start(ledger);
  await page.goto(run.url);
  await openScreen(page, 'export');
  const file = await download(page, 'status-list', program.folder);
  await openScreen(page, 'import');
  await chooseFile(page, file);
  await expectKpis(page, { read: 52, add: 0, change: 0, same: 52, check: 0 });
  await expect(page.getByTestId(testIds.importApply)).toHaveText('取り込むものはありません');
  await page.getByTestId(testIds.importDiscard).click();
  await run.stop();
  expect(bytesOf(ledger)).toBe(before);
});

const personalHeadings = ['代表者氏名', '代表者フリガナ', '連絡責任者氏名', '郵便番号', '住所', '携帯電話', 'FAX'];

async function exportedRegister(page: Page, folder: string) {
  await openScreen(page, 'export');
  return tableOf(await download(page, 'organizations-public', folder), '登録番号');
}

test('the public register has no personal columns, and no telephone number that is not public', async ({
  page,
  program,
}) => {
  const ledger = preparedLedger(program, fixtures.registerR7);
  const groups = readOrganizations(ledger);
  const run = await program.start(ledger);
  await page.goto(run.url);
  const rows = await exportedRegister(page, program.folder);
  await run.stop();
  expect(Object.keys(rows[0] ?? {})).toEqual(expect.arrayContaining(['登録番号', '団体名', '電話番号', '有効期限']));
  for (const heading of [...personalHeadings, 'メールアドレス', '備考'])
    expect(Object.keys(rows[0] ?? {}), heading).not.toContain(heading);
  expect(groups.filter((group) => group.phone_public === true).length).toBeGreaterThan(0);
  expect(groups.filter((group) => group.phone_public !== true).length).toBeGreaterThan(0);
  const shown = rows.map((row) => [row['登録番号'], row['団体名'], row['電話番号']]);
  expect(shown).toEqual(
    groups.map((group) => [group.reg_no, group.name, group.phone_public === true ? (group.phone ?? '') : '']),
  );
});

test('the prefecture form counts the groups of the chosen day and says which names are missing', async ({
  page,
  program,
}) => {
  const ledger = preparedLedger(program, fixtures.registerR7);
  const groups = readOrganizations(ledger).filter((group) => group.city === '下関市');
  const run = await program.start(ledger);
  await page.goto(run.url);
  await openScreen(page, 'export');
  const card = page.getByTestId(testIds.exportCard('prefecture-form-3'));
  const date = page.getByTestId(testIds.exportDate('prefecture-form-3'));
  await date.fill('いつか');
  await expect(card).toContainText('日付を R8.3.31 や 2026/3/31 のように入れてください。');
  await date.fill('R8.3.31');
  await expect(card).toContainText('令和8年3月31日 現在の数を数えます');
  const file = await download(page, 'prefecture-form-3', program.folder);
  await expect(card.getByTestId(testIds.exportResult)).toContainText('センター名が未設定');
  const sheet = firstSheet(file);
  const types = ['任意団体', 'NPO法人', '認定NPO法人', '一般社団法人', '自治会・まちづくり協議会'];
  const counts = types.map((type) => groups.filter((group) => group.org_type === type).length);
  const cells = ['B10', 'C10', 'D10', 'E10', 'F10'];
  expect(cells.map((cell) => sheet[cell]?.v)).toEqual(counts);
  expect(sheet['A10']?.v).toBe('下関市');
  expect(sheet['G10']?.f).toBeTruthy();
});

test('the centre named in the settings stands in the prefecture form', async ({ page, program }) => {
  const run = await program.start();
  await page.goto(run.url);
  await page.getByTestId(testIds.welcomeTitle).fill('設定の試験');
  await page.getByTestId(testIds.welcomeCreate).click();
  await importFile(page, fixtures.registerCp932, { check: 0 });
  await openScreen(page, 'settings');
  await page.getByTestId(testIds.settingsCenter).fill('しものせき市民活動センター');
  await page.getByTestId(testIds.settingsSave).click();
  await expect(page.getByText('設定を保存しました。')).toBeVisible();
  await openScreen(page, 'export');
  const file = await download(page, 'prefecture-form-3', program.folder);
  expect(firstSheet(file)['G6']?.v).toBe('しものせき市民活動センター');
});
