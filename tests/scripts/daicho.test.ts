import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt } from '#scripts/ensure-built.mjs';
import { root } from '#scripts/lib/paths.mjs';

let folder: string;

beforeAll(() => ensureBuilt(), 120_000);
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'daicho-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** As `npm run --silent daicho -- …` typed in that folder: npm runs the script elsewhere and names the folder. */
function daicho(...args: readonly string[]) {
  return spawnSync(process.execPath, [path.join(root, 'scripts/daicho.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: folder, XDG_DATA_HOME: path.join(folder, 'data') },
    encoding: 'utf8',
  });
}

describe('npm run daicho', () => {
  it('takes relative paths from the folder the user is in, and prints nothing but the answer', () => {
    copyFileSync(path.join(root, 'tests/fixtures/山口市_実行計画実施状況一覧.xlsx'), path.join(folder, '一覧.xlsx'));
    const imported = daicho('import', '一覧.xlsx', '--ledger', '台帳.daicho', '--json');
    expect(JSON.parse(imported.stdout)).toMatchObject([{ file: '一覧.xlsx', kind: 'status-list', added: 52 }]);
    expect(imported.status).toBe(0);
    const summary = daicho('summary', '台帳.daicho', '--json');
    expect(JSON.parse(summary.stdout)).toMatchObject({ plans: [{ measures: 47, placements: 52 }] });
  });

  it('ends with the exit status of the command line', () => {
    expect(daicho('summary', 'missing.daicho').status).toBe(1);
    copyFileSync(path.join(root, 'package.json'), path.join(folder, 'note.csv'));
    expect(daicho('import', 'note.csv', '--ledger', '台帳.daicho').status).toBe(2);
  });
});
