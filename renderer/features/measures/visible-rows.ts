import type { MeasureRow } from '#shared/contract/measures.ts';

/** 'all', a glyph of the plan's marks, or one of these two. */
export type MarkFilter =
  | { readonly kind: 'all' }
  | { readonly kind: 'mark'; readonly glyph: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'changed' };

export type RowFilter = {
  readonly mark: MarkFilter;
  readonly reposts: boolean;
  /** Row ids of headings that are folded. */
  readonly folded: ReadonlySet<string>;
  /** Mark texts of the year before, by node; null when there is none. */
  readonly former: ReadonlyMap<string, string> | null;
  /** Id of the only policy (top heading) to show; null = all. */
  readonly policy: string | null;
};

export function markText(row: MeasureRow): string {
  return row.mark.state === 'blank' ? '' : row.mark.text;
}

/** True when the mark differs from the former year's; an item without a former mark has not changed. */
export function isChanged(row: MeasureRow, former: ReadonlyMap<string, string> | null): boolean {
  const before = former?.get(row.nodeId);
  return before !== undefined && before !== markText(row);
}

function fits(row: MeasureRow, filter: RowFilter): boolean {
  if (row.kind === 'repost') return filter.reposts && filter.mark.kind === 'all';
  switch (filter.mark.kind) {
    case 'all':
      return true;
    case 'mark':
      return row.mark.state === 'mark' && row.mark.text === filter.mark.glyph;
    case 'blank':
      return row.mark.state === 'blank';
    case 'changed':
      return isChanged(row, filter.former);
  }
}

/** The policy to show alone; null = all, also when the list has it no longer (another plan was chosen, or it was removed). */
export function shownPolicy(rows: readonly MeasureRow[], { policy }: RowFilter): MeasureRow | null {
  return policy === null ? null : (rows.find((row) => row.kind === 'heading' && row.nodeId === policy) ?? null);
}

/** Rows to show, in order: fitting items, and of the headings those with a fitting item below. A folded heading hides what is below it. */
export function visibleRows(rows: readonly MeasureRow[], filter: RowFilter): readonly MeasureRow[] {
  const shown: MeasureRow[] = [];
  const policy = shownPolicy(rows, filter);
  const isOfPolicy = (top: MeasureRow | undefined) => policy === null || top === policy;
  /** Headings above the row in hand, outermost first, and whether each is in the list already. */
  let path: { readonly heading: MeasureRow; listed: boolean }[] = [];
  const list = () => {
    for (const [index, step] of path.entries()) {
      if (path.slice(0, index).some(({ heading }) => filter.folded.has(heading.rowId))) return;
      if (!step.listed) shown.push(step.heading);
      step.listed = true;
    }
  };
  for (const row of rows) {
    if (row.kind === 'heading') {
      path = [...path.filter(({ heading }) => heading.depth < row.depth), { heading: row, listed: false }];
      if (!isOfPolicy(path[0]?.heading)) continue;
      if (filter.mark.kind === 'all') list();
      continue;
    }
    if (!fits(row, filter) || !isOfPolicy(path[0]?.heading)) continue;
    list();
    if (!path.some(({ heading }) => filter.folded.has(heading.rowId))) shown.push(row);
  }
  return shown;
}

/** The headings above a row, outermost first. */
export function headingsOf(rows: readonly MeasureRow[], row: MeasureRow): readonly MeasureRow[] {
  const byNode = new Map(
    rows.flatMap((heading) => (heading.kind === 'heading' ? [[heading.nodeId, heading] as const] : [])),
  );
  const path: MeasureRow[] = [];
  for (let id = row.parentId; id !== null; ) {
    const heading = byNode.get(id);
    if (heading === undefined || path.includes(heading)) break;
    path.unshift(heading);
    id = heading.parentId;
  }
  return path;
}
