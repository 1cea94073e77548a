import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openCore } from '#tests/helpers/open-core.ts';
import { fixture } from '#tests/helpers/register-layouts.ts';
import { tempFolder } from '#tests/helpers/temp-ledger.ts';

test('a book that lists a sheet it does not hold is imported without it, and the preview names the sheet', async () => {
  const folder = tempFolder();
  const parts = unzipSync(readFileSync(fixture('cases/xlsx-button-on-other-sheet.xlsx')));
  const file = join(folder, '名簿.xlsx');
  writeFileSync(file, zipSync(Object.fromEntries(Object.entries(parts).filter(([name]) => !name.includes('sheet2')))));
  const { core, call } = openCore(folder);
  await call('ledger.create', { title: '台帳' });
  const { uploadId } = core.registerUploadPath(file);
  const preview = await call('imports.analyze', { uploadId, choices: {} });
  expect(preview.counts.add).toBe(5);
  expect(preview.warnings).toContain(
    'ファイルが傷んでいて、読めないシートがあります(メニュー)。ほかのシートは読みました。',
  );
});
