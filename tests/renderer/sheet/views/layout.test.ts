import { describe, expect, test } from 'vitest';
import { noLayout } from '#renderer/sheet/core/state.ts';
import type { SheetColumn, SheetLayout } from '#renderer/sheet/types.ts';
import {
  applyLayout,
  fittingFrozen,
  freezeUpTo,
  frozenCount,
  hideColumn,
  isDefault,
  moveColumn,
  setHidden,
} from '#renderer/sheet/views/layout.ts';

const columns: readonly SheetColumn<string>[] = ['no', 'name', 'city', 'note'].map((id) => ({
  id,
  title: id,
  width: 100,
  text: (row) => row,
  ...(id === 'no' ? { pinned: true } : {}),
  ...(id === 'note' ? { flex: 1 } : {}),
}));

/** Displayed columns; the frozen ones end at the bar. */
function look(layout: SheetLayout): string {
  const shown = applyLayout(columns, layout);
  const ids = shown.map(({ id }) => id);
  ids.splice(shown.filter(({ pinned }) => pinned === true).length, 0, '|');
  return ids.join(' ');
}

describe('the layout of columns', () => {
  test('without one the columns are as the screen made them', () => {
    expect(look(noLayout)).toBe('no | name city note');
    expect(isDefault(columns, noLayout)).toBe(true);
  });
  test('columns move, and moving back is no change', () => {
    const moved = moveColumn(columns, noLayout, { columnId: 'city', before: 'name' });
    expect(look(moved)).toBe('no | city name note');
    expect(isDefault(columns, moved)).toBe(false);
    expect(isDefault(columns, moveColumn(columns, moved, { columnId: 'name', before: 'city' }))).toBe(true);
    expect(look(moveColumn(columns, moved, { columnId: 'city', before: null }))).toBe('no | name note city');
  });
  test('a column moved before the frozen ones is frozen in their stead', () => {
    expect(look(moveColumn(columns, noLayout, { columnId: 'note', before: 'no' }))).toBe('note | no name city');
  });
  test('a hidden frozen column freezes no other one', () => {
    const frozen = freezeUpTo(columns, noLayout, 'name');
    expect(look(frozen)).toBe('no name | city note');
    const hidden = hideColumn(columns, frozen, 'no');
    expect(look(hidden)).toBe('name | city note');
    expect(look(setHidden(columns, hidden, { columnId: 'no', hidden: false }))).toBe('no name | city note');
    expect(look(hideColumn(columns, hidden, 'no'))).toBe('name | city note');
    expect(look(hideColumn(columns, frozen, 'note'))).toBe('no name | city');
  });
  test('freezing can be ended, and never goes past the last column', () => {
    expect(look(freezeUpTo(columns, noLayout, null))).toBe('| no name city note');
    expect(frozenCount(columns, { columns: [], frozen: 9 })).toBe(4);
  });
  test('frozen columns that would fill the window scroll, the others stay frozen', () => {
    const shown = applyLayout(columns, { columns: [], frozen: 3 });
    expect(fittingFrozen(shown, 1300)).toBe(3);
    expect(fittingFrozen(shown, 479)).toBe(2);
    expect(fittingFrozen(shown, 200)).toBe(0);
    expect(fittingFrozen(shown, 0)).toBe(3);
  });
  test('a width of the user stays as it is', () => {
    const wide: SheetLayout = { columns: [{ id: 'note', width: 333 }], frozen: null };
    const note = applyLayout(columns, wide).at(-1);
    expect(note).toMatchObject({ id: 'note', width: 333 });
    expect(note).not.toHaveProperty('flex');
    expect(isDefault(columns, wide)).toBe(false);
  });
  test('a column that the layout does not know stands behind its neighbour, one that is no more is passed over', () => {
    const old: SheetLayout = { columns: [{ id: 'note' }, { id: 'gone' }, { id: 'no' }, { id: 'city' }], frozen: 0 };
    expect(look(old)).toBe('| note no name city');
    expect(look({ columns: [{ id: 'city', hidden: true }], frozen: 0 })).toBe('| no name note');
  });
  test('a column that does not exist changes nothing', () => {
    expect(isDefault(columns, moveColumn(columns, noLayout, { columnId: 'gone', before: 'no' }))).toBe(true);
    expect(isDefault(columns, hideColumn(columns, noLayout, 'gone'))).toBe(true);
  });
});
