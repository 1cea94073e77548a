import { beforeEach, expect, test } from 'vitest';
import { addOrganization } from '#db/commands/organizations.ts';
import type { Ledger } from '#db/open.ts';
import { organizationValueList, type ValueListRequest } from '#db/queries/organization-value-list.ts';
import { tempLedger, testNow } from '../helpers/temp-ledger.ts';

const groups = [
  {
    name: 'ﾕﾀﾞの会',
    orgType: 'NPO法人',
    fields: '環境の保全、独自の分野',
    members: 9,
    established: 'R1.5.1',
    phonePublic: false,
  },
  {
    name: 'ABCの会',
    orgType: '任意団体',
    fields: '環境の保全',
    members: 100,
    established: 'H30.1.1',
    phonePublic: true,
  },
  { name: 'あの会', orgType: '独自の種別', fields: '社会教育の推進', city: '下関市', established: '2018' },
  { name: 'いの会', orgType: 'NPO法人', members: 9 },
] as const;

let ledger: Ledger;
beforeEach(() => {
  ledger = tempLedger();
  const named = (label: string) => ({ command: 'test', label, actor: '', now: testNow() });
  for (const group of groups) addOrganization(ledger, group, named);
});

function listed(request: ValueListRequest): string {
  const { values, distinct } = organizationValueList(ledger.connection, request);
  return [...values.map(({ value, count }) => `${value || '空白'} ${count}`), `全${distinct}`].join(' ');
}

test.each([
  ['orgType', '任意団体 1 NPO法人 2 独自の種別 1 全3'],
  ['fields', '社会教育の推進 1 環境の保全 2 独自の分野 1 空白 1 全4'],
  ['city', '下関市 1 空白 3 全2'],
  ['members', '9 2 100 1 空白 1 全3'],
  ['established', '2018 1 2018-01-01 1 2019-05-01 1 空白 1 全4'],
  ['phonePublic', 'true 1 false 1 空白 2 全3'],
  ['note', '空白 4 全1'],
] as const)('the values of %s come in their own order with the number of groups, blank last', (field, expected) => {
  expect(listed({ field })).toBe(expected);
});

test.each([
  ['name', 'ゆだ', '全4'],
  ['name', 'ユダ', 'ﾕﾀﾞの会 1 全4'],
  ['name', 'ａｂｃ', 'ABCの会 1 全4'],
  ['established', '平成30年', '2018 1 2018-01-01 1 全4'],
  ['established', 'R1', '2019-05-01 1 全4'],
  ['fields', '環境保全', '環境の保全 2 全4'],
  ['phonePublic', '非公開', 'false 1 全3'],
  ['orgType', 'ｎｐｏ', 'NPO法人 2 全3'],
  ['name', '　', 'ABCの会 1 あの会 1 いの会 1 ﾕﾀﾞの会 1 全4'],
] as const)('of %s only values with %s are listed, width and case aside', (field, search, expected) => {
  expect(listed({ field, search })).toBe(expected);
});

test('a limit cuts the list and leaves the number of all values', () => {
  expect(listed({ field: 'name', limit: 2 })).toBe('ABCの会 1 あの会 1 全4');
  expect(listed({ field: 'name', search: '会', limit: 1 })).toBe('ABCの会 1 全4');
  expect(listed({ field: 'fields', limit: 1 })).toBe('社会教育の推進 1 全4');
});

test('only groups of the view are counted', () => {
  const view = { conditions: [{ field: 'orgType' as const, operator: 'in' as const, values: ['NPO法人'] }] };
  expect(listed({ field: 'fields', view })).toBe('環境の保全 1 独自の分野 1 空白 1 全3');
  expect(listed({ field: 'name', view })).toBe('いの会 1 ﾕﾀﾞの会 1 全2');
  expect(listed({ field: 'name', view: { ...view, search: 'ゆ' } })).toBe('全0');
  expect(listed({ field: 'name', view, search: 'い' })).toBe('いの会 1 全2');
});
