import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillSeries, fillSeriesBackwards } from '#renderer/sheet/fill/series.ts';
import { parseDate } from '#shared/domain/dates.ts';
import { formatFiscalYear, parseFiscalYear } from '#shared/domain/fiscal-year.ts';

/** 'a, b > c, d': the seeds and what follows them. */
function expectSeries(line: string): void {
  const [seeds = [], expected = []] = line.split(' > ').map((side) => side.split(', '));
  expect(fillSeries(seeds, expected.length)).toEqual(expected);
}

function expectBackwards(line: string): void {
  const [expected = [], seeds = []] = line.split(' < ').map((side) => side.split(', '));
  expect(fillSeriesBackwards(seeds, expected.length)).toEqual(expected.toReversed());
}

describe('numbers', () => {
  test.each([
    '5 > 5, 5',
    '1, 2 > 3, 4',
    '2, 4, 6 > 8, 10',
    '10, 5 > 0, -5',
    '-1, -2 > -3',
    '0.1, 0.2 > 0.3, 0.4',
    '1, 1.5 > 2, 2.5',
    '1.0, 1.5 > 2.0, 2.5',
    '１, ２ > ３, ４',
    '１．５, ２．０ > ２．５',
    '10%, 20% > 30%',
    '10% > 10%',
    '▲2, ▲1 > 0, 1',
    '1, 0 > -1',
    '1, 2, 4 > 5.3333333333',
    '0, 0 > 0',
    '20250401 > 20250401',
  ])('%s', expectSeries);

  test('with thousands', () => {
    expect(fillSeries(['1,000'], 1)).toEqual(['1,000']);
    expect(fillSeries(['800', '900'], 2)).toEqual(['1000', '1100']);
    expect(fillSeries(['1,000', '1,500'], 2)).toEqual(['2,000', '2,500']);
    expect(fillSeries(['999,000', '999,500'], 2)).toEqual(['1,000,000', '1,000,500']);
    expect(fillSeries(['900', '1,000'], 1)).toEqual(['1,100']);
  });
});

describe('codes and texts with a number', () => {
  test.each([
    '001 > 002, 003',
    '009 > 010',
    '08, 09, 10 > 11, 12',
    '099, 100 > 101',
    '999号 > 1000号',
    '第1回 > 第2回, 第3回',
    '第1回, 第3回 > 第5回',
    '第１回 > 第２回',
    '第09回 > 第10回',
    '団体12 > 団体13',
    'R7-001 > R7-002',
    'R7-01 > R7-02',
    'R7-12 > R7-13',
    'R7 > R8',
    'A-1, B-1 > A-2, B-2',
    '3年2組 > 3年3組',
    '1回目 > 2回目',
    '架000099 > 架000100',
    '1 市民活動の推進 > 2 市民活動の推進',
    '第2回, 第1回 > 第0回, 第1回',
  ])('%s', expectSeries);

  test('amounts keep their commas', () => {
    expect(fillSeries(['1,999円'], 1)).toEqual(['2,000円']);
  });

  test.each([
    '10:00 > 10:00',
    'kyodo1@example.jp > kyodo1@example.jp',
    'https://example.jp/1 > https://example.jp/1',
    '令和七年四月一日 > 令和七年四月一日',
    '令和7(2025)年度 > 令和7(2025)年度',
    '令和7年度（2025年度） > 令和7年度（2025年度）',
    '令和7年4月1日現在 > 令和7年4月1日現在',
    '令和7年度は3回開催しました。 > 令和7年度は3回開催しました。',
    '12345678901234567 > 12345678901234567',
  ])('what counting would only break is repeated: %s', expectSeries);
});

