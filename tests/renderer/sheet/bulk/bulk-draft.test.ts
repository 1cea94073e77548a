import { describe, expect, test } from 'vitest';
import { type BulkDraft, bulkColumns, draftedChange } from '#renderer/sheet/bulk/bulk-draft.ts';
import type { SheetColumn } from '#renderer/sheet/types.ts';

type Row = { readonly name: string };
const base = { width: 80, text: (row: Row) => row.name };
const sheet: readonly SheetColumn<Row>[] = [
  { ...base, id: 'regNo', title: '登録番号' },
  {
    ...base,
    id: 'date',
    title: '有効期限',
    editor: { kind: 'text' },
    read: (text) =>
      text === 'R8.3.31' ? { ok: true, shown: '令和8年3月31日(火)' } : { ok: false, reason: '読めません' },
  },
  { ...base, id: 'fields', title: '活動分野', editor: { kind: 'many', labels: ['観光', '環境'] } },
  {
    ...base,
    id: 'flag',
    title: '電話公開',
    editor: { kind: 'choice', choices: [{ text: '公開', label: '公開', keys: [] }] },
  },
];
const columns = bulkColumns(sheet);
const target = { view: 'v' };

function draft(columnId: string, part: Partial<BulkDraft>) {
  const whole: BulkDraft = { rows: 'filtered', columnId, way: 'set', value: null, ...part };
  return draftedChange(
    whole,
    columns.find((column) => column.id === columnId),
    target,
  );
}

describe('a change of many rows', () => {
  test('only columns that can be edited are offered', () => {
    expect(columns.map((column) => column.id)).toEqual(['date', 'fields', 'flag']);
  });
  test('the typed value goes to the ledger with what it means told', () => {
    expect(draft('date', { value: 'R8.3.31' })).toEqual({
      ok: true,
      change: { target, columnId: 'date', mode: 'set', text: 'R8.3.31' },
      shown: '令和8年3月31日(火)',
    });
  });
  test('a value that cannot be read is a mistake, a missing one is not', () => {
    expect(draft('date', { value: 'いつか' })).toEqual({ ok: false, reason: '読めません', isMistake: true });
    expect(draft('date', { value: ' ' })).toMatchObject({ ok: false, isMistake: false });
    expect(draft('flag', {})).toMatchObject({ ok: false, isMistake: false });
    expect(draft('fields', { value: '' })).toMatchObject({ ok: false, isMistake: false });
  });
  test('labels are added, taken away or replaced', () => {
    expect(draft('fields', { way: 'add', value: '観光\n環境' })).toMatchObject({
      change: { mode: 'add', text: '観光\n環境' },
    });
    expect(draft('fields', { way: 'remove', value: '観光' })).toMatchObject({ change: { mode: 'remove' } });
  });
  test('emptying sets the empty text, unless the column does not allow it', () => {
    expect(draft('flag', { way: 'clear', value: '公開' })).toMatchObject({ change: { mode: 'set', text: '' } });
    expect(draft('date', { way: 'clear' })).toEqual({ ok: false, reason: '読めません', isMistake: true });
  });
  test('without rows there is no change', () => {
    const whole: BulkDraft = { rows: 'filtered', columnId: 'flag', way: 'clear', value: null };
    expect(draftedChange(whole, columns[2], null)).toMatchObject({ ok: false });
  });
});
