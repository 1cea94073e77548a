import { describe, expect, test } from 'vitest';
import { describeChanges } from '#core/history/describe-changes.ts';
import { checkLedger } from '#db/check.ts';
import type { Ledger } from '#db/open.ts';
import { insertOrganization, writeOrganizationFields } from '#db/organization-rows.ts';
import { changesOfRecord, changesOfSet, listChangeSets } from '#db/queries/history.ts';
import { nextRedo, nextUndo, undoChangeSet } from '#db/undo.ts';
import { errorText } from '#shared/messages/error-text.ts';
import { bringUpToDate, type FormerLedger, formerLedger } from '#tests/helpers/former-ledger.ts';
import { testNow, writeAs } from '#tests/helpers/temp-ledger.ts';
import { thrown } from '#tests/helpers/thrown.ts';

const sound = { damage: [], brokenReferences: 0, tamperedChangeSets: [], alteredRows: 0, staleListRows: 0 };
const group = { table: 'organization', id: 'G', recordId: 'G' };
const view = { table: 'savedView', id: 'V', recordId: 'V' };

/** One set for each kind of thing that the step takes away, and what is left as it is. */
function withHistory({ record }: FormerLedger) {
  return {
    added: record('団体を追加', (tx) =>
      tx.insert(group, { id: 'G', name: '虹の会', region: '市内', slogan: '一歩ずつ', note: null, members: 1 }),
    ),
    region: record('活動地域を変更', (tx) => tx.update(group, { region: '県内' })),
    slogan: record('合言葉を変更', (tx) => tx.update(group, { slogan: '皆で' })),
    both: record('人数と合言葉を変更', (tx) => tx.update(group, { slogan: '共に', members: 2 })),
    members: record('人数を変更', (tx) => tx.update(group, { members: 3 })),
    award: record('表彰を追加', (tx) =>
      tx.insert({ table: 'award', recordId: 'G' }, { id: 'A', organizationId: 'G', title: '知事賞' }),
    ),
    setting: record('センター名を設定', (tx) =>
      tx.insert({ table: 'setting', recordId: 'centerName' }, { id: 'centerName', value: '見本センター' }),
    ),
    view: record('表示を保存', (tx) => tx.insert(view, { id: 'V', sheet: 'organizations', name: '市内' })),
    viewGone: record('表示を削除', (tx) => tx.remove(view)),
    note: record('備考を変更', (tx) => tx.update(group, { note: '手書き' })),
    bare: record('別の団体を追加', (tx) =>
      tx.insert({ ...group, recordId: 'H' }, { id: 'H', name: '海の会', region: null, slogan: null }),
    ),
    bareGone: record('別の団体を削除', (tx) => tx.remove({ ...group, id: 'H', recordId: 'H' })),
    richGone: record('合言葉のある団体を追加して削除', (tx) => {
      tx.insert({ ...group, recordId: 'R' }, { id: 'R', name: '山の会', slogan: '登る' });
      tx.remove({ ...group, id: 'R', recordId: 'R' });
    }),
  };
}

function migrated() {
  const former = formerLedger();
  const sets = withHistory(former);
  bringUpToDate(former.ledger);
  return { ledger: former.ledger, sets };
}

const turn = (ledger: Ledger, changeSetId: string) =>
  undoChangeSet(ledger, changeSetId, { actor: '山本', now: testNow() });
const read = ({ connection }: Ledger, sql: string): unknown => connection.prepare(sql).pluck().get();

