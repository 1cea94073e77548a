import type { SheetCell } from '#core/excel/workbook.ts';
import { booleanCell, errorCell, formulaWithoutResult, shownCell, textCell } from './cell-values.ts';
import { decimalText } from './decimal-text.ts';
import { isSameNumber } from './shown-number.ts';
import type { XmlCursor } from './xml-cursor.ts';

/** Reads the current `table:table-cell` to its end. OpenDocument states type and value apart from the text shown. */
export function readOdsCell(cursor: XmlCursor): SheetCell | null {
  const hasFormula = cursor.attribute('table:formula') !== undefined;
  const isError = cursor.attribute('calcext:value-type') === 'error';
  const type = cursor.attribute('office:value-type');
  const value = cursor.attribute('office:value');
  const text = cursor.attribute('office:string-value');
  const date = cursor.attribute('office:date-value');
  const time = cursor.attribute('office:time-value');
  const truth = cursor.attribute('office:boolean-value');
  const shown = readParagraphs(cursor);
  const hasValue = [value, text, date, time, truth].some((each) => each !== undefined);
  // An empty text that was saved is a result: =IF(A1="";"";A1).
  const isEmptyText = type === 'string' && shown.paragraphs > 0;
  if (hasFormula && !hasValue && shown.text === '' && !isEmptyText) return formulaWithoutResult;
  let cell: SheetCell | null;
  if (isError) cell = errorCell(shown.text);
  else if (date !== undefined) cell = { type: 'date', text: date.replace(/T00:00:00(?:\.0+)?$/, '').slice(0, 19) };
  else if (time !== undefined) cell = textCell(timeText(time) ?? shown.text);
  else if (truth !== undefined) cell = booleanOf(truth, shown);
  else if (type !== 'string' && value !== undefined) cell = numberOf(value, type, { shown, cursor });
  else cell = textOf(text, shown);
  return cell !== null && hasFormula ? { ...cell, formula: true } : cell;
}

type NumberRead = { readonly shown: ShownCell; readonly cursor: XmlCursor };

/** A file without the shown text, as some programs write it, shows the number. */
function numberOf(value: string, type: string | undefined, { shown, cursor }: NumberRead): SheetCell {
  const number = Number(value);
  if (!Number.isFinite(number)) throw cursor.broken();
  const text = decimalText(number);
  const isPercent = type === 'percentage';
  const isTooNarrow = /^#+$/.test(shown.text);
  if (shown.paragraphs > 0 && !isTooNarrow && !isSameNumber(shown.text, number, isPercent))
    return shownCell(shown.text, text);
  const cell = { type: 'number', text, number } as const;
  return isPercent ? { ...cell, percent: true } : cell;
}

/** Of the languages in which LibreOffice says it here. */
const truthWords: ReadonlySet<string> = new Set(['true', 'false', '真', '偽', '1', '0']);

function booleanOf(truth: string, shown: ShownCell): SheetCell {
  const cell = booleanCell(truth === 'true');
  const isPlain = shown.paragraphs === 0 || truthWords.has(shown.text.trim().toLowerCase());
  return isPlain ? cell : shownCell(shown.text, cell.text);
}

/** The value of a text stands apart only when a format shows it otherwise, or beside a formula. */
function textOf(value: string | undefined, shown: ShownCell): SheetCell | null {
  const phonetic = shown.phonetic === '' ? {} : { phonetic: shown.phonetic };
  if (value === undefined || shown.paragraphs === 0) return textCell(value ?? shown.text, phonetic);
  const bare = (text: string): string => text.replace(/\s/g, '');
  return bare(value) === bare(shown.text) ? textCell(value, phonetic) : shownCell(shown.text, value);
}

/** 'PT09H30M00S' to '09:30'; undefined for what is no time of day. */
function timeText(duration: string): string | undefined {
  const match = /^PT(\d{1,2})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S$/.exec(duration);
  if (match === null || Number(match[1]) >= 24) return undefined;
  const parts = [match[1], match[2], match[3]].map((part) => (part ?? '').padStart(2, '0'));
  return (parts[2] === '00' ? parts.slice(0, 2) : parts).join(':');
}

type Shown = { readonly text: string; readonly phonetic: string };
type ShownCell = Shown & { readonly paragraphs: number };

/** Paragraphs joined by line breaks. Comments and drawings in the cell are not its text; ruby is kept as furigana. */
function readParagraphs(cursor: XmlCursor): ShownCell {
  const paragraphs: Shown[] = [];
  const inCell = cursor.inside;
  while (cursor.nextChild(inCell)) if (cursor.name === 'p') paragraphs.push(readParagraph(cursor));
  return {
    text: paragraphs.map((paragraph) => paragraph.text).join('\n'),
    phonetic: paragraphs.map((paragraph) => paragraph.phonetic).join(''),
    paragraphs: paragraphs.length,
  };
}

/** Of a paragraph or a part of it. Elements of other vocabularies (shapes, comments, controls) are passed over with their text. */
function readParagraph(cursor: XmlCursor): Shown {
  const { prefix } = cursor;
  const inside = cursor.inside;
  let text = '';
  let phonetic = '';
  const pieces: string[] = [];
  while (cursor.nextChild(inside, pieces)) {
    text += plainText(pieces);
    if (cursor.prefix !== prefix || cursor.name === 'note') continue;
    if (cursor.name === 's') text += ' '.repeat(Math.min(Number(cursor.attribute('text:c') ?? '1') || 1, 32_767));
    else if (cursor.name === 'tab') text += '\t';
    else if (cursor.name === 'line-break') text += '\n';
    else if (cursor.name === 'ruby-text') phonetic += cursor.readText();
    else {
      const part = readParagraph(cursor);
      text += part.text;
      phonetic += part.phonetic;
    }
  }
  return { text: text + plainText(pieces), phonetic };
}

/** The text gathered so far, which is then forgotten. White space in a row is one space. */
function plainText(pieces: string[]): string {
  return pieces
    .splice(0)
    .join('')
    .replace(/[\t\r\n ]+/g, ' ');
}
