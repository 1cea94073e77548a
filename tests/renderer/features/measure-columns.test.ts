import { describe, expect, test } from 'vitest';
import { measureColumns } from '#renderer/features/measures/columns.tsx';
import { assistFor, commitText } from '#renderer/sheet/edit/assist.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import type { MeasureRow } from '#shared/contract/measures.ts';
import { defaultDispositions, defaultStatusMarks } from '#shared/domain/marks.ts';

const plan: CallOutput<'measures.list'>['plan'] = {
  id: 'p',
  title: '計画',
  policies: 1,
  sections: 1,
  measures: 1,
  placements: 1,
  marks: {},
  dispositions: {},
  sharedNotes: 0,
  fiscalYear: 2025,
  fiscalYears: [2025],
};
const list: CallOutput<'measures.list'> = {
  plan,
  fiscalYear: 2025,
  levelLabels: [],
  marks: defaultStatusMarks.map(({ glyph, label }) => ({ glyph, label })),
  dispositions: defaultDispositions.map(({ glyph, label }) => ({ glyph, label })),
  rows: [],
};
const columns = measureColumns({ list, editable: true, former: new Map() });

function column(id: string) {
  const found = columns.find((each) => each.id === id);
  if (found?.editor === undefined) throw new Error(id);
  return { ...found, editor: found.editor };
}

describe('typing a mark', () => {
  test.each([
    ['◎', '◎'],
    ['1', '◎'],
    ['実施済', '◎'],
    ['じっしずみ', '◎'],
    ['２', '○'],
    ['〇', '○'],
    ['x', '×'],
    ['×', '×'],
    ['ー', '-'],
    ['', ''],
    ['☆', '☆'],
  ])('%j is committed as %j or found by ↓', (typed, text) => {
    const { editor, read } = column('mark');
    const [first] = assistFor(editor, read, { typed, opened: false }).items;
    expect(typed === 'じっしずみ' ? first?.text : commitText(editor, typed, null)).toBe(text);
  });

  test('what the ledger takes is told with its meaning, what it refuses with the marks there are', () => {
    const read = column('mark').read;
    expect(read?.('⦿')).toEqual({ ok: true, shown: '◎ 実施済' });
    expect(read?.('3')).toEqual({ ok: true, shown: '△ 一部実施' });
    expect(read?.('○(一部)')).toEqual({ ok: false, reason: expect.stringContaining('◎・○・△・×') });
    expect(read?.('9')).toMatchObject({ ok: false });
    expect(read?.('あ'.repeat(100_000))).toMatchObject({ ok: false });
  });

  test('a disposition is typed by its number, its reading or its word', () => {
    const { editor } = column('disposition');
    expect(commitText(editor, '2', null)).toBe('継続');
    expect(assistFor(editor, undefined, { typed: 'はい', opened: false }).items.map((item) => item.text)).toEqual([
      '廃止',
    ]);
  });
});

describe('the columns', () => {
  test('the list of a filter shows marks with their meaning', () => {
    expect(column('mark').valueShown?.('○')).toBe('○ 継続推進');
    expect(column('disposition').valueShown?.('完了')).toBe('完了');
    expect(column('mark').valueShown?.('★')).toBe('★');
  });
  test('NO is a number where it is one', () => {
    const row = (numberRaw: string) => ({ numberRaw }) as MeasureRow; // boundary: the column looks at nothing else
    const { number, filter } = column('numberRaw');
    expect([filter, number?.(row('１２')), number?.(row('12-1')), number?.(row(''))]).toEqual([
      'number',
      12,
      null,
      null,
    ]);
  });
  test('an item without a name is refused before it is sent', () => {
    expect(column('name').read?.(' ')).toMatchObject({ ok: false });
    expect(column('name').read?.('広報紙の発行')).toEqual({ ok: true, shown: '' });
  });
});
