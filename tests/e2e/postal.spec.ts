import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { testIds } from '#renderer/ui/test-ids.ts';
import { kenAll, kenAllLine } from '#tests/helpers/ken-all.ts';
import { preparedLedger } from './support/prepare.ts';
import { type Program, test } from './support/program.ts';
import { isSound } from './support/read-back.ts';
import { openScreen } from './support/screens.ts';

// Wide enough that 市町, 郵便番号 and 住所 of a row are on the screen together.
const wide = { width: 3600, height: 768 };

/** The four rows differ in what is filled in already; none has a postal code. */
const register = [
  '登録番号,団体名,種別,市町,電話番号,郵便番号,住所',
  '山口0001,あおば読書会,任意団体,,083-900-0001,,',
  '山口0002,みどり清掃隊,任意団体,山口市,083-900-0002,,',
  '山口0003,ひだまり食堂,任意団体,,083-900-0003,,大手町1番1号',
  '山口0004,こだま合唱団,任意団体,防府市,083-900-0004,,栄町2番2号',
  '',
].join('\r\n');

async function startWithRegister(
  page: Page,
  program: Program,
): Promise<{ readonly ledger: string; stop(): Promise<void> }> {
  const file = path.join(program.folder, '登録団体一覧.csv');
  writeFileSync(file, `\ufeff${register}`);
  const ledger = preparedLedger(program, file);
  const run = await program.start(ledger);
  await page.goto(run.url);
  await expect(page.getByTestId(testIds.ledgerName)).toHaveText('試験');
  return { ledger, stop: () => run.stop() };
}

function cell(page: Page, row: number, column: 'city' | 'postal' | 'address'): Locator {
  return page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="${column}"]`);
}

async function typePostal(page: Page, row: number, code: string): Promise<void> {
  await cell(page, row, 'postal').click();
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await expect(cell(page, row, 'postal')).toHaveText(/^\d{3}-\d{4}$/);
}

async function expectAddress(page: Page, row: number, [city, address]: readonly [string, string]): Promise<void> {
  await expect(cell(page, row, 'city')).toHaveText(city);
  await expect(cell(page, row, 'address')).toHaveText(address);
}

function facts(page: Page): Locator {
  return page.getByTestId(testIds.settingsPostal).getByRole('definition');
}

async function expectBundled(page: Page): Promise<void> {
  await expect(facts(page)).toHaveText(['付属', /^12\d,\d{3}件$/, /^令和\d+年\d+月$/]);
  await expect(page.getByTestId(testIds.settingsPostalReset)).toBeDisabled();
  await expect(page.getByTestId(testIds.settingsPostalUpdate)).toBeEnabled();
}

test('a postal code fills the 市町 and 住所 of its row that are empty, and leaves what is there', async ({
  page,
  program,
}) => {
  await page.setViewportSize(wide);
  const { ledger, stop } = await startWithRegister(page, program);
  await openScreen(page, 'organizations');
  await typePostal(page, 0, '7530056');
  await expectAddress(page, 0, ['山口市', '湯田温泉']);
  await typePostal(page, 1, '753-0056');
  await expectAddress(page, 1, ['山口市', '湯田温泉']);
  await typePostal(page, 2, '7530056');
  await expectAddress(page, 2, ['山口市', '大手町1番1号']);
  await typePostal(page, 3, '7530056');
  await expectAddress(page, 3, ['防府市', '栄町2番2号']);

  await cell(page, 0, 'postal').click();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 2, 'postal')).toHaveText('');
  await expectAddress(page, 2, ['', '大手町1番1号']);
  await stop();
  expect(isSound(ledger)).toBe(true);
});

test('a postal code that no table knows is kept and fills nothing', async ({ page, program }) => {
  await page.setViewportSize(wide);
  await startWithRegister(page, program);
  await openScreen(page, 'organizations');
  await typePostal(page, 0, '9999999');
  // The next row is written after this one: were anything filled in, it would show by now.
  await typePostal(page, 1, '7530056');
  await expectAddress(page, 1, ['山口市', '湯田温泉']);
  await expectAddress(page, 0, ['', '']);
});

test('a list from a file takes the place of the bundled one until that is asked for again', async ({
  page,
  program,
}) => {
  // The list has a line for every code of the country.
  test.setTimeout(120_000);
  await page.setViewportSize(wide);
  const list = path.join(program.folder, 'utf_ken_all.zip');
  const text = `${kenAllLine('7530056', ['山口県', '山口市', '新しい町'])}\r\n${kenAll()}`;
  writeFileSync(list, zipSync({ 'utf_ken_all.csv': [strToU8(text), { level: 1 }] }));
  await startWithRegister(page, program);
  await openScreen(page, 'settings');
  await expectBundled(page);
  await page.getByTestId(testIds.settingsPostalFile).setInputFiles(list);
  await expect(facts(page)).toHaveText(['ファイル', '101,051件', 'ファイルには書かれていません']);
  await openScreen(page, 'organizations');
  await typePostal(page, 0, '7530056');
  await expectAddress(page, 0, ['山口市', '新しい町']);

  await openScreen(page, 'settings');
  const reset = page.getByTestId(testIds.settingsPostalReset);
  await reset.click();
  await page.getByTestId(testIds.confirmCancel).click();
  await expect(reset).toBeEnabled();
  await expect(facts(page).first()).toHaveText('ファイル');
  await reset.click();
  await page.getByTestId(testIds.confirmOk).click();
  await expectBundled(page);
  await openScreen(page, 'organizations');
  await expectAddress(page, 0, ['山口市', '新しい町']);
  await typePostal(page, 1, '7530056');
  await expectAddress(page, 1, ['山口市', '湯田温泉']);
});

test('a file that is no list of the whole country is refused on its card, and the table stays', async ({
  page,
  program,
}) => {
  await startWithRegister(page, program);
  await openScreen(page, 'settings');
  await expectBundled(page);
  const error = page.getByRole('region', { name: '郵便番号の表' }).getByTestId(testIds.errorPanel);
  const refused = {
    '名簿.csv': [register, '1行目が郵便番号の一覧の形ではありません'],
    '35yamagu.csv': [kenAll(300, 1), '1都道府県分しかありません'],
  } as const;
  for (const [name, [text, reason]] of Object.entries(refused)) {
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
    await page.getByTestId(testIds.settingsPostalFile).setInputFiles(file);
    await expect(error).toContainText(`「${name}」は郵便番号の一覧として使えません(${reason})。`);
    await expectBundled(page);
  }
  await error.getByRole('button', { name: '閉じる' }).click();
  await expect(error).toHaveCount(0);
});
