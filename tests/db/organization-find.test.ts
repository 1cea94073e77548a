import { expect, test } from 'vitest';
import { addOrganization, editOrganizations, removeOrganizations } from '#db/commands/organizations.ts';
import type { Ledger } from '#db/open.ts';
import { findInView, placeInView } from '#db/queries/organization-find.ts';
import { selectOrganizationIds } from '#db/queries/organization-view.ts';
import { idsHolding, readSearchTexts } from '#db/search-texts.ts';
import { undoChangeSet } from '#db/undo.ts';
import { write } from '#db/write-tx.ts';
import type { OrganizationAddition } from '#shared/contract/organizations.ts';
import { tempLedger, testNow } from '../helpers/temp-ledger.ts';

const named = (label: string) => ({ command: 'test', label, actor: '試験', now: testNow() });
const byName = { sort: [{ field: 'name' as const, descending: false }] };

function ledgerOf(...groups: readonly OrganizationAddition[]): { ledger: Ledger; ids: string[] } {
  const ledger = tempLedger();
  return { ledger, ids: groups.map((values) => addOrganization(ledger, values, named).value) };
}

function readAllTexts({ connection }: Ledger): void {
  while (readSearchTexts(connection));
  expect(idsHolding(connection, '')).not.toBeNull();
}

const found = (ledger: Ledger, text: string): number[] =>
  findInView(ledger.connection, selectOrganizationIds(ledger.connection, byName), text);

test.each([
  ['R7.4.1', [0]],
  ['r7.4.1', [0]],
  ['令和7年4月1日', [0]],
  ['令和七年四月一日', [0]],
  ['2025-04-01', [0]],
  ['2025/4/1', [0]],
  ['２０２５．４．１', [0]],
  ['7年4月', [0]],
  ['083-226-4040', [1]],
  ['0832264040', [1]],
  ['０８３-２２６', [1]],
  ['7530056', [1]],
  ['〒753-0056', [1]],
  ['非公開', [0]],
  ['公開', [0, 1]],
  ['環境保全', [2]],
  ['環境の保全', [2]],
  ['1,234', [2]],
  ['1234', [2]],
  ['い｜の', []],
  ['会', [0, 1, 2]],
  ['一 の 会', [0]],
  ['group@EXAMPLE', [2]],
  ['無い言葉', []],
  ['\u0000', []],
  ['　', []],
  ['%', []],
  ['_', []],
  ["'; DROP TABLE organization; --", []],
] as const)('a view is asked where %s stands', (text, expected) => {
  const { ledger } = ledgerOf(
    { name: 'あ 一の会', registered: '令和7年4月1日', phonePublic: false },
    { name: 'い 二の会', phone: '083-226-4040', postal: '753-0056', mobilePublic: true },
    { name: 'う 三の会', fields: '環境の保全', members: 1234, email: 'group@example.jp' },
  );
  expect(found(ledger, text)).toEqual(expected);
  readAllTexts(ledger);
  expect(found(ledger, text)).toEqual(expected);
});

test('texts that were read into memory follow every change, and nothing that was taken back', () => {
  const { ledger, ids } = ledgerOf({ name: 'あ 一の会' }, { name: 'い 二の会' }, { name: 'う 三の会' });
  readAllTexts(ledger);
  const [first = '', second = ''] = ids;
  editOrganizations(ledger, { edits: [{ id: first, field: 'note', value: '引っ越し' }], invalid: 'refuse' }, named);
  expect(found(ledger, '引っ越し')).toEqual([0]);
  const added = addOrganization(ledger, { name: 'え 引っ越しの会' }, named);
  expect(found(ledger, '引っ越し')).toEqual([0, 3]);
  undoChangeSet(ledger, added.changeSetId ?? '', { actor: '試験', now: testNow() });
  expect(found(ledger, '引っ越し')).toEqual([0]);
  readAllTexts(ledger);
  const failing = () =>
    write(ledger, named('試験'), (tx) => {
      tx.update('organization', second, { note: '引っ越し' });
      throw new Error('the work fails');
    });
  expect(failing).toThrow('the work fails');
  expect(found(ledger, '引っ越し')).toEqual([0]);
  removeOrganizations(ledger, [first], named);
  expect(found(ledger, '引っ越し')).toEqual([]);
  readAllTexts(ledger);
  expect(found(ledger, 'の会')).toEqual([0, 1]);
});

test('a change while texts are still being read is found afterwards, in rows read before and after it', () => {
  const ledger = tempLedger();
  const additions = Array.from({ length: 2500 }, (_, index) => ({ name: `会${String(index).padStart(4, '0')}` }));
  const { value } = editOrganizations(ledger, { edits: [], additions, invalid: 'refuse' }, named);
  expect(readSearchTexts(ledger.connection)).toBe(true);
  const edits = [value.addedIds[10], value.addedIds[2400]].map((id = '') => ({
    id,
    field: 'note' as const,
    value: '印',
  }));
  editOrganizations(ledger, { edits, invalid: 'refuse' }, named);
  readAllTexts(ledger);
  expect(idsHolding(ledger.connection, '印')).toHaveLength(2);
  expect(found(ledger, '印')).toEqual([10, 2400]);
});

test('only groups of the view are found, at their places in it', () => {
  const { ledger, ids } = ledgerOf(
    { name: 'あの会', city: '下関市' },
    { name: 'いの会' },
    { name: 'うの会', city: '下関市' },
  );
  const view = selectOrganizationIds(ledger.connection, {
    sort: [{ field: 'name', descending: true }],
    conditions: [{ field: 'city', operator: 'filled' }],
  });
  expect(findInView(ledger.connection, view, 'の会')).toEqual([0, 1]);
  expect(ids.map((id) => placeInView(ledger.connection, view, id))).toEqual([1, null, 0]);
  expect(placeInView(ledger.connection, view, 'ない')).toBeNull();
});

test('what was edited is found by its new text and no longer by the old one; a removed group is not found', () => {
  const { ledger, ids } = ledgerOf({ name: 'あの会', note: '古い言葉' }, { name: 'いの会', note: '古い言葉' });
  const view = selectOrganizationIds(ledger.connection, byName);
  const [first = '', second = ''] = ids;
  const edits = [{ id: first, field: 'note', value: '新しい言葉' } as const];
  editOrganizations(ledger, { edits, invalid: 'refuse' }, named);
  expect(findInView(ledger.connection, view, '古い')).toEqual([1]);
  expect(findInView(ledger.connection, view, '新しい')).toEqual([0]);
  removeOrganizations(ledger, [second], named);
  expect(findInView(ledger.connection, view, '古い')).toEqual([]);
  expect(placeInView(ledger.connection, view, second)).toBeNull();
});
