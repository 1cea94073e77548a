import { formatCount } from '#renderer/ui/format.ts';
import { formatWareki } from '#shared/domain/dates.ts';
import { shortened } from '#shared/domain/shortened.ts';
import { sheetFilterText as words } from '#shared/messages/ui/sheet-filter.ts';
import type { SheetColumn, SheetFilter, SheetSort } from '../types.ts';
import { type Period, periodName, rangePeriod } from './date-period.ts';

const mostNamed = 2;
const longestNamed = 24;

/** One line of at most `longest` characters; a value may be a whole report. */
export function oneLine(text: string, longest: number): string {
  // Cut before replacing: a value has up to 32,767 characters and a list thousands of values.
  const line = text.slice(0, longest * 4).replace(/\s*\n\s*/gu, words.lineBreak);
  return shortened(line, longest);
}

/** A value of the value list as it is shown. */
export function valueLabel<Row>(column: SheetColumn<Row>, value: string): string {
  return value === '' ? words.blank : (column.valueShown?.(value) ?? value);
}

function describeValues<Row>(column: SheetColumn<Row>, values: readonly string[]): string {
  const named = values.slice(0, mostNamed).map((value) => oneLine(valueLabel(column, value), longestNamed));
  const others = values.length - named.length;
  return `${named.join(words.between)}${others === 0 ? '' : words.others(formatCount(others))}`;
}

/** 令和8年3月31日まで, 令和6年度. */
export function describePeriod(range: Period): string {
  const period = rangePeriod(range);
  const name = periodName(period);
  if (name !== null) return name;
  const [from, to] = [formatWareki(period.from, 'long'), formatWareki(period.to, 'long')];
  return `${from === '' ? '' : words.fromDate(from)}${to === '' ? '' : words.toDate(to)}`;
}

function numberWord(text: string): string {
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? text : formatCount(number);
}

/** 10以上, 10～20. */
export function describeNumbers({ from, to }: Period): string {
  if (from === '') return words.toNumber(numberWord(to));
  if (to === '') return words.fromNumber(numberWord(from));
  return from === to ? numberWord(from) : words.numberRange(numberWord(from), numberWord(to));
}

function describeCondition<Row>(filter: SheetFilter, column: SheetColumn<Row> | undefined): string {
  switch (filter.kind) {
    case 'values': {
      const named = column === undefined ? filter.values.join(words.between) : describeValues(column, filter.values);
      return filter.exclude ? words.except(named) : named;
    }
    case 'text':
      return words.quoted(oneLine(filter.text, longestNamed), words.operators[filter.operator]);
    case 'range':
      return column?.filter === 'date' ? describePeriod(filter) : describeNumbers(filter);
    case 'blank':
      return words.isBlank;
    case 'filled':
      return words.isFilled;
  }
}

/** 「市町: 下関市・山口市 ほか2」: a filter in the words of the screen. */
export function describeFilter<Row>(filter: SheetFilter, columns: readonly SheetColumn<Row>[]): string {
  const column = columns.find(({ id }) => id === filter.columnId);
  return words.chip(column?.title ?? filter.columnId, describeCondition(filter, column));
}

/** 「市町▲」, and for screen readers 「市町の昇順の並べ替え」. */
export function describeSort<Row>(
  sort: SheetSort,
  columns: readonly SheetColumn<Row>[],
): { readonly shown: string; readonly spoken: string } {
  const title = columns.find(({ id }) => id === sort.columnId)?.title ?? sort.columnId;
  return {
    shown: words.sortWord(title, sort.descending ? words.down : words.up),
    spoken: words.sortSpoken(title, sort.descending ? words.descending : words.ascending),
  };
}
