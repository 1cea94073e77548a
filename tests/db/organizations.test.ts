import { describe, expect, test } from 'vitest';
import { addOrganization, editOrganizations, removeOrganizations } from '#db/commands/organizations.ts';
import type { Ledger } from '#db/open.ts';
import { changesOfSet, listChangeSets } from '#db/queries/history.ts';
import { insertOrganization } from '#db/organization-rows.ts';
import { readOrganization } from '#db/queries/organizations.ts';
import { undoChangeSet } from '#db/undo.ts';
import type { CellValue } from '#shared/contract/common.ts';
import { type OrganizationFieldKey, organizationFields } from '#shared/domain/organization/fields.ts';
import { tempLedger, testNow, writeAs } from '../helpers/temp-ledger.ts';
import { thrown } from '../helpers/thrown.ts';

const named = (label: string) => ({ command: 'test', label, actor: '試験', now: testNow() });

function add(ledger: Ledger, values: Partial<Record<OrganizationFieldKey, CellValue>>): string {
  return addOrganization(ledger, values, named).value;
}

function edit(ledger: Ledger, ...[id, field, value]: readonly [string, OrganizationFieldKey, CellValue]) {
  return editOrganizations(ledger, { edits: [{ id, field, value }], invalid: 'refuse' }, named);
}

function stored(ledger: Ledger, id: string, field: OrganizationFieldKey): CellValue {
  const place = organizationFields.findIndex(({ key }) => key === field);
  return readOrganization(ledger, id)?.[place + 1] ?? null;
}

const changeSets = (ledger: Ledger): number => listChangeSets(ledger, 500).length;

const good: readonly (readonly [OrganizationFieldKey, CellValue, CellValue])[] = [
  ['regNo', ' 下市０００１ ', '下市０００１'],
  ['name', '  虹の会\u200B ', '虹の会'],
  ['nameKana', 'ニジノカイ', 'ニジノカイ'],
  ['orgType', '特定非営利活動法人', 'NPO法人'],
  ['orgType', '虹色の団体', '虹色の団体'],
  ['fields', '環境の保全、観光', ['環境の保全', '観光の振興']],
  ['fields', ['環境の保全', ' 環境の保全 ', '', '独自の分野'], ['環境の保全', '独自の分野']],
  ['fields', [], []],
  ['city', '山口県下関市', '下関市'],
  ['phone', '０８３（２２６）４０４０', '083-226-4040'],
  ['phonePublic', '○', true],
  ['phonePublic', false, false],
  ['members', '１９２人', 192],
  ['members', 0, 0],
  ['membersCitizen', '1,234名', 1234],
  ['established', '平成元年', '1989'],
  ['registered', '令和７年４月１日', '2025-04-01'],
  ['validUntil', 'R8.3.31', '2026-03-31'],
  ['validUntil', '3/31', '2027-03-31'],
  ['repName', '山田　太郎', '山田 太郎'],
  ['postal', '753-0056', '7530056'],
  ['postal', '7530056', '7530056'],
  ['mobile', '09012345678', '090-1234-5678'],
  ['email', 'Ａ＠example.jp', 'A@example.jp'],
  ['url', 'https://example.jp/', 'https://example.jp/'],
  ['corporateNumber', '５８３５６７８２５６２４６', '5835678256246'],
  ['purpose', '一行目\r\n二行目', '一行目\n二行目'],
  ['note', '-', '-'],
];

describe('a cell of the register', () => {
  test.each(good)('%s: %j is stored as %j', (field, value, expected) => {
    const ledger = tempLedger();
    const id = add(ledger, { name: '試験の会' });
    expect(edit(ledger, id, field, value).changeSetId === null).toBe(JSON.stringify(expected) === '[]');
    expect(stored(ledger, id, field)).toEqual(expected);
  });

  test('of any field but the name is emptied by a blank, a space and null', () => {
    const ledger = tempLedger();
    const id = add(ledger, { name: '試験の会' });
    for (const { key: field } of organizationFields.filter(({ key }) => key !== 'name')) {
      const filled = good.find(([key, value]) => key === field && value !== false)?.[1] ?? exampleOf(field);
      for (const blank of ['', ' 　', null]) {
        edit(ledger, id, field, filled);
        expect(stored(ledger, id, field)).not.toBeNull();
        edit(ledger, id, field, blank);
        expect(stored(ledger, id, field)).toEqual(field === 'fields' ? [] : null);
      }
    }
  });
});

