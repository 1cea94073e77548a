import { describe, expect, test } from 'vitest';
import { beforeToday, periodName, periodRange, rangePeriod, readPeriod } from '#renderer/sheet/filter/date-period.ts';

const today = '2026-11-22';

describe('a typed period', () => {
  test.each([
    ['R6.4.1', '2024-04-01', '2024-04-01'],
    ['令和6年度', '2024-04-01', '2025-03-31'],
    ['令和六年度', '2024-04-01', '2025-03-31'],
    ['R6年度', '2024-04-01', '2025-03-31'],
    ['２０２４年度', '2024-04-01', '2025-03-31'],
    ['令和6年度末', '2025-03-31', '2025-03-31'],
    ['令和6年', '2024-01-01', '2024-12-31'],
    ['2025/4', '2025-04-01', '2025-04-30'],
    ['2024年2月', '2024-02-01', '2024-02-29'],
    ['11/30', '2026-11-30', '2026-11-30'],
    ['2/1', '2027-02-01', '2027-02-01'],
    ['R6.4.1～R7.3.31', '2024-04-01', '2025-03-31'],
    ['令和5年度〜令和6年度', '2023-04-01', '2025-03-31'],
    ['R6.4.1~', '2024-04-01', ''],
    ['～令和6年度', '', '2025-03-31'],
  ])('%s is %s to %s', (text, from, to) => {
    expect(readPeriod(text, today)).toEqual({ from, to });
  });
  test.each(['', '～', 'あした', '2025/13', '令和6年2月30日', '年度', 'ZZ年度', 'R6～R7～R8', 'x'.repeat(5000)])(
    'what is no date is not guessed at (%#)',
    (text) => {
      expect(readPeriod(text, today)).toBeNull();
    },
  );
  test('what expired ends yesterday, over the turn of a month and year', () => {
    expect(beforeToday(today)).toEqual({ from: '', to: '2026-11-21' });
    expect(beforeToday('2026-03-01').to).toBe('2026-02-28');
    expect(beforeToday('2026-01-01').to).toBe('2025-12-31');
  });
  test('a start on the first of a month or year is kept as that month or year and read back as the day', () => {
    expect(periodRange({ from: '2024-04-01', to: '2025-03-31' })).toEqual({ from: '2024-04', to: '2025-03-31' });
    expect(periodRange({ from: '2024-01-01', to: '' })).toEqual({ from: '2024', to: '' });
    expect(periodRange({ from: '2024-04-11', to: '' }).from).toBe('2024-04-11');
    expect(rangePeriod({ from: '2024-04', to: '2025' })).toEqual({ from: '2024-04-01', to: '2025-12-31' });
  });
  test.each([
    ['2024-04-01', '2025-03-31', '令和6年度'],
    ['2024-01-01', '2024-12-31', '令和6年'],
    ['2025-04-01', '2025-04-30', '令和7年4月'],
    ['2024-04-01', '2024-04-01', '令和6年4月1日'],
    ['2024-04-01', '2025-03-30', null],
    ['2024-04-01', '', null],
  ])('%s to %s is called %s', (from, to, name) => {
    expect(periodName({ from, to })).toBe(name);
  });
});