describe('after a step that renames, drops, adds and moves', () => {
  test('the ledger is sound: no row counts as altered and the chain holds', () => {
    const { ledger } = migrated();
    expect(checkLedger(ledger)).toEqual(sound);
    expect(listChangeSets(ledger, 1)).toMatchObject([
      { label: '台帳を新しい版の形に変更(表彰を備考へ)', actor: '山本', changes: 2, kind: 'change', inForce: true },
    ]);
    expect(read(ledger, 'SELECT note FROM organization_list')).toBe('知事賞');
  });

  test('what is altered by hand is still found, in old columns and new ones, and a name that never was is damage', () => {
    const byHand = (ledger: Ledger, sql: string) =>
      ledger.connection.exec(`INSERT INTO write_gate (open) VALUES (1); ${sql}; DELETE FROM write_gate;`);
    const { ledger } = migrated();
    byHand(ledger, "UPDATE organization SET area = 'x'; UPDATE ledger_setting SET value = 'x'");
    expect(checkLedger(ledger)).toMatchObject({ alteredRows: 2 });
    const { ledger: other, record } = formerLedger();
    record('一', (tx) => tx.insert({ table: 'award', recordId: 'G' }, { id: 'A', organizationId: 'G', title: 't' }));
    other.connection.exec('DELETE FROM award');
    bringUpToDate(other);
    expect(checkLedger({ ...other, retired: { tables: {}, columns: {}, fills: {} } })).toMatchObject({
      alteredRows: 1,
    });
  });

  test('a move that is not recorded is found', () => {
    const { ledger, record } = formerLedger();
    record('追加', (tx) => tx.insert(group, { id: 'G', name: '虹の会', note: 'a' }));
    ledger.connection.exec(
      "INSERT INTO write_gate VALUES (1); UPDATE organization SET note = 'b'; DELETE FROM write_gate",
    );
    bringUpToDate(ledger);
    expect(checkLedger(ledger)).toMatchObject({ alteredRows: 1, tamperedChangeSets: [] });
  });

  test('what was renamed is undone and redone under its new name', () => {
    const { ledger, sets } = migrated();
    const area = turn(ledger, sets.region);
    expect(read(ledger, "SELECT area FROM organization WHERE id = 'G'")).toBe('市内');
    expect(turn(ledger, String(area.changeSetId)).value).toEqual({ kind: 'redo', label: '活動地域を変更' });
    expect(read(ledger, "SELECT area FROM organization WHERE id = 'G'")).toBe('県内');
    const setting = turn(ledger, sets.setting);
    expect(read(ledger, 'SELECT count(*) FROM ledger_setting')).toBe(0);
    turn(ledger, String(setting.changeSetId));
    expect(read(ledger, 'SELECT value FROM ledger_setting')).toBe('見本センター');
    expect(checkLedger(ledger)).toEqual(sound);
  });

  test('a row that was removed before a column came, comes back with what that column holds then', () => {
    const { ledger, sets } = migrated();
    const back = turn(ledger, sets.viewGone);
    expect(read(ledger, 'SELECT definition FROM saved_view')).toBe('{}');
    turn(ledger, sets.bareGone);
    expect(read(ledger, "SELECT name FROM organization WHERE id = 'H'")).toBe('海の会');
    expect(checkLedger(ledger)).toEqual(sound);
    turn(ledger, String(back.changeSetId));
    expect(checkLedger(ledger)).toEqual(sound);
  });

  test('a row that was there before a column came can still be taken out by undoing what added it', () => {
    const former = formerLedger();
    const added = former.record('表示を保存', (tx) =>
      tx.insert(view, { id: 'V', sheet: 'organizations', name: '市内' }),
    );
    bringUpToDate(former.ledger);
    expect(checkLedger(former.ledger)).toEqual(sound);
    const { changeSetId } = turn(former.ledger, added);
    expect(read(former.ledger, 'SELECT count(*) FROM saved_view')).toBe(0);
    turn(former.ledger, String(changeSetId));
    expect(checkLedger(former.ledger)).toEqual(sound);
  });

  test.each([
    ['slogan', '登録団体の合言葉'],
    ['both', '登録団体の合言葉'],
    ['award', '表彰'],
    ['richGone', '登録団体の合言葉'],
  ] as const)('undoing what is of a thing that is gone (%s) is refused by name and changes nothing', (name, what) => {
    const { ledger, sets } = migrated();
    const sequence = 'SELECT max(seq) FROM change_set';
    const before = read(ledger, sequence);
    const error = thrown(() => turn(ledger, sets[name]));
    expect(error).toMatchObject({ code: 'HISTORY_RETIRED', params: { what } });
    expect(errorText(error)).toMatch(new RegExp(`いまの版の台帳にはないところ\\(${what}\\)`));
    expect(read(ledger, sequence)).toBe(before);
  });

  test('undo stops at the step by name, and so does what the step itself has moved', () => {
    const { ledger, sets } = migrated();
    const label = '台帳を新しい版の形に変更(表彰を備考へ)';
    const step = nextUndo(ledger);
    expect(step?.label).toBe(label);
    expect(nextRedo(ledger)).toBeNull();
    expect(thrown(() => turn(ledger, step?.id ?? ''))).toMatchObject({ code: 'HISTORY_MIGRATION', params: { label } });
    expect(thrown(() => turn(ledger, sets.note))).toMatchObject({
      code: 'HISTORY_MIGRATED',
      params: { label: '備考を変更', migration: label },
    });
    const { changeSetId } = writeAs(ledger, '人数を四に', (tx) => writeOrganizationFields(tx, 'G', { members: 4 }));
    expect(nextUndo(ledger)?.id).toBe(changeSetId);
    turn(ledger, String(changeSetId));
    turn(ledger, sets.members);
    expect(read(ledger, "SELECT members FROM organization WHERE id = 'G'")).toBe(2);
    expect(checkLedger(ledger)).toEqual(sound);
  });

  test('an undo from before the step is redone after it, as the step has not touched its row', () => {
    const { ledger } = formerLedger();
    const settled = { shortTitle: null, edition: null, issuer: null, planType: null, legendRaw: null, termRaw: null };
    const years = { startFiscalYear: null, endFiscalYear: null, predecessorId: null, upperPlanId: null };
    const added = writeAs(ledger, '計画を追加', (tx) =>
      tx.insert('plan', { id: 'P', title: '計画', titleKey: '計画', ...settled, ...years }),
    );
    const undone = turn(ledger, String(added.changeSetId));
    bringUpToDate(ledger);
    expect(checkLedger(ledger)).toEqual(sound);
    expect(turn(ledger, String(undone.changeSetId)).value).toEqual({ kind: 'redo', label: '計画を追加' });
    expect(checkLedger(ledger)).toEqual(sound);
  });
});

