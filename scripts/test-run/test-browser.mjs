import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { findBrowser } from '../find-browser.mjs';
import { messages } from '../lib/messages.mjs';
import { root } from '../lib/paths.mjs';
import { runStep } from '../lib/run-step.mjs';
import { runTool } from './run-tool.mjs';

const DOWNLOAD_LIMIT_MS = 3 * 60_000;
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-cjk'];

/**
 * A browser that is here already: the one KYODO_TEST_BROWSER names, an installed Edge, Chrome or Chromium, or one that
 * Playwright downloaded before.
 * @returns {string | null}
 */
export function presentTestBrowser(env = process.env) {
  const named = env['KYODO_TEST_BROWSER'];
  if (named) return existsSync(named) ? named : null;
  const found = findBrowser();
  if (found.kind === 'found') return found.file;
  const downloaded = playwrightBrowser();
  return downloaded !== null && existsSync(downloaded) ? downloaded : null;
}

/**
 * A browser for the end-to-end tests, got in one way or the other; null if no way led to one.
 * @returns {Promise<string | null>}
 */
export async function obtainTestBrowser() {
  const present = presentTestBrowser();
  if (present !== null || process.env['KYODO_TEST_BROWSER']) return present;
  await runTool({
    packageName: '@playwright/test',
    command: 'playwright',
    args: ['install', 'chromium'],
    limitMs: DOWNLOAD_LIMIT_MS,
  });
  if (presentTestBrowser() === null && isDebianRoot()) await installDebianPackages();
  const obtained = presentTestBrowser();
  if (obtained === null) process.stdout.write(`${messages.testBrowserMissing}\n`);
  return obtained;
}

/** Where Playwright's own download is or would be. */
function playwrightBrowser() {
  try {
    const { chromium } = createRequire(path.join(root, 'package.json'))('@playwright/test');
    return chromium.executablePath();
  } catch {
    return null;
  }
}

function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

async function installDebianPackages() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const limitMs = DOWNLOAD_LIMIT_MS;
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...DEBIAN_PACKAGES]]) {
    process.stdout.write(`\n== apt-get ${args.join(' ')}\n`);
    await runStep({ command: 'apt-get', args, env, echo: process.stdout, limitMs });
  }
}