function exampleOf(field: OrganizationFieldKey): CellValue {
  const { kind } = organizationFields.find(({ key }) => key === field) ?? { kind: 'text' };
  const examples: Readonly<Record<string, CellValue>> = { 'public-flag': true, phone: '083-226-4040' };
  return examples[kind] ?? '例';
}

const bad: readonly (readonly [OrganizationFieldKey, CellValue])[] = [
  ['name', ' '],
  ['name', null],
  ['phone', '12345'],
  ['phone', '電話なし？'],
  ['mobile', '090-1234'],
  ['fax', 'あ'],
  ['phonePublic', '△'],
  ['addressPublic', '要相談'],
  ['members', '約20人'],
  ['members', -5],
  ['members', 1.5],
  ['membersCitizen', 'たくさん'],
  ['established', '昔'],
  ['registered', '令和7年2月30日'],
  ['validUntil', '2026-13-01'],
  ['postal', '753-005'],
  ['corporateNumber', '1234567890123'],
  ['note', 'あ'.repeat(32_768)],
];

describe('a value that does not fit', () => {
  test.each(bad)('%s: %j is refused with the field and the reason, and nothing is written', (field, value) => {
    const ledger = tempLedger();
    const id = add(ledger, { name: '試験の会' });
    const attempt = () =>
      editOrganizations(
        ledger,
        {
          edits: [
            { id, field: 'purpose', value: '書かれてはいけない' },
            { id, field, value },
          ],
          invalid: 'refuse',
        },
        named,
      );
    const error = thrown(attempt);
    expect(error).toMatchObject({ code: 'INVALID_VALUE' });
    expect(error.params['field']).toBe(organizationFields.find(({ key }) => key === field)?.label);
    expect(String(error.params['reason'])).toMatch(/。$/);
    expect(String(error.params['value']).length).toBeLessThan(70);
    expect(stored(ledger, id, 'purpose')).toBeNull();
    expect(changeSets(ledger)).toBe(1);
    expect(thrown(() => add(ledger, { name: '別の会', [field]: value })).params).toEqual(error.params);
    expect(changeSets(ledger)).toBe(1);
  });

  test('a flag where no flag can be is refused', () => {
    const ledger = tempLedger();
    const id = add(ledger, { name: '試験の会' });
    expect(thrown(() => edit(ledger, id, 'name', true)).code).toBe('INVALID_INPUT');
    expect(stored(ledger, id, 'name')).toBe('試験の会');
  });

  test('a group without a name is not added', () => {
    const ledger = tempLedger();
    expect(thrown(() => add(ledger, { note: 'x' }))).toMatchObject({
      code: 'INVALID_VALUE',
      params: { field: '団体名' },
    });
    expect(changeSets(ledger)).toBe(0);
  });

  test.each(['phone', 'name', 'validUntil', 'fields', 'note'] as const)(
    'an unknown group is NOT_FOUND for %s, and the edits of known ones are not written',
    (field) => {
      const ledger = tempLedger();
      const id = add(ledger, { name: '試験の会' });
      for (const value of [field === 'phone' ? '083-226-4040' : field === 'validUntil' ? '2026-03-31' : '値', '']) {
        if (field === 'name' && value === '') continue;
        const edits = [{ id, field: 'note', value: '書かれてはいけない' } as const, { id: 'ない', field, value }];
        expect(thrown(() => editOrganizations(ledger, { edits, invalid: 'refuse' }, named)).code).toBe('NOT_FOUND');
      }
      expect(stored(ledger, id, 'note')).toBeNull();
      expect(changeSets(ledger)).toBe(1);
    },
  );
});

const rawDates = (ledger: Ledger) =>
  ledger.connection
    .prepare(
      'SELECT o.established_raw AS established, r.registered_raw AS registered, r.valid_until_raw AS validUntil FROM organization o LEFT JOIN registration r ON r.organization_id = o.id',
    )
    .get();

