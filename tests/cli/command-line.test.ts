import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArguments } from '#cli/arguments.ts';
import { runCommand } from '#cli/commands.ts';
import { UsageError } from '#cli/usage-error.ts';
import { openLedger } from '#db/open.ts';
import { listChangeSets } from '#db/queries/history.ts';
import { daicho, fixturePath } from '#tests/helpers/daicho.ts';

const statusList = fixturePath('山口市_実行計画実施状況一覧.xlsx');

const wrong: readonly (readonly [string, readonly string[], string])[] = [
  ['no command', [], '使い方: npm run'],
  ['an unknown command', ['frob'], '「frob」という命令はありません'],
  ['half a command', ['list'], '「list」という命令はありません'],
  ['a list of something else', ['list', 'plans', 'x.daicho'], '「list plans」という命令はありません'],
  ['an unknown option', ['summary', 'x.daicho', '--verbose'], '「--verbose」という指定はありません'],
  ['an unknown short option', ['summary', 'x.daicho', '-x'], '「-x」という指定はありません'],
  ['an option without its value', ['import', 'a.xlsx', '--ledger'], '「--ledger」の書き方が正しくありません'],
  ['a flag with a value', ['summary', 'x.daicho', '--json=yes'], '「--json」の書き方が正しくありません'],
  ['an option of another command', ['undo', 'x.daicho', '--dry-run'], '「undo」に「--dry-run」は付けられません'],
  ['no ledger', ['summary'], '台帳ファイルを指定してください'],
  ['two ledgers', ['summary', 'x.daicho', 'y.daicho'], '「y.daicho」は余分です'],
  ['an import without a ledger', ['import', 'a.xlsx'], '台帳ファイルを指定してください'],
  ['an import without a file', ['import', '--ledger', 'x.daicho'], '取り込むファイルを指定してください'],
  ['an export without a layout', ['export', 'x.daicho', '--out', 'o.xlsx'], '様式を --layout で指定してください'],
  ['an unknown layout', ['export', 'x.daicho', '--layout', 'pdf', '--out', 'o.xlsx'], '様式を --layout で'],
  ['an export without a target', ['export', 'x.daicho', '--layout', 'status-list'], '出力先を --out で'],
  [
    'an impossible date',
    ['export', 'x.daicho', '--layout', 'organizations', '--out', 'o.xlsx', '--date', '2026-02-30'],
    '日付「2026-02-30」を読めません',
  ],
  ['an impossible year', ['list', 'measures', 'x.daicho', '--fiscal-year', '来年'], '年度「来年」を読めません'],
];

describe('a command line that cannot be understood', () => {
  test.each(wrong)('%s is named in a Japanese sentence', async (_what, args, says) => {
    const attempt = async (): Promise<unknown> => runCommand(readArguments(args));
    const failure = await attempt().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UsageError);
    expect(String(failure)).toContain(says);
    expect(String(failure)).not.toMatch(/Unknown|Option|argument|node:/);
  });

  test('the process ends with exit status 1 and the sentence on stderr, with --json in the JSON as well', () => {
    const { run } = daicho();
    const { status, stdout, stderr } = run('summary', 'x.daicho', '--verbose');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe('「--verbose」という指定はありません。--help で使い方を確かめてください。\n');
    const json = run('frob', '--json');
    expect(json.status).toBe(1);
    expect(JSON.parse(json.stdout)).toEqual({ error: { code: 'USAGE', message: json.stderr.trim() } });
  });
});

test('--help says how to use it, as text or as JSON', () => {
  const { run } = daicho();
  const help = run('--help');
  expect(help).toMatchObject({ status: 0, stderr: '' });
  expect(help.stdout).toContain(
    'export 台帳 --layout status-list|organizations|organizations-public|prefecture-form-3',
  );
  expect(JSON.parse(run('-h', '--json').stdout)).toEqual({ usage: help.stdout.trim() });
});

test('--actor signs this run only and leaves the settings of the computer alone', () => {
  const { run, at, dataDir } = daicho();
  expect(run('import', statusList, '--ledger', at('台帳.daicho'), '--actor', '山本').status).toBe(0);
  expect(existsSync(path.join(dataDir, 'settings.json'))).toBe(false);
  const ledger = openLedger(at('台帳.daicho'), { mode: 'read', actor: '' });
  expect(listChangeSets(ledger, 1)).toMatchObject([{ actor: '山本' }]);
  ledger.close();
});

test('the answers for people are Japanese sentences on stdout', () => {
  const { run, at } = daicho();
  const ledger = at('台帳.daicho');
  expect(run('import', fixturePath('登録団体一覧_R7.xlsx'), statusList, '--ledger', ledger).stdout).toContain(
    '読んだ行 254、増える 254、変わる 0、そのまま 0',
  );
  expect(run('summary', ledger).stdout).toContain('登録団体 254団体');
  expect(run('list', 'organizations', ledger).stdout.split('\n')).toHaveLength(255);
  expect(run('list', 'measures', ledger).stdout.split('\n')).toHaveLength(53);
  expect(run('check', ledger).stdout).toBe('点検しました。台帳に問題はありません。\n');
});
