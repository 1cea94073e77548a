import { countOne } from './counts.mjs';

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {import('./counts.mjs').Counts} counts
 * @property {number} milliseconds
 */

/**
 * The suites as a table, one row each.
 * @param {readonly Suite[]} suites
 */
export function suiteTable(suites) {
  const rows = [
    ['suite', 'passed', 'failed', 'skipped', 'seconds'],
    ...suites.map(({ name, counts, milliseconds }) => [
      name,
      String(counts.passed),
      String(counts.failed),
      String(counts.skipped),
      (milliseconds / 1000).toFixed(1),
    ]),
  ];
  return rows
    .map(([name = '', ...cells]) => name.padEnd(12) + cells.map((cell) => cell.padStart(9)).join(''))
    .join('\n');
}

/**
 * @param {string} name
 * @param {boolean} ok
 * @param {number} milliseconds
 * @returns {Suite}
 */
export function checkSuite(name, ok, milliseconds) {
  return { name, counts: countOne(ok), milliseconds };
}
