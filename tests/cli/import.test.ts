import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addressKey } from '#shared/domain/address.ts';
import { organizationNameKey } from '#shared/domain/organization-name.ts';
import { daicho, fixturePath } from '#tests/helpers/daicho.ts';
import { makeOle2, makeXlsx } from '#tests/helpers/make-workbook.ts';
import { layoutFile, type TrueGroup, trueGroups } from '#tests/helpers/register-layouts.ts';

const r7 = fixturePath('登録団体一覧_R7.xlsx');
const r8 = fixturePath('登録団体一覧_R8.xlsx');
const statusList = fixturePath('山口市_実行計画実施状況一覧.xlsx');

const reportKeys = ['file', 'kind', 'read', 'added', 'changed', 'unchanged', 'skipped', 'warnings', 'changeSetId'];

test('the status list is imported once: the report has the agreed keys and the summary the agreed shape', () => {
  const { run, json, at } = daicho();
  const first = run('import', statusList, '--ledger', at('台帳.daicho'), '--json');
  expect(first).toMatchObject({ status: 0, stderr: '' });
  const [report] = JSON.parse(first.stdout);
  expect(Object.keys(report)).toEqual(reportKeys);
  expect(report).toMatchObject({
    file: statusList,
    kind: 'status-list',
    read: 52,
    added: 52,
    changed: 0,
    unchanged: 0,
  });
  expect(report.skipped[0]).toEqual({ row: 1, reason: expect.stringMatching(/[ぁ-ん一-龠]/) });
  expect(json('summary', at('台帳.daicho'))).toEqual({
    organizations: { total: 0, byType: {}, byCity: {} },
    plans: [
      {
        title: '山口市協働推進プラン実行計画実施状況一覧',
        policies: 5,
        sections: 16,
        measures: 47,
        placements: 52,
        marks: { '◎': 8, '○': 33, '△': 2, '×': 4 },
        dispositions: { 完了: 8, 継続: 35, 廃止: 4 },
        sharedNotes: 1,
      },
    ],
  });
  const ods = fixturePath('山口市_実行計画実施状況一覧.ods');
  for (const file of [statusList, ods]) {
    expect(json('import', file, '--ledger', at('台帳.daicho'))).toMatchObject([
      { added: 0, changed: 0, unchanged: 52, changeSetId: null },
    ]);
  }
});

function comparable(group: TrueGroup): unknown {
  return { ...group, name: organizationNameKey(group.name), address: addressKey(group.address) };
}

function byNumber(groups: readonly TrueGroup[]): unknown[] {
  return groups.toSorted((one, other) => (one.reg_no < other.reg_no ? -1 : 1)).map(comparable);
}

test.each(['xlsx', 'xls'])('the register of R7 (.%s) is listed as the expected file says, key by key', (type) => {
  const { run, json, at } = daicho();
  expect(run('import', fixturePath(`登録団体一覧_R7.${type}`), '--ledger', at('台帳.daicho')).status).toBe(0);
  const listed = json('list', 'organizations', at('台帳.daicho')) as TrueGroup[];
  expect(listed.map(comparable)).toEqual(trueGroups('R7').map(comparable));
});

test('several files in one call are imported one after the other; R8 adds 6 groups and changes 12 telephones', () => {
  const { run, json, at } = daicho();
  const ledger = at('台帳.daicho');
  const result = run('import', r7, r8, statusList, '--ledger', ledger, '--json');
  expect(result.status).toBe(0);
  const reports = JSON.parse(result.stdout);
  expect(reports).toMatchObject([
    { file: r7, kind: 'organizations', read: 254, added: 254, changed: 0, unchanged: 0 },
    { file: r8, kind: 'organizations', read: 260, added: 6, changed: 254, unchanged: 0 },
    { file: statusList, kind: 'status-list', added: 52 },
  ]);
  expect(new Set(reports.map((report: { changeSetId: string }) => report.changeSetId)).size).toBe(3);
  const listed = json('list', 'organizations', ledger) as TrueGroup[];
  expect(byNumber(listed)).toEqual(byNumber(trueGroups('R8')));
  expect(run('undo', ledger).status).toBe(0);
  expect(run('undo', ledger).stdout).toContain('登録団体一覧_R8.xlsx');
  const after = json('list', 'organizations', ledger) as TrueGroup[];
  expect(after.map(comparable)).toEqual(trueGroups('R7').map(comparable));
  expect(json('undo', ledger)).toEqual({
    changeSetId: expect.any(String),
    kind: 'undo',
    savedAt: expect.any(String),
    label: expect.stringContaining('登録団体一覧_R7.xlsx'),
  });
  expect(json('undo', ledger)).toEqual({ changeSetId: null, kind: null, savedAt: null, label: null });
  expect(json('summary', ledger)).toEqual({ organizations: { total: 0, byType: {}, byCity: {} }, plans: [] });
});

test('a dry run tells what the import would do, file after file, and neither makes nor touches the ledger', () => {
  const { run, at, folder, dataDir } = daicho();
  const ledger = at('台帳.daicho');
  const reports = [
    { file: r7, added: 254, changed: 0, changeSetId: null },
    { file: r8, added: 6, changed: 254, changeSetId: null },
  ];
  const dry = run('import', r7, r8, '--ledger', ledger, '--dry-run', '--json');
  expect(JSON.parse(dry.stdout)).toMatchObject(reports);
  expect(dry.status).toBe(0);
  expect(existsSync(ledger)).toBe(false);

  run('import', statusList, '--ledger', ledger);
  const before = { bytes: readFileSync(ledger), modified: statSync(ledger).mtimeMs };
  expect(JSON.parse(run('import', r7, r8, '--ledger', ledger, '--dry-run', '--json').stdout)).toMatchObject(reports);
  expect({ bytes: readFileSync(ledger), modified: statSync(ledger).mtimeMs }).toEqual(before);
  expect(readdirSync(folder).toSorted()).toEqual(['データ', '台帳.daicho']);
  expect(readdirSync(path.join(dataDir, 'work'))).toEqual([]);
});

