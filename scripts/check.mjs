// npm run check: types, lint and unit tests, for the time between two edits.
import { ensureInstalled } from './ensure-installed.mjs';
import { runMain } from './lib/say.mjs';
import { checkLint, checkTypes } from './test-run/checks.mjs';
import { add, isSuccess, none, summaryLine } from './test-run/counts.mjs';
import { suiteTable } from './test-run/suite-table.mjs';
import { runVitest } from './test-run/vitest.mjs';

/** These start programs, write many files or wait for LibreOffice; `npm test` runs them. */
const slow = [
  'tests/contract/**',
  'tests/fault/**',
  'tests/scripts/**',
  'tests/electron/{browser,cli,desktop}/**',
  'tests/electron/core/{files,host}/**',
  'tests/electron/core/excel/{read,template,write}/**',
];

runMain(async () => {
  await ensureInstalled();
  const [types, lint] = await Promise.all([checkTypes(), checkLint()]);
  const [unit] = await runVitest(slow.flatMap((pattern) => ['--exclude', pattern]));
  const suites = [types, lint, ...(unit === undefined ? [] : [unit])];
  const total = suites.map((suite) => suite.counts).reduce(add, none);
  process.stdout.write(`\n${suiteTable(suites)}\n\n${summaryLine(total)}\n`);
  process.exitCode = isSuccess(total) ? 0 : 1;
});
