import type { SheetFilter, ValueList } from '../types.ts';

/** Which values are ticked: all or none, but for some. So a list of which only a part is loaded can be ticked as a whole. */
export type ValueSelection = { readonly all: boolean; readonly but: ReadonlySet<string> };

export function isTicked({ all, but }: ValueSelection, value: string): boolean {
  return all !== but.has(value);
}

/** The selection that a column's filter shows as; a condition leaves every value ticked. */
export function selectionOf(filter: SheetFilter | null): ValueSelection {
  switch (filter?.kind) {
    case 'values':
      return { all: filter.exclude, but: new Set(filter.values) };
    case 'blank':
      return { all: false, but: new Set(['']) };
    case 'filled':
      return { all: true, but: new Set(['']) };
    default:
      return { all: true, but: new Set() };
  }
}

export function onlyValues(values: readonly string[]): ValueSelection {
  return { all: false, but: new Set(values) };
}

export function tickAll(on: boolean): ValueSelection {
  return { all: on, but: new Set() };
}

export function tickValues(selection: ValueSelection, values: readonly string[], on: boolean): ValueSelection {
  const but = new Set(selection.but);
  for (const value of values) {
    if (on === selection.all) but.delete(value);
    else but.add(value);
  }
  return { all: selection.all, but };
}

/** 'some' when the list is ticked in part. */
export function ticksOf(selection: ValueSelection, values: readonly string[]): 'all' | 'some' | 'none' {
  const ticked = values.filter((value) => isTicked(selection, value)).length;
  if (ticked === 0) return 'none';
  return ticked === values.length ? 'all' : 'some';
}

/**
 * The filter for a selection; null = none needed, 'nothing' = no value is ticked. Of a list known in full it names the ticked or the
 * other values, whichever are fewer; of one known in part, the values that differ from the rest.
 */
export function filterOfSelection(
  columnId: string,
  { all, but }: ValueSelection,
  list: ValueList,
): SheetFilter | null | 'nothing' {
  if (but.size === 0) return all ? null : 'nothing';
  const listed = list.values.map(({ value }) => value);
  const asTicked = (): SheetFilter => ({ columnId, kind: 'values', values: [...but], exclude: all });
  if (listed.length < list.distinct) return asTicked();
  const ticked = listed.filter((value) => all !== but.has(value));
  const others = listed.filter((value) => all === but.has(value));
  if (ticked.length === 0) return 'nothing';
  if (others.length === 0) return null;
  if (all && ticked.length < others.length) return { columnId, kind: 'values', values: ticked, exclude: false };
  if (!all && others.length < ticked.length) return { columnId, kind: 'values', values: others, exclude: true };
  // `but` also holds ticks of values that the filters of other columns hide at present.
  return asTicked();
}
