import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { electronBinary } from '#scripts/electron-binary.mjs';
// For the declaration of window.kyodo.
import type {} from '#renderer/api/index.ts';

// The real Electron, wherever its binary is on the disk; the program as built.
const binary = electronBinary();

test.describe('the desktop program in Electron itself', () => {
  test.skip(
    binary === null,
    'Electron の実行ファイルがこのコンピューターにないため、実物での試験はしていません(代役での試験は desktop-standin.spec.ts)',
  );

  test('opens its sandboxed window on app://, answers the screen, and closes cleanly', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'kyodo-electron-'));
    const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const program = await _electron.launch({
      executablePath: binary ?? '',
      args: [...flags, path.resolve('.'), '--data-dir', dataDir],
    });
    const page = await program.firstWindow();
    await expect(page.locator('#root')).toContainText('台帳');
    expect(page.url()).toMatch(/^app:\/\/kyodo\/index\.html/);
    expect(await page.evaluate(() => [Object.keys(window.kyodo ?? {}), typeof Reflect.get(window, 'require')])).toEqual(
      [['call', 'subscribe'], 'undefined'],
    );
    const state = await page.evaluate(() => window.kyodo?.call('app.state', {}));
    expect(state).toMatchObject({ ok: true, value: { shell: 'desktop' } });
    await program.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
});
