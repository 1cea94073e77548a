import type { StoredOrganization } from '#db/queries/organization-merge.ts';
import { organizationNameKey } from '#shared/domain/organization-name.ts';
import { matchKey } from '#shared/domain/text.ts';
import { type Bucket, createBucket } from './bucket.ts';
import { valueText } from './compare.ts';
import type { DraftValues, OrganizationDraft } from './draft.ts';
import type { GroupEntry } from './group-entry.ts';
import { bareName } from './name-evidence.ts';

/** The groups of the ledger and of the file by what may identify them. Grows as rows of the file take groups and add some. */
export type GroupBook = {
  /** Groups that may be this row's: of its number, its corporate number, its name with any legal form. */
  readonly candidates: (values: DraftValues) => readonly GroupEntry[];
  /** Grows whenever a group changes that is or was a candidate of these values. */
  readonly version: (values: DraftValues) => number;
  readonly byId: (id: string) => GroupEntry | undefined;
  /** Whether a group may have this number: a number once given is never given to another group. */
  readonly isFreeFor: (regNo: string, entry: GroupEntry | null) => boolean;
  /** Who has the number now. */
  readonly holderOf: (regNo: string) => GroupEntry | null;
  /** Gives a group to a row, which leaves it with these values; returns it as it is then. */
  readonly take: (entry: GroupEntry, draft: OrganizationDraft, values: DraftValues) => GroupEntry;
  readonly add: (draft: OrganizationDraft, values: DraftValues) => GroupEntry;
  /** The book as it will be when all this is written and the file comes again. */
  readonly afterwards: () => GroupBook;
};

/** `numberHolders`: match key of every number ever given → id of its group, also of a removed one. */
export function createGroupBook(
  groups: readonly StoredOrganization[],
  numberHolders: ReadonlyMap<string, string>,
): GroupBook {
  const rows = groups.map(({ id, record }) => ({ id, values: record }));
  return bookOf(rows, numberHolders);
}

type Group = Pick<GroupEntry, 'id' | 'values'>;

function bookOf(groups: readonly Group[], numberHolders: ReadonlyMap<string, string>): GroupBook {
  const entries: GroupEntry[] = [];
  const orderById = new Map<string, number>();
  const buckets = createBuckets();
  const put = (entry: GroupEntry): GroupEntry => {
    const before = entries[entry.order];
    if (before !== undefined) buckets.leave(before);
    entries[entry.order] = entry;
    buckets.put(entry);
    return entry;
  };
  groups.forEach(({ id, values }, order) => {
    if (id !== null) orderById.set(id, order);
    put({ id, order, values, takenBy: null });
  });
  const candidates: GroupBook['candidates'] = (values) =>
    buckets.find(values).flatMap((order) => entries.slice(order, order + 1));
  const holderOf = (regNo: string): GroupEntry | null => {
    const key = matchKey(regNo);
    return candidates({ regNo }).find(({ values }) => matchKey(valueText(values.regNo)) === key) ?? null;
  };
  return {
    candidates,
    byId: (id) => entries[orderById.get(id) ?? -1],
    version: buckets.version,
    holderOf,
    isFreeFor: (regNo, entry) => {
      const holder = holderOf(regNo);
      if (holder !== null) return holder.order === entry?.order;
      const former = numberHolders.get(matchKey(regNo));
      return former === undefined || former === entry?.id;
    },
    take: (entry, draft, values) => put({ ...entry, values, takenBy: draft }),
    add: (draft, values) => put({ id: null, order: entries.length, values, takenBy: draft }),
    afterwards: () => bookOf(entries, numberHolders),
  };
}

type Buckets = Bucket & {
  /** A group that changes may be no candidate any longer for those who look here. */
  readonly leave: (entry: GroupEntry) => void;
  readonly version: (values: DraftValues) => number;
};

function createBuckets(): Buckets {
  const buckets = new Map<string, Bucket>();
  const versions = new Map<string, number>();
  const bareNames = new Map<string, string>();
  const keysOf = ({ regNo, corporateNumber, name }: DraftValues): readonly string[] => {
    const text = valueText(name);
    const bare = bareNames.get(text) ?? bareName(organizationNameKey(text));
    bareNames.set(text, bare);
    const keys = [
      ['r', matchKey(valueText(regNo))],
      ['c', valueText(corporateNumber)],
      ['n', bare],
    ];
    return keys.flatMap(([kind, key]) => (key === '' ? [] : [`${kind}:${key}`]));
  };
  const grow = (key: string): void => void versions.set(key, (versions.get(key) ?? 0) + 1);
  return {
    leave: (entry) => keysOf(entry.values).forEach(grow),
    version: (values) => keysOf(values).reduce((sum, key) => sum + (versions.get(key) ?? 0), 0),
    put: (entry) => {
      for (const key of keysOf(entry.values)) {
        grow(key);
        const bucket = buckets.get(key);
        if (bucket === undefined) buckets.set(key, createBucket(entry));
        else bucket.put(entry);
      }
    },
    find: (values) => {
      const found = keysOf(values).flatMap((key) => buckets.get(key)?.find(values) ?? []);
      return found.length > 1 ? [...new Set(found)] : found;
    },
  };
}
