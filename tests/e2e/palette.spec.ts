import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { fixtures } from './support/fixtures.ts';
import { preparedLedger } from './support/prepare.ts';
import { type Program, test } from './support/program.ts';
import { cellAt, grid, openScreen, shownText } from './support/screens.ts';
import { cell, clickCell, expectActive, freshList, sharedSheet } from './support/sheet.ts';

async function openLedger(page: Page, program: Program): Promise<void> {
  const run = await program.start(preparedLedger(program, fixtures.statusList, fixtures.registerR7));
  await page.goto(run.url);
  await expect(page.getByTestId(testIds.ledgerName)).toHaveText('試験');
}

const input = (page: Page) => page.getByTestId(testIds.paletteInput);
const entry = (page: Page, id: string) => page.getByTestId(testIds.paletteEntry(id));
const title = (page: Page) => page.getByTestId(testIds.screenTitle);

test.describe('over one ledger', () => {
  const open = sharedSheet();
  // Where a test ends with the palette open, the next one could not go on.
  test.afterEach(() => open.page.keyboard.press('Escape'));

  test('Ctrl+K and a reading open a screen, without the mouse', async () => {
    const { page } = open;
    await openScreen(page, 'home');
    await page.keyboard.press('Control+k');
    await expect(input(page)).toBeFocused();
    await page.keyboard.type('トリコミ');
    await expect(entry(page, 'open-import')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(title(page)).toHaveText('取込');
    await expect(input(page)).toBeHidden();
  });

  test('the arrow keys choose, and a screen reader hears which line it is', async () => {
    const { page } = open;
    await openScreen(page, 'home');
    await page.keyboard.press('Alt+q');
    await expect(entry(page, 'open-home')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    const line = entry(page, 'open-organizations');
    await expect(line).toHaveAttribute('aria-selected', 'true');
    await expect(input(page)).toHaveAttribute('aria-activedescendant', (await line.getAttribute('id')) ?? 'missing');
    await page.keyboard.press('Enter');
    await expect(title(page)).toHaveText('登録団体');
  });

  test('the field in the top bar opens it, Esc and Ctrl+K close it, and the focus goes back', async () => {
    const { page } = open;
    await openScreen(page, 'home');
    await page.getByTestId(testIds.paletteButton).focus();
    await page.keyboard.press('Enter');
    await expect(input(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId(testIds.paletteButton)).toBeFocused();
    await page.keyboard.press('Control+k');
    await expect(input(page)).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(input(page)).toBeHidden();
  });

  test('it opens while a cell has the focus, and what is typed at once lands in it, not in the cell', async () => {
    const { page } = open;
    await openScreen(page, 'home');
    await openScreen(page, 'organizations');
    const cell = cellAt(grid(page, 'organizations'), 0, 'name');
    const before = await shownText(cell);
    await cell.click();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('export');
    await expect(input(page)).toHaveValue('export');
    await page.keyboard.press('Escape');
    await expect(cell).toHaveText(before);
  });

  test('it opens while a text field has the focus, but not while a word is being converted', async () => {
    const { page } = open;
    await openScreen(page, 'home');
    await openScreen(page, 'organizations');
    const search = page.getByTestId(testIds.organizationsSearch);
    await search.focus();
    await search.dispatchEvent('keydown', { key: 'k', ctrlKey: true, isComposing: true });
    await expect(search).toBeFocused();
    await expect(input(page)).toBeHidden();
    await page.keyboard.press('Control+k');
    await expect(input(page)).toBeFocused();
  });

  test('groups and measures of the ledger are found, and choosing one opens its screen', async () => {
    const { page } = open;
    await openScreen(page, 'home');
    await openScreen(page, 'organizations');
    const name = await shownText(cellAt(grid(page, 'organizations'), 3, 'name'));
    await page.keyboard.press('Control+k');
    await page.keyboard.type(name);
    const found = page.getByRole('option').filter({ hasText: name }).filter({ hasText: '団体' });
    await expect(found.first()).toBeVisible();
    await page.keyboard.press('Escape');
    await openScreen(page, 'home');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('地域交流');
    await page.getByRole('option').filter({ hasText: '推進項目' }).first().click();
    await expect(title(page)).toHaveText('施策・実施状況');
  });

  test('a group that a search hides and a measure that a chip hides are brought to the front', async () => {
    const { page } = open;
    await openScreen(page, 'home');
    await openScreen(page, 'organizations');
    const name = await shownText(cellAt(grid(page, 'organizations'), 3, 'name'));
    await page.getByTestId(testIds.organizationsSearch).fill('どこにもない団体');
    await expect(page.getByTestId(testIds.organizationsTotal)).toHaveText('絞り込み 0 / 254 団体');
    await page.keyboard.press('Control+k');
    await page.keyboard.type(name);
    await page.getByRole('option').filter({ hasText: name }).filter({ hasText: '団体' }).first().click();
    await expect(grid(page, 'organizations').locator('[data-sel~="active"]')).toHaveText(name);

    await openScreen(page, 'measures');
    await page.getByTestId(testIds.measuresChip('blank')).click();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('地域交流センター');
    const measure = page.getByRole('option').filter({ hasText: '推進項目' }).first();
    await expect(measure).toContainText('地域交流センター');
    await measure.click();
    await expect(grid(page, 'measures').locator('[data-sel~="active"]')).toContainText('地域交流センター');
  });

  test('what cannot be done is grey, says why, and does nothing', async () => {
    const { page } = open;
    await openScreen(page, 'home');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('やり直す');
    const redo = entry(page, 'redo');
    await expect(redo).toHaveAttribute('aria-disabled', 'true');
    await expect(redo).toContainText('やり直すことはありません');
    await page.keyboard.press('Enter');
    await expect(input(page)).toBeVisible();
  });

  test('nothing found says what to try, and leads into the manual', async () => {
    const { page } = open;
    await openScreen(page, 'home');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('ぬるぬるぬる');
    await expect(page.getByTestId(testIds.paletteEmpty)).toContainText('2文字以上');
    await expect(entry(page, 'manual-search')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId(testIds.helpFound)).toContainText('「ぬるぬるぬる」は見つかりません');
  });

  test('a kind of file opens 出力 with its button ready', async () => {
    const { page } = open;
    await openScreen(page, 'home');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('県様式');
    await expect(entry(page, 'export-prefecture-form-3')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(title(page)).toHaveText('出力');
    await expect(page.getByTestId(testIds.exportCreate('prefecture-form-3'))).toBeFocused();
  });

  test('Ctrl+S takes a backup and says that everything is saved anyway', async () => {
    const { page } = open;
    await openScreen(page, 'home');
    await openScreen(page, 'settings');
    const backups = page.getByTestId(testIds.settingsBackups).locator('tbody tr');
    const before = await backups.count();
    await page.getByTestId(testIds.settingsActor).focus();
    await page.keyboard.press('Control+s');
    await expect(page.getByText('自動で保存されています。バックアップを取りました。')).toBeVisible();
    await openScreen(page, 'home');
    await openScreen(page, 'settings');
    await expect.poll(() => backups.count()).toBeGreaterThan(before);
  });

  test('what is typed right behind the choice is meant for the group that was chosen', async () => {
    const { page } = open;
    await freshList(open);
    await clickCell(open, 5, 'name');
    const former = await shownText(cell(open, 5, 'name'));
    await page.keyboard.press('Control+k');
    await page.keyboard.type('たんぽぽ観光ガイド');
    const found = page.getByRole('option').filter({ hasText: 'たんぽぽ観光ガイドの会' });
    await expect(found).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await page.keyboard.type('たんぽぽ案内の会\n');
    await expect(cell(open, 253, 'name')).toHaveText('たんぽぽ案内の会');
    await expectActive(open, 253, 'name');
    await page.keyboard.press('Control+z');
    await expect(cell(open, 253, 'name')).toHaveText('一般社団法人 たんぽぽ観光ガイドの会');
    await page.keyboard.press('Control+Home');
    await expect(cell(open, 5, 'name')).toHaveText(former);
  });
});

test('shortcuts wait while a question is open', async ({ page, program }) => {
  await openLedger(page, program);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('台帳を閉じる');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId(testIds.confirmOk)).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('F1');
  await expect(input(page)).toBeHidden();
  await expect(page.getByTestId(testIds.help)).toBeHidden();
  await page.getByTestId(testIds.confirmOk).click();
  await expect(title(page)).toHaveText('台帳を開く');
  await expect(page.getByTestId(testIds.confirmOk)).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(entry(page, 'help')).toBeVisible();
  await expect(entry(page, 'open-import')).toHaveCount(0);
});

test('the look is changed from the palette', async ({ page, program }) => {
  await openLedger(page, program);
  for (const theme of ['dark', 'light'] as const) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(theme === 'dark' ? '表示の切り替え 暗い' : '表示の切り替え 明るい');
    await expect(entry(page, `theme-${theme}`)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  }
});

test('the palette breaks no rule of accessibility and no rule for content', async ({ page, program }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  await openLedger(page, program);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: '機能・団体・施策をさがす' })).toBeVisible();
  await expect(page.getByRole('listbox')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  expect(refused).toEqual([]);
});
