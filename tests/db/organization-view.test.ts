import { beforeEach, describe, expect, test } from 'vitest';
import type { OrganizationView } from '#shared/contract/organizations.ts';
import { editOrganizations, removeOrganizations } from '#db/commands/organizations.ts';
import type { Ledger } from '#db/open.ts';
import { insertOrganization } from '#db/organization-rows.ts';
import { selectOrganizationIds } from '#db/queries/organization-view.ts';
import { readOrganizationBlock } from '#db/queries/organizations.ts';
import { tempLedger, testNow, writeAs } from '../helpers/temp-ledger.ts';

const culture = '学術、文化、芸術又はスポーツの振興';
const children = '子どもの健全育成';

const groups = [
  {
    regNo: '架003',
    name: '長府まちづくり協議会',
    nameKana: 'チョウフマチヅクリ',
    orgType: '任意団体',
    city: '下関市',
    fields: [culture, children],
    phone: '083-200-0001',
    phonePublic: true,
    members: 8,
    established: '2019-04-30',
    validUntil: '2026-03-31',
    address: '長府町1丁目',
    purpose: 'ＮＰＯの応援',
  },
  {
    regNo: '架001',
    name: 'ﾕﾀﾞ 太鼓保存会',
    nameKana: 'ユダタイコ',
    orgType: 'NPO法人',
    city: '山口市',
    fields: [culture],
    phonePublic: false,
    members: 120,
    established: '2019-05',
    validUntil: '2027-03-31',
    address: '湯田温泉',
  },
  {
    regNo: '架002',
    name: 'ABC日本語教室',
    orgType: 'NPO法人',
    city: '下関市',
    fields: [children],
    established: '2020',
    validUntil: '2026-03-31',
    note: '長府の教室',
  },
  { name: '名だけの会', fields: [] },
];

let ledger: Ledger;
beforeEach(() => {
  ledger = tempLedger();
  writeAs(ledger, '追加', (tx) => {
    for (const group of groups) insertOrganization(tx, group);
  });
});

/** Names' first characters in display order: 長, ﾕ, A, 名. */
function shown(view: OrganizationView): string {
  const rows = readOrganizationBlock(ledger.connection, selectOrganizationIds(ledger.connection, view));
  return rows.map((row) => String(row?.[2]).slice(0, 1)).join('');
}

describe('sorting', () => {
  test('without a sort, groups come by registration number, those without one last', () => {
    expect(shown({})).toBe('ﾕA長名');
  });

  test.each([
    ['members', false, '長ﾕA名'],
    ['members', true, 'ﾕ長A名'],
    ['established', false, '長ﾕA名'],
    ['established', true, 'Aﾕ長名'],
    ['nameKana', false, '長ﾕA名'],
    ['nameKana', true, 'ﾕ長A名'],
    ['address', false, 'ﾕ長A名'],
    ['address', true, '長ﾕA名'],
  ] as const)('by %s, descending %s, blanks come last', (field, descending, expected) => {
    expect(shown({ sort: [{ field, descending }] })).toBe(expected);
  });

  test('by several fields, the later ones decide among equals', () => {
    const city = { field: 'city', descending: false } as const;
    expect(shown({ sort: [city, { field: 'name', descending: false }] })).toBe('A長ﾕ名');
    expect(shown({ sort: [city, { field: 'name', descending: true }] })).toBe('長Aﾕ名');
  });

  test.each([
    [false, '長ﾕA'],
    [true, 'ﾕ長A'],
  ])('a filtered view keeps the order of its sort (descending %s)', (descending, expected) => {
    expect(
      shown({
        conditions: [{ field: 'orgType', operator: 'in', values: ['NPO法人', '任意団体'] }],
        sort: [{ field: 'members', descending }],
      }),
    ).toBe(expected);
  });
});