describe('履歴 after such a step', () => {
  const told = (ledger: Ledger, id: string): string[] =>
    describeChanges(ledger, changesOfSet(ledger, id, 100).changes).map(
      ({ what, record, field, before, after }) => `${what}/${record}/${field}: ${before} → ${after}`,
    );

  test('tells every old change in its own words, whatever has become of its columns', () => {
    const { ledger, sets } = migrated();
    expect(told(ledger, sets.region)).toEqual(['登録団体/虹の会/活動地域: 市内 → 県内']);
    expect(told(ledger, sets.slogan)).toEqual(['登録団体/虹の会/合言葉: 一歩ずつ → 皆で']);
    expect(told(ledger, sets.both)).toEqual(['登録団体/虹の会/構成員数: 1 → 2', '登録団体/虹の会/合言葉: 皆で → 共に']);
    expect(told(ledger, sets.award)).toEqual(['表彰/虹の会/表彰の名前:  → 知事賞']);
    expect(told(ledger, sets.setting)).toEqual(['台帳の設定/センター名/値:  → 見本センター']);
    expect(told(ledger, sets.bareGone)).toEqual(['登録団体/海の会/団体名: 海の会 → ']);
    expect(told(ledger, listChangeSets(ledger, 1)[0]?.id ?? '')).toEqual([
      '登録団体/虹の会/備考: 手書き → 知事賞',
      '表彰/虹の会/表彰の名前: 知事賞 → ',
    ]);
  });

  test('of one record finds a renamed field by its key', () => {
    const { ledger } = migrated();
    const changes = describeChanges(ledger, changesOfRecord(ledger, 'G', 100));
    expect(changes.filter(({ key }) => key === 'area').map(({ after }) => after)).toEqual(['県内', '市内']);
    expect(changes.filter(({ key }) => key === 'organization.slogan')).toHaveLength(3);
  });

  test('leaves out what it has no words for, without failing', () => {
    const { ledger, sets } = migrated();
    const without = { ...ledger, retired: { tables: {}, columns: {}, fills: {} } };
    expect(Object.values(sets).flatMap((id) => told(without, id))).not.toContain('award');
    expect(thrown(() => turn(without, sets.award))).toMatchObject({ code: 'HISTORY_RETIRED' });
    expect(thrown(() => turn(without, sets.region))).toMatchObject({ code: 'HISTORY_RETIRED' });
  });
});

test('a step on a ledger that has nothing to move leaves no change set', () => {
  const { ledger } = formerLedger();
  bringUpToDate(ledger);
  expect(listChangeSets(ledger, 10)).toEqual([]);
  writeAs(ledger, '追加', (tx) => insertOrganization(tx, { name: '虹の会' }));
  expect(checkLedger(ledger)).toEqual(sound);
});
