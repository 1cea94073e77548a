import type { BlockView } from './types.ts';

/** `size`: rows of a whole block; the last one of a list ends sooner. */
type Block = { readonly start: number; readonly end: number; readonly size: number };

/** Blocks beside the one asked for, read before they are: AG Grid asks for a block only when its first row is in sight. */
export type ReadAhead<Row> = {
  /** The rows of a block, from what was read ahead or from the view. */
  readonly read: (view: BlockView<Row>, block: Block) => Promise<readonly (Row | null)[]>;
  /** What was read ahead is void: the rows have changed. */
  readonly forget: () => void;
};

/** Blocks that were read ahead and not asked for. */
const kept = 4;

export function createReadAhead<Row>(): ReadAhead<Row> {
  const ahead = new Map<number, Promise<readonly (Row | null)[]>>();
  const fetch = (view: BlockView<Row>, start: number, size: number): void => {
    if (start < 0 || start >= view.total || ahead.has(start)) return;
    const rows = view.read(start, Math.min(start + size, view.total));
    ahead.set(start, rows);
    // Read again, and told, when the block is asked for.
    rows.catch(() => ahead.delete(start));
    for (const oldest of [...ahead.keys()].slice(0, -kept)) ahead.delete(oldest);
  };
  return {
    read: async (view, { start, end, size }) => {
      const rows = ahead.get(start) ?? view.read(start, end);
      ahead.delete(start);
      const found = await rows;
      fetch(view, start + size, size);
      fetch(view, start - size, size);
      return found;
    },
    forget: () => ahead.clear(),
  };
}
