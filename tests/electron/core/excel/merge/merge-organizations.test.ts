import { describe, expect, it } from 'vitest';
import { newId } from '#db/new-id.ts';
import type { Ledger } from '#db/open.ts';
import { insertOrganization, removeOrganization, writeOrganizationFields } from '#db/organization-rows.ts';
import { listStoredOrganizations } from '#db/queries/organization-merge.ts';
import { createReader } from '#db/reader.ts';
import type { OrganizationRecord } from '#shared/domain/organization/fields.ts';
import {
  analyzeRegister,
  importRegister,
  ledgerWith,
  storedGroups,
  textSheet,
} from '#tests/helpers/register-layouts.ts';
import { tempLedger, writeAs } from '#tests/helpers/temp-ledger.ts';

const header = ['登録番号', '団体名', '電話番号', '住所', '代表者', '構成員数', '有効期限', 'メール'];

const aoi: Partial<OrganizationRecord> = {
  regNo: 'A-001',
  name: '特定非営利活動法人 青い鳥',
  phone: '083-222-1111',
  address: '彦島本村町6丁目3番2号',
  repName: '松永 花子',
  members: 12,
  validUntil: '2026-03-31',
  email: 'a@example.jp',
};

function rowsOf(ledger: Ledger, rows: readonly (readonly (string | null)[])[], columns: readonly string[] = header) {
  return analyzeRegister(ledger, textSheet([columns, ...rows])).rows.slice(1);
}

describe('which group a row is', () => {
  it('is told by the registration number, also when the name has another form', () => {
    const [row] = rowsOf(ledgerWith(aoi), [['Ａ－００１', 'ＮＰＯ法人　青い鳥', null, null, null, null, null, null]]);
    expect(row).toMatchObject({ action: 'same', reason: '登録番号で照合' });
  });

  it('is told by the number although the group was renamed, as long as something else agrees', () => {
    const [row] = rowsOf(ledgerWith(aoi), [
      ['A-001', 'まったくちがう会', '083-222-1111', null, null, null, null, null],
    ]);
    expect(row?.action).toBe('change');
    expect(row?.changes).toEqual([
      { field: 'name', label: '団体名', before: '特定非営利活動法人 青い鳥', after: 'まったくちがう会' },
    ]);
    expect(row?.reason).toContain('「特定非営利活動法人 青い鳥」から変わります');
  });

  it('is in doubt when the number belongs to a wholly different group, and nothing is written', () => {
    const ledger = ledgerWith(aoi);
    const sheet = textSheet([
      header,
      ['A-001', 'さくら合唱団', '083-999-9999', '別の町1番', '山本 一', '5', 'R9.3.31', null],
    ]);
    const { analysis, result } = importRegister(ledger, sheet);
    expect(analysis.rows[1]).toMatchObject({ action: 'check', changes: [] });
    expect(analysis.rows[1]?.reason).toContain('台帳では「特定非営利活動法人 青い鳥」');
    expect(result.changes).toBe(0);
  });

  it('is told by the corporate number', () => {
    const ledger = ledgerWith({ ...aoi, corporateNumber: '5700150017890' });
    const number = '7000012050002';
    writeAs(ledger, '法人番号', (tx) => {
      const [group] = listStoredOrganizations(tx.reader);
      if (group !== undefined) writeOrganizationFields(tx, group.id, { corporateNumber: number });
    });
    const [row] = rowsOf(ledger, [['改名した会', number]], ['団体名', '法人番号']);
    expect(row).toMatchObject({ action: 'change', reason: '法人番号で照合' });
  });

  it('is told by name with phone, address or representative', () => {
    const ledger = ledgerWith(
      { ...aoi, regNo: null },
      { ...aoi, regNo: null, phone: '083-333-3333', address: '竹崎町1番', repName: '岡 一郎' },
    );
    const [row] = rowsOf(ledger, [[null, '(特非)青い鳥', null, '竹崎町１番', null, '13', null, null]]);
    expect(row).toMatchObject({ action: 'change', reason: '団体名と住所で照合' });
  });

  it('is told by the name alone when there is only one, and in doubt when there are several', () => {
    const one = rowsOf(ledgerWith(aoi), [['青い鳥'], ['特定非営利活動法人青い鳥']], ['団体名', '備考']);
    expect(one.map((row) => row.action)).toEqual(['add', 'same']);
    const several = rowsOf(
      ledgerWith({ ...aoi, regNo: 'A-1' }, { ...aoi, regNo: 'A-2', phone: null }),
      [['NPO法人青い鳥', 'x']],
      ['団体名', '備考'],
    );
    expect(several[0]).toMatchObject({ action: 'check' });
    expect(several[0]?.reason).toContain('2 団体あり');
  });

  it('is a new group when only the name is shared and both have numbers', () => {
    const [row] = rowsOf(ledgerWith(aoi), [
      ['A-777', '特定非営利活動法人 青い鳥', '083-555-5555', null, null, null, null, null],
    ]);
    expect(row).toMatchObject({ action: 'add' });
    expect(row?.reason).toContain('登録番号「A-001」');
  });

  it('is in doubt when a number was used before by a group that is gone', () => {
    const ledger = ledgerWith(aoi);
    writeAs(ledger, '削除', (tx) => {
      for (const { id } of listStoredOrganizations(tx.reader)) removeOrganization(tx, id);
    });
    const sheet = textSheet([header, ['A-001', 'あたらしい会', null, null, null, null, null, null]]);
    const { analysis, result } = importRegister(ledger, sheet);
    expect(analysis.rows[1]).toMatchObject({ action: 'check' });
    expect(analysis.rows[1]?.reason).toContain('以前に別の団体で使われています');
    expect(result.changes).toBe(0);
  });
});

