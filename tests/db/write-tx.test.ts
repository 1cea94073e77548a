import { expect, test } from 'vitest';
import { brokenChangeSets } from '#db/change-log.ts';
import { checkLedger } from '#db/check.ts';
import { openLedger } from '#db/open.ts';
import { insertOrganization, removeOrganization, writeOrganizationFields } from '#db/organization-rows.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { tempLedger, writeAs } from '../helpers/temp-ledger.ts';

function count(ledger: ReturnType<typeof tempLedger>, table: string): number {
  return Number(ledger.connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}

test('a write that throws leaves no row, no change and no open gate', () => {
  const ledger = tempLedger();
  const attempt = () =>
    writeAs(ledger, '失敗', (tx) => {
      insertOrganization(tx, { name: '豊田音楽隊', phone: '083-226-4040' });
      throw new Error('halfway');
    });
  expect(attempt).toThrow('halfway');
  expect([
    count(ledger, 'organization'),
    count(ledger, 'organization_list'),
    count(ledger, 'change_set'),
    count(ledger, 'write_gate'),
  ]).toEqual([0, 0, 0, 0]);
});

test('a write that changes nothing makes no change set', () => {
  const ledger = tempLedger();
  const { value: id } = writeAs(ledger, '追加', (tx) => insertOrganization(tx, { name: '豊田音楽隊', city: '下関市' }));
  const again = writeAs(ledger, '同じ', (tx) => writeOrganizationFields(tx, id, { city: '下関市' }));
  expect(again).toMatchObject({ value: false, changeSetId: null, changes: 0, savedAt: null });
  expect(count(ledger, 'change_set')).toBe(1);
});

test('an update records only the columns that differ, before and after', () => {
  const ledger = tempLedger();
  const { value: id } = writeAs(ledger, '追加', (tx) =>
    insertOrganization(tx, { name: '豊田音楽隊', city: '下関市', members: 10 }),
  );
  const { changeSetId } = writeAs(ledger, '変更', (tx) =>
    writeOrganizationFields(tx, id, { city: '下関市', members: 12 }),
  );
  const changes = ledger.connection
    .prepare('SELECT op, before_json, after_json, record_id FROM change WHERE change_set_id = ?')
    .all(changeSetId);
  expect(changes).toEqual([
    { op: 'update', before_json: '{"members":10}', after_json: '{"members":12}', record_id: id },
  ]);
});

test('a registration number stays taken after its group is removed, and is free again after the adding is undone', async () => {
  const { undoChangeSet } = await import('#db/undo.ts');
  const ledger = tempLedger();
  const added = writeAs(ledger, '追加', (tx) => insertOrganization(tx, { name: '豊田音楽隊', regNo: '下市0001' }));
  writeAs(ledger, '削除', (tx) => removeOrganization(tx, added.value));
  const reuse = () =>
    writeAs(ledger, '再利用', (tx) => insertOrganization(tx, { name: '別の会', regNo: '下市０００１' }));
  expect(reuse).toThrow(expect.objectContaining({ code: 'REG_NO_USED' }));
  const removal = String(ledger.connection.prepare("SELECT id FROM change_set WHERE label = '削除'").pluck().get());
  undoChangeSet(ledger, removal, { actor: '', now: new Date() });
  undoChangeSet(ledger, String(added.changeSetId), { actor: '', now: new Date() });
  expect(reuse).not.toThrow();
});

test('a read-only ledger refuses to write and keeps its bytes', () => {
  const ledger = tempLedger();
  writeAs(ledger, '追加', (tx) => insertOrganization(tx, { name: '豊田音楽隊' }));
  ledger.close();
  const reader = openLedger(ledger.path, { mode: 'read', actor: '' });
  expect(() => writeAs(reader, '追加', (tx) => insertOrganization(tx, { name: 'x' }))).toThrow(AppError);
  reader.close();
});

test('a changed log is found by its broken hash chain', () => {
  const ledger = tempLedger();
  for (const name of ['一', '二', '三']) writeAs(ledger, name, (tx) => insertOrganization(tx, { name }));
  expect(checkLedger(ledger)).toEqual({
    damage: [],
    brokenReferences: 0,
    tamperedChangeSets: [],
    alteredRows: 0,
    staleListRows: 0,
  });
  ledger.connection.exec(
    "DROP TRIGGER change_no_update; UPDATE change SET after_json = replace(after_json, '二', '弐') WHERE after_json LIKE '%二%';",
  );
  const second = ledger.connection.prepare("SELECT id FROM change_set WHERE label = '二'").pluck().get();
  expect(brokenChangeSets(ledger.connection)).toEqual([second]);
});

test('the flat list follows every write of a group', () => {
  const ledger = tempLedger();
  const { value: id } = writeAs(ledger, '追加', (tx) =>
    insertOrganization(tx, {
      name: '特定非営利活動法人 豊田音楽隊',
      phone: '083-226-4040',
      phonePublic: true,
      fields: ['地域安全', '環境の保全'],
      repName: '松永 花子',
      validUntil: '2026-03-31',
    }),
  );
  const row = () =>
    ledger.connection
      .prepare(
        'SELECT phone, phone_public, fields, rep_name, valid_until FROM organization_list WHERE organization_id = ?',
      )
      .get(id);
  expect(row()).toEqual({
    phone: '083-226-4040',
    phone_public: 1,
    fields: '["地域安全","環境の保全"]',
    rep_name: '松永 花子',
    valid_until: '2026-03-31',
  });
  writeAs(ledger, '変更', (tx) =>
    writeOrganizationFields(tx, id, { phone: null, fields: ['観光の振興'], validUntil: '2027-03-31' }),
  );
  expect(row()).toEqual({
    phone: null,
    phone_public: 1,
    fields: '["観光の振興"]',
    rep_name: '松永 花子',
    valid_until: '2027-03-31',
  });
});
