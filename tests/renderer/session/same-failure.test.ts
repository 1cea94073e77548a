import { expect, test } from 'vitest';
import { isSameFailure } from '#renderer/session/error-text.ts';
import { AppError } from '#shared/rpc/app-error.ts';

const told = { code: 'LEDGER_BUSY', params: { file: '台帳.daicho', holder: '山本' } };

test.each([
  ['the same failure of the same file', new AppError('LEDGER_BUSY', { file: '台帳.daicho', holder: '山本' }), true],
  ['the same failure of another file', new AppError('LEDGER_BUSY', { file: '別.daicho', holder: '山本' }), false],
  ['a failure that says more', new AppError('LEDGER_BUSY', { ...told.params, since: '10:00' }), false],
  ['a failure that says less', new AppError('LEDGER_BUSY', { file: '台帳.daicho' }), false],
  ['another failure of the same file', new AppError('LEDGER_MISSING', { file: '台帳.daicho', holder: '山本' }), false],
  ['a bug', new Error('x'), false],
  ['none', null, false],
])('%s', (...[, error, same]) => {
  expect(isSameFailure(error, told)).toBe(same);
});
