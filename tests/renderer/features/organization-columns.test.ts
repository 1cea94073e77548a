import { describe, expect, test } from 'vitest';
import type { OrganizationRow } from '#renderer/features/organizations/cell-row.ts';
import { editedValue, editText, listedText, shownText } from '#renderer/features/organizations/cell-text.ts';
import { organizationColumns } from '#renderer/features/organizations/columns.ts';
import { readCell } from '#renderer/features/organizations/read-cell.ts';
import { assistFor, commitText } from '#renderer/sheet/edit/assist.ts';
import type { CellValue } from '#shared/contract/common.ts';
import {
  organizationField,
  type OrganizationFieldKey,
  organizationFields,
} from '#shared/domain/organization/fields.ts';
import { readOrganizationValue } from '#shared/domain/organization/read-value.ts';
import type { RpcResult } from '#shared/rpc/transport.ts';
import { createClient } from '#shared/rpc/client.ts';

type Town = { readonly prefecture: string; readonly city: string; readonly town: string };

const today = '2026-05-10';

/** The register's columns over a transport that knows these postal codes and nothing else. */
function columnsWith(codes: Readonly<Record<string, readonly Town[]>> = {}) {
  const asked: unknown[] = [];
  const client = createClient({
    call: async (name, input): Promise<RpcResult> => {
      asked.push([name, input]);
      const { code } = input as { readonly code: string }; // boundary: only postal.lookup is called here
      const found = codes[code];
      return found === undefined ? { ok: false, error: { code: 'INTERNAL', params: {} } } : { ok: true, value: found };
    },
    subscribe: () => () => undefined,
  });
  const columns = organizationColumns({ editable: true, client, today });
  const column = (key: OrganizationFieldKey) => {
    const found = columns.find(({ id }) => id === key);
    if (found === undefined) throw new Error(key);
    return found;
  };
  return { column, columns, asked };
}

function rowWith(values: Partial<Record<OrganizationFieldKey, CellValue>>): OrganizationRow {
  return ['id', ...organizationFields.map(({ key }) => values[key] ?? null)];
}

describe('values of the register', () => {
  test.each([
    ['date', '2026-03-31', 'R8.3.31'],
    ['date', '2025-04', 'R7.4'],
    ['date', '2025', 'R7'],
    ['postal', '7501576', '750-1576'],
    ['count', 1234, '1,234'],
    ['public-flag', true, '公開'],
    ['public-flag', false, '非公開'],
    ['activity-fields', ['まちづくりの推進', '観光の振興'], 'まちづくり・観光'],
    ['long-text', 'あ\nい', 'あ い'],
    ['text', null, ''],
  ] as const)('a %s is shown as staff write it', (kind, value, text) => {
    expect(shownText(kind, Array.isArray(value) ? [...value] : (value as string | number | boolean | null))).toBe(text);
  });

  test.each([
    ['validUntil', '2026-03-31'],
    ['established', '2025-04'],
    ['established', '2025'],
    ['established', '1895-12'],
    ['phonePublic', true],
    ['phonePublic', false],
    ['phonePublic', null],
    ['fields', ['学術、文化、芸術又はスポーツの振興', 'まちづくりの推進', '動物愛護']],
    ['fields', []],
    ['postal', '0600001'],
    ['phone', '083-226-4040'],
    ['members', 1234],
    ['members', 0],
    ['note', 'あ\nい\tう'],
    ['corporateNumber', '7000012050002'],
  ] as const)('%s: what is copied is read back as the same value', (key, value) => {
    const { kind } = organizationField(key);
    const given: CellValue = typeof value === 'object' && value !== null ? [...value] : value;
    const sent = editedValue(kind, editText(kind, given));
    const read = typeof sent === 'string' ? readOrganizationValue(key, sent) : { ok: true, value: sent };
    expect(read).toMatchObject({ ok: true, value: key === 'note' ? 'あ\nい う' : given });
  });

  test('a month goes to Excel in the form that Excel gives back, not as Apr-25', () => {
    expect(editText('date', '2025-04')).toBe('2025年4月');
    expect(editText('date', '2025-04-01')).toBe('2025-04-01');
  });

  test('an emptied cell is no value, and no fields are an empty list', () => {
    expect(editedValue('phone', ' ')).toBeNull();
    expect(editedValue('activity-fields', '')).toEqual([]);
  });

  test('a typed text is sent as it is: the ledger reads wareki and full-width digits', () => {
    expect(editedValue('date', 'Ｒ９．３．３１')).toBe('Ｒ９．３．３１');
  });

  test.each([
    ['date', '2026-03-31', '令和8年3月31日'],
    ['date', '2025-04', '令和7年4月'],
    ['public-flag', 'true', '公開'],
    ['public-flag', 'false', '非公開'],
    ['postal', '7501576', '750-1576'],
    ['count', '1234', '1,234'],
    ['activity-fields', '観光の振興', '観光の振興'],
  ] as const)('a %s in the list of a filter', (kind, value, text) => {
    expect(listedText(kind, value)).toBe(text);
  });
});