describe('dates', () => {
  test('keep the text they were typed as; a blank or a plain date forgets it', () => {
    const ledger = tempLedger();
    const id = add(ledger, {
      name: '試験の会',
      established: '昭和60年',
      registered: 'R7.4.1',
      validUntil: '2026-03-31',
    });
    expect(rawDates(ledger)).toEqual({ established: '昭和60年', registered: 'R7.4.1', validUntil: null });
    edit(ledger, id, 'established', '');
    edit(ledger, id, 'registered', '2025-05-01');
    edit(ledger, id, 'validUntil', '令和9年3月末日'.replace('末日', '31日'));
    expect(rawDates(ledger)).toEqual({ established: null, registered: null, validUntil: '令和9年3月31日' });
  });

  test('typed again in other words change nothing, and leave the text they came from', () => {
    const ledger = tempLedger();
    const id = add(ledger, { name: '試験の会', registered: '令和７年４月１日' });
    for (const text of ['R7.4.1', '2025/4/1', '2025-04-01'])
      expect(edit(ledger, id, 'registered', text).changeSetId).toBeNull();
    expect(rawDates(ledger)).toMatchObject({ registered: '令和７年４月１日' });
  });

  test('without a year take it from the fiscal year in Japan, also in the nine hours that London is behind', () => {
    const ledger = tempLedger();
    const id = add(ledger, { name: '試験の会' });
    const at = (now: string) => (label: string) => ({ command: 'test', label, actor: '', now: new Date(now) });
    editOrganizations(
      ledger,
      { edits: [{ id, field: 'registered', value: '4/1' }], invalid: 'refuse' },
      at('2026-03-31T14:59:00Z'),
    );
    expect(stored(ledger, id, 'registered')).toBe('2025-04-01');
    editOrganizations(
      ledger,
      { edits: [{ id, field: 'registered', value: '4/1' }], invalid: 'refuse' },
      at('2026-03-31T15:00:00Z'),
    );
    expect(stored(ledger, id, 'registered')).toBe('2026-04-01');
  });
});

describe('several cells in one call', () => {
  test('of the same cell the last value counts, and only its text is kept', () => {
    const ledger = tempLedger();
    const id = add(ledger, { name: '試験の会' });
    const edits = [
      { id, field: 'established', value: 'S60.4.1' },
      { id, field: 'note', value: '一' },
      { id, field: 'established', value: '1990-01-02' },
      { id, field: 'note', value: '二' },
    ] as const;
    editOrganizations(ledger, { edits, invalid: 'refuse' }, named);
    expect([stored(ledger, id, 'established'), stored(ledger, id, 'note')]).toEqual(['1990-01-02', '二']);
    expect(rawDates(ledger)).toMatchObject({ established: null });
    expect(listChangeSets(ledger, 1)).toMatchObject([{ label: '「試験の会」の 2か所を変更' }]);
  });

  test('10,000 edits are one change set, undone as one', () => {
    const ledger = tempLedger();
    const ids = writeAs(ledger, '追加', (tx) =>
      Array.from({ length: 1000 }, (_, index) => insertOrganization(tx, { name: `第${index}の会` })),
    ).value;
    const edits = ids.flatMap((id, index) =>
      (
        [
          'phone',
          'fax',
          'members',
          'membersCitizen',
          'note',
          'purpose',
          'registered',
          'validUntil',
          'email',
          'fields',
        ] as const
      ).map((field) => ({ id, field, value: sampleValue(field, index) })),
    );
    const { changeSetId } = editOrganizations(ledger, { edits, invalid: 'refuse' }, named);
    expect(listChangeSets(ledger, 1)).toMatchObject([{ label: '登録団体 1000団体の 10000か所を変更' }]);
    expect(changesOfSet(ledger, String(changeSetId), 1).total).toBe(4000);
    expect(stored(ledger, ids[999] ?? '', 'members')).toBe(999);
    undoChangeSet(ledger, String(changeSetId), { actor: '', now: testNow() });
    expect(readOrganization(ledger, ids[999] ?? '')?.filter((value) => value !== null)).toEqual([
      ids[999],
      '第999の会',
      [],
    ]);
  });
});

