import { expect, type Locator, type Page } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { fixtures } from './support/fixtures.ts';
import { preparedLedger } from './support/prepare.ts';
import { test } from './support/program.ts';
import { isSound, readMeasures, readOrganizations } from './support/read-back.ts';
import { cellOf, grid, momentOf, openScreen, rowWith } from './support/screens.ts';

async function openMeasures(page: Page, url: string): Promise<{ readonly mark: Locator; readonly savedAt: Locator }> {
  await page.goto(url);
  await openScreen(page, 'measures');
  return {
    mark: cellOf(rowWith(grid(page, 'measures'), 'numberRaw', '2'), 'mark'),
    savedAt: page.getByTestId(testIds.savedAt),
  };
}

test('a mark typed by its number is saved at once; Ctrl+Z and Ctrl+Y go back and forth', async ({ page, program }) => {
  const ledger = preparedLedger(program, fixtures.statusList);
  const run = await program.start(ledger);
  const { mark, savedAt } = await openMeasures(page, run.url);
  const before = await momentOf(savedAt);
  await mark.click();
  await page.keyboard.press('1');
  await expect(page.locator('.sheet-sink.editing')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(mark).toHaveText('◎');
  await expect(savedAt).not.toHaveAttribute('data-saved', before);
  await page.keyboard.press('Control+z');
  await expect(mark).toHaveText('△');
  await page.keyboard.press('Control+y');
  await expect(mark).toHaveText('◎');
  await run.stop();
  expect(readMeasures(ledger).get('2')?.mark).toBe('◎');
});

test('a mark chosen from its list is undone after the program was ended and started anew', async ({
  page,
  program,
}) => {
  const ledger = preparedLedger(program, fixtures.statusList);
  const first = await program.start(ledger);
  const { mark, savedAt } = await openMeasures(page, first.url);
  const before = await momentOf(savedAt);
  await mark.dblclick();
  await page.getByTestId(testIds.sheetAssist).getByRole('option', { name: '◎ 実施済' }).click();
  await expect(mark).toHaveText('◎');
  // It is in sight at once, and on disk a moment later.
  await expect(savedAt).not.toHaveAttribute('data-saved', before);
  await first.stop();
  expect(readMeasures(ledger).get('2')?.mark).toBe('◎');

  const second = await program.start(ledger);
  const anew = await openMeasures(page, second.url);
  await expect(anew.mark).toHaveText('◎');
  await anew.mark.click();
  await page.keyboard.press('Control+z');
  await expect(anew.mark).toHaveText('△');
  await second.stop();
  expect(readMeasures(ledger).get('2')?.mark).toBe('△');
  expect(isSound(ledger)).toBe(true);
});

test('Escape leaves a mark as it was, and a word that is no mark is refused in its cell', async ({ page, program }) => {
  const ledger = preparedLedger(program, fixtures.statusList);
  const run = await program.start(ledger);
  const { mark } = await openMeasures(page, run.url);
  await mark.click();
  await page.keyboard.press('1');
  await page.keyboard.press('Escape');
  await expect(mark).toHaveText('△');
  await mark.click();
  await page.keyboard.insertText('たぶん');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId(testIds.sheetRejected)).toContainText('「たぶん」は入れられません');
  await expect(mark).toHaveText('たぶん');
  await page.getByRole('button', { name: '元の値に戻す' }).click();
  await expect(mark).toHaveText('△');
  await run.stop();
  expect(readMeasures(ledger).get('2')?.mark).toBe('△');
});

test('a telephone number that cannot be is refused with its text kept, then mended and saved', async ({
  page,
  program,
}) => {
  const ledger = preparedLedger(program, fixtures.registerR7);
  const before = readOrganizations(ledger);
  const run = await program.start(ledger);
  await page.goto(run.url);
  await openScreen(page, 'organizations');
  const phone = cellOf(rowWith(grid(page, 'organizations'), 'regNo', '下市0002'), 'phone');
  await phone.dblclick();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('０８３−１２');
  await page.keyboard.press('Enter');
  const rejected = page.getByTestId(testIds.sheetRejected);
  await expect(rejected).toContainText('電話番号に「０８３−１２」は入れられません。');
  await expect(phone).toHaveText('０８３−１２');

  await rejected.getByRole('button', { name: '直す' }).click();
  await expect(page.locator('.sheet-sink.editing')).toHaveValue('０８３−１２');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('０８３ー２２３ー１２３４');
  await page.keyboard.press('Enter');
  await expect(rejected).toHaveCount(0);
  await expect(phone).toHaveText('083-223-1234');
  await run.stop();
  const expected = before.map((group) => (group.reg_no === '下市0002' ? { ...group, phone: '083-223-1234' } : group));
  expect(readOrganizations(ledger)).toEqual(expected);
});
