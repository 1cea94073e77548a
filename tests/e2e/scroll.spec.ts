import { expect, type Locator, type Page } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { copyOfBigRegister } from '#tests/helpers/big-register.ts';
import { type Program, test } from './support/program.ts';
import { type Organization, readOrganizations } from './support/read-back.ts';
import { cellAt, grid, openScreen } from './support/screens.ts';

const count = 5000;
const last = count - 1;

async function openRegister(
  page: Page,
  program: Program,
): Promise<{ sheet: Locator; groups: readonly Organization[] }> {
  const ledger = copyOfBigRegister(count, program.folder);
  const groups = readOrganizations(ledger);
  const run = await program.start(ledger);
  await page.goto(run.url);
  await openScreen(page, 'organizations');
  await expect(page.getByTestId(testIds.organizationsTotal)).toHaveText('5,000 団体');
  await expect(cellAt(grid(page, 'organizations'), 0, 'regNo')).toHaveText('架000001');
  return { sheet: grid(page, 'organizations'), groups };
}

async function scrollTo(sheet: Locator, share: number): Promise<void> {
  await sheet.locator('.ag-grid-viewport').evaluate((viewport, part) => {
    viewport.scrollTop = viewport.scrollHeight * part;
  }, share);
}

test('5,000 groups: a jump to the end, to the middle and back shows the right rows', async ({ page, program }) => {
  const { sheet, groups } = await openRegister(page, program);
  await scrollTo(sheet, 1);
  await expect(cellAt(sheet, last, 'regNo')).toHaveText('架005000');
  await expect(cellAt(sheet, last, 'name')).toHaveText(groups[last]?.name ?? '');
  await scrollTo(sheet, 0.5);
  const middle = 2505;
  await expect(cellAt(sheet, middle, 'regNo')).toHaveText(groups[middle]?.reg_no ?? '');
  await cellAt(sheet, middle, 'name').click();
  await page.keyboard.press('Control+Home');
  await expect(cellAt(sheet, 0, 'regNo')).toHaveText('架000001');
  await page.keyboard.press('Control+End');
  await expect(cellAt(sheet, last, 'regNo')).toHaveText('架005000');
});

test('5,000 groups: sorted by number downwards, then by reading, from the first row to the last', async ({
  page,
  program,
}) => {
  const { sheet, groups } = await openRegister(page, program);
  const sortBy = async (column: string, order: '昇順' | '降順') => {
    await sheet.locator(`[data-column-menu="${column}"]`).click();
    await page.getByTestId(testIds.filterMenu).getByRole('button', { name: order }).click();
  };
  await sortBy('regNo', '昇順');
  await expect(cellAt(sheet, 0, 'regNo')).toHaveText('架000001');
  await sortBy('regNo', '降順');
  await expect(cellAt(sheet, 0, 'regNo')).toHaveText('架005000');
  await scrollTo(sheet, 1);
  await expect(cellAt(sheet, last, 'regNo')).toHaveText('架000001');

  const readings = groups.map((group) => String(group['name_kana'])).sort();
  await sortBy('nameKana', '昇順');
  await scrollTo(sheet, 0);
  await expect(cellAt(sheet, 0, 'nameKana')).toHaveText(readings[0] ?? '');
  await scrollTo(sheet, 1);
  await expect(cellAt(sheet, last, 'nameKana')).toHaveText(readings[last] ?? '');
});

test('5,000 groups: the search narrows by any field and width, and lets go again', async ({ page, program }) => {
  const { sheet, groups } = await openRegister(page, program);
  const search = page.getByTestId(testIds.organizationsSearch);
  const total = page.getByTestId(testIds.organizationsTotal);
  await search.fill('架００４３２１');
  await expect(total).toHaveText('絞り込み 1 / 5,000 団体');
  await expect(cellAt(sheet, 0, 'regNo')).toHaveText('架004321');
  const cooks = groups.filter((group) => group.name.includes('子ども食堂'));
  await search.fill('子ども食堂');
  await expect(total).toHaveText(`絞り込み ${cooks.length} / 5,000 団体`);
  await expect(cellAt(sheet, 0, 'name')).toHaveText(cooks[0]?.name ?? '');
  await search.fill('どこにもない団体');
  await expect(sheet).toContainText('条件に合う団体がありません');
  await page.getByRole('button', { name: '検索をやめる' }).click();
  await expect(total).toHaveText('5,000 団体');
  await expect(cellAt(sheet, 0, 'regNo')).toHaveText('架000001');
});

test('5,000 groups: Esc leaves a cleared column as it is; once agreed to, all of it goes and comes back in one step', async ({
  page,
  program,
}) => {
  const { sheet, groups } = await openRegister(page, program);
  const members = cellAt(sheet, 0, 'members');
  await expect(members).toHaveText(String(groups[0]?.['members']));
  await members.click();
  await page.keyboard.press('Control+Space');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  await expect(page.locator('.sheet-busy')).toHaveCount(0);
  await expect(page.getByTestId(testIds.batchPreview)).toHaveCount(0);
  await expect(members).toHaveText(String(groups[0]?.['members']));

  await page.keyboard.press('Delete');
  const filled = groups.filter((group) => group['members'] !== null);
  await expect(page.getByTestId(testIds.batchCount('changed'))).toHaveAttribute('data-count', String(filled.length));
  await page.getByTestId(testIds.batchApply).click();
  await expect(members).toHaveText('');
  await page.keyboard.press('Control+z');
  await expect(members).toHaveText(String(groups[0]?.['members']));
  await scrollTo(sheet, 1);
  await expect(cellAt(sheet, last, 'members')).toHaveText(String(groups[last]?.['members'] ?? ''));
});
