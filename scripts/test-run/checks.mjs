import { runTool } from './run-tool.mjs';
import { checkSuite } from './suite-table.mjs';

/** Types of every folder, each against what its folder may see. */
export function checkTypes() {
  return check('types', { packageName: 'typescript', command: 'tsc', args: ['-b'] });
}

/** Format, lint and the import law; a warning fails too. */
export function checkLint() {
  return check('lint', {
    packageName: '@biomejs/biome',
    command: 'biome',
    args: ['check', '--error-on-warnings', '--max-diagnostics=100'],
  });
}

/** Files, exports and dependencies nobody uses. */
export function checkDeadCode() {
  return check('dead code', { packageName: 'knip', command: 'knip', args: ['--no-progress'] });
}

/**
 * @param {string} name
 * @param {Parameters<typeof runTool>[0]} tool
 */
async function check(name, tool) {
  const result = await runTool(tool);
  return checkSuite(name, result.ok, result.milliseconds);
}
