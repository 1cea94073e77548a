import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatWareki, formatWarekiYear, parseDate } from '#shared/domain/dates.ts';

const japanese = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
const DAY = 86_400_000;
const firstDay = Date.UTC(1873, 0, 1) / DAY;
const lastDay = Date.UTC(2100, 11, 31) / DAY;

function isoOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

describe('parseDate', () => {
  test.each([
    ['R7.4.1', '2025-04-01'],
    ['ｒ７．４．１', '2025-04-01'],
    ['R 7. 4. 1', '2025-04-01'],
    ['R070401', '2025-04-01'],
    ['H14/3/1', '2002-03-01'],
    ['H.14.3.1', '2002-03-01'],
    ['令7.4.1', '2025-04-01'],
    ['令和７年４月１日', '2025-04-01'],
    ['令和七年四月一日', '2025-04-01'],
    ['平成二十九年十二月三十一日', '2017-12-31'],
    ['二〇二五年四月一日', '2025-04-01'],
    ['平成元年', '1989'],
    ['R元.5.1', '2019-05-01'],
    ['R1/5/4', '2019-05-04'],
    ['S60', '1985'],
    ['昭和60年4月', '1985-04'],
    ['㍻12年3月3日', '2000-03-03'],
    ['㋿7年4月1日', '2025-04-01'],
    ['明治6年1月1日', '1873-01-01'],
    ['大3.2.1', '1914-02-01'],
    ['2016/02/26', '2016-02-26'],
    ['2016-2-26', '2016-02-26'],
    ['2016ー2ー26', '2016-02-26'],
    ['20250401', '2025-04-01'],
    ['202504', '2025-04'],
    ['2025.4', '2025-04'],
    ['2025', '2025'],
    ['2025年4月1日(火)', '2025-04-01'],
    ['2025年4月1日（火曜日）', '2025-04-01'],
    ['2025-04-01T00:00:00', '2025-04-01'],
    ['2025/4/1 0:00', '2025-04-01'],
    ['令和 7 年 4 月 1 日 (火) 13:00', '2025-04-01'],
    ['令和7(2025)年4月1日', '2025-04-01'],
    ['2025年（令和7年）4月1日', '2025-04-01'],
    ['（令和７年４月１日現在）', '2025-04-01'],
    ['令和8年3月31日まで', '2026-03-31'],
    ['4/1/2025', '2025-04-01'],
  ])('reads %s as %s', (text, iso) => {
    expect(parseDate(text)).toEqual({
      iso,
      precision: iso.length === 4 ? 'year' : iso.length === 7 ? 'month' : 'day',
      raw: text,
    });
  });

  test.each([
    ['平成31年5月1日', '2019-05-01', 'era-overrun'],
    ['平成31年5月', '2019-05', 'era-overrun'],
    ['平成32年', '2020', 'era-overrun'],
    ['令和元年4月30日', '2019-04-30', 'era-early'],
    ['25/4/1', '2025-04-01', 'two-digit-year'],
    ['76/3/7', '1976-03-07', 'two-digit-year'],
    ['45748', '2025-04-01', 'serial'],
    ['45748.75', '2025-04-01', 'serial'],
  ])('reads %s as %s and notes %s', (text, iso, note) => {
    expect(parseDate(text)).toMatchObject({ iso, note });
  });

  test.each([
    '',
    '-',
    '不明',
    '4/1',
    '7.4.1',
    '2025/2/29',
    'R7.13.1',
    'R0.4.1',
    '昭和',
    '19999',
    '60001',
    '9999/12/31',
    '250401',
    'R7.4.1～R8.3.31',
    '083-226-4040',
    '7年4月1日',
  ])('does not take %j for a date', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  test.each([
    ['4/1', '2025-04-01'],
    ['1/15', '2026-01-15'],
    ['３月３１日', '2026-03-31'],
    ['10月', '2025-10'],
  ])('with fiscal year 2025 reads %s as %s', (text, iso) => {
    expect(parseDate(text, { fiscalYear: 2025 })).toMatchObject({ iso, note: 'year-assumed' });
  });

  test.each([
    ['明治45年7月29日', undefined],
    ['明治45年7月30日', 'era-overrun'],
    ['大正元年7月30日', undefined],
    ['大正元年7月29日', 'era-early'],
    ['大正15年12月24日', undefined],
    ['大正15年12月25日', 'era-overrun'],
    ['昭和元年12月25日', undefined],
    ['昭和64年1月7日', undefined],
    ['昭和64年1月8日', 'era-overrun'],
    ['平成元年1月7日', 'era-early'],
    ['平成元年1月8日', undefined],
    ['平成31年4月30日', undefined],
    ['令和元年5月1日', undefined],
    ['平成31年', undefined],
    ['令和元年', undefined],
  ])('at the border of an era %s has note %s', (text, note) => {
    expect(parseDate(text)?.note).toBe(note);
  });
});

describe('formatWareki', () => {
  test.each([
    ['2025-04-01', 'short', 'R7.4.1'],
    ['2025-04-01', 'long', '令和7年4月1日'],
    ['2019-05-01', 'long', '令和元年5月1日'],
    ['2019-04-30', 'long', '平成31年4月30日'],
    ['2019-05', 'short', 'R1.5'],
    ['2019-04', 'long', '平成31年4月'],
    ['1989', 'long', '平成元年'],
    ['1985', 'short', 'S60'],
    ['1860-01-02', 'long', '1860年1月2日'],
    ['未定', 'long', '未定'],
  ] as const)('prints %s (%s) as %s', (iso, style, expected) => {
    expect(formatWareki(iso, style)).toBe(expected);
  });

  test('a year two eras share takes the later one', () => {
    expect([1912, 1926, 1989, 2019, 2025].map(formatWarekiYear)).toEqual([
      '大正元年',
      '昭和元年',
      '平成元年',
      '令和元年',
      '令和7年',
    ]);
  });

  test('agrees with the Japanese calendar of Intl on days of 1873 to 2100, and reads back what it prints', () => {
    fc.assert(
      fc.property(fc.integer({ min: firstDay, max: lastDay }), (day) => {
        const iso = isoOf(day);
        expect(formatWareki(iso, 'long')).toBe(japanese.format(new Date(day * DAY)));
        expect(parseDate(formatWareki(iso, 'long'))).toEqual({ iso, precision: 'day', raw: formatWareki(iso, 'long') });
        expect(parseDate(formatWareki(iso, 'short'))).toMatchObject({ iso, precision: 'day' });
      }),
      { numRuns: 2000 },
    );
  });

  test('every month and year reads back without a note', () => {
    for (let year = 1874; year <= 2100; year += 1) {
      const partials = [
        String(year),
        ...Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
      ];
      for (const iso of partials) {
        const read = parseDate(formatWareki(iso, 'long'));
        expect([iso, read?.iso, read?.note]).toEqual([iso, iso, undefined]);
      }
    }
  });
});
