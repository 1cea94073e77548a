import type { Connection } from './connection.ts';

/** Texts of organization_search by id. */
type SearchTexts = {
  readonly texts: (string | undefined)[];
  /** The highest id that was read. */
  last: number;
  isWhole: boolean;
};

/** Read in some 10 ms, so that other calls are answered in between. */
const rowsAtOnce = 2000;
/** Of more groups than this all texts are read anew: asking for them one by one would take longer. */
const mostRefreshed = 500;

const known = new WeakMap<Connection, SearchTexts>();

/**
 * Reads more of the texts that find looks through into memory (about 1 kB a group), where looking takes a tenth of the time.
 * True while there are more to read.
 */
export function readSearchTexts(connection: Connection): boolean {
  if (!connection.open) return false;
  const state: SearchTexts = known.get(connection) ?? { texts: [], last: 0, isWhole: false };
  known.set(connection, state);
  if (state.isWhole) return false;
  const rows = connection
    .prepare<[number, number], [number, string]>(
      'SELECT id, text FROM organization_search WHERE id > ? ORDER BY id LIMIT ?',
    )
    .raw(true)
    .all(state.last, rowsAtOnce);
  for (const [id, text] of rows) state.texts[id] = text;
  state.last = rows.at(-1)?.[0] ?? state.last;
  state.isWhole = rows.length < rowsAtOnce;
  return !state.isWhole;
}

/** Ids of the groups whose text holds this part, ascending; null while not all texts are in memory. */
export function idsHolding(connection: Connection, part: string): readonly number[] | null {
  const state = known.get(connection);
  if (state?.isWhole !== true) return null;
  const ids: number[] = [];
  state.texts.forEach((text, id) => {
    if (text?.includes(part) === true) ids.push(id);
  });
  return ids;
}

/** These groups have changed on disk. A group that is no more has no id to forget its text by: all is read anew then. */
export function searchTextsChanged(connection: Connection, organizationIds: readonly string[]): void {
  const state = known.get(connection);
  if (state === undefined || organizationIds.length === 0) return;
  // Until their texts are read, and if they cannot be, nothing is known.
  known.delete(connection);
  const rows = organizationIds.length > mostRefreshed ? null : textsOf(connection, organizationIds);
  if (rows === null) return;
  for (const [id, text] of rows) state.texts[id] = text;
  known.set(connection, state);
}

/** null when one of the groups is no more, or the file cannot be read: who asks it next is told. */
function textsOf(connection: Connection, organizationIds: readonly string[]): readonly [number, string][] | null {
  try {
    const read = connection
      .prepare<[string], [number, string]>(
        'SELECT s.id, s.text FROM organization_list l JOIN organization_search s ON s.id = l.id WHERE l.organization_id = ?',
      )
      .raw(true);
    const rows = organizationIds.flatMap((id) => [read.get(id)].filter((row) => row !== undefined));
    return rows.length === organizationIds.length ? rows : null;
  } catch {
    return null;
  }
}
