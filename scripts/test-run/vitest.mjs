import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../lib/paths.mjs';
import { countVitest, withExitStatus } from './counts.mjs';
import { runTool } from './run-tool.mjs';

/**
 * Runs vitest once and tells the unit tests from the contract tests by their folder.
 * @param {readonly string[]} [args] files to run; none runs all
 * @returns {Promise<import('./suite-table.mjs').Suite[]>}
 */
export async function runVitest(args = []) {
  const report = path.join(root, '.cache/vitest.json');
  rmSync(report, { force: true });
  const result = await runTool({
    packageName: 'vitest',
    command: 'vitest',
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
  });
  const files = readReport(report);
  const contract = files.filter((file) => isContract(file.name));
  const unit = files.filter((file) => !isContract(file.name));
  const contractTime = contract.reduce((sum, file) => sum + ((file.endTime ?? 0) - (file.startTime ?? 0)), 0);
  const suites = [
    { name: 'unit', counts: countVitest(unit), milliseconds: result.milliseconds - contractTime },
    { name: 'contract', counts: countVitest(contract), milliseconds: contractTime },
  ];
  const anyFailed = suites.some((suite) => suite.counts.failed > 0);
  return suites.map((suite, index) =>
    index === 0 && !anyFailed ? { ...suite, counts: withExitStatus(suite.counts, result.ok) } : suite,
  );
}

/** @param {string} file */
function isContract(file) {
  return path.relative(root, file).split(path.sep).join('/').startsWith('tests/contract/');
}

/**
 * @param {string} file
 * @returns {readonly import('./counts.mjs').VitestFile[]}
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).testResults;
  } catch {
    return [];
  }
}
