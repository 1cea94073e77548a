import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import { daicho, fixturePath } from '#tests/helpers/daicho.ts';
import { holdFile, mountSmallDisk, NO_MOUNT } from '#tests/helpers/mounts.ts';
import { importFile, openCore, startCore } from '#tests/helpers/open-core.ts';
import { createFolder } from '#tests/helpers/shells/temporary-folder.ts';

const prepared = createFolder();
const ledger = path.join(prepared.path, '台帳.daicho');
const old = Buffer.from('前の内容');

beforeAll(async () => {
  const core = startCore(path.join(prepared.path, 'data'), { ledgerFile: ledger });
  await importFile(core, fixturePath('登録団体一覧_R7.xlsx'));
  await importFile(core, fixturePath('山口市_実行計画実施状況一覧.xlsx'));
  await core.close();
  return prepared.remove;
});

async function textsOf(file: string): Promise<string[][]> {
  const { sheets } = await parseWorkbook(readFileSync(file));
  return (sheets[0]?.rows ?? []).map((row) => row.cells.map((cell) => cell?.text ?? ''));
}

test('each layout is written to the file that was named; the answer says how many rows', async () => {
  const { run, json, at } = daicho();
  const write = (layout: string, ...more: readonly string[]) =>
    json('export', ledger, '--layout', layout, '--out', at(`${layout}.xlsx`), ...more);
  const layouts = [
    ['status-list', 52, []],
    ['organizations', 254, ['--date', 'R8.3.31']],
    ['organizations-public', 254, ['--personal']],
    ['prefecture-form-3', 254, ['--date', '令和8年3月31日']],
  ] as const;
  for (const [layout, rows, more] of layouts) {
    const answer = write(layout, ...more);
    expect(answer).toEqual({
      file: at(`${layout}.xlsx`),
      layout,
      rows,
      bytes: readFileSync(at(`${layout}.xlsx`)).length,
      warnings: expect.any(Array),
    });
  }
  expect((await textsOf(at('organizations.xlsx')))[1]?.[0]).toBe('（令和8年3月31日現在　254団体）');
  expect((await textsOf(at('organizations-public.xlsx'))).find((row) => row.includes('団体名'))).toContain(
    '代表者氏名',
  );
  expect((await textsOf(at('prefecture-form-3.xlsx'))).flat()).toContain('2026-03-31');
  const again = run(
    'import',
    at('status-list.xlsx'),
    at('organizations.xlsx'),
    '--ledger',
    ledger,
    '--dry-run',
    '--json',
  );
  expect(JSON.parse(again.stdout)).toMatchObject([
    { kind: 'status-list', added: 0, changed: 0, unchanged: 52 },
    { kind: 'organizations', added: 0, changed: 0, unchanged: 254 },
  ]);
});

test('a target that cannot be written is said before the work, and what is there stays', () => {
  const { run, at } = daicho();
  const output = at('出力');
  mkdirSync(path.join(output, 'フォルダー.xlsx'), { recursive: true });
  writeFileSync(path.join(output, '読み取り専用.xlsx'), old);
  chmodSync(path.join(output, '読み取り専用.xlsx'), 0o444);
  const targets = [
    ['ない/一覧.xlsx', 'TARGET_FOLDER_MISSING'],
    ['フォルダー.xlsx', 'TARGET_IS_FOLDER'],
    ['読み取り専用.xlsx', 'TARGET_READ_ONLY'],
    ['一覧?.xlsx', 'TARGET_NAME_INVALID'],
  ] as const;
  for (const [name, code] of targets) {
    const out = path.join(output, name);
    const { status, stdout, stderr } = run('export', ledger, '--layout', 'organizations', '--out', out, '--json');
    expect([status, JSON.parse(stdout)]).toEqual([1, { error: { code, message: stderr.trim() } }]);
    expect(stderr).toMatch(/[ぁ-ん].*。\n$/);
  }
  expect(readFileSync(path.join(output, '読み取り専用.xlsx'))).toEqual(old);
  expect(readdirSync(output).toSorted()).toEqual(['フォルダー.xlsx', '読み取り専用.xlsx'].toSorted());
});

test('with nothing to export and with no ledger the old file stays', async () => {
  const { run, at } = daicho();
  writeFileSync(at('一覧.xlsx'), old);
  await openCore(at('data'), { ledgerFile: at('空.daicho') }).close();
  for (const [file, says] of [
    [at('空.daicho'), '出力するものがありません'],
    [at('ない.daicho'), '見つかりません'],
  ] as const) {
    const { status, stderr } = run('export', file, '--layout', 'organizations', '--out', at('一覧.xlsx'));
    expect([status, stderr]).toEqual([1, expect.stringContaining(says)]);
  }
  expect(readFileSync(at('一覧.xlsx'))).toEqual(old);
});

test('on a full disk the old file stays and the message says how much room is missing', (context) => {
  const disk = mountSmallDisk(64);
  if (disk === undefined) return context.skip(NO_MOUNT);
  onTestFinished(disk.release);
  const { run } = daicho();
  const out = path.join(disk.folder, '一覧.xlsx');
  writeFileSync(out, old);
  writeFileSync(path.join(disk.folder, 'filler'), Buffer.alloc(48 * 1024));
  const { status, stderr } = run('export', ledger, '--layout', 'organizations', '--out', out);
  expect([status, stderr]).toEqual([1, expect.stringMatching(/空きが足りません\(あと1MB必要です\)/)]);
  expect(readFileSync(out)).toEqual(old);
  expect(readdirSync(disk.folder).toSorted()).toEqual(['filler', '一覧.xlsx']);
});

test('a target that another program holds is tried again for some seconds, then named; the old file stays', (context) => {
  const { run, at } = daicho();
  const out = at('一覧.xlsx');
  writeFileSync(out, old);
  const release = holdFile(out);
  if (release === undefined) return context.skip(NO_MOUNT);
  onTestFinished(release);
  const { status, stderr } = run('export', ledger, '--layout', 'status-list', '--out', out);
  expect([status, stderr]).toEqual([1, expect.stringContaining('ほかのプログラム(Excelなど)で開いている')]);
  expect(readFileSync(out)).toEqual(old);
  release();
  expect(run('export', ledger, '--layout', 'status-list', '--out', out).status).toBe(0);
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
});
