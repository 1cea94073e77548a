import { expect, type Locator, type Page } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { copyOfBigRegister } from '#tests/helpers/big-register.ts';
import { fixtures } from './support/fixtures.ts';
import { preparedLedger } from './support/prepare.ts';
import { test } from './support/program.ts';
import { openScreen } from './support/screens.ts';

/** Sentences of the browser about anything the page's policy refused; filled while the page runs. */
function refusals(page: Page): readonly string[] {
  const told: string[] = [];
  page.on('console', (message) => {
    if (/Content[ -]Security[ -]Policy/i.test(message.text())) told.push(message.text());
  });
  page.on('pageerror', (error) => told.push(error.message));
  return told;
}

function bars(card: Locator): Locator {
  return card.locator('.chart-box svg');
}

/** Rows of the table beside a chart, as a screen reader meets them. */
async function tableOf(card: Locator): Promise<readonly (readonly string[])[]> {
  const rows = await card.getByRole('row').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}

test('the numbers of the sample ledger stand on the home screen, in words, charts and tables', async ({
  page,
  program,
}) => {
  const told = refusals(page);
  const run = await program.start();
  await page.goto(run.url);
  await page.getByTestId(testIds.welcomeSample).click();
  const groups = page.getByTestId(testIds.homeOrganizations);
  await expect(groups).toContainText('40');
  await expect(bars(groups)).toBeVisible();
  expect(await tableOf(groups)).toEqual([
    ['種別', '団体数'],
    ['任意団体', '20'],
    ['NPO法人', '8'],
    ['一般社団法人', '4'],
    ['自治会・まちづくり協議会', '4'],
    ['認定NPO法人', '4'],
  ]);
  const marks = page.getByTestId(testIds.homeMarks);
  await expect(marks).toContainText('/ 47 項目が回答ずみ');
  const policies = await tableOf(marks);
  expect(policies[0]).toEqual(['推進方針', '◎ 実施済', '○ 継続推進', '△ 一部実施', '× 検討中', '未回答', '計']);
  expect(policies[1]).toEqual(['I 参加しやすく、活動しやすい環境づくりを進めます', '6', '8', '2', '0', '0', '16']);
  const sums = policies.slice(1).reduce((sum, row) => sum + Number(row.at(-1)), 0);
  expect(sums).toBe(47);
  await expect(marks.locator('.chart-box')).toHaveAttribute('aria-label', /実施状況.*の図/);
  await expect(page.getByTestId(testIds.homeTodo('expired'))).toContainText('4 団体');
  expect(told).toEqual([]);
});

test('a chart can be read as a table whose numbers lead to the list, by keyboard alone', async ({ page, program }) => {
  const told = refusals(page);
  const run = await program.start(preparedLedger(program, fixtures.statusList, fixtures.registerR7));
  await page.goto(run.url);
  const cities = page.getByTestId(testIds.homeCities);
  await expect(bars(cities)).toBeVisible();
  await cities.getByRole('button', { name: '表で見る' }).press('Enter');
  await expect(bars(cities)).toHaveCount(0);
  await expect(cities.getByRole('row')).toHaveCount(12);
  await expect(cities.getByRole('row').nth(1)).toHaveText('下関市205');
  await cities.getByRole('button', { name: '下関市の一覧を開く', exact: true }).press('Enter');
  await expect(page.getByTestId(testIds.screenTitle)).toHaveText('登録団体');
  expect(told).toEqual([]);
});

test('a click on a part of a bar opens the measures behind it', async ({ page, program }) => {
  const run = await program.start(preparedLedger(program, fixtures.statusList));
  await page.goto(run.url);
  const chart = page.getByTestId(testIds.homeMarks).locator('.chart-box');
  await expect(chart.locator('svg')).toBeVisible();
  await expect(page.getByTestId(testIds.homeOrganizations)).toContainText('まだ登録団体がありません');
  await expect(page.getByTestId(testIds.homeCities)).toHaveCount(0);
  await chart.locator('svg').getByText('○ 4', { exact: true }).click();
  await expect(page.getByTestId(testIds.screenTitle)).toHaveText('施策・実施状況');
});

test('a ledger with groups alone shows their charts, says what is missing, and has everything in sight', async ({
  page,
  program,
}) => {
  const run = await program.start(preparedLedger(program, fixtures.registerR7));
  await page.goto(run.url);
  await expect(bars(page.getByTestId(testIds.homeCities))).toBeVisible();
  const marks = page.getByTestId(testIds.homeMarks);
  await expect(marks).toContainText('まだ計画がありません');
  await expect(marks.getByRole('link', { name: '実施状況一覧を取り込む' })).toBeVisible();
  const hidden = await page.locator('.home').evaluate((home) => home.scrollHeight - home.clientHeight);
  expect(hidden).toBe(0);
});

test('5,000 groups: the home screen has its numbers and charts, and the register opens at once from it', async ({
  page,
  program,
}) => {
  const run = await program.start(copyOfBigRegister(5000, program.folder));
  await page.goto(run.url);
  await expect(page.getByTestId(testIds.homeOrganizations)).toContainText('5,000');
  await expect(bars(page.getByTestId(testIds.homeCities))).toBeVisible();
  await openScreen(page, 'organizations');
  await expect(page.getByTestId(testIds.organizationsTotal)).toHaveText('5,000 団体');
});
