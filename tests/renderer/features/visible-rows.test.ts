import { describe, expect, test } from 'vitest';
import { filledHeading } from '#renderer/features/measures/use-measure-commands.ts';
import {
  headingsOf,
  isChanged,
  type RowFilter,
  shownPolicy,
  visibleRows,
} from '#renderer/features/measures/visible-rows.ts';
import type { MeasureRow } from '#shared/contract/measures.ts';

function row(rowId: string, kind: MeasureRow['kind'], part: Partial<MeasureRow> = {}): MeasureRow {
  return {
    rowId,
    kind,
    depth: kind === 'heading' ? 0 : 2,
    nodeId: rowId,
    parentId: null,
    numberRaw: rowId,
    name: rowId,
    repostLabel: '',
    originPath: '',
    mark: { state: 'blank', text: '' },
    disposition: { state: 'blank', text: '' },
    note: null,
    noteSharedBy: [],
    measureCount: 0,
    markCounts: {},
    ...part,
  };
}

const done = { state: 'mark', text: '◎' } as const;
const list: readonly MeasureRow[] = [
  row('I', 'heading'),
  row('I-1', 'heading', { depth: 1, parentId: 'I' }),
  row('1', 'measure', { parentId: 'I-1', mark: done }),
  row('2', 'measure', { parentId: 'I-1' }),
  row('II', 'heading'),
  row('II-1', 'heading', { depth: 1, parentId: 'II' }),
  row('3', 'measure', { parentId: 'II-1', mark: { state: 'mark', text: '×' } }),
  row('1r', 'repost', { nodeId: '1', parentId: 'II-1', mark: { state: 'not-applicable', text: '-' } }),
];

function shown(part: Partial<RowFilter>): readonly string[] {
  const filter: RowFilter = {
    mark: { kind: 'all' },
    reposts: true,
    folded: new Set(),
    former: null,
    policy: null,
    ...part,
  };
  return visibleRows(list, filter).map((each) => each.rowId);
}

describe('which rows of the status list are in sight', () => {
  test('without a filter all rows are, in the order of the list', () => {
    expect(shown({})).toEqual(list.map((each) => each.rowId));
  });
  test('再掲 rows can be hidden', () => {
    expect(shown({ reposts: false })).not.toContain('1r');
  });
  test('a mark keeps its items and the headings above them, and no 再掲', () => {
    expect(shown({ mark: { kind: 'mark', glyph: '×' } })).toEqual(['II', 'II-1', '3']);
  });
  test('未回答 keeps the items without a mark', () => {
    expect(shown({ mark: { kind: 'blank' } })).toEqual(['I', 'I-1', '2']);
  });
  test('a folded policy hides all below it, a folded section its items alone', () => {
    expect(shown({ folded: new Set(['I']) })).toEqual(['I', 'II', 'II-1', '3', '1r']);
    expect(shown({ folded: new Set(['II-1']) })).toEqual(['I', 'I-1', '1', '2', 'II', 'II-1']);
  });
  test('昨年度から変更 keeps what differs from the year before; what is new has not changed', () => {
    const former = new Map([
      ['1', '○'],
      ['3', '×'],
    ]);
    expect(shown({ mark: { kind: 'changed' }, former })).toEqual(['I', 'I-1', '1']);
    expect(list.filter((each) => each.kind === 'measure' && isChanged(each, former)).map((each) => each.rowId)).toEqual(
      ['1'],
    );
  });
});

test('the headings of an item are told from the outermost in', () => {
  const item = list[2];
  expect(item === undefined ? [] : headingsOf(list, item).map((each) => each.rowId)).toEqual(['I', 'I-1']);
});

test('one policy alone shows its headings and items', () => {
  expect(shown({ policy: 'II' })).toEqual(['II', 'II-1', '3', '1r']);
  expect(shown({ policy: 'II', mark: { kind: 'mark', glyph: '◎' } })).toEqual([]);
});

test('two policies of one name are two, and one that is gone narrows nothing', () => {
  const twins = [row('A', 'heading'), row('1', 'measure'), row('B', 'heading'), row('2', 'measure')].map((each) =>
    each.kind === 'heading' ? { ...each, numberRaw: '', name: 'その他' } : each,
  );
  const filter = { mark: { kind: 'all' }, reposts: true, folded: new Set<string>(), former: null } as const;
  const ids = (policy: string) => visibleRows(twins, { ...filter, policy }).map((each) => each.rowId);
  expect(ids('B')).toEqual(['B', '2']);
  expect(ids('gone')).toEqual(['A', '1', 'B', '2']);
  expect(shownPolicy(twins, { ...filter, policy: 'gone' })).toBeNull();
});

test.each([
  ['a heading with rows below', ['I-1'], 'I-1'],
  ['a heading and only some of its rows', ['I-1', '1'], 'I-1'],
  ['headings over a heading that stays', ['I', '1', '2'], 'I'],
  ['a whole policy', ['I', 'I-1', '1', '2'], undefined],
  ['a heading whose 再掲 row goes with its measure', ['II-1', '3', '1'], undefined],
  ['a measure', ['3'], undefined],
  ['a 再掲 row', ['1r'], undefined],
] as const)('removing %s', (...[, rowIds, filled]) => {
  const chosen = list.filter((each) => rowIds.some((id) => id === each.rowId));
  expect(filledHeading(list, chosen)?.rowId).toBe(filled);
});
