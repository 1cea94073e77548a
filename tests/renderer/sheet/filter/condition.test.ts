import { describe, expect, test } from 'vitest';
import { type ConditionDraft, draftOf, readCondition } from '#renderer/sheet/filter/condition.ts';
import type { SheetFilterKind } from '#renderer/sheet/types.ts';

function read(kind: SheetFilterKind, draft: Partial<ConditionDraft>) {
  return readCondition({ ...draftOf(kind, null), ...draft }, { columnId: 'x', kind, today: '2026-11-22' });
}

describe('a condition as it is typed', () => {
  test('words are taken without the blanks around them, none at all are asked for', () => {
    expect(read('text', { text: ' 下関 ' })).toMatchObject({
      ok: true,
      filter: { operator: 'contains', text: '下関' },
    });
    expect(read('text', { text: ' ' })).toMatchObject({ ok: false });
    expect(read('text', { operator: 'blank' })).toMatchObject({ filter: { columnId: 'x', kind: 'blank' } });
  });
  test('numbers may be in full width, with commas and units, and either end may be open', () => {
    expect(read('number', { from: '１，２００人' })).toMatchObject({
      filter: { from: '1200', to: '' },
      shown: '1,200以上',
    });
    expect(read('number', { from: '10', to: '20' })).toMatchObject({ filter: { from: '10', to: '20' } });
  });
  test.each([
    ['a word', { from: 'たくさん' }],
    ['a rough number', { from: '約50' }],
    ['ends the wrong way round', { from: '100', to: '20' }],
    ['no end at all', {}],
  ])('%s is no range of numbers', (_, draft) => {
    expect(read('number', draft)).toMatchObject({ ok: false });
  });
  test('a date from takes the first and a date to the last day of what is typed', () => {
    expect(read('date', { from: '令和6年度', to: '令和6年度' })).toMatchObject({
      filter: { from: '2024-04', to: '2025-03-31' },
      shown: '令和6年度',
    });
    expect(read('date', { to: 'R8.3' })).toMatchObject({ filter: { from: '', to: '2026-03-31' } });
  });
  test.each([{ from: 'いつか' }, { to: '2025/13' }, { from: 'R8', to: 'R7' }])('%j is no range of dates', (draft) => {
    expect(read('date', draft)).toMatchObject({ ok: false });
  });
  test('what a filter asks comes back to the fields and means the same', () => {
    const filter = { columnId: 'x', kind: 'range', from: '2024-04', to: '2025' } as const;
    const draft = draftOf('date', filter);
    expect(draft).toMatchObject({ from: '令和6年4月1日', to: '令和7年12月31日' });
    expect(read('date', draft)).toMatchObject({ filter: { from: '2024-04', to: '2025-12-31' } });
  });
});
