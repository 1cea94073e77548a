import type { SearchHit } from '#shared/contract/overview.ts';
import { kanaSpellings } from '#shared/domain/kana.ts';
import { isInLegalForm, organizationNameKey } from '#shared/domain/organization-name.ts';
import { measureNumberKey } from '#shared/domain/plan-keys.ts';
import { cleanText, matchKey } from '#shared/domain/text.ts';
import { overviewTexts } from '#shared/messages/overview.ts';
import { createReader, type Reader, type SqlValue } from '../reader.ts';
import type { Ledger } from '../open.ts';

/** How well a text fits: the whole, its beginning, somewhere inside; a name before a reading or number. */
type Ranked = { readonly id: SqlValue; readonly rank: number };

const ranks = { whole: 0, nameBegins: 1, readingBegins: 2, nameHolds: 3, readingHolds: 4, typedHolds: 5 } as const;

/**
 * Groups and measures whose name, reading or number holds the text, the best first; width, case, spaces and the kind of kana
 * aside. Reads indexes only, never the wide rows of the register.
 */
export function searchLedger(ledger: Ledger, text: string, limit: number): SearchHit[] {
  const reader = createReader(ledger.connection);
  const typed = cleanText(text);
  if (matchKey(typed) === '') return [];
  const search: Search = { reader, typed, limit };
  const groups = bestOf(
    [...groupsByName(search), ...groupsByReading(search), ...groupsByNumber(search), ...groupsByTypedName(search)],
    limit,
  );
  const measures = bestOf([...measuresByName(search), ...measuresByNumber(search)], limit);
  const hits = [
    ...groups.flatMap(({ id, rank }) => withRank(groupHit(reader, id), rank)),
    ...measures.flatMap(({ id, rank }) => withRank(measureHit(reader, id), rank)),
  ];
  return hits
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ hit }) => hit);
}

type Search = { readonly reader: Reader; readonly typed: string; readonly limit: number };

function withRank(hit: SearchHit | null, rank: number): { readonly hit: SearchHit; readonly rank: number }[] {
  return hit === null ? [] : [{ hit, rank }];
}

/** Each row once, by its best rank; of equal ranks the order they were found in. */
function bestOf(found: readonly Ranked[], limit: number): Ranked[] {
  const best = new Map<SqlValue, Ranked>();
  for (const hit of found) {
    if (hit.rank < (best.get(hit.id)?.rank ?? Number.MAX_SAFE_INTEGER)) best.set(hit.id, hit);
  }
  return [...best.values()].toSorted((a, b) => a.rank - b.rank).slice(0, limit);
}

type Scan = {
  /** Everything between FROM and WHERE. */
  readonly from: string;
  readonly id: string;
  /** What every row is looked through by first, and for which texts: a cheap test that no row with a needle fails. */
  readonly looked: string;
  readonly lookedFor?: (needle: string) => string;
  /** The text that has to hold a needle; the ':' before it marks its beginning. */
  readonly key: string;
  readonly needles: readonly string[];
  readonly begins: number;
  readonly holds: number;
};

function same(needle: string): string {
  return needle;
}

/** Rows whose key holds one of the needles; whole ones first, then those that begin with it, then the shortest. */
function scan(
  { reader, limit }: Search,
  { from, id, looked, lookedFor = same, key, needles, begins, holds }: Scan,
): Ranked[] {
  const wanted = needles.filter((needle) => needle !== '');
  if (wanted.length === 0) return [];
  const any = (test: string): string => wanted.map(() => test).join(' OR ');
  const sql = `SELECT ${id}, CASE WHEN ${any(`${key} = ':' || ?`)} THEN ${ranks.whole}
      WHEN ${any(`instr(${key}, ':' || ?) = 1`)} THEN ${begins} ELSE ${holds} END AS place
    FROM ${from} WHERE (${any(`instr(${looked}, ?) > 0`)}) AND (${any(`instr(${key}, ?) > 0`)})
    ORDER BY place, length(${key}) LIMIT ?`;
  const rows = reader.arrays(sql, [...wanted, ...wanted, ...wanted.map(lookedFor), ...wanted, limit]);
  return rows.map(([found, rank]) => ({ id: found ?? null, rank: Number(rank) }));
}

