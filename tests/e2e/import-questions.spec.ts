import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { testIds } from '#renderer/ui/test-ids.ts';
import { preparedLedger } from './support/prepare.ts';
import { test } from './support/program.ts';
import { readOrganizations } from './support/read-back.ts';
import { chooseFile, expectKpis, openScreen } from './support/screens.ts';

const head = '登録番号,団体名,市町,住所,電話番号,代表者';
const ours = [
  'A-1,みんなの食堂,下関市,彦島本村町1-1,083-266-1211,青木 一郎',
  'A-2,みなとの会,下関市,竹崎町4-4,083-222-2222,森 花子',
  'A-3,みどりの会,下関市,入江町3-3,083-233-3333,林 三郎',
];
const theirs = [
  'A-1,みんなの食堂,宇部市,常盤町1-1,0836-31-1234,白石 次郎',
  'A-2,みなとの会,下関市,竹崎町4-4,083-255-5555,森 太郎',
  'A-3,みどりの会,下関市,入江町3-3,083-233-3334,林 三郎',
];

test('rows that contradict their group are written as the clerk answers, and not at all before', async ({
  page,
  program,
}) => {
  const [before, list] = ['前の名簿.csv', '新しい名簿.csv'].map((name) => path.join(program.folder, name));
  if (before === undefined || list === undefined) throw new Error('two files are written');
  writeFileSync(before, [head, ...ours].join('\n'));
  writeFileSync(list, [head, ...theirs].join('\n'));
  const ledger = preparedLedger(program, before);
  const run = await program.start(ledger);
  await page.goto(run.url);
  await openScreen(page, 'import');
  await chooseFile(page, list);
  await expectKpis(page, { add: 0, change: 1, check: 2 });

  const panel = page.getByTestId(testIds.importQuestions);
  await expect(panel).toContainText('みんなの食堂');
  await page.getByTestId(testIds.importQuestion('2')).getByLabel('新しい団体として追加する').check();
  await page
    .getByTestId(testIds.importQuestion('3'))
    .getByLabel(/みなとの会.*に書き込む/)
    .check();
  await expectKpis(page, { add: 1, change: 2, check: 0 });
  await page.getByTestId(testIds.importQuestion('2')).getByLabel('取り込まない').check();
  await expectKpis(page, { add: 0, change: 2, check: 0 });

  await page.getByTestId(testIds.importApply).click();
  await expect(page.getByTestId(testIds.importResult)).toContainText('取り込みました');
  await run.stop();
  expect(readOrganizations(ledger).map(({ name, city, phone }) => [name, city, phone])).toEqual([
    ['みんなの食堂', '下関市', '083-266-1211'],
    ['みなとの会', '下関市', '083-255-5555'],
    ['みどりの会', '下関市', '083-233-3334'],
  ]);
});