describe('searching', () => {
  test.each([
    ['長府', 'A長'],
    ['ユダ', 'ﾕ'],
    ['ａｂｃ', 'A'],
    ['abc　教室', 'A'],
    ['教室 abc', 'A'],
    ['教室 太鼓', ''],
    ['083-200', '長'],
    ['健全育成', 'A長'],
    ['H31.4.30', '長'],
    ['平成31年4月30日', '長'],
    ['2019/4/30', '長'],
    ['２０１９年４月３０日', '長'],
    ['20190430', '長'],
    ['令8.3.31', 'A長'],
    ['R8.3', 'A長'],
    ['3月31日', 'ﾕA長'],
    ['0832000001', '長'],
    ['非公開', 'ﾕ'],
    ['学術文化芸術スポーツ', 'ﾕ長'],
    ['120', 'ﾕ'],
    ['ＮＰＯの応援', '長'],
    ['', 'ﾕA長名'],
    ['　', 'ﾕA長名'],
    ["' OR 1=1 --", ''],
    ['%', ''],
  ])('%s finds every group with all its words, width and case aside', (search, expected) => {
    expect(shown({ search })).toBe(expected);
  });

  test('a word is not found across the border of two fields', () => {
    expect(shown({ search: '保存会ユダ' })).toBe('');
  });
});

