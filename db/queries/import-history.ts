import { sqlBuilder } from '../reader.ts';
import type { Reader } from '../reader.ts';

/** Stored as the origin of the change set of an import. */
export type ImportOrigin = {
  readonly kind: 'import';
  /** What was imported: organizations, status-list. */
  readonly importKind: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly sheet: string;
  readonly format: string;
  readonly counts: Readonly<Record<string, number>>;
};

export type PastImport = {
  readonly changeSetId: string;
  readonly at: string;
  readonly label: string;
  readonly fileName: string;
  readonly importKind: string;
};

const columns = `c.id, c.at, c.label, json_extract(c.origin, '$.fileName'), json_extract(c.origin, '$.importKind')`;
const imports = `FROM change_set c WHERE c.command = 'imports.apply' AND c.origin IS NOT NULL`;

/** The newest imports of this ledger, undone ones too. */
export function listRecentImports(reader: Reader, limit: number): readonly PastImport[] {
  return reader.arrays(`SELECT ${columns} ${imports} ORDER BY c.seq DESC LIMIT ?`, [limit]).map(toPastImport);
}

/** Imports since `since` (UTC, ISO 8601) with rows that a person had to look at, the newest first, undone ones too. */
export function listImportsToCheck(
  reader: Reader,
  since: string,
): { changeSetId: string; fileName: string; at: string; left: number }[] {
  const left = `json_extract(c.origin, '$.counts.check')`;
  const sql = `SELECT ${columns}, ${left} ${imports} AND c.at >= ? AND ${left} > 0 ORDER BY c.seq DESC`;
  return reader.arrays(sql, [since]).map((row) => {
    const { changeSetId, fileName, at } = toPastImport(row);
    return { changeSetId, fileName, at, left: Number(row.at(-1)) };
  });
}

/** Imports of a file with these bytes, the newest first, undone ones too. */
export function listImportsOfFile(reader: Reader, sha256: string): readonly PastImport[] {
  const sql = `SELECT ${columns} ${imports} AND json_extract(c.origin, '$.sha256') = ? ORDER BY c.seq DESC LIMIT 5`;
  return reader.arrays(sql, [sha256]).map(toPastImport);
}

/** Place of the newest change set; grows with every write. 0 = a ledger nobody wrote to. */
export function newestChangeSetSeq(reader: Reader): number {
  return reader.first(sqlBuilder.selectFrom('changeSet').select((eb) => eb.fn.max('seq').as('seq')))?.seq ?? 0;
}

function toPastImport(row: readonly unknown[]): PastImport {
  const [changeSetId, at, label, fileName, importKind] = row.map((value) => String(value ?? ''));
  return {
    changeSetId: changeSetId ?? '',
    at: at ?? '',
    label: label ?? '',
    fileName: fileName ?? '',
    importKind: importKind ?? '',
  };
}
