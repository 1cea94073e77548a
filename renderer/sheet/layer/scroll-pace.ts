/** Time for one row beyond an edge, and for one column: columns are wide, they go by more slowly. */
const millisecondsForRow = 40;
const millisecondsForColumn = 160;

export type Steps = { readonly rows: number; readonly columns: number };
export type ScrollPace = {
  /** Whole steps that have become due by now; what is left of one counts for the next time. */
  readonly due: (now: number) => Steps;
};

/** A drag beyond an edge scrolls by the clock, not by how often the program is called: a busy computer scrolls in larger steps. */
export function startScrollPace(start: number): ScrollPace {
  const taken = { rows: 0, columns: 0 };
  const due = (passed: number, each: number, key: keyof Steps): number => {
    const steps = Math.floor(passed / each) - taken[key];
    taken[key] += steps;
    return steps;
  };
  return {
    due: (now) => ({
      rows: due(now - start, millisecondsForRow, 'rows'),
      columns: due(now - start, millisecondsForColumn, 'columns'),
    }),
  };
}
