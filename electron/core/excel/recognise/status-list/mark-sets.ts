import { parseLegend } from '#shared/domain/legend.ts';
import { defaultDispositions, defaultStatusMarks, type Mark, readMark } from '#shared/domain/marks.ts';
import { markOf } from '#shared/domain/mark-glyphs.ts';
import { cleanText, isDash } from '#shared/domain/text.ts';
import { statusListWarnings } from '#shared/messages/import-status-list.ts';
import type { ImportMarkSet } from '#db/commands/plan-import.ts';
import type { StoredMarkSet } from '#db/queries/plan-tree.ts';

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

const dispositionHeading = /今後|取扱|取り扱い|方向|方針|処置|見直し/u;

/** Legends among texts that stand outside of the table's rows, one for each column of marks. */
export function findLegends(texts: readonly string[]): {
  readonly status: Legend | null;
  readonly disposition: Legend | null;
} {
  const legends = texts
    .map((text) => ({ text: cleanText(text), found: parseLegend(text.replace(/\n/g, ' ')) }))
    .flatMap(({ text, found }) => (found === null ? [] : [{ text, ...found }]));
  return {
    status: legends.find((legend) => !dispositionHeading.test(legend.heading)) ?? null,
    disposition: legends.find((legend) => dispositionHeading.test(legend.heading)) ?? null,
  };
}

/** The marks a column is read with: the plan's own, else the legend's, else the usual ones, else the values in use. */
export function chooseMarkSet(input: MarkSetInput): ChosenMarkSet {
  const { kind, legend, stored } = input;
  const field = input.header === '' ? (kind === 'status' ? '実施状況' : '今後の取扱い') : input.header;
  const heading = legend?.heading || field;
  if (stored !== null) {
    const extra = (legend?.marks ?? []).filter((mark) => !isKnown(mark, stored.marks));
    const frequent = kind === 'disposition' ? unreadValues(input.texts, [...stored.marks, ...extra]) : [];
    return {
      heading: stored.heading,
      marks: [...stored.marks, ...extra, ...frequent],
      warnings: differences(legend, stored),
    };
  }
  if (legend !== null) return { heading, marks: legend.marks, warnings: [] };
  const usual = kind === 'status' ? defaultStatusMarks : defaultDispositions;
  const values = input.texts.filter((text) => text !== '' && !isDash(text));
  const readable = values.filter((text) => readMark(text, usual).state === 'mark').length;
  const base = values.length > 0 && readable * 3 < values.length ? [] : usual;
  const extra = unreadValues(values, base);
  const all = [...base, ...extra];
  if (extra.length > 0)
    return {
      heading,
      marks: all,
      warnings: [
        statusListWarnings.inferredMarks(
          field,
          extra.map((mark) => mark.glyph),
        ),
      ],
    };
  return { heading, marks: all, warnings: kind === 'status' ? [statusListWarnings.noLegend(field)] : [] };
}

function isKnown(mark: Mark, marks: readonly Mark[]): boolean {
  return readMark(mark.glyph, marks).state === 'mark' || marks.some((known) => known.variants.includes(mark.glyph));
}

function differences(legend: Legend | null, stored: StoredMarkSet): string[] {
  return (legend?.marks ?? []).flatMap((mark) => {
    const known = stored.marks.find((candidate) => candidate.variants.includes(mark.glyph));
    if (known === undefined || cleanText(known.label) === cleanText(mark.label)) return [];
    return [statusListWarnings.legendDiffers(known.glyph, known.label, mark.label)];
  });
}

const MAX_CHOICE = 8;

/** Short values that no mark reads and that stand in the column again and again: choices, not slips. */
function unreadValues(texts: readonly string[], marks: readonly Mark[]): Mark[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    if (text === '' || text.length > MAX_CHOICE || isDash(text) || readMark(text, marks).state !== 'unknown') continue;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const least = marks.length === 0 ? 1 : 2;
  const frequent = [...counts].filter(([, count]) => count >= least).map(([text]) => text);
  return frequent.length > 12 ? [] : frequent.toSorted().map((text) => markOf(text, text));
}
