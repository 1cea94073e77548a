import type { SheetCell } from '#core/excel/workbook.ts';
import { isErrorText, isNullWord, truthOf } from '#shared/domain/data-words.ts';
import { typedBeforeDate } from '#shared/domain/spoiled-date.ts';

/** What a cell holds that a person did not write as the value of its column. */
export type OddCell =
  /** A formula whose result was not saved with the file. */
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'error' }
  /** NULL, nan, None: a tool's word for "no value". */
  | { readonly kind: 'null-word' }
  | { readonly kind: 'truth'; readonly value: boolean }
  /** A date; `typed`: what may have been typed before a spreadsheet made a date of it. */
  | { readonly kind: 'date'; readonly typed: readonly string[]; readonly isText: boolean };

/** Beginnings of all odd texts; nearly every cell of a register is told apart by its first letter. */
const oddStart = /^\s*[#＃<＜([{+\-0-9０-９A-Za-zＡ-Ｚａ-ｚ\\令平昭大明空]/u;
const LONGEST = 40;

/** @returns null for a cell that holds a plain text or number. */
export function oddCell(cell: SheetCell): OddCell | null {
  if (isUnsaved(cell)) return { kind: 'unsaved' };
  switch (cell.type) {
    case 'error':
      return { kind: 'error' };
    case 'boolean':
      return { kind: 'truth', value: cell.text === 'TRUE' };
    case 'date':
      return { kind: 'date', typed: typedBeforeDate(cell.text) ?? [], isText: false };
    case 'number':
      return null;
    case 'text':
      return cell.text.length > LONGEST || !oddStart.test(cell.text) ? null : oddText(cell.text);
  }
}

/** A formula without a saved result looks empty, and is not. */
export function isUnsaved(cell: SheetCell | null): boolean {
  return cell !== null && cell.formula === true && cell.text === '' && cell.type === 'text';
}

function oddText(text: string): OddCell | null {
  if (isNullWord(text)) return { kind: 'null-word' };
  if (isErrorText(text)) return { kind: 'error' };
  const value = truthOf(text);
  if (value !== null) return { kind: 'truth', value };
  const typed = typedBeforeDate(text);
  return typed === null ? null : { kind: 'date', typed, isText: true };
}
