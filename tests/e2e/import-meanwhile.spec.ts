import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { preparedLedger } from './support/prepare.ts';
import { test } from './support/program.ts';
import { readOrganizations } from './support/read-back.ts';
import { cellOf, chooseFile, expectKpis, grid, openScreen, rowWith } from './support/screens.ts';

const list = (lastDigit: string) =>
  ['登録番号,団体名,電話番号', `A-1,あ会,083-222-111${lastDigit}`, `A-2,い会,083-222-222${lastDigit}`].join('\n');

test('what another window sets while the preview is open is not overwritten before it was shown', async ({
  page,
  program,
}) => {
  const [before, renewed] = ['R7.csv', 'R8.csv'].map((name) => path.join(program.folder, name));
  if (before === undefined || renewed === undefined) throw new Error('two files are written');
  writeFileSync(before, list('1'));
  writeFileSync(renewed, list('2'));
  const ledger = preparedLedger(program, before);
  const run = await program.start(ledger);
  await page.goto(run.url);
  await openScreen(page, 'import');
  await chooseFile(page, renewed);
  await expectKpis(page, { change: 2, same: 0 });

  const colleague = await page.context().newPage();
  await colleague.goto(new URL(run.url).origin);
  await openScreen(colleague, 'organizations');
  const phone = cellOf(rowWith(grid(colleague, 'organizations'), 'regNo', 'A-1'), 'phone');
  await phone.click();
  await colleague.keyboard.type('083-999-9999\n');
  await expect(phone).toHaveText('083-999-9999');
  await expect(colleague.getByTestId(testIds.savedAt)).toHaveText(/^保存済み/);

  await page.bringToFront();
  await page.getByTestId(testIds.importApply).click();
  await expect(page.getByTestId(testIds.errorPanel)).toContainText('1行の結果が違ってくるため、まだ取り込んでいません');
  await page.getByTestId(testIds.importChip('changed-since')).click();
  await expect(cellOf(rowWith(grid(page, 'import'), 'key', 'A-1'), 'field-phone')).toHaveText(
    '083-999-9999 → 083-222-1112',
  );
  await expect(rowWith(grid(page, 'import'), 'key', 'A-2')).toHaveCount(0);
  await run.stop();
  expect(readOrganizations(ledger).map((group) => group.phone)).toEqual(['083-999-9999', '083-222-2221']);
});