const unreadable: readonly (readonly [string, string, () => Uint8Array])[] = [
  ['truncated', 'WORKBOOK_TRUNCATED', () => readFileSync(r7).subarray(0, 20_000)],
  ['cut to 60 bytes', 'WORKBOOK_TRUNCATED', () => readFileSync(r7).subarray(0, 60)],
  ['encrypted', 'WORKBOOK_ENCRYPTED', () => makeOle2('EncryptionInfo', 'EncryptedPackage')],
  ['of 0 bytes', 'FILE_EMPTY', () => Buffer.alloc(0)],
  ['a picture', 'NOT_A_WORKBOOK', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
];

test('files that cannot be read fail, each with a plain Japanese message', () => {
  const { run, at } = daicho();
  const files = unreadable.map(([what, , bytes]) => {
    writeFileSync(at(`${what}.xlsx`), bytes());
    return at(`${what}.xlsx`);
  });
  const { status, stdout, stderr } = run('import', ...files, '--ledger', at('台帳.daicho'), '--json');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject(
    unreadable.map(([, code]) => ({ kind: 'unknown', read: 0, changeSetId: null, error: { code } })),
  );
  expect(stderr.trim().split('\n')).toHaveLength(unreadable.length);
  expectPlain(stderr);
});

function expectPlain(stderr: string): void {
  expect(stderr).toMatch(/[ぁ-ん]/);
  expect(stderr).not.toMatch(/\bat .*:\d+|Error:|\{\w+\}|undefined/);
}

test('a missing file and a folder fail, and do not keep the next file from being imported', () => {
  const { run, json, at } = daicho();
  mkdirSync(at('フォルダー.xlsx'));
  const { status, stdout, stderr } = run(
    'import',
    at('ない.xlsx'),
    at('フォルダー.xlsx'),
    statusList,
    '--ledger',
    at('台帳.daicho'),
    '--json',
  );
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([
    { error: { code: 'FILE_NOT_READ' } },
    { error: { code: 'FILE_NOT_READ' } },
    { added: 52 },
  ]);
  expectPlain(stderr);
  expect(json('summary', at('台帳.daicho'))).toMatchObject({ plans: [{ measures: 47 }] });
});

const nothing: readonly (readonly [string, () => Uint8Array])[] = [
  [
    'another table',
    () =>
      layoutFile([
        {
          name: '売上',
          rows: [
            ['商品', '個数'],
            ['りんご', 3],
            ['みかん', 5],
          ],
        },
      ]),
  ],
  ['an empty sheet', () => makeXlsx('<sheetData/>')],
  ['headings without a row', () => layoutFile([{ name: '名簿', rows: [['登録番号', '団体名', '電話番号', '市町']] }])],
];

test('readable workbooks without anything to import end with exit status 2, and 0 beside one that has something', () => {
  const { run, at } = daicho();
  const files = nothing.map(([what, bytes]) => {
    writeFileSync(at(`${what}.xlsx`), bytes());
    return at(`${what}.xlsx`);
  });
  const { status, stdout } = run('import', ...files, '--ledger', at('台帳.daicho'), '--json');
  const reports = JSON.parse(stdout);
  expect(reports).toHaveLength(nothing.length);
  for (const report of reports) {
    expect(Object.keys(report)).toEqual(reportKeys);
    expect(report).toMatchObject({ read: 0, added: 0, changed: 0, unchanged: 0, changeSetId: null });
  }
  expect(status).toBe(2);
  expect(run('import', ...files, statusList, '--ledger', at('台帳.daicho')).status).toBe(0);
});

test('sheet, plan and fiscal year can be named; a sheet that is not there fails', () => {
  const { run, json, at } = daicho();
  const ledger = at('台帳.daicho');
  const rows = [
    ['登録番号', '団体名', '電話番号', '市町'],
    ['1', '虹の会', '083-226-4040', '下関市'],
  ];
  writeFileSync(
    at('名簿.xlsx'),
    layoutFile([
      { name: '表紙', rows: [['令和7年度']] },
      { name: '名簿', rows },
    ]),
  );
  expect(run('import', at('名簿.xlsx'), '--ledger', ledger, '--sheet', 'ない').status).toBe(1);
  expect(run('import', at('名簿.xlsx'), '--ledger', ledger, '--sheet', '表紙').status).toBe(2);
  expect(run('import', at('名簿.xlsx'), '--ledger', ledger, '--sheet', '名簿').status).toBe(0);
  for (const year of ['2024', '令和7年度'])
    expect(run('import', statusList, '--ledger', ledger, '--fiscal-year', year).status).toBe(0);
  const measures = json('list', 'measures', ledger, '--fiscal-year', 'R6') as { fiscal_year: number; mark: string }[];
  expect(measures).toHaveLength(52);
  expect(measures[0]).toMatchObject({ fiscal_year: 2024, mark: '◎' });
});

test('paths with Japanese, spaces, emoji and decomposed characters work from file to ledger', () => {
  const { run, at } = daicho();
  const folder = at('令和８年度　団体 😀/か\u3099くえん');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, '名簿 (1)＃.xlsx'), readFileSync(r7));
  const ledger = path.join(folder, '台帳　その１.daicho');
  expect(run('import', path.join(folder, '名簿 (1)＃.xlsx'), '--ledger', ledger)).toMatchObject({
    status: 0,
    stderr: '',
  });
  expect(run('backup', ledger, '--out', path.join(folder, '控え 😀.daicho')).status).toBe(0);
});
