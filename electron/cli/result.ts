/** 0 done, 1 failed, 2 nothing importable. */
export const exitStatus = { done: 0, failed: 1, nothingImportable: 2 } as const;

/** What a command answers: data for --json, sentences for people. */
export type CommandResult = {
  readonly json: unknown;
  readonly lines: readonly string[];
  /** What went wrong with a part of the work, for stderr. */
  readonly problems?: readonly string[];
  readonly status: (typeof exitStatus)[keyof typeof exitStatus];
};
