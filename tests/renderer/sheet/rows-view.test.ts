import { describe, expect, test } from 'vitest';
import { openRows, valuesOfRows } from '#renderer/sheet/rows-view.ts';
import type { SheetColumn, SheetFilter, SheetQuery, SheetSort } from '#renderer/sheet/types.ts';

type Row = {
  readonly id: string;
  readonly name: string;
  readonly mark?: string;
  readonly members?: string;
  readonly until?: string;
  readonly depth?: number;
};

const columns: readonly SheetColumn<Row>[] = [
  { id: 'name', title: '項目', width: 200, text: (row) => row.name, filter: 'text' },
  {
    id: 'mark',
    title: '記号',
    width: 50,
    text: (row) => row.mark ?? '',
    filter: 'choice',
    editor: { kind: 'choice', choices: ['◎', '○', '×'].map((text) => ({ text, label: text, keys: [] })) },
  },
  { id: 'members', title: '会員数', width: 50, text: (row) => row.members ?? '', filter: 'number' },
  {
    id: 'until',
    title: '期限',
    width: 50,
    text: (row) => row.until ?? '',
    shown: (row) => (row.until === '2026-03-31' ? '令和8年3月31日' : (row.until ?? '')),
    valueShown: (value) => (value === '2026-03-31' ? '令和8年3月31日' : value),
    filter: 'date',
  },
];

const plain: readonly Row[] = [
  { id: '1', name: 'ＮＰＯ法人 はぎ', mark: '○', members: '100', until: '2026-03-31' },
  { id: '2', name: 'npo法人あぶ', mark: '◎', members: '9', until: '2025' },
  { id: '3', name: '任意団体\n(休止)', mark: '×', members: '', until: '2025-04' },
  { id: '4', name: '', mark: '', members: '不明', until: '' },
];

const headed: readonly Row[] = [
  { id: 'h1', name: '政策1', depth: 0 },
  { id: 'h1a', name: '施策1', depth: 1 },
  { id: 'a', name: '甲', mark: '○' },
  { id: 'h1b', name: '施策2', depth: 1 },
  { id: 'b', name: '乙', mark: '◎' },
  { id: 'c', name: '丙', mark: '○' },
  { id: 'h2', name: '政策2', depth: 0 },
  { id: 'h2a', name: '施策3', depth: 1 },
];

const wide = { is: (row: Row) => row.depth !== undefined, depth: (row: Row) => row.depth ?? 0 };

function query(filters: readonly SheetFilter[], sort: readonly SheetSort[] = []): SheetQuery {
  return { filters, sort };
}

function open(rows: readonly Row[], asked: SheetQuery) {
  return openRows({ rows, columns, rowId: (row) => row.id, ...(rows === headed ? { wide } : {}) }, asked);
}

function ids(rows: readonly Row[], asked: SheetQuery): string {
  return open(rows, asked)
    .rows.map((row) => row.id)
    .join(' ');
}

describe('filters over rows in memory', () => {
  test.each<[string, SheetFilter, string]>([
    ['listed values', { columnId: 'mark', kind: 'values', values: ['○', ''], exclude: false }, '1 4'],
    ['all but listed values', { columnId: 'mark', kind: 'values', values: ['○'], exclude: true }, '2 3 4'],
    ['a part, width and case aside', { columnId: 'name', kind: 'text', operator: 'contains', text: 'NPO' }, '1 2'],
    ['a part across a line break', { columnId: 'name', kind: 'text', operator: 'contains', text: '団体（休' }, '3'],
    ['not a part', { columnId: 'name', kind: 'text', operator: 'not-contains', text: 'NPO' }, '3 4'],
    ['a start', { columnId: 'name', kind: 'text', operator: 'starts-with', text: 'npo 法人は' }, '1'],
    ['an end', { columnId: 'name', kind: 'text', operator: 'ends-with', text: 'あぶ' }, '2'],
    ['the same text', { columnId: 'name', kind: 'text', operator: 'equals', text: 'NPO法人はぎ' }, '1'],
    ['another text', { columnId: 'name', kind: 'text', operator: 'not-equals', text: 'NPO法人はぎ' }, '2 3 4'],
    ['what is shown', { columnId: 'until', kind: 'text', operator: 'contains', text: '令和8' }, '1'],
    ['what is not shown', { columnId: 'until', kind: 'text', operator: 'not-contains', text: '令和8' }, '2 3 4'],
    ['numbers from', { columnId: 'members', kind: 'range', from: '10', to: '' }, '1'],
    ['numbers to', { columnId: 'members', kind: 'range', from: '', to: '9' }, '2'],
    ['dates from a month on', { columnId: 'until', kind: 'range', from: '2025-04', to: '' }, '1 3'],
    ['dates to the end of a year', { columnId: 'until', kind: 'range', from: '', to: '2025' }, '2 3'],
    ['blanks', { columnId: 'members', kind: 'blank' }, '3'],
    ['no blanks', { columnId: 'members', kind: 'filled' }, '1 2 4'],
    ['an unknown column: nothing is filtered', { columnId: 'gone', kind: 'blank' }, '1 2 3 4'],
  ])('%s', (_, filter, left) => {
    expect(ids(plain, query([filter]))).toBe(left);
  });
  test('filters of several columns all apply', () => {
    const npo = { columnId: 'name', kind: 'text', operator: 'contains', text: 'npo' } as const;
    expect(ids(plain, query([npo, { columnId: 'mark', kind: 'values', values: ['◎'], exclude: false }]))).toBe('2');
  });
});

