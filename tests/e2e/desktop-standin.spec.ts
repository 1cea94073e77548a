import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { RpcResult } from '#shared/rpc/transport.ts';
import { openStandinWindow, type StandinWindow } from '#tests/standin/standin-window.ts';
// For the declaration of window.kyodo.
import type {} from '#renderer/api/index.ts';

// The built main process, the built preload script and the built screen together; only Electron itself is stood in for.
const register = path.resolve('tests/fixtures/登録団体一覧_R7.xlsx');
let dataDir = '';
let opened: StandinWindow;

test.beforeEach(async ({ page }) => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'kyodo-desktop-'));
  opened = await openStandinWindow(page, ['--data-dir', dataDir]);
});

test.afterEach(() => {
  opened.main.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A call as the screen makes it, through the preload script. */
function call(page: Page, name: string, input: object = {}): Promise<RpcResult> {
  return page.evaluate(([called, sent]) => window.kyodo?.call(called, sent) as Promise<RpcResult>, [
    name,
    input,
  ] as const);
}

async function answerTo(page: Page, name: string, input: object = {}): Promise<Record<string, unknown>> {
  const result = await call(page, name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
  return result.value as Record<string, unknown>; // boundary: the contract tests prove the shapes
}

test('the window is sandboxed, named, and shows the Japanese screen without one violation of its policy', async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text());
  });
  const { options } = await opened.main.first('window');
  expect(options).toMatchObject({ title: '協働台帳', sandbox: true });
  await page.reload();
  await expect(page.locator('#root')).toContainText('台帳');
  expect(complaints).toEqual([]);
});

test('the page has call and subscribe, and no Node', async ({ page }) => {
  expect(await page.evaluate(() => Object.keys(window.kyodo ?? {}))).toEqual(['call', 'subscribe']);
  expect(
    await page.evaluate(() => [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')]),
  ).toEqual(['undefined', 'undefined']);
  expect(await answerTo(page, 'app.state')).toMatchObject({ shell: 'desktop', ledger: null });
});

test('a frame that is not ours is refused by main', async () => {
  const frames = [{ url: 'https://evil.example/', parent: null }, { url: 'app://kyodo/index.html', parent: {} }, null];
  for (const frame of frames)
    await expect(opened.main.invoke('kyodo.call', ['app.state', {}], frame)).rejects.toThrow('refused');
});

test('main serves the screen alone: nothing of the network, nothing of the disk', async () => {
  const { main } = opened;
  expect(await main.fetch('https://example.com/', 'GET')).toEqual({ cancelled: true });
  expect(await main.fetch('file:///etc/passwd', 'GET')).toEqual({ cancelled: true });
  expect(await main.fetch('app://kyodo/../main/index.js', 'GET')).toMatchObject({ status: 404 });
  expect(await main.fetch('app://kyodo/%2e%2e/main/index.js', 'GET')).toMatchObject({ status: 404 });
  expect(await main.fetch('app://kyodo/index.html', 'GET')).toMatchObject({ status: 200 });
});

test('a register picked in the dialog is read in a process of its own, imported, and saved as a file', async ({
  page,
}) => {
  const { main } = opened;
  const target = path.join(dataDir, '県へ.xlsx');
  main.answerDialog('open', () => ({ canceled: false, filePaths: [register] }));
  main.answerDialog('save', () => ({ canceled: false, filePath: target }));
  await answerTo(page, 'ledger.create', { title: '支援センター' });
  const { uploadId, fileName } = await answerTo(page, 'desktop.pickImport');
  expect(fileName).toBe('登録団体一覧_R7.xlsx');
  const { importId } = await answerTo(page, 'imports.analyze', { uploadId, choices: {} });
  expect(await answerTo(page, 'imports.apply', { importId })).toMatchObject({ added: 254 });
  const { exportId } = await answerTo(page, 'exports.create', { layout: 'organizations', options: {} });
  expect(await answerTo(page, 'desktop.saveExport', { exportId })).toEqual({ savedAs: '県へ.xlsx' });
  expect(readFileSync(target).subarray(0, 2).toString()).toBe('PK');
});

test('events of the core reach the page through the preload script', async ({ page }) => {
  await answerTo(page, 'ledger.create', { title: '支援センター' });
  const heard = page.evaluate(
    () =>
      new Promise<string>(
        (resolve) => void window.kyodo?.subscribe((event) => event.type === 'ledger.changed' && resolve(event.type)),
      ),
  );
  await answerTo(page, 'organizations.add', { values: { name: '一の会' } });
  expect(await heard).toBe('ledger.changed');
});

test('a second start brings the window to the front', async () => {
  opened.main.send({ kind: 'second-instance' });
  expect((await opened.main.first('focus')).kind).toBe('focus');
});

test('closing the window closes the ledger and ends the program', async ({ page }) => {
  await answerTo(page, 'ledger.create', { title: '支援センター' });
  opened.main.send({ kind: 'close-window' });
  expect(await opened.main.ended()).toBe(0);
  const left = readdirSync(path.join(dataDir, 'ledgers'));
  expect(left.filter((name) => /journal|wal|lock/.test(name))).toEqual([]);
  expect(left.some((name) => name.endsWith('.daicho') && existsSync(path.join(dataDir, 'ledgers', name)))).toBe(true);
});
