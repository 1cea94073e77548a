/** A row that is no data, with the reason in words. `row` is 0-based. */
export type SkippedRow = {
  readonly row: number;
  readonly hidden: boolean;
  readonly text: string;
  readonly reason: string;
};
