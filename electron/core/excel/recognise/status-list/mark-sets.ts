import { parseLegend } from '#shared/domain/legend.ts';
import { defaultDispositions, defaultStatusMarks, type Mark, readMark } from '#shared/domain/marks.ts';
import { cleanText, isDash, matchKey } from '#shared/domain/text.ts';
import { statusListWarnings } from '#shared/messages/import-status-list.ts';
import type { ImportMarkSet } from '#db/commands/plan-import.ts';
import type { StoredMarkSet } from '#db/queries/plan-tree.ts';
import { repostWord } from './reposts.ts';
import { joinedMarks, unreadValues, wordMarks } from './used-marks.ts';

export type Legend = { readonly text: string; readonly heading: string; readonly marks: readonly Mark[] };
export type MarkSetInput = {
  readonly kind: 'status' | 'disposition';
  /** Header of the column; used when the legend has no heading. */
  readonly header: string;
  readonly legend: Legend | null;
  readonly stored: StoredMarkSet | null;
  /** All texts of the column. */
  readonly texts: readonly string[];
};
export type ChosenMarkSet = ImportMarkSet & { readonly warnings: readonly string[] };

const dispositionHeading = /今後|取扱|取り扱い|方向|方針|処置|見直し|対応/u;

/** Legends among texts that stand outside of the table's rows. */
export function findLegends(texts: readonly string[]): readonly Legend[] {
  return texts
    .map((text) => ({ text: cleanText(text), found: parseLegend(text.replace(/\n/g, ' ')) }))
    .flatMap(({ text, found }) => (found === null ? [] : [{ text, ...found }]));
}

/**
 * The legend of a column of marks: one that reads most of what stands in the column, at best one that has the column's name. Of an
 * empty column the first that may be meant. A sheet may explain other marks as well (◎主管課 ○関係課).
 */
export function chooseLegend(
  legends: readonly Legend[],
  { kind, header, texts }: Pick<MarkSetInput, 'kind' | 'header' | 'texts'>,
): Legend | null {
  const values = valuesOf(texts);
  const name = matchKey(header);
  const rated = legends.map((legend) => {
    const read = values.filter((text) => readMark(text, legend.marks).state === 'mark').length;
    const heading = matchKey(legend.heading);
    const isNamed = heading !== '' && (name.includes(heading) || heading.includes(name));
    const isOther = dispositionHeading.test(legend.heading) !== (kind === 'disposition');
    const share = values.length === 0 ? 0.5 : read / values.length;
    return { legend, share, score: share + (isNamed ? 1 : isOther ? -1 : 0), isOther: isOther && !isNamed };
  });
  const fitting = rated.filter(({ share, isOther }) => share >= (isOther ? 0.9 : 0.5));
  const usable = fitting.filter(({ isOther }) => kind === 'status' || !isOther);
  return usable.toSorted((a, b) => b.score - a.score)[0]?.legend ?? null;
}

/** The marks a column is read with: the plan's own, else the legend's, else the usual ones, else the values in use. */
export function chooseMarkSet(input: MarkSetInput): ChosenMarkSet {
  const { kind, legend, stored } = input;
  const field = input.header === '' ? (kind === 'status' ? '実施状況' : '今後の取扱い') : input.header;
  const values = valuesOf(input.texts);
  if (stored !== null) {
    const added = (legend?.marks ?? []).filter((mark) => !isKnown(mark, stored.marks));
    const known = [...stored.marks, ...added];
    const frequent = unreadValues(values, known, 2);
    const warnings = [...differences(legend, stored), ...inferred(field, frequent)];
    return { heading: stored.heading, marks: [...known, ...frequent], warnings };
  }
  if (legend !== null) {
    const frequent = unreadValues(values, legend.marks, 2);
    return {
      heading: input.header || legend.heading || field,
      marks: [...legend.marks, ...frequent],
      warnings: inferred(field, frequent),
    };
  }
  return withoutLegend(kind, field, values);
}

/** ◎実施済 in each cell explains itself; words of its own are choices; else the usual marks and what else is used. */
function withoutLegend(kind: MarkSetInput['kind'], heading: string, values: readonly string[]): ChosenMarkSet {
  const joined = joinedMarks(values);
  if (joined !== null) return { heading, marks: joined, warnings: [] };
  const usual = kind === 'status' ? defaultStatusMarks : defaultDispositions;
  const readable = values.filter((text) => readMark(text, usual).state === 'mark');
  const areGrades = values.length > 1 && values.every((text) => /^[0-9０-９]$/u.test(text)) && new Set(values).size > 1;
  const hasGlyph = !areGrades && readable.some((text) => /^[^\p{L}\p{N}]/u.test(text) || text.length === 1);
  if (kind === 'status' && (areGrades || readable.length < values.length) && !hasGlyph) {
    const words = wordMarks(values);
    if (words !== null) return { heading, marks: words, warnings: usedAsChoices(heading, words) };
  }
  const base = values.length > 0 && readable.length * 3 < values.length ? [] : usual;
  const extra = unreadValues(values, base, base.length === 0 ? 1 : 2);
  const isPlain = extra.length === 0;
  const plain =
    kind === 'status' && isPlain && values.length > 0
      ? [statusListWarnings.noLegend(heading, usedOf(usual, values))]
      : [];
  return {
    heading,
    marks: [...base, ...extra],
    warnings: isPlain ? plain : base.length === 0 ? usedAsChoices(heading, extra) : inferred(heading, extra),
  };
}

/** The meanings that were assumed, of the marks in use. */
function usedOf(marks: readonly Mark[], values: readonly string[]): readonly string[] {
  const used = new Set(
    values.map((text) => readMark(text, marks)).map((read) => (read.state === 'mark' ? read.glyph : '')),
  );
  return marks.filter((mark) => used.has(mark.glyph)).map((mark) => mark.glyph + mark.label);
}

function usedAsChoices(field: string, marks: readonly Mark[]): string[] {
  return [
    statusListWarnings.usedAsChoices(
      field,
      marks.map((mark) => mark.glyph),
    ),
  ];
}

function inferred(field: string, marks: readonly Mark[]): string[] {
  return marks.length === 0
    ? []
    : [
        statusListWarnings.inferredMarks(
          field,
          marks.map((mark) => mark.glyph),
        ),
      ];
}

/** What stands in the column but blanks, '-' and 再掲. */
function valuesOf(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => text !== '' && !isDash(text) && !repostWord.test(text));
}

function isKnown(mark: Mark, marks: readonly Mark[]): boolean {
  return readMark(mark.glyph, marks).state === 'mark' || marks.some((known) => known.variants.includes(mark.glyph));
}

function differences(legend: Legend | null, stored: StoredMarkSet): string[] {
  return (legend?.marks ?? []).flatMap((mark) => {
    const known = stored.marks.find((candidate) => candidate.variants.includes(mark.glyph));
    if (known === undefined || matchKey(known.label) === matchKey(mark.label)) return [];
    return [statusListWarnings.legendDiffers(known.glyph, known.label, mark.label)];
  });
}
