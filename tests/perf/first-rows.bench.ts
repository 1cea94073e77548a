import type { Browser } from '@playwright/test';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { copyOfBigRegister } from '#tests/helpers/big-register.ts';
import { withFolder } from './support/bench-folder.ts';
import { type BenchRow, median, places, runs, worst } from './support/measure.ts';
import { startProgram } from './support/program.ts';
import { emptyScreen, jumpTo, launchBrowser, openRegister } from './support/screen.ts';

export const name = 'first rows';

const large = 100_000;

/** READY to the first rows in a Chromium that is running, without any cache, then jumps by the scroll bar. */
export async function run(): Promise<BenchRow[]> {
  const browser = await launchBrowser();
  try {
    return [...(await measureSize(browser, 254, 1.5)), ...(await measureSize(browser, large, 2))];
  } finally {
    await browser.close();
  }
}

function measureSize(browser: Browser, groups: number, goal: number): Promise<BenchRow[]> {
  return withFolder(async (folder) => {
    const ledger = copyOfBigRegister(groups, folder);
    const first = await once(browser, { folder, ledger, groups, untilBackup: true });
    const times: Awaited<ReturnType<typeof once>>[] = [];
    for (let index = 0; index < runs; index += 1)
      times.push(await once(browser, { folder, ledger, groups, untilBackup: false }));
    const what = `${groups.toLocaleString('en')} groups`;
    return [
      { what: `${what}: READY to first rows`, value: median(times.map(({ rows }) => rows)), unit: 's', goal },
      {
        what: `${what}: the same at the very first opening (one run)`,
        value: first.rows,
        unit: 's',
        goal,
      },
      { what: `${what}: start to READY`, value: median(times.map(({ ready }) => ready)), unit: 's' },
      {
        what: `${what}: start to READY at the very first opening (one run, file checked)`,
        value: first.ready,
        unit: 's',
      },
      ...(groups < large
        ? []
        : [
            {
              what: `${what}: jump by the scroll bar to rows drawn, worst of 10`,
              value: median(times.map(({ jump }) => jump)),
              unit: 'ms',
            },
          ]),
    ];
  });
}

type Place = {
  readonly folder: string;
  readonly ledger: string;
  readonly groups: number;
  readonly untilBackup: boolean;
};

async function once(browser: Browser, { folder, ledger, groups, untilBackup }: Place) {
  const dataDir = path.join(folder, 'data');
  const screen = await emptyScreen(browser);
  const running = await startProgram(ledger, dataDir);
  const firstRowsAt = await openRegister(screen, running.url);
  const jumps: number[] = [];
  for (const row of places(groups < large ? 0 : 10, groups - 60)) jumps.push(await jumpTo(screen.page, row));
  if (untilBackup) await backupIsThere(dataDir);
  await screen.context.close();
  await running.stop();
  return {
    ready: (running.readyAt - running.startedAt) / 1000,
    rows: (firstRowsAt - running.readyAt) / 1000,
    jump: worst(jumps),
  };
}

async function backupIsThere(dataDir: string): Promise<void> {
  const folder = path.join(dataDir, 'backups');
  const isThere = (): boolean =>
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((file) => String(file).endsWith('.daicho.json'));
  for (let tries = 0; tries < 600 && !isThere(); tries += 1) await wait(100);
}
