import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkLedger, isSound } from '#db/check.ts';
import { createLedger, type Ledger, openLedger } from '#db/open.ts';
import { insertOrganization, removeOrganization, writeOrganizationFields } from '#db/organization-rows.ts';
import { tableColumns, toSnake } from '#db/table-columns.ts';
import { nextUndo, undoChangeSet } from '#db/undo.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { invented } from '../helpers/invented-group.ts';
import { tempFolder, testNow, writeAs } from '../helpers/temp-ledger.ts';

/** A ledger with a history: added, changed, removed, undone, and a group that came back. */
function ledgerWithHistory(): Ledger {
  const ledger = createLedger(path.join(tempFolder(), '台帳.daicho'), '');
  const ids = writeAs(ledger, '追加', (tx) =>
    Array.from({ length: 40 }, (_, index) => insertOrganization(tx, invented(index))),
  ).value;
  const [first = '', second = '', third = ''] = ids;
  writeAs(ledger, '変更', (tx) =>
    writeOrganizationFields(tx, first, { note: '変えた', members: 7, fields: ['観光の振興'] }),
  );
  writeAs(ledger, '削除', (tx) => removeOrganization(tx, second));
  writeAs(ledger, '削除して戻す', (tx) => removeOrganization(tx, third));
  undoChangeSet(ledger, nextUndo(ledger)?.id ?? '', { actor: '', now: testNow() });
  writeAs(ledger, '設定', (tx) => tx.insert('ledgerSetting', { id: 'centerName', value: '見本センター' }));
  return ledger;
}

/** Changes rows as no program of ours would: past the gate, without a record. */
function byHand(ledger: Ledger, sql: string): void {
  ledger.connection.exec(`BEGIN; INSERT INTO write_gate (open) VALUES (1); ${sql}; DELETE FROM write_gate; COMMIT;`);
}

test('a ledger that was only written by the program is sound, whatever was changed, removed, undone', () => {
  const ledger = ledgerWithHistory();
  expect(checkLedger(ledger)).toEqual({
    damage: [],
    brokenReferences: 0,
    tamperedChangeSets: [],
    alteredRows: 0,
    staleListRows: 0,
  });
  ledger.close();
});

const alterations: readonly (readonly [string, string, object])[] = [
  [
    'a changed value',
    "UPDATE organization SET note = 'x' WHERE rowid = (SELECT max(rowid) FROM organization)",
    { alteredRows: 1, staleListRows: 1 },
  ],
  [
    'a value set to blank',
    'UPDATE registration SET valid_until = NULL WHERE rowid = (SELECT max(rowid) FROM registration)',
    { alteredRows: 1, staleListRows: 1 },
  ],
  [
    'a public flag',
    'UPDATE org_contact SET phone_public = 1 - coalesce(phone_public, 0) WHERE rowid = (SELECT max(rowid) FROM org_contact)',
    { alteredRows: 1 },
  ],
  [
    'a removed row',
    'DELETE FROM organization_field WHERE rowid = (SELECT max(rowid) FROM organization_field)',
    { alteredRows: 1, staleListRows: 1 },
  ],
  ['a row nobody wrote', "INSERT INTO ledger_setting VALUES ('x', 'y')", { alteredRows: 1, staleListRows: 0 }],
  [
    'a row that was removed and is back',
    "INSERT INTO registration_number SELECT id || 'x', reg_no, organization_id FROM registration_number LIMIT 1",
    { alteredRows: 1 },
  ],
  [
    'a list row that lies',
    "UPDATE organization_list SET phone = '000' WHERE rowid = (SELECT max(rowid) FROM organization_list)",
    { alteredRows: 0, staleListRows: 1 },
  ],
  [
    'a list row that is missing',
    'DELETE FROM organization_list WHERE rowid = (SELECT max(rowid) FROM organization_list)',
    { alteredRows: 0, staleListRows: 1 },
  ],
];

test.each(alterations)('%s past the log is found', (_what, sql, found) => {
  const ledger = ledgerWithHistory();
  byHand(ledger, sql);
  expect(checkLedger(ledger)).toMatchObject({ damage: [], brokenReferences: 0, tamperedChangeSets: [], ...found });
  expect(isSound(checkLedger(ledger))).toBe(false);
  ledger.close();
});

/** All data, as one text. */
function snapshot({ connection }: Ledger): string {
  const tables = [...Object.keys(tableColumns).map(toSnake), 'organization_list', 'change', 'change_set'];
  return JSON.stringify(tables.map((table) => connection.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()));
}

describe('a file in which bytes changed by themselves', () => {
  const runs = Number(process.env['DAMAGE_RUNS'] ?? 400);

  test(
    `never passes the check with other values than were written (${runs} damages)`,
    () => {
      const sound = ledgerWithHistory();
      const truth = snapshot(sound);
      sound.close();
      const bytes = readFileSync(sound.path);
      const copy = path.join(path.dirname(sound.path), '写し.daicho');
      const outcomes = { refused: 0, found: 0, harmless: 0 };
      for (let run = 0; run < runs; run += 1) {
        copyFileSync(sound.path, copy);
        writeFileSync(copy, damaged(bytes, run));
        outcomes[outcomeOf(copy, truth)] += 1;
      }
      expect(outcomes.refused + outcomes.found + outcomes.harmless).toBe(runs);
      expect(outcomes.found).toBeGreaterThan(runs / 20);
    },
    30_000 + runs * 40,
  );
});

/** One to eight bytes of a ledger, other than they were; the same ones for the same seed. */
function damaged(bytes: Buffer, seed: number): Buffer {
  const result = Buffer.from(bytes);
  let state = (seed + 1) * 0x9e3779b1;
  const dice = (sides: number): number => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
    return (state >>> 0) % sides;
  };
  for (let count = 1 + dice(8); count > 0; count -= 1) {
    const at = dice(result.length);
    result[at] = ((result[at] ?? 0) + 1 + dice(255)) & 255;
  }
  return result;
}

function outcomeOf(file: string, truth: string): 'refused' | 'found' | 'harmless' {
  let ledger: Ledger | undefined;
  try {
    ledger = openLedger(file, { mode: 'read', actor: '' });
    if (!isSound(checkLedger(ledger))) return 'found';
    if (snapshot(ledger) !== truth) throw new Error(`other values passed the check: ${file}`);
    return 'harmless';
  } catch (error) {
    if (error instanceof AppError) return 'refused';
    throw error;
  } finally {
    ledger?.close();
  }
}
