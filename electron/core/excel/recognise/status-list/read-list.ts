import { parseCount } from '#shared/domain/count.ts';
import { cleanText } from '#shared/domain/text.ts';
import { statusListWarnings, statusListWords } from '#shared/messages/import-status-list.ts';
import type { TableColumn } from '../table/vocabulary.ts';
import { createHeadingStack } from './build-headings.ts';
import type { ColumnMap } from './columns.ts';
import type { ChosenMarkSet } from './mark-sets.ts';
import type { ParsedHeading, ParsedItem, ParsedLine, ParsedList } from './parsed-list.ts';
import type { RawRow } from './raw-row.ts';
import { readItem } from './read-item.ts';
import { markReposts } from './reposts.ts';
import type { ListShape } from './row-shape.ts';
import type { SkippedRow } from './skipped-row.ts';

export type ReadListInput = {
  readonly rows: readonly RawRow[];
  readonly shape: ListShape;
  readonly columns: ColumnMap;
  readonly headers: readonly TableColumn[];
  readonly status: ChosenMarkSet | null;
  readonly disposition: ChosenMarkSet | null;
};

/** Turns the rows of a sheet into headings, measures and 再掲, in printed order. Pure. */
export function readList(input: ReadListInput): ParsedList {
  const { rows, shape, columns } = input;
  const isUsed = columns.levels.map((level) => shape.usedLevels.includes(level));
  const stack = createHeadingStack(rows, isUsed);
  const items: ParsedItem[] = [];
  const lines: ParsedLine[] = [];
  const skipped: SkippedRow[] = [];
  let rest = 0;
  let odd = 0;
  for (const raw of rows) {
    if (raw.kind === 'skip') {
      skipped.push(raw);
      continue;
    }
    const entered = raw.kind === 'heading' ? stack.enterRow(raw) : stack.enterItem(raw);
    for (const index of entered) lines.push({ kind: 'heading', index });
    if (raw.kind === 'heading') {
      if (entered.length === 0) skipped.push({ ...raw, text: partsText(raw.parts), why: 'titleAgain' });
      continue;
    }
    const read = readItem(raw, { ...input, parent: stack.current(), numberInName: shape.numberInName });
    rest += Number(read.hasRest);
    odd += Number(read.isOdd);
    lines.push({ kind: 'item', index: items.push(read.item) - 1 });
  }
  const marked = markReposts(items);
  return {
    headings: stack.headings,
    items: marked,
    lines,
    skipped,
    levelLabels: levelLabels(input, stack.headings),
    warnings: [
      ...(rest > 0 ? [statusListWarnings.rest(rest)] : []),
      ...(odd > 0 ? [statusListWarnings.odd(odd)] : []),
      ...unlabelled(marked),
      ...totalWarnings(skipped, marked),
    ],
  };
}

function partsText(parts: readonly { readonly text: string }[]): string {
  return parts.map((part) => part.text).join(' ');
}

const levelNoun =
  /^[【《（(]?((?![〇零一二三四五六七八九十]+(?:$|[^\p{L}]))[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,8})/u;
const chapterNoun = /^第.{1,6}([章節編部款項])/u;

/** What the levels are called: by the columns' headers, by the word in their numbers (基本目標1), else as most plans do. */
function levelLabels(
  { headers, columns, shape }: ReadListInput,
  headings: readonly ParsedHeading[],
): readonly string[] {
  const depth = Math.max(-1, ...headings.map((heading) => heading.depth)) + 1;
  const named = columns.levels.map(({ name }) =>
    lastPart(headers.find((column) => column.index === name)?.header ?? ''),
  );
  const ofRows = headings.filter((heading) => heading.ownRow);
  const rowLevels = shape.usedLevels.length === 0 ? depth : Math.max(0, ...ofRows.map((heading) => heading.depth + 1));
  return Array.from({ length: depth }, (_, level) => {
    const columnLabel = shape.usedLevels.length === 0 ? named[level] : usedLabel({ headers, shape }, level - rowLevels);
    const numbers = headings.filter((heading) => heading.depth === level).map((heading) => heading.numberRaw);
    const usual = statusListWords.defaultLevels;
    const label = headings.find((heading) => heading.depth === level && heading.label !== '')?.label;
    return label ?? (columnLabel || nounOf(numbers) || (usual[level] ?? usual.at(-1) ?? ''));
  });
}

/** 基本目標 of 基本目標1, 章 of 第1章. */
function nounOf(numbers: readonly string[]): string | undefined {
  const nouns = numbers.map((text) => chapterNoun.exec(text)?.[1] ?? levelNoun.exec(text)?.[1]);
  return nouns.find((noun) => noun !== undefined);
}

function usedLabel({ headers, shape }: Pick<ReadListInput, 'headers' | 'shape'>, position: number): string | undefined {
  const column = headers.find((header) => header.index === shape.usedLevels[position]?.name);
  return column === undefined ? undefined : lastPart(column.header);
}

function lastPart(header: string): string {
  return cleanText(header.split('>').at(-1) ?? '').replace(/\s/g, '');
}

function unlabelled(items: readonly ParsedItem[]): string[] {
  const numbers = items
    .filter(
      (item) => item.repost !== null && item.repost.evidence !== 'label' && items.some((other) => other.label !== ''),
    )
    .map((item) => item.numberRaw || item.name);
  return numbers.length === 0 ? [] : [statusListWarnings.unlabelled(numbers.join('・'))];
}

/** A printed total is the number of measures, with or without 再掲. */
function totalWarnings(skipped: readonly SkippedRow[], items: readonly ParsedItem[]): string[] {
  const own = items.filter((item) => item.repost === null).length;
  return skipped
    .filter((row) => row.why === 'total' && /^(?:合\s*計|総\s*計|総合計)/u.test(row.text))
    .flatMap((row) => {
      const counts = row.text.split(/\s+/).flatMap((part) => {
        const count = parseCount(part);
        return count !== null && 'value' in count ? [count.value] : [];
      });
      const isFound =
        counts.length === 0 || counts.includes(own) || counts.includes(items.length) || sum(counts) === own;
      return isFound ? [] : [statusListWarnings.total(row.row + 1, counts.join('・'), own)];
    });
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