describe('dates', () => {
  test.each([
    '2025-04-01 > 2025-04-02',
    '2025-10-31, 2025-11-30 > 2025-12-31, 2026-01-31',
    '2025-12-31 > 2026-01-01',
    '2025/4/1 > 2025/4/2',
    '2025/04/30 > 2025/05/01',
    '2025/12/10, 2026/1/10 > 2026/2/10',
    '2025.4.30 > 2025.5.1',
    '2025年4月1日 > 2025年4月2日',
    '２０２５年９月３０日 > ２０２５年１０月１日',
    '令和7年4月1日 > 令和7年4月2日',
    '平成31年4月30日 > 令和元年5月1日, 令和元年5月2日',
    '令和元年12月31日 > 令和2年1月1日',
    '令和1年5月1日 > 令和1年5月2日',
    'R7.4.1 > R7.4.2',
    'R7.4.30 > R7.5.1',
    'r7.4.1 > r7.4.2',
    'Ｒ７．４．３０ > Ｒ７．５．１',
    'R07.09.30 > R07.10.01',
    'R7. 4. 30 > R7. 5. 1',
    'H31.4.30 > R1.5.1',
    'H31/4/30 > R1/5/1',
    '令7.4.1 > 令7.4.2',
    '4月1日 > 4月2日',
    '4月30日 > 5月1日',
    '12月31日 > 1月1日',
    '2月28日 > 3月1日',
    '2月29日 > 3月1日',
    '4/30 > 5/1',
    '2025/4/1(火) > 2025/4/2(水)',
    '4月1日（火）, 4月8日（火） > 4月15日（火）',
  ])('one by one: %s', expectSeries);

  test.each([
    '2025-04-01, 2025-04-08 > 2025-04-15',
    '2025-04-08, 2025-04-01 > 2025-03-25',
    '2025/1/15, 2025/2/15 > 2025/3/15, 2025/4/15',
    '2025/1/31, 2025/2/28 > 2025/3/31, 2025/4/30',
    '2024/2/29, 2025/2/28 > 2026/2/28, 2027/2/28, 2028/2/29',
    '2025/10/30, 2025/11/30, 2025/12/30 > 2026/1/30, 2026/2/28, 2026/3/30',
    'R6.3.31, R7.3.31 > R8.3.31',
    '平成30年4月1日, 平成31年4月1日 > 令和2年4月1日',
    '4月1日, 5月1日 > 6月1日',
    '2025-04-01, 2025-04-01 > 2025-04-01',
  ])('by weeks, months and years: %s', expectSeries);

  test.each([
    '2025-04 > 2025-05',
    '2025-12 > 2026-01',
    '2025/4 > 2025/5',
    '2025年12月 > 2026年1月',
    '令和7年12月 > 令和8年1月',
    '平成31年4月 > 令和元年5月',
    'R7.12 > R8.1',
    '令和7年4月分 > 令和7年5月分',
    '令和7年 > 令和8年',
    '2025年 > 2026年',
  ])('months and years alone: %s', expectSeries);

  test('a day that does not exist is no date', () => {
    expect(fillSeries(['2025/2/30'], 1)).toEqual(['2025/2/31']);
    expect(fillSeries(['2199-12-31'], 1)).toEqual(['2199-12-31']);
  });
});

describe('fiscal years', () => {
  test.each([
    '令和7年度 > 令和8年度, 令和9年度',
    'R7年度 > R8年度',
    '2025年度 > 2026年度',
    '令和７年度 > 令和８年度',
    '令和元年度 > 令和2年度',
    '平成30年度 > 令和元年度, 令和2年度',
    '平成31年度 > 令和2年度',
    'H30年度 > R1年度',
    '令和5年度, 令和7年度 > 令和9年度',
    '令和7年度計画, 令和7年度実績 > 令和8年度計画, 令和8年度実績',
    '令和7年度第4四半期 > 令和8年度第1四半期',
  ])('%s', expectSeries);

  test('a year of any spelling goes on with the year after it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1927, max: 2100 }), fc.nat(30), (year, count) => {
        const filled = fillSeries([formatFiscalYear(year)], count);
        expect(filled).toEqual(Array.from({ length: count }, (_, index) => formatFiscalYear(year + 1 + index)));
        expect(filled.map((text) => parseFiscalYear(text)).every((one, index) => one === year + 1 + index)).toBe(true);
      }),
    );
  });
});

describe('lists', () => {
  test.each([
    '月 > 火, 水, 木, 金, 土, 日, 月',
    '月曜日 > 火曜日',
    '（土） > （日）',
    '月, 水 > 金, 日, 火',
    '1月 > 2月',
    '11月 > 12月, 1月',
    '4月, 7月 > 10月, 1月',
    '１２月 > １月',
    '4月号 > 5月号',
    '第3四半期 > 第4四半期, 第1四半期',
    '① > ②',
    '⑲ > ⑳, ㉑',
    'A, B > C, D',
    'ａ, ｂ > ｃ',
    'ア, イ > ウ, エ',
    'A > A, A',
    'ア > ア',
    '月, 水, 木 > 月, 水, 木',
  ])('%s', expectSeries);
});

