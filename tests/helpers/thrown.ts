import { AppError } from '#shared/rpc/app-error.ts';

/** The AppError that an attempt ends with; one that succeeds, or fails in another way, fails the test. */
export function thrown(attempt: () => unknown): AppError {
  try {
    attempt();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}
