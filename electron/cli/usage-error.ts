/** A command line that cannot be understood; the message is Japanese and says what is missing. */
export class UsageError extends Error {}

export function usageError(message: string): UsageError {
  return new UsageError(message);
}