function sampleValue(field: OrganizationFieldKey, index: number): CellValue {
  const number = String(index).padStart(4, '0');
  const values: Partial<Record<OrganizationFieldKey, CellValue>> = {
    phone: `083-226-${number}`,
    fax: `083-227-${number}`,
    members: index,
    membersCitizen: `${index}人`,
    registered: 'R7.4.1',
    validUntil: '2026-03-31',
    email: `group${index}@example.jp`,
    fields: '環境の保全',
  };
  return values[field] ?? `文 ${index}`;
}

describe('registration numbers', () => {
  test('one that was ever given to another group is refused, in any width, also after that group is gone', () => {
    const ledger = tempLedger();
    const first = add(ledger, { name: '一の会', regNo: '下市0001' });
    const second = add(ledger, { name: '二の会', regNo: '下市0002' });
    const reuse = () => edit(ledger, second, 'regNo', '下市０００１');
    expect(thrown(reuse)).toMatchObject({ code: 'REG_NO_USED', params: { value: '下市０００１' } });
    edit(ledger, first, 'regNo', '下市0009');
    expect(thrown(reuse).code).toBe('REG_NO_USED');
    removeOrganizations(ledger, [first], named);
    expect(thrown(reuse).code).toBe('REG_NO_USED');
    expect(thrown(() => add(ledger, { name: '三の会', regNo: '下市0009' })).code).toBe('REG_NO_USED');
    expect(stored(ledger, second, 'regNo')).toBe('下市0002');
  });

  test('a group may take its own former number back', () => {
    const ledger = tempLedger();
    const id = add(ledger, { name: '一の会', regNo: '下市0001' });
    edit(ledger, id, 'regNo', '下市0002');
    edit(ledger, id, 'regNo', '下市0001');
    expect(stored(ledger, id, 'regNo')).toBe('下市0001');
  });
});

test('groups are removed together; a group named twice counts once, an unknown one keeps the others', () => {
  const ledger = tempLedger();
  const [first = '', second = ''] = ['一の会', '二の会'].map((name) =>
    add(ledger, { name, phone: '083-226-4040', fields: '観光' }),
  );
  expect(thrown(() => removeOrganizations(ledger, [first, 'ない'], named)).code).toBe('NOT_FOUND');
  expect(stored(ledger, first, 'name')).toBe('一の会');
  removeOrganizations(ledger, [first, second, first], named);
  expect(listChangeSets(ledger, 1)).toMatchObject([{ label: '登録団体 2団体を削除' }]);
  expect(readOrganization(ledger, first)).toBeUndefined();
});

const labels: readonly (readonly [OrganizationFieldKey, CellValue, string])[] = [
  ['members', '１９２人', '「試験の会」の構成員数を「192」に変更'],
  ['validUntil', '令和8年3月31日', '「試験の会」の有効期限を「R8.3.31」に変更'],
  ['phonePublic', true, '「試験の会」の電話公開を「公開」に変更'],
  ['fields', ['観光の振興', '環境の保全'], '「試験の会」の活動分野を「観光の振興、環境の保全」に変更'],
  ['note', `一行目\n${'あ'.repeat(200)}`, `「試験の会」の備考を「一行目 ${'あ'.repeat(55)}…」に変更`],
];

test.each(labels)('an edit of one cell says in 履歴 what became of it: %s', (field, value, label) => {
  const ledger = tempLedger();
  edit(ledger, add(ledger, { name: '試験の会' }), field, value);
  expect(listChangeSets(ledger, 1)).toMatchObject([{ label }]);
});

test('emptying a cell and filling one column down are named as well', () => {
  const ledger = tempLedger();
  const ids = ['一の会', '二の会'].map((name) => add(ledger, { name, note: 'あ' }));
  edit(ledger, ids[0] ?? '', 'note', '');
  expect(listChangeSets(ledger, 1)).toMatchObject([{ label: '「一の会」の備考を空欄に変更' }]);
  editOrganizations(
    ledger,
    { edits: ids.map((id) => ({ id, field: 'city', value: '下関市' })), invalid: 'refuse' },
    named,
  );
  expect(listChangeSets(ledger, 1)).toMatchObject([{ label: '登録団体 2団体の市町を変更' }]);
});
