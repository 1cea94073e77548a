import type { StatusListSkip } from '#shared/messages/import-status-list.ts';

/** A row that is no data, and why. `row` is 0-based. */
export type SkippedRow = {
  readonly row: number;
  readonly hidden: boolean;
  readonly text: string;
  readonly why: StatusListSkip;
};
