import { expect, type Page } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { fixtures } from './support/fixtures.ts';
import { preparedLedger } from './support/prepare.ts';
import { test } from './support/program.ts';
import { isSound, readMeasures } from './support/read-back.ts';
import { cellOf, chooseFile, expectKpis, grid, openScreen, rowWith } from './support/screens.ts';

function markOf(page: Page, number: string) {
  return cellOf(rowWith(grid(page, 'measures'), 'numberRaw', number), 'mark');
}

async function setMark(page: Page, number: string, key: string): Promise<void> {
  await markOf(page, number).click();
  await page.keyboard.press(key);
  await page.keyboard.press('Enter');
}

test('a program that dies covers the page; what was saved is there when it starts anew', async ({ page, program }) => {
  const ledger = preparedLedger(program, fixtures.statusList);
  const first = await program.start(ledger);
  await page.goto(first.url);
  await openScreen(page, 'measures');
  await setMark(page, '2', '1');
  await expect(markOf(page, '2')).toHaveText('◎');
  await expect(page.getByTestId(testIds.savedAt)).toContainText('保存済み');
  await first.kill();
  const cover = page.getByTestId(testIds.connectionLost);
  await expect(cover).toContainText('入力ずみのものは台帳に保存されています。');

  const second = await program.start(ledger);
  await page.goto(second.url);
  await expect(cover).toHaveCount(0);
  await openScreen(page, 'measures');
  await expect(markOf(page, '2')).toHaveText('◎');
  await second.stop();
  expect(readMeasures(ledger).get('2')?.mark).toBe('◎');
  expect(isSound(ledger)).toBe(true);
});

test('a second tab shows what the first one changed, and undoes it', async ({ page, program }) => {
  const run = await program.start(preparedLedger(program, fixtures.statusList));
  await page.goto(run.url);
  await openScreen(page, 'measures');
  const second = await page.context().newPage();
  await second.goto(new URL(run.url).origin);
  await openScreen(second, 'measures');
  await expect(markOf(second, '2')).toHaveText('△');
  await setMark(page, '2', '1');
  await expect(markOf(second, '2')).toHaveText('◎');
  await expect(second.getByTestId(testIds.measuresChip('◎'))).toContainText(/ 9$/);
  await second.getByTestId(testIds.undoButton).click();
  await expect(markOf(page, '2')).toHaveText('△');
});

test('a reload keeps the session and the screen', async ({ page, program }) => {
  const run = await program.start(preparedLedger(program, fixtures.statusList));
  await page.goto(run.url);
  await openScreen(page, 'measures');
  await setMark(page, '2', '1');
  await expect(markOf(page, '2')).toHaveText('◎');
  await page.reload();
  await expect(page.getByTestId(testIds.screenTitle)).toHaveText('施策・実施状況');
  await expect(markOf(page, '2')).toHaveText('◎');
  await expect(page.getByTestId(testIds.undoButton)).toHaveAttribute('aria-disabled', 'false');
});

test('a line that drops comes back by itself, with what was changed meanwhile', async ({ page, program }) => {
  const run = await program.start(preparedLedger(program, fixtures.statusList));
  const line = { isCut: false, cut: () => Promise.resolve() };
  await page.routeWebSocket(/\/ws/, (socket) => {
    if (line.isCut) void socket.close();
    else socket.connectToServer();
    line.cut = () => socket.close();
  });
  await page.goto(run.url);
  await openScreen(page, 'measures');
  await expect(markOf(page, '2')).toHaveText('△');
  line.isCut = true;
  await line.cut();
  await expect(page.getByTestId(testIds.connectionLost)).toBeVisible();
  const second = await page.context().newPage();
  await second.goto(new URL(run.url).origin);
  await openScreen(second, 'measures');
  await setMark(second, '2', '1');
  await expect(markOf(second, '2')).toHaveText('◎');
  line.isCut = false;
  await expect(page.getByTestId(testIds.connectionLost)).toHaveCount(0);
  await expect(markOf(page, '2')).toHaveText('◎');
});

test('editors, dialogs, menus and the preview of an import keep to the content security policy', async ({
  page,
  program,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  const run = await program.start(preparedLedger(program, fixtures.statusList, fixtures.registerR7));
  await page.goto(run.url);
  await openScreen(page, 'measures');
  await markOf(page, '2').dblclick();
  await expect(page.getByTestId(testIds.sheetAssist).getByRole('option', { name: '◎ 実施済' })).toBeVisible();
  await page.keyboard.press('Escape');
  await cellOf(rowWith(grid(page, 'measures'), 'numberRaw', '2'), 'note').dblclick();
  await expect(grid(page, 'measures').locator('textarea.editing')).toBeVisible();
  await page.keyboard.press('Escape');
  await openScreen(page, 'organizations');
  await cellOf(rowWith(grid(page, 'organizations'), 'regNo', '下市0002'), 'fields').dblclick();
  await expect(page.getByTestId(testIds.sheetAssist).getByRole('option', { name: '災害救援' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByTestId(testIds.organizationsAdd).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await openScreen(page, 'import');
  await chooseFile(page, fixtures.registerR8);
  await expectKpis(page, { add: 6, change: 254 });
  await page.getByTestId(testIds.importStep(2)).getByRole('button').click();
  await page.getByRole('combobox', { name: 'K 列を入れる項目' }).click();
  await expect(page.getByRole('option', { name: '(取り込まない)' })).toBeVisible();
  expect(complaints).toEqual([]);
});
