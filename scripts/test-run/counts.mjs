/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 *
 * @typedef {object} VitestFile
 * @property {string} name absolute path
 * @property {string} status
 * @property {readonly { readonly status: string }[]} assertionResults
 * @property {number} [startTime]
 * @property {number} [endTime]
 *
 * @typedef {{ readonly testResults: readonly VitestFile[] }} VitestReport
 *
 * @typedef {object} PlaywrightReport
 * @property {{ readonly expected: number, readonly unexpected: number, readonly flaky: number, readonly skipped: number }} stats
 * @property {readonly unknown[]} [errors] what went wrong outside any test
 */

/** @type {Counts} */
export const none = { passed: 0, failed: 0, skipped: 0 };

/** One check that is not made of tests (types, lint …) counts as one test. @param {boolean} ok @returns {Counts} */
export function countOne(ok) {
  return ok ? { ...none, passed: 1 } : { ...none, failed: 1 };
}

/**
 * Counts the tests of some files of a vitest report. A file that could not even be loaded has no tests and counts as one
 * failure.
 * @param {readonly VitestFile[]} files
 * @returns {Counts}
 */
export function countVitest(files) {
  return files.map(countVitestFile).reduce(add, none);
}

/** @param {VitestFile} file @returns {Counts} */
function countVitestFile(file) {
  const statuses = file.assertionResults.map((test) => test.status);
  const passed = statuses.filter((status) => status === 'passed').length;
  const failed = statuses.filter((status) => status === 'failed').length;
  const fileFailed = file.status === 'failed' && failed === 0;
  return { passed, failed: fileFailed ? 1 : failed, skipped: statuses.length - passed - failed };
}

/**
 * A flaky test needed a second try: that is a failure here.
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors = [] }) {
  const outside = stats.unexpected === 0 && errors.length > 0 ? 1 : 0;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + outside, skipped: stats.skipped };
}

/**
 * A program that ended with an error although each test passed has still failed (an unhandled rejection, no test found).
 * @param {Counts} counts
 * @param {boolean} ok whether the program ended with status 0
 * @returns {Counts}
 */
export function withExitStatus(counts, ok) {
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** @param {Counts} a @param {Counts} b @returns {Counts} */
export function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The last line of `npm test`. @param {Counts} counts */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Nothing run is no success. @param {Counts} counts */
export function isSuccess({ passed, failed }) {
  return failed === 0 && passed > 0;
}
