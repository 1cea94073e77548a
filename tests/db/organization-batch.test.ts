import { describe, expect, test } from 'vitest';
import type { OrganizationBatch } from '#db/commands/organization-batch.ts';
import { duplicateOrganizations } from '#db/commands/organization-copies.ts';
import { type FieldChange, planFieldChange, setOrganizationField } from '#db/commands/organization-field-change.ts';
import {
  addOrganization,
  checkOrganizationEdits,
  editOrganizations,
  removeOrganizations,
} from '#db/commands/organizations.ts';
import { checkLedger, isSound } from '#db/check.ts';
import type { Ledger } from '#db/open.ts';
import { changesOfSet, listChangeSets } from '#db/queries/history.ts';
import { selectOrganizationIds } from '#db/queries/organization-view.ts';
import { readOrganization } from '#db/queries/organizations.ts';
import { undoChangeSet } from '#db/undo.ts';
import type { CellValue } from '#shared/contract/common.ts';
import type { OrganizationAddition } from '#shared/contract/organizations.ts';
import { type OrganizationFieldKey, organizationFields } from '#shared/domain/organization/fields.ts';
import { errorText } from '#shared/messages/error-text.ts';
import { tempLedger, testNow } from '../helpers/temp-ledger.ts';
import { thrown } from '../helpers/thrown.ts';

const named = (label: string) => ({ command: 'test', label, actor: '試験', now: testNow() });

function ledgerOf(...groups: readonly OrganizationAddition[]): { ledger: Ledger; ids: string[] } {
  const ledger = tempLedger();
  return { ledger, ids: groups.map((values) => addOrganization(ledger, values, named).value) };
}

function stored(ledger: Ledger, id: string | undefined, field: OrganizationFieldKey): CellValue {
  const place = organizationFields.findIndex(({ key }) => key === field);
  return readOrganization(ledger, id ?? '')?.[place + 1] ?? null;
}

function leave(ledger: Ledger, batch: OrganizationBatch) {
  const result = editOrganizations(ledger, { ...batch, invalid: 'leave' }, named);
  const refused = result.value.refused.map(({ id, field, refusal }) => [id, field, errorText(refusal)]);
  return { ...result, refused, addedIds: result.value.addedIds };
}

