import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../lib/paths.mjs';
import { countPlaywright, none, withExitStatus } from './counts.mjs';
import { runTool } from './run-tool.mjs';

/**
 * Runs the end-to-end tests in a real Chromium.
 * @param {string} browser
 * @returns {Promise<import('./suite-table.mjs').Suite>}
 */
export async function runPlaywright(browser) {
  const report = path.join(root, '.cache/playwright.json');
  rmSync(report, { force: true });
  const result = await runTool({
    packageName: '@playwright/test',
    command: 'playwright',
    args: ['test', '--reporter=list,json'],
    env: { KYODO_TEST_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_FORCE_TTY: '0' },
  });
  return { name: 'e2e', counts: withExitStatus(readCounts(report), result.ok), milliseconds: result.milliseconds };
}

/** @param {string} file */
function readCounts(file) {
  try {
    return countPlaywright(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return none;
  }
}
