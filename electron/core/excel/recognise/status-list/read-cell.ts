import { type Mark, readMark } from '#shared/domain/marks.ts';
import { statusListFields, statusListFixes, statusListReasons } from '#shared/messages/import-status-list.ts';
import type { ImportCell } from '#db/commands/plan-import.ts';
import { hidesValue } from '../table/shown-by-format.ts';
import type { RawCell } from './raw-row.ts';

export type CellField = 'mark' | 'disposition';
export type ReadCell = {
  readonly value: ImportCell;
  readonly fixes: readonly string[];
  /** Why a person should look; '' = nothing. */
  readonly doubt: string;
  /** Text stood behind the mark and is left out. */
  readonly hasRest: boolean;
};

/** Reads a cell of a mark column against the plan's marks; what is not understood is kept as text. */
export function readCell(field: CellField, raw: RawCell, marks: readonly Mark[]): ReadCell {
  const label = statusListFields[field];
  const fixes = cellFixes(label, raw);
  const read = readMark(raw.text, marks);
  const plain = { fixes, doubt: storedDoubt(label, raw, marks), hasRest: false };
  switch (read.state) {
    case 'blank':
      return { ...plain, value: null };
    case 'not-applicable':
      return { ...plain, value: { raw: '-' } };
    case 'unknown': {
      const known = marks.map((mark) => mark.glyph);
      return { ...plain, value: { raw: read.text }, doubt: statusListReasons.unknownMark(label, read.text, known) };
    }
    case 'mark': {
      const hasRest = read.rest !== undefined;
      const change = hasRest ? statusListFixes.rest : statusListFixes.mark;
      const note = raw.text === read.glyph ? [] : [change(label, raw.text, read.glyph)];
      return { ...plain, value: { glyph: read.glyph }, fixes: [...fixes, ...note], hasRest };
    }
  }
}

/** A format that shows another mark than the one the number below it stands for, or nothing in its place. */
function storedDoubt(label: string, { text, stored }: RawCell, marks: readonly Mark[]): string {
  if (stored === undefined) return '';
  if (hidesValue({ text, stored })) return statusListReasons.hiddenByFormat(label, stored);
  const below = marks.find((mark) => mark.glyph === stored || mark.label === stored);
  const read = readMark(text, marks);
  const isOther = below !== undefined && (read.state !== 'mark' || read.glyph !== below.glyph);
  return isOther ? statusListReasons.shownDiffers(label, text, stored) : '';
}

/** 〃 and merged cells that were looked through. */
export function cellFixes(label: string, { text, ditto, merged }: RawCell): string[] {
  if (text === '') return [];
  if (ditto) return [statusListFixes.ditto(label)];
  return merged ? [statusListFixes.merged(label)] : [];
}

/**
 * × that is being thought about (検討中) is rarely 継続, so a person may look; × for 未着手 or 遅れ often is. It is never refused.
 * Source: domain.md 1.3.
 */
export function isOddPair(
  mark: ImportCell | undefined,
  disposition: ImportCell | undefined,
  marks: readonly Mark[],
): boolean {
  const glyphOf = (cell: ImportCell | undefined): string =>
    cell !== null && cell !== undefined && 'glyph' in cell ? cell.glyph : '';
  const glyph = glyphOf(mark);
  const meaning = marks.find((known) => known.glyph === glyph)?.label ?? '';
  return /^[×✕✖]$/u.test(glyph) && !/未|遅|着手/u.test(meaning) && /^継続/u.test(glyphOf(disposition));
}
