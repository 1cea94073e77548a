import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import { createPostalCodes } from '#core/postal/postal-codes.ts';
import { decodePostalTable, encodePostalTable } from '#core/postal/postal-table.ts';

const entry = (code: string, town: string, city = '下関市') => ({ code, prefecture: '山口県', city, town });

describe('a table of postal codes', () => {
  const entries = [
    entry('7500010', '貴船町'),
    entry('7500000', ''),
    entry('7500001', '幸町'),
    entry('7590000', '', '長門市'),
    entry('7590000', '深川'),
    entry('7590000', '深川'),
    entry('9999999', '最後の町'),
  ];
  const table = decodePostalTable(encodePostalTable(entries, '2025-09'));

  test('says how many codes it has and of which month', () => {
    expect(table).toMatchObject({ codes: 5, month: '2025-09' });
  });

  test.each([
    ['7500000', ['']],
    ['7500001', ['幸町']],
    ['7500010', ['貴船町']],
    ['9999999', ['最後の町']],
    ['7590000', ['深川', '']],
    ['0000000', []],
    ['7500002', []],
    ['9999998', []],
  ])('finds %s, each place once and the rest of a city last', (code, towns) => {
    expect(table.lookup(code).map(({ town }) => town)).toEqual(towns);
  });

  test('finds every code of a long list, and none between them', () => {
    const codes = Array.from({ length: 5_000 }, (_, index) => String(index * 3 + 1).padStart(7, '0'));
    const long = decodePostalTable(
      encodePostalTable(
        codes.map((code, index) => entry(code, '町'.repeat(index % 40))),
        '',
      ),
    );
    for (const [index, code] of codes.entries()) {
      expect(long.lookup(code)).toEqual([entry(code, '町'.repeat(index % 40))]);
      expect(long.lookup(String(Number(code) + 1).padStart(7, '0'))).toEqual([]);
    }
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['other bytes', Buffer.from('no table')],
  ])('of %s is none', (_, bytes) => {
    expect(() => decodePostalTable(bytes)).toThrow();
  });
});

describe('the table that ships with the program', () => {
  const bundled = createPostalCodes('/no/such/folder/postal-codes.txt.gz').current();

  test.each([
    ['7500001', [['山口県', '下関市', '幸町']]],
    ['7530072', [['山口県', '山口市', '大手町']]],
    ['7422601', [['山口県', '大島郡周防大島町', '伊保田']]],
    ['1006036', [['東京都', '千代田区', '霞が関霞が関ビル３６階']]],
    ['9999999', []],
    [
      '4980000',
      [
        ['愛知県', '弥富市', ''],
        ['三重県', '桑名郡木曽岬町', ''],
      ],
    ],
  ])('knows %s', (code, places) => {
    const found = bundled.table.lookup(code);
    expect(found.map(({ prefecture, city, town }) => [prefecture, city, town])).toEqual(places);
  });

  test('is of the whole country, and finds a code in a moment', () => {
    expect(bundled.source).toBe('bundled');
    expect(bundled.table.codes).toBeGreaterThan(120_000);
    expect(bundled.table.month).toMatch(/^20\d{2}-\d{2}$/);
    const started = performance.now();
    for (let code = 7_500_000; code < 7_500_200; code += 1) bundled.table.lookup(String(code));
    expect((performance.now() - started) / 200).toBeLessThan(25);
  });
});
