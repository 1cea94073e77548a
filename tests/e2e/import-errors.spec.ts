import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { makeOle2 } from '#tests/helpers/make-workbook.ts';
import { fixtures } from './support/fixtures.ts';
import { type Program, type Run, test } from './support/program.ts';
import { readOrganizations } from './support/read-back.ts';
import { cellAt, cellOf, chooseFile, expectKpis, grid, openScreen, rowWith } from './support/screens.ts';

const ledgerIn = ({ folder }: Program): string => path.join(folder, '試験.daicho');

/** An empty ledger at the first step of the import screen. */
async function startAtImport(page: Page, program: Program): Promise<Run> {
  const run = await program.start(ledgerIn(program));
  await page.goto(run.url);
  await openScreen(page, 'import');
  return run;
}

async function applyPreview(page: Page): Promise<void> {
  await page.getByTestId(testIds.importApply).click();
  await expect(page.getByTestId(testIds.importResult)).toContainText('取り込みました');
}

const register = readFileSync(fixtures.registerR7);

/** Files that cannot be read, and how each is told. */
const unreadable = [
  {
    name: '途中で切れた名簿.xlsx',
    content: register.subarray(0, 9000),
    says: 'ファイルが途中で切れているか壊れている',
  },
  {
    name: 'パスワード付き.xlsx',
    content: Buffer.from(makeOle2('EncryptionInfo', 'EncryptedPackage')),
    says: 'パスワードで保護されているため読めません。',
  },
  {
    name: '写真.xlsx',
    content: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01', 'latin1'),
    says: '中身が表のファイルではありません(',
  },
  { name: '空.xlsx', content: Buffer.alloc(0), says: 'ファイルの中身が空です。' },
];

test('files that cannot be read are each told in place, and the next file is taken', async ({ page, program }) => {
  const run = await startAtImport(page, program);
  const error = page.getByTestId(testIds.errorPanel);
  for (const { name, content, says } of unreadable) {
    const file = path.join(program.folder, name);
    writeFileSync(file, content);
    await chooseFile(page, file);
    await expect(error, name).toContainText(says);
    await expect(error, name).not.toContainText(/Error|undefined|at \w+/);
    await expect(page.getByTestId(testIds.importStep(1))).toHaveAttribute('aria-current', 'step');
  }
  await chooseFile(page, fixtures.registerCp932);
  await expectKpis(page, { add: 254, check: 0 });
  await expect(error).toHaveCount(0);
  await applyPreview(page);
  await run.stop();
  expect(readOrganizations(ledgerIn(program))).toHaveLength(254);
});

test('a column mapped to nothing stays out of the preview and out of the ledger', async ({ page, program }) => {
  const run = await startAtImport(page, program);
  await chooseFile(page, fixtures.registerR7);
  await expectKpis(page, { add: 254 });
  const phone = cellOf(rowWith(grid(page, 'import'), 'key', '下市0001'), 'field-phone');
  await expect(phone).toHaveText('083-226-4040');
  await page.getByTestId(testIds.importStep(2)).getByRole('button').click();
  await page.getByRole('combobox', { name: 'K 列を入れる項目' }).click();
  await page.getByRole('option', { name: '(取り込まない)' }).click();
  await expect(page.getByRole('combobox', { name: 'K 列を入れる項目' })).toHaveValue('(取り込まない)');
  await page.getByTestId(testIds.importReanalyze).click();
  await expectKpis(page, { add: 254 });
  await expect(cellOf(rowWith(grid(page, 'import'), 'key', '下市0001'), 'field-city')).toHaveText('下関市');
  await expect(phone).toHaveCount(0);
  await applyPreview(page);
  await run.stop();
  expect(readOrganizations(ledgerIn(program)).filter((group) => group.phone !== null)).toEqual([]);
});

test('a column mapped to another field goes there', async ({ page, program }) => {
  const run = await startAtImport(page, program);
  await chooseFile(page, fixtures.registerR7);
  await page.getByTestId(testIds.importStep(2)).getByRole('button').click();
  await page.getByRole('combobox', { name: 'K 列を入れる項目' }).fill('FAX');
  await page.getByRole('option', { name: 'FAX', exact: true }).click();
  await page.getByTestId(testIds.importReanalyze).click();
  await expectKpis(page, { add: 254 });
  await applyPreview(page);
  await run.stop();
  const first = readOrganizations(ledgerIn(program)).find((group) => group.reg_no === '下市0001');
  expect(first).toMatchObject({ phone: null, fax: '083-226-4040' });
});

test('hidden rows are taken unless unticked, and said to be hidden either way', async ({ page, program }) => {
  const run = await startAtImport(page, program);
  await chooseFile(page, fixtures.registerR7);
  await expectKpis(page, { read: 254, add: 254 });
  await expect(page.getByText('隠れている行が 2 行あります。')).toBeVisible();
  await page.getByTestId(testIds.importHiddenRows).click();
  await expectKpis(page, { read: 252, add: 252 });
  await applyPreview(page);
  await run.stop();
  expect(readOrganizations(ledgerIn(program))).toHaveLength(252);
});

test('a preview that is left changes nothing', async ({ page, program }) => {
  const run = await startAtImport(page, program);
  await chooseFile(page, fixtures.registerR7);
  await expect(cellAt(grid(page, 'import'), 5, 'key')).toHaveText('下市0001');
  await page.getByTestId(testIds.importDiscard).click();
  await expect(page.getByTestId(testIds.importPick)).toBeVisible();
  await openScreen(page, 'history');
  await expect(page.getByText('まだ変更がありません')).toBeVisible();
  await run.stop();
  expect(readOrganizations(ledgerIn(program))).toEqual([]);
});

/** A register long enough that reading it lasts a while on any computer. */
function longRegister(folder: string): string {
  const file = path.join(folder, '長い名簿.csv');
  const rows = Array.from({ length: 30_000 }, (_, index) => `長${index},長い名簿の会${index},下関市,083-200-0000`);
  writeFileSync(file, `登録番号,団体名,市町,電話番号\r\n${rows.join('\r\n')}\r\n`);
  return file;
}

/** Files the program keeps for work in hand. */
function filesInWork({ dataDir }: Program): readonly string[] {
  return readdirSync(path.join(dataDir, 'work'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

test('reading that is stopped half way leaves nothing behind, and the next file is taken', async ({
  page,
  program,
}) => {
  const run = await startAtImport(page, program);
  await chooseFile(page, longRegister(program.folder));
  await page.getByTestId(testIds.jobCancel).click();
  await expect(page.getByTestId(testIds.jobCancel)).toHaveCount(0);
  await expect(page.getByTestId(testIds.importPick)).toBeEnabled();
  await expect(page.getByTestId(testIds.errorPanel)).toHaveCount(0);
  await expect.poll(() => filesInWork(program)).toEqual([]);
  await chooseFile(page, fixtures.registerR7);
  await expectKpis(page, { add: 254, same: 0 });
  await applyPreview(page);
  await run.stop();
  expect(readOrganizations(ledgerIn(program))).toHaveLength(254);
});
