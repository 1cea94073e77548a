import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import { fixturePath } from '#tests/helpers/daicho.ts';
import { importFile, type OpenCore, openCore } from '#tests/helpers/open-core.ts';
import { tempFolder } from '#tests/helpers/temp-ledger.ts';

const statusList = fixturePath('山口市_実行計画実施状況一覧.xlsx');

/** A ledger with the status list as of two fiscal years. */
async function twoYears(): Promise<OpenCore> {
  const core = openCore(tempFolder());
  await core.call('ledger.create', { title: '台帳' });
  for (const fiscalYear of [2024, 2025]) {
    const { uploadId } = core.core.registerUploadPath(statusList);
    const { importId } = await core.call('imports.analyze', { uploadId, choices: { fiscalYear } });
    await core.call('imports.apply', { importId });
  }
  return core;
}

async function exported({ core, call }: OpenCore, fiscalYear?: number) {
  const options = fiscalYear === undefined ? {} : { fiscalYear };
  const { exportId, rows, warnings } = await call('exports.create', { layout: 'status-list', options });
  const { path: file } = core.exportFile(exportId);
  const { sheets } = await parseWorkbook(readFileSync(file));
  const texts = (sheets[0]?.rows ?? []).map((row) => row.cells.map((cell) => cell?.text ?? ''));
  return { file, rows, warnings, sheet: sheets[0]?.name, texts };
}

test('the status list of a chosen fiscal year holds that year, the newest one unless told', async () => {
  const core = await twoYears();
  const [plan] = await core.call('plans.list', {});
  const planId = plan?.id ?? '';
  const { rows } = await core.call('measures.list', { planId, fiscalYear: 2024 });
  const measure = rows.find(({ kind, mark }) => kind === 'measure' && mark.text === '◎');
  await core.call('measures.edit', {
    planId,
    fiscalYear: 2024,
    edits: [{ nodeId: measure?.nodeId ?? '', field: 'mark', value: '×' }],
  });
  const markOf = (texts: readonly (readonly string[])[]) =>
    texts.find((row) => row[3] === measure?.name && row[4] !== '-')?.[4];
  const old = await exported(core, 2024);
  expect({ rows: old.rows, sheet: old.sheet, mark: markOf(old.texts) }).toEqual({
    rows: 52,
    sheet: '実施状況一覧_令和6年度',
    mark: '×',
  });
  for (const list of [await exported(core), await exported(core, 2025)])
    expect({ rows: list.rows, sheet: list.sheet, mark: markOf(list.texts) }).toEqual({
      rows: 52,
      sheet: '実施状況一覧_令和7年度',
      mark: '◎',
    });
});

test('a year without a record and a choice among several plans are said', async () => {
  const core = await twoYears();
  expect(await exported(core, 2030)).toMatchObject({
    rows: 52,
    warnings: ['令和12年度の実施状況は台帳に入っていないため、空欄で出力しました。'],
  });
  const { uploadId } = core.core.registerUploadPath(statusList);
  const { importId } = await core.call('imports.analyze', { uploadId, choices: { planTitle: '別の計画' } });
  await core.call('imports.apply', { importId });
  expect((await exported(core)).warnings).toEqual([expect.stringContaining('台帳に計画が 2 件あるうち')]);
});

test('imported again it changes nothing', async () => {
  const core = openCore(tempFolder());
  await core.call('ledger.create', { title: '台帳' });
  await importFile(core, statusList);
  const { file } = await exported(core);
  expect(await importFile(core, file)).toMatchObject({ changeSetId: null, added: 0, changed: 0, unchanged: 52 });
});