describe('sorting rows in memory', () => {
  test('numbers by size, then texts, blanks last, both ways', () => {
    expect(ids(plain, query([], [{ columnId: 'members', descending: false }]))).toBe('2 1 4 3');
    expect(ids(plain, query([], [{ columnId: 'members', descending: true }]))).toBe('4 1 2 3');
  });
  test('choices in the order of their list', () => {
    expect(ids(plain, query([], [{ columnId: 'mark', descending: false }]))).toBe('2 1 3 4');
  });
  test('by several keys, and equal rows stay in their order', () => {
    const rows = [
      { id: 'a', name: '乙', mark: '○' },
      { id: 'b', name: '甲', mark: '◎' },
      { id: 'c', name: '丙', mark: '○' },
      { id: 'd', name: '丙', mark: '○' },
    ];
    const sort = [
      { columnId: 'mark', descending: true },
      { columnId: 'name', descending: false },
    ];
    expect(ids(rows, query([], sort))).toBe('a c d b');
  });
});

describe('headings', () => {
  test('all stay as long as nothing is filtered', () => {
    expect(ids(headed, query([]))).toBe('h1 h1a a h1b b c h2 h2a');
  });
  test('stay only above rows that are left', () => {
    expect(ids(headed, query([{ columnId: 'mark', kind: 'values', values: ['◎'], exclude: false }]))).toBe('h1 h1b b');
    expect(ids(headed, query([{ columnId: 'mark', kind: 'values', values: ['○'], exclude: false }]))).toBe(
      'h1 h1a a h1b c',
    );
    expect(ids(headed, query([{ columnId: 'name', kind: 'text', operator: 'contains', text: '政策' }]))).toBe('');
  });
  test('are left out of a sorted list', () => {
    expect(ids(headed, query([], [{ columnId: 'mark', descending: false }]))).toBe('b a c');
  });
});

describe('the view of rows in memory', () => {
  test('reads pieces, finds text in what is stored and shown, and knows places', async () => {
    const view = open(plain, query([]));
    expect(view.total).toBe(4);
    expect((await view.read(1, 3)).map((row) => row?.id)).toEqual(['2', '3']);
    expect(await view.find('ＮＰＯ')).toEqual([0, 1]);
    expect(await view.find('令和8年')).toEqual([0]);
    expect(await view.find('2026-03')).toEqual([0]);
    expect(await view.find('はぎ○')).toEqual([]);
    expect(await view.find(' ')).toEqual([]);
    expect(await view.indexOf('3')).toBe(2);
    expect(await view.indexOf('gone')).toBeNull();
  });
});

describe('the value list of rows in memory', () => {
  const source = { rows: plain, columns, rowId: (row: Row) => row.id };
  test('counts values in their order, blanks last, headings aside', () => {
    expect(valuesOfRows(source, 'mark', { query: query([]), search: '' })).toEqual({
      values: ['◎', '○', '×', ''].map((value) => ({ value, count: 1 })),
      distinct: 4,
    });
    const marks = valuesOfRows({ ...source, rows: headed, wide }, 'mark', { query: query([]), search: '' });
    expect(marks.values).toEqual([
      { value: '◎', count: 1 },
      { value: '○', count: 2 },
    ]);
  });
  test('obeys the other columns, not its own filter', () => {
    const filters: SheetFilter[] = [
      { columnId: 'mark', kind: 'values', values: ['×'], exclude: false },
      { columnId: 'name', kind: 'text', operator: 'contains', text: 'npo' },
    ];
    const { values } = valuesOfRows(source, 'mark', { query: query(filters), search: '' });
    expect(values.map(({ value }) => value)).toEqual(['◎', '○']);
  });
  test.each([
    ['its text', '2025', ['2025', '2025-04']],
    ['what is shown for it', '令和８年３月', ['2026-03-31']],
    ['a date in another spelling', 'R8.3', ['2026-03-31']],
    ['the word for blanks', '空白', ['']],
    ['nothing', 'なし', []],
  ])('a value is found by %s, and the number of all values stays', (_, search, found) => {
    const list = valuesOfRows(source, 'until', { query: query([]), search });
    expect(list.values.map(({ value }) => value)).toEqual(found);
    expect(list.distinct).toBe(4);
  });
  test('of 100,000 values the first 10,000 are given', () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => ({ id: `${index}`, name: `団体${index}` }));
    const list = valuesOfRows({ ...source, rows }, 'name', { query: query([]), search: '' });
    expect(list.values).toHaveLength(10_000);
    expect(list.values[1]).toEqual({ value: '団体1', count: 1 });
    expect(list.distinct).toBe(100_000);
  });
});
