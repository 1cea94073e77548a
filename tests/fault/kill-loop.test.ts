import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkLedger, isSound } from '#db/check.ts';
import { createLedger, openLedger } from '#db/open.ts';
import { tempFolder } from '../helpers/temp-ledger.ts';

const batchSize = 40;
const kills = Number(process.env['KILL_RUNS'] ?? 25);

type Outcome = {
  readonly acknowledged: number;
  readonly lost: number;
  readonly partial: number;
  readonly unsound: boolean;
};

/** Lets the writer run, kills it without warning after its first commits, and looks at what is on disk. */
async function killOnce(file: string, milliseconds: number, unsafe: boolean): Promise<Outcome> {
  const writer = path.resolve('tests/fault/batch-writer.ts');
  const child = spawn(process.execPath, [writer, file, ...(unsafe ? ['unsafe'] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const first = new Promise<void>((resolve) => {
    child.stdout.on('data', (data) => {
      output += String(data);
      resolve();
    });
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await first;
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill('SIGKILL');
  await ended;
  return inspect(file, Number(output.trim().split('\n').at(-1)));
}

function inspect(file: string, acknowledged: number): Outcome {
  try {
    const ledger = openLedger(file, { mode: 'write', actor: '点検' });
    const batches = ledger.connection
      .prepare<[], { note: string; n: number }>('SELECT note, count(*) AS n FROM organization GROUP BY note')
      .all();
    const whole = new Set(batches.filter((batch) => batch.n === batchSize).map((batch) => Number(batch.note)));
    const lost = Array.from({ length: acknowledged }, (_, index) => index + 1).filter(
      (batch) => !whole.has(batch),
    ).length;
    const unsound = !isSound(checkLedger(ledger));
    ledger.close();
    return { acknowledged, lost, partial: batches.length - whole.size, unsound };
  } catch {
    return { acknowledged, lost: 0, partial: 0, unsound: true };
  }
}

async function killMany(runs: number, unsafe: boolean): Promise<Outcome[]> {
  const folder = tempFolder();
  const outcomes: Outcome[] = [];
  for (let run = 0; run < runs; run += 1) {
    const file = path.join(folder, String(run), '台帳.daicho');
    mkdirSync(path.dirname(file));
    createLedger(file, '試験').close();
    outcomes.push(await killOnce(file, (run * 37) % 60, unsafe));
  }
  return outcomes;
}

test('a ledger whose program is killed at any moment keeps every acknowledged batch and no part of another', async () => {
  const outcomes = await killMany(kills, false);
  expect(outcomes.filter((outcome) => outcome.lost > 0 || outcome.partial > 0 || outcome.unsound)).toEqual([]);
  expect(outcomes.reduce((sum, outcome) => sum + outcome.acknowledged, 0)).toBeGreaterThanOrEqual(kills);
}, 120_000);

test('negative control: with the rollback journal in memory only, the same killing does damage, so the check above can fail', async () => {
  const outcomes = await killMany(12, true);
  expect(outcomes.some((outcome) => outcome.lost > 0 || outcome.partial > 0 || outcome.unsound)).toBe(true);
}, 120_000);
