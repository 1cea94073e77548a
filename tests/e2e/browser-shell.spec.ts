import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';

// The built browser shell as the start script runs it, with a real browser.
let dataDir = '';
let shell: ChildProcess;
let printed = '';

test.beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'kyodo-browser-'));
});

test.afterEach(() => {
  shell.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

function spawnShell(...args: readonly string[]): ChildProcess {
  printed = '';
  shell = spawn(process.execPath, ['out/main/browser.js', '--data-dir', dataDir, ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  shell.stdout?.on('data', (data) => {
    printed += String(data);
  });
  return shell;
}

/** Starts the shell; the address it prints once it serves. */
async function start(...args: readonly string[]): Promise<string> {
  spawnShell(...args);
  await expect.poll(() => printed, { timeout: 60_000 }).toMatch(/^READY \S+\n$/);
  return printed.slice('READY '.length).trim();
}

function startWithLedger(): Promise<string> {
  return start('--ledger', path.join(dataDir, '試験.daicho'));
}

async function expectScreen(page: Page): Promise<void> {
  await expect(page.getByTestId('ledger-name')).toContainText('試験');
}

test('the start address opens the program once; reload and a second tab have the cookie; another browser has nothing', async ({
  page,
  browser,
}) => {
  const url = await startWithLedger();
  await page.goto(url);
  await expectScreen(page);
  expect(page.url()).not.toContain('token');
  await page.reload();
  await expectScreen(page);
  const secondTab = await page.context().newPage();
  await secondTab.goto(new URL(url).origin);
  await expectScreen(secondTab);
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(url);
  await expect(stranger.locator('#root')).toContainText('始められませんでした');
  await expect(stranger.getByTestId('ledger-name')).toHaveCount(0);
});

/** Every complaint of the browser about the policy, from now on. */
function policyComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  return complaints;
}

test('no screen of the sample book breaks the content security policy', async ({ page }) => {
  const complaints = policyComplaints(page);
  await page.goto(await start());
  await page.getByTestId('welcome-sample').click();
  await expect(page.getByTestId('screen-title')).toBeVisible();
  for (const screen of ['organizations', 'measures', 'import', 'export', 'history', 'settings', 'home']) {
    await page.getByTestId(`nav-${screen}`).click();
    await expect(page.getByTestId('screen-title')).toBeVisible();
    if (screen === 'organizations') await expect(page.locator('.ag-row').first()).toBeVisible();
  }
  expect(complaints).toEqual([]);
});

test('script put into the page does not run, and the browser complains about it', async ({ page }) => {
  const complaints = policyComplaints(page);
  await page.goto(await startWithLedger());
  await expectScreen(page);
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.ranInline = true';
    document.body.append(script);
    const image = document.createElement('img');
    image.setAttribute('onerror', 'window.ranHandler = true');
    image.src = 'data:,x';
    document.body.append(image);
    await new Promise((resolve) => image.addEventListener('error', resolve));
    return ['ranInline', 'ranHandler'].filter((name) => Reflect.has(window, name));
  });
  expect(ran).toEqual([]);
  expect(complaints).toHaveLength(2);
});

test('a stop asked for while it starts is kept', async () => {
  const exit = once(spawnShell(), 'exit');
  shell.send('stop');
  expect((await exit)[0]).toBe(0);
  expect(printed).toBe('');
});

for (const stop of ['SIGTERM', 'SIGINT', 'message', 'disconnect'] as const) {
  test(`${stop} ends the program cleanly and tells the page`, async ({ page }) => {
    await page.goto(await startWithLedger());
    await expectScreen(page);
    const exit = once(shell, 'exit');
    if (stop === 'message') shell.send('stop');
    else if (stop === 'disconnect') shell.disconnect();
    else shell.kill(stop);
    expect((await exit)[0]).toBe(0);
    expect(readdirSync(dataDir).filter((name) => /-journal|-wal/.test(name))).toEqual([]);
    expect(printed.trim().split('\n')).toHaveLength(1);
    await expect(page.getByTestId('connection-lost')).toBeVisible();
  });
}
