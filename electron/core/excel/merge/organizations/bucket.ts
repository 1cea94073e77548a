import { organizationFields } from '#shared/domain/organization/fields.ts';
import { organizationNameKey } from '#shared/domain/organization-name.ts';
import { valueText } from './compare.ts';
import type { DraftValues } from './draft.ts';
import { telltaleKeys } from './evidence.ts';
import type { GroupEntry } from './group-entry.ts';

/** The groups of one name or number, by their place in the book. */
export type Bucket = {
  /** Adds a group, or replaces it by what it is now. */
  readonly put: (entry: GroupEntry) => void;
  readonly find: (values: DraftValues) => readonly number[];
};

/** Above this many groups of one name, only those with more in common are looked at: a file of one name stays quick. */
const CROWDED = 16;
/** Enough to see that there are several. */
const SOME = 3;

export function createBucket(first: GroupEntry): Bucket {
  const entries = new Map([[first.order, first]]);
  const some = [first.order];
  let telling: Map<string, number[]> | null = null;
  return {
    put: (entry) => {
      if (some.length < SOME && !some.includes(entry.order)) some.push(entry.order);
      entries.set(entry.order, entry);
      if (telling !== null) list(telling, entry);
    },
    find: (values) => {
      if (entries.size <= CROWDED) return [...entries.keys()];
      telling ??= indexed(entries.values());
      const found = crowdKeys(values).flatMap((key) => telling?.get(key) ?? []);
      return [...new Set([...found.slice(0, CROWDED), ...some])];
    },
  };
}

function indexed(entries: Iterable<GroupEntry>): Map<string, number[]> {
  const telling = new Map<string, number[]>();
  for (const entry of entries) list(telling, entry);
  return telling;
}

function list(telling: Map<string, number[]>, entry: GroupEntry): void {
  for (const key of crowdKeys(entry.values)) {
    const orders = telling.get(key);
    if (orders === undefined) telling.set(key, [entry.order]);
    else if (orders.length < CROWDED && !orders.includes(entry.order)) orders.push(entry.order);
  }
}

/** Most telling first: all values, then contacts, then the name. */
function crowdKeys(values: DraftValues): readonly string[] {
  const all = valueKeys.map((key) => valueText(values[key]));
  return [`=:${JSON.stringify(all)}`, ...telltaleKeys(values), `n:${organizationNameKey(valueText(values.name))}`];
}

/** A flag that was never set reads as no. */
const valueKeys = organizationFields.filter(({ kind }) => kind !== 'public-flag').map(({ key }) => key);
