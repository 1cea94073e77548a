/** Room between neighbours, so that a row put between two others moves none of them. */
const STEP = 1024;

export type Arrangement = {
  /** Order of every wanted row; rows that keep their place keep their order. */
  readonly orders: ReadonlyMap<string, number>;
  /** Rows that had an order and stand elsewhere among the others now. */
  readonly moved: ReadonlySet<string>;
};

/**
 * Gives rows the order they are wanted in with as few changes as possible: the longest run of rows that are in order already
 * keeps its numbers, the others are fitted between. `current`: order by id of the rows that exist; `wanted`: all ids, in order.
 */
export function arrangeOrders(current: ReadonlyMap<string, number>, wanted: readonly string[]): Arrangement {
  const kept = longestRising(wanted.filter((id) => current.has(id)).map((id) => ({ id, order: current.get(id) ?? 0 })));
  const moved = new Set(wanted.filter((id) => current.has(id) && !kept.has(id)));
  return { orders: fitBetween(wanted, kept, current) ?? renumber(wanted), moved };
}

function renumber(wanted: readonly string[]): Map<string, number> {
  return new Map(wanted.map((id, index) => [id, (index + 1) * STEP]));
}

/** null when some gap has too little room. */
function fitBetween(
  wanted: readonly string[],
  kept: ReadonlySet<string>,
  current: ReadonlyMap<string, number>,
): Map<string, number> | null {
  const orders = new Map<string, number>();
  let last = 0;
  let waiting: string[] = [];
  for (const id of wanted) {
    if (!kept.has(id)) {
      waiting.push(id);
      continue;
    }
    const next = current.get(id) ?? 0;
    if (!spread(orders, waiting, { last, next })) return null;
    waiting = [];
    orders.set(id, next);
    last = next;
  }
  spread(orders, waiting, { last, next: last + STEP * (waiting.length + 1) });
  return orders;
}

function spread(orders: Map<string, number>, ids: readonly string[], gap: { last: number; next: number }): boolean {
  const step = Math.floor((gap.next - gap.last) / (ids.length + 1));
  if (ids.length > 0 && step < 1) return false;
  ids.forEach((id, index) => {
    orders.set(id, gap.last + step * (index + 1));
  });
  return true;
}

type Placed = { readonly id: string; readonly order: number };

/** Ids of the longest subsequence whose orders rise. */
function longestRising(rows: readonly Placed[]): Set<string> {
  const tails: number[] = [];
  const previous: number[] = [];
  rows.forEach((row, index) => {
    let length = 0;
    while (length < tails.length && (rows[tails[length] ?? 0]?.order ?? 0) < row.order) length += 1;
    previous[index] = length === 0 ? -1 : (tails[length - 1] ?? -1);
    tails[length] = index;
  });
  const ids = new Set<string>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) ids.add(rows[index]?.id ?? '');
  return ids;
}
