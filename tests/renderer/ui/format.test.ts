import { describe, expect, test } from 'vitest';
import { formatBytes, formatCount, formatDayWithWeekday, formatMoment, formatTime } from '#renderer/ui/format.ts';

const noon = new Date(2025, 8, 12, 12, 0);
const at = (day: number, hours: number, minutes: number): string =>
  new Date(2025, 8, day, hours, minutes).toISOString();

describe('moments are told as people say them', () => {
  test('a moment of today is 今日 with the time', () => {
    expect(formatMoment(at(12, 9, 5), noon)).toBe('今日 9:05');
  });
  test('shortly before midnight of the day before is 昨日, however few hours ago', () => {
    expect(formatMoment(at(11, 23, 59), new Date(2025, 8, 12, 0, 1))).toBe('昨日 23:59');
  });
  test('an earlier day of this year has no year', () => {
    expect(formatMoment(at(10, 14, 0), noon)).toBe('9月10日 14:00');
  });
  test('a day of another year is told in wareki', () => {
    expect(formatMoment(new Date(2024, 5, 3, 8, 30).toISOString(), noon)).toBe('令和6年6月3日 8:30');
  });
  test('a text that is no moment stays as it is', () => {
    expect(formatMoment('いつか', noon)).toBe('いつか');
    expect(formatTime('いつか')).toBe('');
  });
});

describe('days, counts and sizes', () => {
  test('today is shown in wareki with the day of the week', () => {
    expect(formatDayWithWeekday('2025-09-12')).toBe('令和7年9月12日(金)');
    expect(formatDayWithWeekday('')).toBe('');
  });
  test('counts are grouped by thousands', () => {
    expect(formatCount(28114)).toBe('28,114');
  });
  test.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1536, '1.5 KB'],
    [345_678, '338 KB'],
    [5 * 1024 * 1024, '5.0 MB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