describe('what a typed text means', () => {
  test.each([
    ['validUntil', 'R7.4.1', '令和7年4月1日(火)'],
    ['validUntil', '4/1', '令和8年4月1日(水)(今年度とみなします)'],
    ['validUntil', '3/31', '令和9年3月31日(水)(今年度とみなします)'],
    ['validUntil', '20250401', '令和7年4月1日(火)'],
    ['validUntil', '平成31年5月1日', '令和元年5月1日(水)(元号の終わったあとの日付です)'],
    ['established', '2025年4月', '令和7年4月'],
    ['established', 'S60', '昭和60年'],
    ['phone', '０８３２２６４０４０', '083-226-4040'],
    ['phone', '832264040', '083-226-4040(先頭の 0 を補います)'],
    ['postal', '〒７５０１５７６', '750-1576'],
    ['members', '１９２人', '192'],
    ['orgType', '特定非営利活動法人', 'NPO法人'],
    ['orgType', '同好会', '一覧にない種別「同好会」です(だれも使っていなければ、入れる前に確かめます)'],
    ['city', '35201', '下関市'],
    ['fields', '福祉、動物愛護', '一覧にない分野です: 動物愛護'],
    ['phonePublic', '可', '公開'],
    ['corporateNumber', '7000012050002', '先頭の検査数字が合っています'],
  ] as const)('%s %s', (key, text, shown) => {
    expect(readCell(key, text, today)).toEqual({ ok: true, shown });
  });

  test('of two telephone numbers it is told which one is not taken', () => {
    const reading = readCell('phone', '083-226-4040、090-1234-5678', today);
    expect(reading).toMatchObject({ ok: true, shown: expect.stringContaining('「090-1234-5678」は入りません') });
  });

  test.each([
    ['validUntil', '2/30', '日付として読めません'],
    ['corporateNumber', '700001205000', 'いま 12 桁'],
    ['corporateNumber', '8000012050002', '検査数字が合いません'],
    ['corporateNumber', 'あ', '13 桁'],
    ['members', '数名', '数として読めません'],
    ['name', ' ', '空欄にできません'],
    ['phonePublic', '要相談', '読めません'],
  ] as const)('%s %s is refused with a reason', (key, text, reason) => {
    expect(readCell(key, text, today)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });

  test('a date without a year needs the day of today', () => {
    expect(readCell('validUntil', '4/1', '')).toMatchObject({ ok: false });
  });

  test('hostile text does no harm', () => {
    for (const { key } of organizationFields) {
      for (const text of ['あ'.repeat(100_000), '\u0000\uD800', '<b>x</b>', '9'.repeat(900)]) {
        const started = performance.now();
        readCell(key, text, today);
        expect(performance.now() - started).toBeLessThan(5000);
      }
    }
  });
});

describe('cells that an entry fills as well', () => {
  const towns = {
    '7501576': [{ prefecture: '山口県', city: '下関市', town: '彦島本村町' }],
    '7500000': [
      { prefecture: '山口県', city: '下関市', town: 'あ町' },
      { prefecture: '山口県', city: '下関市', town: 'い町' },
    ],
    '7422301': [{ prefecture: '山口県', city: '大島郡周防大島町', town: '久賀' }],
    '1600022': [{ prefecture: '東京都', city: '新宿区', town: '新宿' }],
    '4980000': [
      { prefecture: '愛知県', city: '弥富市', town: 'う' },
      { prefecture: '三重県', city: '桑名郡木曽岬町', town: 'え' },
    ],
    '0000000': [],
  };
  const seen = (texts: Partial<Record<OrganizationFieldKey, string>>) => (columnId: string) =>
    new Map(Object.entries(texts)).get(columnId) ?? '';
  const enter = (
    key: OrganizationFieldKey,
    text: string,
    others: Partial<Record<OrganizationFieldKey, string>> = {},
  ) => {
    const { column, asked } = columnsWith(towns);
    const cells = column(key).companions?.({ textOf: seen(others), text, reading: '' }) ?? Promise.resolve(null);
    return { cells, asked };
  };

  test.each([
    ['７５０－１５７６', { city: '下関市', address: '彦島本村町' }],
    ['750-0000', { city: '下関市' }],
    ['742-2301', { city: '周防大島町', address: '久賀' }],
    ['160-0022', { city: '新宿区', address: '東京都新宿区新宿' }],
    ['498-0000', {}],
    ['000-0000', {}],
    ['999-9999', {}],
    ['750', {}],
  ])('the postal code %s gives city and town', async (text, filled) => {
    const cells = await enter('postal', text).cells;
    expect(Object.fromEntries((cells ?? []).map((cell) => [cell.columnId, cell.text]))).toEqual(filled);
  });

  test('a filled cell is never written over, and nothing is asked when both are', async () => {
    expect(await enter('postal', '7501576', { city: '長門市' }).cells).toEqual([
      { columnId: 'address', text: '彦島本村町' },
    ]);
    const both = enter('postal', '7501576', { city: '長門市', address: '東深川' });
    expect(await both.cells).toEqual([]);
    expect(both.asked).toEqual([]);
  });

  test.each([
    ['repName', '松永　花子', 'マツナガ　ハナコ', { repKana: 'マツナガ ハナコ' }],
    ['contactName', '松永花子', 'マツナガハナコ', { contactKana: 'マツナガハナコ' }],
    ['name', 'NPO法人 豊田音楽隊', 'NPOホウジン トヨタオンガクタイ', { nameKana: 'トヨタオンガクタイ' }],
    ['name', '豊田音楽隊', 'トヨタオンガクタイ', { nameKana: 'トヨタオンガクタイ' }],
    ['name', '豊田音楽隊', '', {}],
    ['name', '', 'トヨタ', {}],
  ] as const)('%s %s gives its reading', async (...[key, text, reading, filled]) => {
    const cells = await columnsWith()
      .column(key)
      .companions?.({ textOf: seen({}), text, reading });
    expect(Object.fromEntries((cells ?? []).map((cell) => [cell.columnId, cell.text]))).toEqual(filled);
  });

  test('a reading that is there stays', async () => {
    const textOf = seen({ repKana: 'マツナガ' });
    expect(await columnsWith().column('repName').companions?.({ textOf, text: '松永', reading: 'ショウエイ' })).toEqual(
      [],
    );
  });
});

describe('the columns', () => {
  test('counts are numbers, everything has a filter that fits', () => {
    const { column, columns } = columnsWith();
    expect(column('members').number?.(rowWith({ members: 12 }))).toBe(12);
    expect(column('members').number?.(rowWith({}))).toBeNull();
    expect(column('name').number).toBeUndefined();
    expect(columns.every(({ filter }) => filter !== undefined)).toBe(true);
    expect([column('validUntil').filter, column('orgType').filter, column('members').filter]).toEqual([
      'date',
      'choice',
      'number',
    ]);
  });

  test('a register that is only read has no editors and fills nothing', () => {
    const client = createClient({
      call: async () => ({ ok: true, value: [] }),
      subscribe: () => () => undefined,
    });
    const columns = organizationColumns({ editable: false, client, today });
    expect(columns.some(({ editor, companions }) => editor !== undefined || companions !== undefined)).toBe(false);
  });

  test('kinds of group are found by their reading and chosen by number', () => {
    const { editor, read } = columnsWith().column('orgType');
    if (editor === undefined) throw new Error('no editor');
    expect(assistFor(editor, read, { typed: 'にんい', opened: false }).items.map((item) => item.text)).toEqual([
      '任意団体',
    ]);
    expect(commitText(editor, '2', null)).toBe('NPO法人');
  });
});
