// npm test: everything, in one run; its last line is `N passed, N failed, N skipped` over all suites.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { root } from './lib/paths.mjs';
import { Refusal, runMain, say } from './lib/say.mjs';
import { checkDeadCode, checkLint, checkTypes } from './test-run/checks.mjs';
import { add, countOne, isSuccess, none, summaryLine } from './test-run/counts.mjs';
import { runPlaywright } from './test-run/playwright.mjs';
import { checkSuite, suiteTable } from './test-run/suite-table.mjs';
import { obtainTestBrowser } from './test-run/test-browser.mjs';
import { runVitest } from './test-run/vitest.mjs';

runMain(async () => {
  await ensureInstalled();
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  // One after the other: the machine may have two cores, and the tests themselves use both. A failure stops nothing.
  const suites = [
    await checkTypes(),
    await checkLint(),
    await checkDeadCode(),
    await build(),
    ...(await runVitest()),
    await endToEnd(),
  ];
  const total = suites.map((suite) => suite.counts).reduce(add, none);
  process.stdout.write(`\n${suiteTable(suites)}\n\n${summaryLine(total)}\n`);
  process.exitCode = isSuccess(total) ? 0 : 1;
});

async function build() {
  const started = Date.now();
  process.stdout.write('\n== build\n');
  try {
    await ensureBuilt();
    return checkSuite('build', true, Date.now() - started);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(error.message);
    return checkSuite('build', false, Date.now() - started);
  }
}

async function endToEnd() {
  const browser = await obtainTestBrowser();
  if (browser === null) return { name: 'e2e', counts: countOne(false), milliseconds: 0 };
  process.stdout.write(`\n== browser for the end-to-end tests: ${browser}\n`);
  return runPlaywright(browser);
}
