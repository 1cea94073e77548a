import { describe, expect, it } from 'vitest';
import { typedBeforeDate } from '#shared/domain/spoiled-date.ts';

describe('what stood in a cell before a spreadsheet made a date of it', () => {
  it.each([
    ['2025-01-01', ['1-1', '25-1-1']],
    ['2003-04-05', ['4-5', '3-4-5']],
    ['2025/12/1', ['12-1', '25-12-1']],
    ['1945-12-01', ['12-1', '12-45']],
    ['2025-01-01 00:00:00', ['1-1', '25-1-1']],
    ['2025年1月1日', ['1-1', '25-1-1']],
    ['令和7年1月1日', ['1-1', '25-1-1']],
    ['1/2/2025', ['1-2', '25-1-2']],
    ['1月1日', ['1-1']],
    ['Jan-01', ['1-1']],
    ['1-Jan', ['1-1']],
    ['5-Dec-25', ['12-5']],
    ['1900-01-12', ['12']],
    ['1900-03-01', ['61']],
  ])('%s may have been %s', (text, typed) => expect(typedBeforeDate(text)).toEqual(typed));

  it.each(['1-1', '3-4-5', 'A-001', '2024-13-01', '2024/2/30', '13月1日', '6丁目3番2号', '083-222-1001', 'R7.4.1', ''])(
    '%s is no such date',
    (text) => expect(typedBeforeDate(text)).toBeNull(),
  );
});