describe('a paste that leaves bad values', () => {
  test('writes the good cells and gives the bad ones back, each with field, value, reason and what to type', () => {
    const { ledger, ids } = ledgerOf({ name: '一の会', members: 3 }, { name: '二の会' });
    const [first = '', second = ''] = ids;
    const { refused, changeSetId } = leave(ledger, {
      edits: [
        { id: first, field: 'members', value: '約20人' },
        { id: first, field: 'validUntil', value: 'R8.3.31' },
        { id: second, field: 'name', value: ' ' },
        { id: second, field: 'phone', value: '083-226-4040' },
        { id: second, field: 'note', value: true },
        { id: 'ない', field: 'note', value: 'x' },
      ],
    });
    expect(refused).toEqual([
      [
        first,
        'members',
        '構成員数に「約20人」は入れられません。数として読めません。192 のように数字で入れてください。',
      ],
      [second, 'name', '団体名に「」は入れられません。団体名は空欄にできません。団体の名前を入れてください。'],
      [second, 'note', expect.stringMatching(/。$/)],
      ['ない', 'note', expect.stringContaining('見つかりません')],
    ]);
    expect([stored(ledger, first, 'members'), stored(ledger, first, 'validUntil')]).toEqual([3, '2026-03-31']);
    expect([stored(ledger, second, 'name'), stored(ledger, second, 'phone')]).toEqual(['二の会', '083-226-4040']);
    expect(listChangeSets(ledger, 1)).toMatchObject([{ id: changeSetId, label: '登録団体 2団体の 2か所を変更' }]);
  });

  test('makes new groups, and refuses every cell of a row without a name', () => {
    const { ledger, ids } = ledgerOf({ name: '一の会' });
    const { addedIds, refused } = leave(ledger, {
      edits: [{ id: ids[0] ?? '', field: 'note', value: '変えた' }],
      additions: [
        { name: '二の会', members: '12人', phone: '12' },
        { members: 5, note: '名のない行' },
        { name: ' ', note: null, city: '' },
        { name: '三の会' },
      ],
    });
    expect(addedIds.map((id) => [stored(ledger, id, 'name'), stored(ledger, id, 'members')])).toEqual([
      ['二の会', 12],
      ['三の会', null],
    ]);
    expect(refused.map(([id, field]) => `${id} ${field}`)).toEqual([
      'addition:0 phone',
      'addition:1 name',
      'addition:1 members',
      'addition:1 note',
    ]);
    expect(listChangeSets(ledger, 1)).toMatchObject([
      { label: '「一の会」の備考を「変えた」に変更、登録団体 2団体を追加' },
    ]);
    expect(isSound(checkLedger(ledger))).toBe(true);
  });

  test('refuses a registration number that is taken, also by a row above, in any width', () => {
    const { ledger, ids } = ledgerOf({ name: '一の会', regNo: '下市1' }, { name: '二の会' }, { name: '三の会' });
    const [, second = '', third = ''] = ids;
    const { refused, addedIds } = leave(ledger, {
      edits: [
        { id: second, field: 'regNo', value: '下市１' },
        { id: third, field: 'regNo', value: '下市2' },
        { id: second, field: 'note', value: '残る' },
      ],
      additions: [
        { name: '四の会', regNo: '下市２' },
        { regNo: '下市3', note: '名がない' },
        { name: '五の会', regNo: '下市3' },
        { name: '六の会', regNo: '下市３' },
      ],
    });
    expect(refused.map(([id, field]) => [id, field])).toEqual([
      [second, 'regNo'],
      ['addition:0', 'regNo'],
      ['addition:1', 'name'],
      ['addition:1', 'regNo'],
      ['addition:1', 'note'],
      ['addition:3', 'regNo'],
    ]);
    expect(String(refused[0]?.[2])).toMatch(/登録番号「下市１」.*別の番号にしてください。/);
    expect(stored(ledger, second, 'note')).toBe('残る');
    expect(addedIds.map((id) => stored(ledger, id, 'regNo'))).toEqual([null, '下市3', null]);
  });

  test('is one change set, which is undone as one', () => {
    const { ledger, ids } = ledgerOf({ name: '一の会', note: '前' });
    const edits = [{ id: ids[0] ?? '', field: 'note', value: '後' } as const];
    const { changeSetId, addedIds } = leave(ledger, { edits, additions: [{ name: '二の会', regNo: '9' }] });
    undoChangeSet(ledger, String(changeSetId), { actor: '', now: testNow() });
    expect(stored(ledger, ids[0], 'note')).toBe('前');
    expect(readOrganization(ledger, addedIds[0] ?? '')).toBeUndefined();
    expect(isSound(checkLedger(ledger))).toBe(true);
  });

  test('takes the last of several values for one cell, and writes nothing when all stay as they are', () => {
    const { ledger, ids } = ledgerOf({ name: '一の会', members: 3, fields: '環境の保全' });
    const id = ids[0] ?? '';
    expect(
      leave(ledger, {
        edits: [
          { id, field: 'members', value: 'x' },
          { id, field: 'members', value: 4 },
        ],
      }).refused,
    ).toEqual([]);
    expect(stored(ledger, id, 'members')).toBe(4);
    const same = leave(ledger, {
      edits: [
        { id, field: 'members', value: '４人' },
        { id, field: 'fields', value: ['環境の保全'] },
      ],
    });
    expect(same.changeSetId).toBeNull();
    expect(leave(ledger, { edits: [], additions: [] }).changeSetId).toBeNull();
  });

  test('survives hostile text', () => {
    const { ledger, ids } = ledgerOf({ name: '一の会' });
    const id = ids[0] ?? '';
    const { refused, addedIds } = leave(ledger, {
      edits: [
        { id, field: 'note', value: 'あ'.repeat(40_000) },
        { id, field: 'purpose', value: '\u0000\u0007前\u202E後◰\n次' },
        { id, field: 'fields', value: ['あ'.repeat(40_000)] },
      ],
      additions: [{ name: "'; DROP TABLE organization; --" }, { name: 'あ'.repeat(40_000), note: '残さない' }],
    });
    expect(refused.map(([, field]) => field)).toEqual(['note', 'fields', 'name', 'note']);
    expect(stored(ledger, id, 'purpose')).toBe('前後◰\n次');
    expect(stored(ledger, addedIds[0], 'name')).toBe("'; DROP TABLE organization; --");
    expect(isSound(checkLedger(ledger))).toBe(true);
  });
});

test('a paste that refuses bad values writes nothing, additions included', () => {
  const { ledger, ids } = ledgerOf({ name: '一の会' });
  const edits = [{ id: ids[0] ?? '', field: 'note', value: '書かない' } as const];
  for (const [additions, code] of [
    [[{ note: '名がない' }], 'INVALID_VALUE'],
    [
      [
        { name: '二', regNo: '1' },
        { name: '三', regNo: '１' },
      ],
      'REG_NO_USED',
    ],
  ] as const)
    expect(thrown(() => editOrganizations(ledger, { edits, additions, invalid: 'refuse' }, named)).code).toBe(code);
  expect([stored(ledger, ids[0], 'note'), listChangeSets(ledger, 9).length]).toEqual([null, 1]);
});