describe('rows that come twice in a file', () => {
  it('are skipped when equal and in doubt when not', () => {
    const rows = rowsOf(tempLedger(), [
      ['A-1', 'あ会', '083-222-1111', null, null, null, null, null],
      ['A-1', 'あ会', '083-222-1111', null, null, null, null, null],
      ['A-1', 'あ会', '083-222-2222', null, null, null, null, null],
      [null, 'い会', '083-333-1111', null, null, null, null, null],
      [null, 'い会', '083-333-1111', null, null, '5', null, null],
      [null, 'い会', '083-444-1111', null, null, '5', null, null],
    ]);
    expect(rows.map((row) => row.action)).toEqual(['add', 'skip', 'check', 'add', 'check', 'add']);
    expect(rows[1]?.reason).toBe('2行目と同じ内容の行');
    expect(rows[2]?.reason).toContain('2行目にもあります');
  });
});

describe('what is written of a row', () => {
  it('is only what says something else: width, spaces, 丁目 and 〒 are no change', () => {
    const [row] = rowsOf(ledgerWith(aoi), [
      [
        'A-001',
        '特定非営利活動法人　青い鳥　',
        '０８３－２２２－１１１１',
        '彦島本村町６－３－２',
        '松永　花子',
        '１２人',
        '令和8年3月31日',
        'a@example.jp',
      ],
    ]);
    expect(row).toMatchObject({ action: 'same', changes: [] });
  });

  it('is every cell that differs, old and new', () => {
    const [row] = rowsOf(ledgerWith(aoi), [
      [
        'A-001',
        '特定非営利活動法人 青い鳥',
        '083-222-1111',
        '彦島本村町6丁目3番2号',
        '松永 太郎',
        '15',
        'R9.3.31',
        'b@example.jp',
      ],
    ]);
    expect(row?.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['members', '12', '15'],
      ['validUntil', '2026-03-31', '2027-03-31'],
      ['repName', '松永 花子', '松永 太郎'],
      ['email', 'a@example.jp', 'b@example.jp'],
    ]);
  });

  it('never is a blank: the ledger keeps its value and the preview says so; a dash does empty it', () => {
    const ledger = ledgerWith(aoi);
    const sheet = textSheet([header, ['A-001', '特定非営利活動法人 青い鳥', '－', null, null, '12', 'R8.3.31', null]]);
    const { analysis } = importRegister(ledger, sheet);
    expect(analysis.rows[1]?.changes).toEqual([
      { field: 'phone', label: '電話番号', before: '083-222-1111', after: '' },
    ]);
    expect(analysis.rows[1]?.fixes).toContain('空欄のため台帳の値をそのままにします(代表者氏名、住所、メールアドレス)');
    expect(analysis.warnings.some((warning) => warning.includes('3 か所'))).toBe(true);
    expect(storedGroups(ledger)[0]).toMatchObject({ phone: null, email: 'a@example.jp', repName: '松永 花子' });
  });

  it('leaves out what cannot be read and says why, and still writes the good cells', () => {
    const ledger = ledgerWith(aoi);
    const sheet = textSheet([
      header,
      ['A-001', '特定非営利活動法人 青い鳥', '222-11', null, null, '数名', '令和8年13月40日', 'c@example.jp'],
      ['A-002', 'い会', '222-11', null, null, '約50', '未定', null],
    ]);
    const { analysis } = importRegister(ledger, sheet);
    expect(analysis.rows.slice(1).map((row) => row.action)).toEqual(['check', 'check']);
    expect(analysis.rows[1]?.reason).toContain('有効期限「令和8年13月40日」');
    expect(analysis.rows[1]?.changes.map((change) => change.field)).toEqual(['email']);
    const [first, second] = storedGroups(ledger);
    expect(first).toMatchObject({
      phone: '083-222-1111',
      members: 12,
      validUntil: '2026-03-31',
      email: 'c@example.jp',
    });
    // Nothing was there before, so the telephone text is kept as it was written.
    expect(second).toMatchObject({ phone: '222-11', members: null, validUntil: null });
    expect(importRegister(ledger, sheet).result.changes).toBe(0);
  });

  it('keeps the text a date was read from', () => {
    const ledger = tempLedger();
    importRegister(ledger, textSheet([header, ['A-1', 'あ会', null, null, null, null, '令和９年３月３１日', null]]));
    const rows = createReader(ledger.connection).arrays(
      'SELECT valid_until, valid_until_raw, is_current FROM registration',
    );
    expect(rows).toEqual([['2027-03-31', '令和９年３月３１日', 1]]);
  });

  it('skips a row without a name, unless its number is known', () => {
    const rows = rowsOf(ledgerWith(aoi), [
      ['A-001', null, '083-222-9999', null, null, null, null, null],
      [null, null, '083-222-9999', '竹崎町1番', null, null, null, null],
      ['A-555', null, '083-222-9999', null, null, null, null, null],
      ['A-556', null, null, null, null, null, null, null],
    ]);
    expect(rows.map((row) => row.action)).toEqual(['change', 'skip', 'skip', 'skip']);
    expect(rows[0]?.changes.map((change) => change.field)).toEqual(['phone']);
    expect(rows[0]?.title).toBe('特定非営利活動法人 青い鳥');
  });

  it('takes a group out of the ledger with all its rows but its number', () => {
    const ledger = ledgerWith({ ...aoi, fields: ['観光の振興'], contactName: '岡 一郎' });
    writeAs(ledger, '削除', (tx) => {
      for (const { id } of listStoredOrganizations(tx.reader)) removeOrganization(tx, id);
    });
    const count = (table: string) => createReader(ledger.connection).arrays(`SELECT count(*) FROM ${table}`)[0]?.[0];
    expect(
      ['organization', 'org_contact', 'organization_field', 'registration', 'organization_list'].map(count),
    ).toEqual([0, 0, 0, 0, 0]);
    expect(count('registration_number')).toBe(1);
    expect(() => writeAs(ledger, '追加', (tx) => insertOrganization(tx, { name: newId(), regNo: 'a-001' }))).toThrow(
      'REG_NO_USED',
    );
  });
});
