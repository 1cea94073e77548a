import { describe, expect, test } from 'vitest';
import { retryWhileHeld } from '#core/files/retry.ts';

function failing(times: number, code: string): { readonly run: () => Promise<string>; readonly calls: () => number } {
  let calls = 0;
  return {
    run: async () => {
      calls += 1;
      if (calls <= times) throw Object.assign(new Error(code), { code });
      return '済';
    },
    calls: () => calls,
  };
}

describe('retryWhileHeld', () => {
  test.each(['EBUSY', 'EPERM', 'EACCES'])('tries again after %s', async (code) => {
    const operation = failing(2, code);
    expect(await retryWhileHeld(operation.run, { forMs: 5000 })).toBe('済');
    expect(operation.calls()).toBe(3);
  });

  test('tries eight times and more', async () => {
    const operation = failing(8, 'EBUSY');
    expect(await retryWhileHeld(operation.run, { forMs: 5000 })).toBe('済');
    expect(operation.calls()).toBe(9);
  });

  test('throws other failures at once', async () => {
    const operation = failing(1, 'ENOSPC');
    await expect(retryWhileHeld(operation.run, { forMs: 5000 })).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(operation.calls()).toBe(1);
  });

  test('throws the last failure when the time is over', async () => {
    const operation = failing(Number.POSITIVE_INFINITY, 'EBUSY');
    await expect(retryWhileHeld(operation.run, { forMs: 120 })).rejects.toMatchObject({ code: 'EBUSY' });
    expect(operation.calls()).toBe(3);
  });
});