test('a check counts what a paste would change, add and refuse, and writes nothing', () => {
  const { ledger, ids } = ledgerOf({ name: '一の会', members: 3 });
  const id = ids[0] ?? '';
  const plan = checkOrganizationEdits(
    ledger,
    {
      edits: [
        { id, field: 'members', value: '3人' },
        { id, field: 'note', value: '新' },
        { id, field: 'phone', value: 'x' },
      ],
      additions: [{ name: '二の会' }, { note: '名がない' }],
    },
    testNow(),
  );
  expect([plan.changed, plan.same, plan.additions.length, plan.refused.length]).toEqual([1, 1, 1, 3]);
  expect([stored(ledger, id, 'note'), listChangeSets(ledger, 9).length]).toEqual([null, 1]);
});

describe('one field of many groups', () => {
  const culture = '学術、文化、芸術又はスポーツの振興';
  const start = () =>
    ledgerOf({ name: '一の会', fields: '環境の保全' }, { name: '二の会', fields: [culture] }, { name: '三の会' });
  const set = (ledger: Ledger, change: FieldChange) => setOrganizationField(ledger, change, named);

  test('is set in every group of a view; groups removed since are left out', () => {
    const { ledger, ids } = start();
    const target = selectOrganizationIds(ledger.connection, {});
    removeOrganizations(ledger, [ids[1] ?? ''], named);
    const change = { target, field: 'validUntil', mode: 'set', value: 'R9.3.31' } as const;
    expect(planFieldChange(ledger.connection, change, testNow())).toMatchObject({ groups: 2, same: 0 });
    expect(set(ledger, change).value).toBe(2);
    expect([ids[0], ids[2]].map((id) => stored(ledger, id, 'validUntil'))).toEqual(['2027-03-31', '2027-03-31']);
    expect(listChangeSets(ledger, 1)).toMatchObject([{ label: '登録団体 2団体の有効期限を変更' }]);
    expect(set(ledger, change)).toMatchObject({ value: 0, changeSetId: null });
  });

  test('gets a label added or taken away where it is not so already; the others stay', () => {
    const { ledger, ids } = start();
    const fields = () => ids.map((id) => stored(ledger, id, 'fields'));
    expect(set(ledger, { target: ids, field: 'fields', mode: 'add', value: '環境保全' }).value).toBe(2);
    expect(fields()).toEqual([['環境の保全'], [culture, '環境の保全'], ['環境の保全']]);
    expect(set(ledger, { target: ids, field: 'fields', mode: 'remove', value: [culture] }).value).toBe(1);
    expect(fields()).toEqual([['環境の保全'], ['環境の保全'], ['環境の保全']]);
    expect(isSound(checkLedger(ledger))).toBe(true);
  });

  test.each([
    [{ field: 'members', mode: 'set', value: 'たくさん' }, 'INVALID_VALUE'],
    [{ field: 'name', mode: 'set', value: '' }, 'INVALID_VALUE'],
    [{ field: 'city', mode: 'add', value: '下関市' }, 'INVALID_VALUE'],
    [{ field: 'fields', mode: 'remove', value: null }, 'INVALID_VALUE'],
    [{ field: 'regNo', mode: 'set', value: '下市1' }, 'REG_NO_USED'],
  ] as const)('refuses %j with %s, also when only checked', (change, code) => {
    const { ledger, ids } = start();
    const whole = { ...change, target: ids };
    expect(thrown(() => set(ledger, whole)).code).toBe(code);
    expect(thrown(() => planFieldChange(ledger.connection, whole, testNow())).code).toBe(code);
    expect(listChangeSets(ledger, 9)).toHaveLength(3);
  });

  test('names a group that is not there, and counts one that is named twice once', () => {
    const { ledger, ids } = start();
    const change = { field: 'note', mode: 'set', value: '同じ' } as const;
    expect(thrown(() => set(ledger, { ...change, target: [...ids, 'ない'] })).code).toBe('NOT_FOUND');
    expect(set(ledger, { ...change, target: [...ids, ...ids] }).value).toBe(3);
  });
});

test('copies have all fields and the texts of the dates, but no registration number, as one change set', () => {
  const { ledger, ids } = ledgerOf(
    {
      name: '一の会',
      regNo: '1',
      fields: '環境の保全、観光',
      phone: '083-226-4040',
      phonePublic: false,
      registered: 'R7.4.1',
    },
    { name: '二の会', established: '昭和60年' },
  );
  const { value: copies, changeSetId } = duplicateOrganizations(ledger, [...ids].reverse(), named);
  const original = readOrganization(ledger, ids[0] ?? '')?.slice(2);
  expect(readOrganization(ledger, copies[1] ?? '')?.slice(1)).toEqual([null, ...(original ?? [])]);
  expect([stored(ledger, copies[0], 'name'), stored(ledger, copies[0], 'established')]).toEqual(['二の会', '1985']);
  expect(JSON.stringify(changesOfSet(ledger, String(changeSetId), 50))).toContain('昭和60年');
  expect(listChangeSets(ledger, 1)).toMatchObject([{ label: '登録団体 2団体を複製' }]);
  expect(thrown(() => duplicateOrganizations(ledger, ['ない'], named)).code).toBe('NOT_FOUND');
});
