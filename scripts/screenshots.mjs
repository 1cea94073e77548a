// npm run screenshots [-- --out FOLDER] [screen …]: pictures of every screen, light and dark, in two sizes, into docs/screens.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { root } from './lib/paths.mjs';
import { runMain, say } from './lib/say.mjs';
import { pictureTime, prepareLedger, startProgram } from './screenshots/program.mjs';
import { shots } from './screenshots/screens.mjs';
import { smallPng } from './screenshots/small-png.mjs';
import { obtainTestBrowser } from './test-run/test-browser.mjs';

const themes = /** @type {const} */ (['light', 'dark']);
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
const fixture = (/** @type {string} */ name) => path.join(root, 'tests/fixtures', name);

runMain(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const args = process.argv.slice(2);
  const out = args[0] === '--out' ? String(args[1]) : path.join(root, 'docs/screens');
  const wanted = args[0] === '--out' ? args.slice(2) : args;
  mkdirSync(out, { recursive: true });
  // Only here: before ensureInstalled there may be no Playwright.
  /** @type {typeof import('@playwright/test')} */
  const { chromium } = createRequire(path.join(root, 'package.json'))('@playwright/test');
  const browser = await chromium.launch({
    ...withBrowser(await obtainTestBrowser()),
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-lcd-text'],
    // People see scroll bars, and grids leave room for them.
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });
  // Always the same name: 設定 shows where the ledger lies.
  const folder = path.join(tmpdir(), 'kyodo-daicho');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  mkdirSync(folder);
  try {
    await takeWelcome({ browser, folder, out, wanted });
    await takeAll({ browser, folder, out, wanted });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** @param {string | null} executablePath */
function withBrowser(executablePath) {
  return executablePath === null ? {} : { executablePath };
}

/**
 * @typedef {{ readonly browser: import('@playwright/test').Browser, readonly folder: string, readonly out: string,
 *   readonly wanted: readonly string[] }} Job
 */

/** @param {Job} job @param {string} url */
async function openPage({ browser }, url) {
  const page = await browser.newPage({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', reducedMotion: 'reduce' });
  await page.clock.setFixedTime(pictureTime);
  await page.goto(url);
  await page.getByTestId('screen-title').waitFor();
  return page;
}

/** @param {Job} job @param {import('@playwright/test').Page} page @param {string} name */
async function takeShot({ out, wanted }, page, name) {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      await page.locator(`html[data-theme="${theme}"]`).waitFor();
      // Two frames: the grid fits its rows to the new window in the first.
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      const file = `${name}-${theme}-${size.width}x${size.height}.png`;
      const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
      writeFileSync(path.join(out, file), smallPng(png));
      say(file);
    }
  }
}

/** The first start, without a ledger. @param {Job} job */
async function takeWelcome(job) {
  const program = await startProgram(['--data-dir', path.join(job.folder, 'welcome')]);
  try {
    const page = await openPage(job, program.url);
    await takeShot(job, page, 'welcome');
    await page.close();
  } finally {
    await program.stop();
  }
}

/** The names that history and forms show. @param {import('@playwright/test').Page} page */
async function signIn(page) {
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('settings-actor').fill('山本');
  await page.getByTestId('settings-center').fill('市民活動センター');
  await page.getByTestId('settings-save').click();
  await page.getByTestId('actor').filter({ hasText: '山本' }).waitFor();
  // The message of success goes by itself; it would stand in the first pictures.
  await page.reload();
  await page.getByTestId('screen-title').waitFor();
}

/** @param {Job} job */
async function takeAll(job) {
  const dataDir = path.join(job.folder, 'data');
  const ledger = path.join(job.folder, '市民活動センター.daicho');
  prepareLedger({
    ledger,
    dataDir,
    files: [fixture('登録団体一覧_R7.xlsx'), fixture('山口市_実行計画実施状況一覧.xlsx')],
  });
  const program = await startProgram(['--data-dir', dataDir, '--ledger', ledger]);
  try {
    const page = await openPage(job, program.url);
    await signIn(page);
    for (const shot of shots) {
      await page.setViewportSize({ width: 1366, height: 768 });
      await shot.open(page, { registerNextYear: fixture('登録団体一覧_R8.xlsx') });
      await takeShot(job, page, shot.name);
      await shot.close?.(page);
    }
    await page.close();
  } finally {
    await program.stop();
  }
}
