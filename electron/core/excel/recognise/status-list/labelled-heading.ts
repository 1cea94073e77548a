import type { SheetRow } from '#core/excel/workbook.ts';
import { parseHeadingNumber } from '#shared/domain/numbering.ts';
import { cleanText, matchKey } from '#shared/domain/text.ts';
import { filledCells } from '../table/sheet-grid.ts';
import type { RawHeading } from './raw-row.ts';
import { statusListVocabulary } from './vocabulary.ts';

const levelWords: ReadonlySet<string> = new Set(
  statusListVocabulary.filter(({ field }) => /^level\d$/.test(field)).flatMap(({ aliases }) => aliases.map(matchKey)),
);
const listWord = /計画|プラン|ビジョン|一覧|状況|進捗|評価|検証|管理|シート|報告|調査|様式|別紙|年度/u;
const MAX_NAME = 80;

/** 「基本方針」 in one cell and 「1 参加のまちづくり」 in the next, nothing else in the row: a heading that says its level. */
export function readLabelledHeading(row: SheetRow): RawHeading | null {
  const [label, name, ...others] = filledCells(row);
  if (label === undefined || name === undefined || others.length > 0) return null;
  const key = matchKey(label.cell.text).replace(/[:：]$/u, '');
  const text = cleanText(name.cell.text);
  if (!levelWords.has(key) || levelWords.has(matchKey(text)) || text.length > MAX_NAME) return null;
  const isName = name.cell.type === 'text' && !text.endsWith('。') && /\p{L}{2}/u.test(text);
  return isName ? heading(row, name.column, { text, label: cleanText(label.cell.text).replace(/[:：]$/u, '') }) : null;
}

/** 「基本方針1　参加のまちづくり」 or 「Ⅰ 参加…」 above the header: the sheet is this part of the plan. No title speaks so. */
export function readHeadingAbove(row: SheetRow): RawHeading | null {
  const [only, ...others] = filledCells(row);
  if (only === undefined || others.length > 0) return null;
  const text = cleanText(only.cell.text);
  const number = parseHeadingNumber(text);
  if (number === null || (number.style !== 'chapter' && number.style !== 'roman')) return null;
  const isName = number.name !== '' && text.length <= MAX_NAME && !text.endsWith('。') && !listWord.test(number.name);
  return isName ? heading(row, only.column, { text }) : null;
}

function heading(row: SheetRow, column: number, part: { readonly text: string; readonly label?: string }): RawHeading {
  return { kind: 'heading', row: row.index, hidden: row.hidden, parts: [{ column, ...part }] };
}
