/** Rows or columns in sequence, both ends included. */
export type Span = { readonly from: number; readonly to: number };

/** How many rows or columns merged spans hold. */
export function spanSize(spans: readonly Span[]): number {
  return spans.reduce((size, { from, to }) => size + to - from + 1, 0);
}

/** The same rows or columns in as few spans as possible, ascending. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || span.from > last.to + 1) merged.push(span);
    else if (span.to > last.to) merged[merged.length - 1] = { from: last.from, to: span.to };
  }
  return merged;
}
