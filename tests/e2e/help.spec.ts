import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { fixtures } from './support/fixtures.ts';
import { preparedLedger } from './support/prepare.ts';
import { type Program, test } from './support/program.ts';
import type { ScreenName } from '#renderer/screens.ts';
import { openScreen } from './support/screens.ts';

async function openLedger(page: Page, program: Program): Promise<void> {
  const run = await program.start(preparedLedger(program, fixtures.statusList));
  await page.goto(run.url);
  await expect(page.getByTestId(testIds.ledgerName)).toHaveText('試験');
}

const help = (page: Page) => page.getByTestId(testIds.help);
const pageTitle = (page: Page) => page.getByTestId(testIds.helpPage).getByRole('heading', { level: 1 });

const titles: Readonly<Record<ScreenName, string>> = {
  home: 'ホーム',
  organizations: '登録団体',
  measures: '施策・実施状況',
  import: '取込',
  export: '出力',
  history: '元に戻す・履歴',
  settings: '設定',
};

test('F1 shows the page of every screen, and puts it away again', async ({ page, program }) => {
  const run = await program.start(preparedLedger(program, fixtures.statusList));
  await page.goto(run.url);
  for (const screen of Object.keys(titles) as ScreenName[]) {
    await openScreen(page, screen);
    await page.keyboard.press('F1');
    await expect(pageTitle(page)).toHaveText(titles[screen]);
    await page.keyboard.press('F1');
    await expect(help(page)).toBeHidden();
  }
});

test('before a ledger is open, F1 tells how to open one', async ({ page, program }) => {
  const run = await program.start();
  await page.goto(run.url);
  await expect(page.getByTestId(testIds.welcomeSample)).toBeVisible();
  await page.keyboard.press('F1');
  await expect(pageTitle(page)).toHaveText('台帳を開く・つくる');
});

test('the help stays beside the work: nothing is covered, and Esc brings back the focus', async ({ page, program }) => {
  await openLedger(page, program);
  await openScreen(page, 'import');
  await page.getByTestId(testIds.importPick).focus();
  await page.keyboard.press('F1');
  await expect(help(page)).toBeFocused();
  const panel = await help(page).boundingBox();
  const pick = await page.getByTestId(testIds.importPick).boundingBox();
  expect((pick?.x ?? 0) + (pick?.width ?? 0)).toBeLessThan(panel?.x ?? 0);
  await page.getByTestId(testIds.nav('export')).click();
  await expect(page.getByTestId(testIds.screenTitle)).toHaveText('出力');
  await expect(pageTitle(page)).toHaveText('取込');
  await help(page).getByRole('button', { name: 'ヘルプを閉じる' }).click();
  await openScreen(page, 'import');
  await page.getByTestId(testIds.importPick).focus();
  await page.keyboard.press('F1');
  await page.keyboard.press('Escape');
  await expect(help(page)).toBeHidden();
  await expect(page.getByTestId(testIds.importPick)).toBeFocused();
});

test('a search marks what it found, in any kana and width, and opens the place', async ({ page, program }) => {
  await openLedger(page, program);
  await page.getByTestId(testIds.helpButton).click();
  await page.getByTestId(testIds.helpSearch).fill('ﾊﾟｽﾜｰﾄﾞ');
  const found = page.getByTestId(testIds.helpFound);
  await expect(found.locator('mark').first()).toHaveText('パスワード');
  await found.getByRole('button').first().click();
  await expect(page.getByTestId(testIds.helpPage)).toBeVisible();
  await page.getByTestId(testIds.helpSearch).fill('むむむむ');
  await expect(found).toContainText('目次から選んでください');
  await page.getByTestId(testIds.helpSearch).press('Escape');
  await expect(page.getByTestId(testIds.helpSearch)).toHaveValue('');
  await expect(help(page)).toBeVisible();
});

test('links lead from page to page, and to a heading', async ({ page, program }) => {
  await openLedger(page, program);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('困ったとき');
  await page.getByTestId(testIds.paletteEntry('manual-trouble')).click();
  await expect(pageTitle(page)).toHaveText('困ったとき');
  await page.getByTestId(testIds.helpPage).getByRole('button', { name: 'バックアップと復元' }).click();
  await expect(pageTitle(page)).toHaveText('バックアップと復元');
  const heading = page.getByRole('heading', { name: 'こわれた台帳をバックアップから戻す' });
  await expect(heading).toBeInViewport();
});

test('the table of contents leads to every page', async ({ page, program }) => {
  await openLedger(page, program);
  await page.keyboard.press('F1');
  await page.getByTestId(testIds.helpContents).click();
  await page.getByRole('option', { name: '引き継ぎ(4月の異動)' }).click();
  await expect(pageTitle(page)).toHaveText('引き継ぎ(4月の異動)');
});

test('the help breaks no rule of accessibility', async ({ page, program }) => {
  await openLedger(page, program);
  await page.keyboard.press('F1');
  await expect(pageTitle(page)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include(`[data-testid="${testIds.help}"]`).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
});

test('the three steps lead through the first run, and once put away they stay away', async ({ page, program }) => {
  const run = await program.start();
  await page.goto(run.url);
  const steps = page.getByTestId(testIds.firstSteps);
  const now = steps.locator('[aria-current="step"]');
  await expect(now).toContainText('台帳をつくる');
  await page.getByTestId(testIds.welcomeTitle).fill('はじめての台帳');
  await page.getByTestId(testIds.welcomeCreate).click();
  await expect(now).toContainText('Excelを取り込む');
  await openScreen(page, 'import');
  await page.getByTestId(testIds.importFileInput).setInputFiles(fixtures.registerR7);
  await page.getByTestId(testIds.importApply).click();
  await expect(page.getByTestId(testIds.importResult)).toBeVisible();
  await openScreen(page, 'home');
  await expect(now).toContainText('見て確かめる');
  await page.getByTestId(testIds.firstStepsClose).click();
  await expect(steps).toHaveCount(0);
  await expect(page.getByTestId(testIds.homeOrganizations)).toBeVisible();
  await page.reload();
  await expect(page.getByTestId(testIds.homeOrganizations)).toBeVisible();
  await expect(steps).toHaveCount(0);
});