/** Names are kept as 'npo:虹の会' or ':虹の会': a legal form in front does not count for where a name begins. */
function groupsByName(search: Search): Ranked[] {
  const needles = kanaSpellings(search.typed).map((spelling) => organizationNameKey(spelling).replace(/^:/, ''));
  const key = needles.some((needle) => needle.includes(':'))
    ? `':' || name_match_key`
    : "substr(name_match_key, instr(name_match_key, ':'))";
  return scan(search, {
    from: 'organization_list',
    id: 'rowid',
    looked: 'name_match_key',
    key,
    needles,
    begins: ranks.nameBegins,
    holds: ranks.nameHolds,
  });
}

function groupsByReading(search: Search): Ranked[] {
  // No reading holds kanji.
  if (/\p{Script=Han}/u.test(search.typed)) return [];
  const needles = kanaSpellings(search.typed.normalize('NFKC').replace(/\s/g, ''));
  return scan(search, {
    from: 'organization_list',
    id: 'rowid',
    looked: 'name_kana',
    lookedFor: (needle) => Array.from(needle)[0] ?? '', // taking the spaces out of every reading would cost as much as all else
    key: "':' || replace(name_kana, ' ', '')",
    needles,
    begins: ranks.readingBegins,
    holds: ranks.readingHolds,
  });
}

function groupsByNumber(search: Search): Ranked[] {
  return scan(search, {
    from: 'registration_number n JOIN organization_list l ON l.organization_id = n.organization_id',
    id: 'l.rowid',
    looked: 'n.id',
    key: "':' || n.id",
    needles: [matchKey(search.typed)],
    begins: ranks.readingBegins,
    holds: ranks.readingHolds,
  });
}

/** For a legal form that is not typed to its end: its letters are in no key. */
function groupsByTypedName(search: Search): Ranked[] {
  if (!isInLegalForm(search.typed)) return [];
  return scan(search, {
    from: 'organization_list',
    id: 'rowid',
    looked: 'name',
    key: "':' || name",
    needles: [search.typed],
    begins: ranks.nameBegins,
    holds: ranks.typedHolds,
  });
}

function measuresByName(search: Search): Ranked[] {
  const needles = kanaSpellings(search.typed).map(matchKey);
  const from = "plan_node WHERE kind = 'measure'";
  return scan(search, {
    from: `(SELECT id, name_key FROM ${from} ORDER BY plan_id DESC)`,
    id: 'id',
    looked: 'name_key',
    key: "':' || name_key",
    needles,
    begins: ranks.nameBegins,
    holds: ranks.nameHolds,
  });
}

/** A number is meant whole: '1' is not 10, 11, 12 … */
function measuresByNumber({ reader, typed, limit }: Search): Ranked[] {
  const sql = `SELECT id FROM plan_node WHERE kind = 'measure' AND number_key = ? ORDER BY plan_id DESC, sort_order LIMIT ?`;
  const key = measureNumberKey(typed);
  return key === '' ? [] : reader.arrays(sql, [key, limit]).map(([id]) => ({ id: id ?? null, rank: ranks.whole }));
}

function groupHit(reader: Reader, rowid: SqlValue): SearchHit | null {
  const sql = 'SELECT organization_id, name, reg_no, city FROM organization_list WHERE rowid = ?';
  const [row] = reader.arrays(sql, [rowid]);
  if (row === undefined) return null;
  const [id, name, regNo, city] = row.map((value) => String(value ?? ''));
  const detail = overviewTexts.group({ regNo: regNo ?? '', city: city ?? '' });
  return { kind: 'organization', id: id ?? '', planId: null, title: name ?? '', detail };
}

function measureHit(reader: Reader, nodeId: SqlValue): SearchHit | null {
  const sql = `SELECT n.id, n.plan_id, n.number_raw, n.name, p.title, coalesce(h.number_raw, ''), coalesce(h.name, '')
    FROM plan_node n JOIN plan p ON p.id = n.plan_id LEFT JOIN plan_node h ON h.id = n.parent_id WHERE n.id = ?`;
  const [row] = reader.arrays(sql, [nodeId]);
  if (row === undefined) return null;
  const [id, planId, number, name, plan, sectionNumber, section] = row.map(String);
  const detail = overviewTexts.measure({ plan: plan ?? '', section: `${sectionNumber} ${section}`.trim() });
  return { kind: 'measure', id: id ?? '', planId: planId ?? null, title: `${number} ${name}`.trim(), detail };
}
