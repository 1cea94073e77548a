import { describe, expect, it } from 'vitest';
import {
  add,
  countOne,
  countPlaywright,
  countVitest,
  isSuccess,
  none,
  summaryLine,
  withExitStatus,
} from '#scripts/test-run/counts.mjs';
import { suiteTable } from '#scripts/test-run/suite-table.mjs';

function file(status: string, ...tests: readonly string[]) {
  return { name: '/project/tests/a.test.ts', status, assertionResults: tests.map((test) => ({ status: test })) };
}

describe('counting the tests of all suites', () => {
  it('counts what vitest passed, failed and left out', () => {
    const files = [file('passed', 'passed', 'passed', 'pending'), file('failed', 'failed', 'todo', 'skipped')];
    expect(countVitest(files)).toEqual({ passed: 2, failed: 1, skipped: 3 });
  });

  it('counts a test file that could not be loaded as one failure', () => {
    expect(countVitest([file('failed')])).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a flaky end-to-end test as failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 3 };
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 3, skipped: 3 });
  });

  it('counts an error outside any end-to-end test as one failure', () => {
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    expect(countPlaywright({ stats, errors: [{ message: 'no tests' }] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts one failure for a program that failed although its tests passed', () => {
    expect(withExitStatus({ passed: 3, failed: 0, skipped: 0 }, false).failed).toBe(1);
    expect(withExitStatus({ passed: 3, failed: 2, skipped: 0 }, false).failed).toBe(2);
    expect(withExitStatus({ passed: 3, failed: 0, skipped: 0 }, true).failed).toBe(0);
  });

  it('sums the suites into one line', () => {
    const total = [countOne(true), countOne(false), { passed: 10, failed: 0, skipped: 2 }].reduce(add, none);
    expect(summaryLine(total)).toBe('11 passed, 1 failed, 2 skipped');
  });

  it('is a success only when something passed and nothing failed', () => {
    expect(isSuccess({ passed: 1, failed: 0, skipped: 9 })).toBe(true);
    expect(isSuccess({ passed: 9, failed: 1, skipped: 0 })).toBe(false);
    expect(isSuccess({ passed: 0, failed: 0, skipped: 4 })).toBe(false);
  });

  it('prints a row for each suite', () => {
    const table = suiteTable([{ name: 'unit', counts: { passed: 120, failed: 0, skipped: 1 }, milliseconds: 4321 }]);
    expect(table.split('\n')).toEqual([
      'suite          passed   failed  skipped  seconds',
      'unit              120        0        1      4.3',
    ]);
  });
});