describe('conditions', () => {
  const one = (condition: NonNullable<OrganizationView['conditions']>[number]): string =>
    shown({ conditions: [condition] });

  test.each([
    ['city', ['下関市'], 'A長'],
    ['city', ['下関市', '山口市'], 'ﾕA長'],
    ['city', [''], '名'],
    ['city', ['山口市', ''], 'ﾕ名'],
    ['city', [], ''],
    ['members', ['8'], '長'],
    ['members', ['8', ''], 'A長名'],
    ['members', ['x'], ''],
    ['phonePublic', ['true'], '長'],
    ['phonePublic', ['false'], 'ﾕ'],
    ['phonePublic', [''], 'A名'],
    ['fields', [culture], 'ﾕ長'],
    ['fields', [culture, children], 'ﾕA長'],
    ['fields', [''], '名'],
    ['fields', ['文化'], ''],
  ] as const)('%s in %j', (field, values, expected) => {
    expect(one({ field, operator: 'in', values: [...values] })).toBe(expected);
  });

  test.each([
    ['name', 'ゆだ', ''],
    ['name', 'ユダ', 'ﾕ'],
    ['name', 'ａｂｃ', 'A'],
    ['purpose', 'npo', '長'],
    ['address', '長府', '長'],
    ['note', '長府', 'A'],
    ['fields', '芸術', 'ﾕ長'],
    ['name', '', 'ﾕA長名'],
  ] as const)('%s contains %s, width and case aside, in that field alone', (field, part, expected) => {
    expect(one({ field, operator: 'contains', values: [part] })).toBe(expected);
  });

  test.each([
    ['members', { from: '8' }, 'ﾕ長'],
    ['members', { from: '9' }, 'ﾕ'],
    ['members', { to: '119' }, '長'],
    ['members', { from: '8', to: '120' }, 'ﾕ長'],
    ['established', { from: '2019-05-01' }, 'A'],
    ['established', { from: '2019-05' }, 'ﾕA'],
    ['established', { to: '2019' }, 'ﾕ長'],
    ['established', { to: '2019-04' }, '長'],
    ['established', { from: '2019', to: '2020' }, 'ﾕA長'],
    ['validUntil', { to: '2026-03-31' }, 'A長'],
    ['validUntil', { to: '2026-03-30' }, ''],
    ['validUntil', {}, 'ﾕA長名'],
  ] as const)('%s in the range %j; a year or month stands for all its days', (field, range, expected) => {
    expect(one({ field, operator: 'range', ...range })).toBe(expected);
  });

  test.each([
    ['city', 'not-in', ['下関市'], 'ﾕ名'],
    ['city', 'not-in', ['下関市', ''], 'ﾕ'],
    ['city', 'not-in', [], 'ﾕA長名'],
    ['members', 'not-in', ['8', 'x'], 'ﾕA名'],
    ['phonePublic', 'not-in', ['true', ''], 'ﾕ'],
    ['fields', 'not-in', [children], 'ﾕ名'],
    ['name', 'not-contains', ['ｱ'], 'ﾕA長名'],
    ['name', 'not-contains', ['長府'], 'ﾕA名'],
    ['purpose', 'not-contains', ['npo'], 'ﾕA名'],
    ['name', 'not-contains', [''], 'ﾕA長名'],
    ['name', 'starts-with', ['ユダ太'], 'ﾕ'],
    ['name', 'starts-with', ['協議会'], ''],
    ['name', 'ends-with', ['協議会'], '長'],
    ['name', 'ends-with', ['長府'], ''],
    ['name', 'equals', ['ＡＢＣ日本語教室'], 'A'],
    ['name', 'equals', ['日本語教室'], ''],
    ['name', 'not-equals', ['ａｂｃ 日本語教室'], 'ﾕ長名'],
    ['city', 'equals', [''], '名'],
    ['city', 'not-equals', [''], 'ﾕA長'],
    ['members', 'equals', ['１２０'], 'ﾕ'],
    ['members', 'starts-with', ['12'], 'ﾕ'],
    ['members', 'contains', ['2'], 'ﾕ'],
    ['phonePublic', 'equals', ['公開'], '長'],
    ['phonePublic', 'equals', ['非公開'], 'ﾕ'],
    ['fields', 'equals', ['文化'], ''],
    ['fields', 'equals', ['学術文化芸術スポーツ'], 'ﾕ長'],
    ['fields', 'starts-with', ['子ども'], 'A長'],
    ['established', 'equals', ['H31.4.30'], '長'],
    ['established', 'equals', ['2019'], 'ﾕ長'],
    ['established', 'starts-with', ['令和二年'], 'A'],
    ['name', 'equals', ['2019'], ''],
    ['established', 'contains', ['4月30日'], '長'],
    ['established', 'ends-with', ['4.30'], '長'],
    ['established', 'not-equals', ['令和2年'], 'ﾕ長名'],
    ['validUntil', 'contains', ['令和八年三月'], 'A長'],
    ['phone', 'contains', ['0832000001'], '長'],
    ['phone', 'starts-with', ['083200'], '長'],
    ['city', 'blank', [], '名'],
    ['city', 'filled', [], 'ﾕA長'],
    ['members', 'blank', [], 'A名'],
    ['fields', 'blank', [], '名'],
    ['fields', 'filled', [], 'ﾕA長'],
    ['phonePublic', 'filled', [], 'ﾕ長'],
    ['name', 'contains', ["' OR 1=1 --"], ''],
    ['name', 'contains', ['%'], ''],
    ['name', 'starts-with', ['_'], ''],
    ['name', 'contains', ['\n'], 'ﾕA長名'],
    ['name', 'contains', ['\u0000\u0007'], 'ﾕA長名'],
    ['name', 'contains', ['長'.repeat(40_000)], ''],
  ] as const)('%s %s %j', (...[field, operator, values, expected]) => {
    expect(one({ field, operator, values: [...values] })).toBe(expected);
  });

  test.each([
    ['R1.5', 'ﾕA'],
    ['令和元年', 'ﾕA長'],
    ['2020', 'A'],
    ['昔', ''],
  ])('a range of dates may begin in wareki: %s', (from, expected) => {
    expect(one({ field: 'established', operator: 'range', from })).toBe(expected);
  });

  test('a count is no range of something else', () => {
    expect(one({ field: 'members', operator: 'range', from: 'x' })).toBe('');
    expect(one({ field: 'members', operator: 'range', from: '１００' })).toBe('ﾕ');
  });

  test('a hundred thousand values are one list like any other', () => {
    const values = Array.from({ length: 99_999 }, (_, index) => `ない会${index}`);
    expect(one({ field: 'name', operator: 'in', values: [...values, '名だけの会'] })).toBe('名');
    expect(one({ field: 'name', operator: 'not-in', values: [...values, '名だけの会'] })).toBe('ﾕA長');
    expect(one({ field: 'fields', operator: 'in', values: [...values, children] })).toBe('A長');
  });

  test('several conditions and a search all hold', () => {
    const conditions = [
      { field: 'city', operator: 'in', values: ['下関市'] },
      { field: 'validUntil', operator: 'range', to: '2026' },
    ] satisfies OrganizationView['conditions'];
    expect(shown({ conditions })).toBe('A長');
    expect(shown({ conditions, search: '教室' })).toBe('A');
  });
});

test('a view that is open keeps its places while groups are edited, and shows a removed one as null', () => {
  const ids = selectOrganizationIds(ledger.connection, { sort: [{ field: 'members', descending: false }] });
  const [first, second, ...rest] = readOrganizationBlock(ledger.connection, ids);
  const named = (label: string) => ({ command: 'test', label, actor: '', now: testNow() });
  editOrganizations(
    ledger,
    { edits: [{ id: String(first?.[0]), field: 'members', value: 999 }], invalid: 'refuse' },
    named,
  );
  removeOrganizations(ledger, [String(second?.[0])], named);
  const after = readOrganizationBlock(ledger.connection, ids);
  expect(after[0]?.[9]).toBe(999);
  expect(after.slice(1)).toEqual([null, ...rest]);
});
