import { describe, expect, test } from 'vitest';
import { describeFilter, describeSort, oneLine } from '#renderer/sheet/filter/describe-filter.ts';
import type { SheetColumn, SheetFilter } from '#renderer/sheet/types.ts';

const text = (row: readonly string[]) => row[0] ?? '';
const columns: readonly SheetColumn<readonly string[]>[] = [
  { id: 'city', title: '市町', width: 80, text, filter: 'text' },
  { id: 'until', title: '有効期限', width: 80, text, filter: 'date' },
  { id: 'members', title: '会員数', width: 80, text, filter: 'number' },
  { id: 'public', title: '公開', width: 80, text, filter: 'choice', valueShown: (v) => (v === 'true' ? '公開' : v) },
];

type Condition = {
  [K in SheetFilter['kind']]: Omit<Extract<SheetFilter, { kind: K }>, 'columnId'>;
}[SheetFilter['kind']];

function words(columnId: string, condition: Condition): string {
  return describeFilter({ columnId, ...condition }, columns);
}

describe('a filter in words', () => {
  test('values by name, two of them and the number of the others', () => {
    expect(words('city', { kind: 'values', values: ['下関市'], exclude: false })).toBe('市町: 下関市');
    expect(words('city', { kind: 'values', values: ['下関市', '山口市', '萩市', '光市'], exclude: false })).toBe(
      '市町: 下関市・山口市 ほか2',
    );
    expect(words('city', { kind: 'values', values: ['', '萩市'], exclude: true })).toBe('市町: (空白)・萩市 を除く');
    expect(words('public', { kind: 'values', values: ['true'], exclude: false })).toBe('公開: 公開');
  });
  test('conditions as they are read', () => {
    expect(words('city', { kind: 'text', operator: 'contains', text: '下関' })).toBe('市町: 「下関」を含む');
    expect(words('city', { kind: 'blank' })).toBe('市町: 空白');
    expect(words('city', { kind: 'filled' })).toBe('市町: 空白でない');
    expect(words('until', { kind: 'range', from: '', to: '2026-03-31' })).toBe('有効期限: 令和8年3月31日まで');
    expect(words('until', { kind: 'range', from: '2024-04', to: '' })).toBe('有効期限: 令和6年4月1日から');
    expect(words('until', { kind: 'range', from: '2024-04', to: '2025-03-31' })).toBe('有効期限: 令和6年度');
    expect(words('until', { kind: 'range', from: '2024-04-02', to: '2025-03' })).toBe(
      '有効期限: 令和6年4月2日から令和7年3月31日まで',
    );
    expect(words('members', { kind: 'range', from: '10', to: '' })).toBe('会員数: 10以上');
    expect(words('members', { kind: 'range', from: '', to: '1200' })).toBe('会員数: 1,200以下');
    expect(words('members', { kind: 'range', from: '10', to: '20' })).toBe('会員数: 10～20');
  });
  test('a report of 30,000 characters as value stays a few words on one line', () => {
    const long = `一行目\n二行目${'あ'.repeat(30_000)}`;
    expect(words('city', { kind: 'values', values: [long], exclude: false }).length).toBeLessThan(40);
    expect(oneLine(long, 10)).toBe('一行目↵二行目ああ…');
    expect(oneLine('𠮷'.repeat(20), 3)).toBe('𠮷𠮷…');
  });
  test('a column that is no more is called by its id', () => {
    expect(words('gone', { kind: 'blank' })).toBe('gone: 空白');
    expect(words('gone', { kind: 'values', values: ['a'], exclude: false })).toBe('gone: a');
  });
  test('sorting is shown by a mark and spoken in words', () => {
    expect(describeSort({ columnId: 'city', descending: true }, columns)).toEqual({
      shown: '市町▼',
      spoken: '市町の降順の並べ替え',
    });
  });
});
