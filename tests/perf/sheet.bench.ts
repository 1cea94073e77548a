import type { Browser } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { copyOfBigRegister } from '#tests/helpers/big-register.ts';
import { withFolder } from './support/bench-folder.ts';
import { type BenchRow, median, runs, worst } from './support/measure.ts';
import { startProgram } from './support/program.ts';
import { emptyScreen, launchBrowser, openRegister } from './support/screen.ts';
import { createSheetUser, type SheetUser } from './support/sheet-user.ts';

export const name = 'the sheet';

const groups = 100_000;

/** What a person at the grid of 100,000 groups waits for: keys, pastes, searches, scrolling; and what the page weighs. */
export function run(): Promise<BenchRow[]> {
  return withFolder(async (folder) => {
    const running = await startProgram(copyOfBigRegister(groups, folder), path.join(folder, 'data'));
    const browser = await launchBrowser();
    try {
      const screen = await emptyScreen(browser);
      await screen.context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await openRegister(screen, running.url);
      const user = await createSheetUser(screen);
      const opened = await memory(browser);
      return [
        { what: "memory of the page's process with the register open", value: opened, unit: 'MB', goal: 300 },
        ...(await keys(user)),
        ...(await searches(user)),
        ...(await scrolling(user)),
        ...(await pastes(user)),
        { what: "memory of the page's process after all this", value: await memory(browser), unit: 'MB', goal: 300 },
      ];
    } finally {
      await browser.close();
      await running.stop();
    }
  });
}

async function keys(user: SheetUser): Promise<BenchRow[]> {
  const typed: number[] = [];
  const entered: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    await user.select(index, 'note');
    typed.push(await user.typeLetter('x'));
    entered.push(await user.enter(index, 'note', 'x'));
  }
  return [
    { what: 'key to the letter painted in the cell', value: median(typed), unit: 'ms', goal: 50 },
    { what: 'Enter to the value painted in the cell', value: median(entered), unit: 'ms', goal: 50 },
  ];
}

async function searches(user: SheetUser): Promise<BenchRow[]> {
  const find: number[] = [];
  const atOnce: number[] = [];
  const values: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    find.push(await user.find(`第${90_000 + index}`, 200));
    atOnce.push(await user.find(`第${80_000 + index}`, 0));
    values.push(await user.openValues('name'));
  }
  return [
    { what: 'Ctrl+F, typed at 5 keys a second: Enter to the place shown', value: median(find), unit: 'ms', goal: 100 },
    { what: 'the same with Enter right behind a text typed at once', value: median(atOnce), unit: 'ms', goal: 100 },
    {
      what: 'value list of a column of 100,000 values: key to the list shown',
      value: median(values),
      unit: 'ms',
      goal: 150,
    },
  ];
}

async function scrolling(user: SheetUser): Promise<BenchRow[]> {
  const blanks: number[] = [];
  for (let index = 0; index < runs; index += 1) blanks.push(await user.scroll(20_000 * index, 3000));
  return [
    {
      what: 'scrolling 120 rows a second: longest time a row in sight is blank, worst run',
      value: worst(blanks),
      unit: 'ms',
      goal: 100,
    },
  ];
}

async function pastes(user: SheetUser): Promise<BenchRow[]> {
  const small: number[] = [];
  for (let index = 0; index < runs; index += 1) small.push(await user.paste(1000, index));
  const large: number[] = [];
  for (let index = 0; index < 3; index += 1) large.push(await user.paste(10_000, index));
  return [
    {
      what: 'paste of 1,000 x 5 cells: to the preview, and from its OK to the disk',
      value: median(small),
      unit: 'ms',
      goal: 500,
    },
    { what: 'paste of 10,000 x 5 cells, the same (median of 3)', value: median(large), unit: 'ms', goal: 3000 },
  ];
}

/** Resident size in MB once the page's garbage was collected. */
async function memory(browser: Browser): Promise<number> {
  const page = browser.contexts()[0]?.pages()[0];
  const devtools = page === undefined ? undefined : await page.context().newCDPSession(page);
  await devtools?.send('HeapProfiler.collectGarbage');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) / 1024);
  return worst(sizes);
}