describe('anything else', () => {
  test.each(['済 > 済, 済', '済, 未 > 済, 未, 済', '◎, ○, △ > ◎, ○', '山口市 > 山口市'])('repeats: %s', expectSeries);

  test.each([
    '1, 済 > 2, 済, 3, 済',
    '1, 2, 済 > 3, 4, 済, 5',
    '第1回, 市民会館 > 第2回, 市民会館',
    '1, 済, 3, 未 > 5, 済, 7, 未',
    '令和7年度, 100 > 令和8年度, 101',
  ])('several kinds each go on by themselves: %s', expectSeries);

  test('empty cells stay empty', () => {
    expect(fillSeries(['', ''], 3)).toEqual(['', '', '']);
    expect(fillSeries(['1', ''], 4)).toEqual(['2', '', '3', '']);
    expect(fillSeries([], 2)).toEqual(['', '']);
  });

  test('Ctrl repeats whatever it is', () => {
    expect(fillSeries(['1', '2'], 3, { copy: true })).toEqual(['1', '2', '1']);
    expect(fillSeriesBackwards(['R7.4.1', 'R7.4.2'], 3, { copy: true })).toEqual(['R7.4.2', 'R7.4.1', 'R7.4.2']);
  });
});

describe('upwards and to the left', () => {
  test.each([
    '0, 1, 2 < 3, 4',
    '5, 5 < 5',
    '001, 002 < 003',
    '08 < 09, 10',
    '第1回 < 第2回',
    'R7.3.31 < R7.4.1',
    '平成31年4月30日 < 令和元年5月1日',
    '平成30年度, 令和元年度 < 令和2年度',
    '2024/12/31, 2025/1/31 < 2025/2/28, 2025/3/31',
    '日 < 月',
    '12月 < 1月',
    '済 < 済',
    'b, 済 < b, 済',
  ])('%s', expectBackwards);

  test('and then downwards gives the seeds again', () => {
    const number = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(number, number, fc.constantFrom(0, 1, 2), (start, step, decimals) => {
        const text = (index: number) => ((start + step * index) / 10 ** decimals).toFixed(decimals);
        const seeds = [0, 1, 2].map(text);
        expect(fillSeries(seeds, 3)).toEqual([3, 4, 5].map(text).map(withoutMinusZero));
        const before = fillSeriesBackwards(seeds, 3).toReversed();
        expect(before).toEqual([-3, -2, -1].map(text).map(withoutMinusZero));
        expect(fillSeries(before, 3)).toEqual(seeds.map(withoutMinusZero));
      }),
    );
  });
});

function withoutMinusZero(text: string): string {
  return Number(text) === 0 ? text.replace('-', '') : text;
}

describe('in general', () => {
  const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  const iso = day.map((date) => date.toISOString().slice(0, 10));

  test('days in a row are read back as days in a row', () => {
    fc.assert(
      fc.property(iso, fc.integer({ min: 1, max: 400 }), (first, count) => {
        const next = new Date(Date.parse(first) + count * 86_400_000).toISOString().slice(0, 10);
        expect(fillSeries([first], count).at(-1)).toBe(next);
        const [year, month, dayOfMonth] = first.split('-').map(Number);
        const slashes = fillSeries([`${year}/${month}/${dayOfMonth}`], count).at(-1) ?? '';
        expect(parseDate(slashes)?.iso).toBe(next);
      }),
    );
  });

  const anything = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...'0123456789.,-/年月日度第回令和RH（）①月火 '), maxLength: 10 }),
    iso,
  );

  test('no seeds make it fail, and every cell gets a text', () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 5 }), fc.nat(12), (seeds, count) => {
        const forward = fillSeries(seeds, count);
        const backward = fillSeriesBackwards(seeds, count);
        expect([forward.length, backward.length]).toEqual([count, count]);
        expect([...forward, ...backward].filter((text) => /undefined|null|NaN|Infinity/.test(text))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('one cell filled over many is what filling them one after the other gives', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          iso,
          fc.nat(999).map((n) => `第${n}回`),
          fc.constantFrom('月', '11月', '令和6年度', '①'),
        ),
        (seed) => {
          const all = fillSeries([seed], 5);
          let last = seed;
          for (const text of all) {
            last = fillSeries([last], 1)[0] ?? '';
            expect(last).toBe(text);
          }
        },
      ),
    );
  });

  test('thousands of cells are filled at once, also from hostile text', () => {
    const start = performance.now();
    fillSeries(
      Array.from({ length: 2000 }, (_, index) => `団体${index}`),
      20_000,
    );
    fillSeries(['1'.repeat(100_000), `${'1,'.repeat(50_000)}a`, `${'1 '.repeat(50_000)}`], 10);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
