import { formatCount } from '#renderer/ui/format.ts';
import { sheetBulkText } from '#shared/messages/ui/sheet-bulk.ts';
import { figuresOf } from '../selection/statistics.ts';

export type SummaryCell = {
  /** As shown. */
  readonly text: string;
  readonly number: number | null;
};

export type SelectionArea = {
  /** Selected cells; of several areas fewer than rows × columns. */
  readonly cells: number;
  readonly rows: number;
  readonly columns: number;
  /** Null while they are not all read, or are too many to read. */
  readonly values: readonly SummaryCell[] | null;
};

const mostDistinct = 6;
const longestCounted = 4;
/** A longer text is no short one with blanks around it. */
const longestLooked = 40;
const decimals = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 2 });

function figures(numbers: readonly number[]): readonly string[] {
  const found = figuresOf(numbers);
  if (found === null) return [];
  return [sheetBulkText.sum(decimals.format(found.sum)), sheetBulkText.average(decimals.format(found.average))];
}

/** ◎2 ○1: how often each short text occurs, most frequent first; nothing when there are many or long ones. */
function counts(texts: readonly string[]): string {
  const found = new Map<string, number>();
  for (const text of texts) {
    const short = text.length > longestLooked ? text : text.trim();
    if (Array.from(short.slice(0, longestCounted * 2 + 1)).length > longestCounted) return '';
    found.set(short, (found.get(short) ?? 0) + 1);
    if (found.size > mostDistinct) return '';
  }
  return [...found]
    .toSorted(([, a], [, b]) => b - a)
    .map(([text, count]) => `${text}${text.length > 1 ? ' ' : ''}${formatCount(count)}`)
    .join(' ');
}

/**
 * Words for the status bar about what is selected, to be shown side by side; none for a single cell.
 * Numbers give sum and average, marks and other short texts how often each occurs.
 */
export function selectionSummary({ cells, rows, columns, values }: SelectionArea): readonly string[] {
  if (cells <= 1) return [];
  const place = sheetBulkText.place(formatCount(cells), formatCount(rows), formatCount(columns));
  if (values === null) return [place];
  const filled = values.filter(({ text }) => /\S/u.test(text));
  const numbers = filled.flatMap(({ number }) => (number === null ? [] : [number]));
  const told = numbers.length > 0 ? figures(numbers) : [counts(filled.map(({ text }) => text))];
  return [place, sheetBulkText.filled(formatCount(filled.length)), ...told].filter((word) => word !== '');
}
