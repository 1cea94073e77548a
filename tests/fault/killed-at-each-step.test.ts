import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkLedger, isSound } from '#db/check.ts';
import { inspectLedgerFile } from '#db/ledger-file.ts';
import { latestVersion, versionOf } from '#db/migrate.ts';
import { createLedger, openLedger } from '#db/open.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { oldLedger } from '#tests/helpers/old-ledger.ts';
import { tempFolder } from '#tests/helpers/temp-ledger.ts';

type Work = 'create' | 'create under its name' | 'open';

/** Does the work in a process that kills itself before the given step; whether it came to that. */
async function isKilled(work: Work, file: string, step: number): Promise<boolean> {
  const child = spawn(process.execPath, [path.resolve('tests/fault/killed-writer.ts'), work, file, String(step)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal === 'SIGKILL')));
}

/** Kills at the first step, the second, … until the work is through, and looks at what each kill left. */
async function killAtEach<R>(work: Work, prepare: () => string, look: (file: string) => R): Promise<R[]> {
  const left: R[] = [];
  for (let step = 1; ; step += 2) {
    const files = [prepare(), prepare()];
    const killed = await Promise.all(files.map((file, index) => isKilled(work, file, step + index)));
    left.push(...files.filter((_, index) => killed[index]).map(look));
    if (killed.includes(false)) return left;
  }
}

const newPlace = (): string => path.join(tempFolder(), '新しい台帳.daicho');

/** What the clerk does next: open the ledger if its name is there, make it again if not. */
function tryAgain(file: string): { readonly was: string; readonly outcome: string; readonly names: string[] } {
  const was = inspectLedgerFile(file).kind;
  const names = readdirSync(path.dirname(file)).filter((name) => name.endsWith('.daicho'));
  try {
    const ledger = was === 'missing' ? createLedger(file, '') : openLedger(file, { mode: 'write', actor: '' });
    const outcome = isSound(checkLedger(ledger)) ? 'usable' : 'unsound';
    ledger.close();
    return { was, outcome, names };
  } catch (error) {
    return { was, outcome: error instanceof AppError ? error.code : 'a bug', names };
  }
}

describe('a ledger whose making is killed', () => {
  test('at any step is either not there or whole, and can be made or opened afterwards', async () => {
    const left = await killAtEach('create', newPlace, tryAgain);
    expect(left.length).toBeGreaterThan(15);
    for (const found of left)
      expect([
        { was: 'missing', outcome: 'usable', names: [] },
        { was: 'ledger', outcome: 'usable', names: ['新しい台帳.daicho'] },
      ]).toContainEqual(found);
    expect(new Set(left.map(({ was }) => was))).toEqual(new Set(['missing', 'ledger']));
  }, 60_000);

  test('negative control: made under its own name it is refused afterwards', async () => {
    const left = await killAtEach('create under its name', newPlace, tryAgain);
    expect(left.map(({ outcome }) => outcome)).toContain('LEDGER_EMPTY');
  }, 60_000);

  test('leaves a beginning that the next making removes once it is old, and nothing else of the folder', () => {
    const file = newPlace();
    const folder = path.dirname(file);
    const names = ['0123456789ab.daicho-作成中', '0123456789ab.daicho-作成中-journal', 'ffffffffffff.daicho-作成中'];
    const others = ['作成中の一覧.daicho-作成中', 'メモ.txt'];
    for (const name of [...names, ...others]) {
      writeFileSync(path.join(folder, name), 'x');
      if (!name.startsWith('f')) utimesSync(path.join(folder, name), 0, 0);
    }
    createLedger(file, '').close();
    expect(readdirSync(folder).toSorted()).toEqual(
      ['ffffffffffff.daicho-作成中', ...others, '新しい台帳.daicho'].toSorted(),
    );
  });
});

test('a migration that is killed at any step is done at the next opening', async () => {
  const place = (): string => {
    const folder = path.join(tempFolder(), '古い');
    mkdirSync(folder);
    return oldLedger(folder);
  };
  const versions = await killAtEach('open', place, (file) => {
    const ledger = openLedger(file, { mode: 'write', actor: '' });
    const version = versionOf(ledger.connection);
    ledger.close();
    return version;
  });
  expect(versions.length).toBeGreaterThan(10);
  expect(new Set(versions)).toEqual(new Set([latestVersion]));
}, 60_000);
