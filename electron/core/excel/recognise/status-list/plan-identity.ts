import { parseDate } from '#shared/domain/dates.ts';
import { parseFiscalYear } from '#shared/domain/fiscal-year.ts';
import { parseHeadingNumber } from '#shared/domain/numbering.ts';
import { parseLegend } from '#shared/domain/legend.ts';
import { cleanText } from '#shared/domain/text.ts';
import type { Sheet } from '#core/excel/workbook.ts';
import { filledCells } from '../table/sheet-grid.ts';
import { fiscalYearOfDay, fiscalYearsIn, shortFiscalYearIn } from './fiscal-year-in-text.ts';

const planWord = /計画|プラン|ビジョン|構想|指針|戦略|大綱|要領|条例/u;
const listWord = /一覧|状況|進捗|評価|検証|管理|シート|報告|調査/u;
/** 資料３, 別紙1-2: what the page is called before its title. */
const pageName =
  /^[【(（]?(?:様式|別紙|別表|資料|参考(?:資料)?)\s*(?:第)?[0-9０-９一二三四五六七八九十①-⑳]*(?:号)?(?:[-－ー―の][0-9０-９]+)?(?:様式)?[】)）]?[\s:：]*/u;
const noTitle =
  /^(?:[【(（]?(?:取扱注意|部外秘|部内限り|案)|担当|部署|所管|課名|単位|作成|記入|凡例|※|注|提出|宛|印刷)/u;
const genericName =
  /^(?:sheet|シート|表|book|新規|コピー|ワークシート|一覧|一覧表|データ|様式|別紙|公表用|提出用|回答用|調査票|(?:[rhs]|令和|平成)\s?(?:\d{1,2}|元)(?:年度?)?|\d{4}(?:年度?)?)?[\s_\-()（）]*\d*$/iu;

/**
 * The title printed above the table, or on the cover when only that speaks of a plan; null when there is none. `above`: rows before
 * this 0-based row are looked at.
 */
export function printedTitle(sheet: Sheet, above: number, cover: readonly string[] = []): string | null {
  const printed = sheet.rows
    .filter((row) => row.index < above)
    .flatMap((row) => filledCells(row).map(({ cell }) => cell.text));
  const title = bestTitle(printed);
  if (title !== null && planWord.test(title)) return title;
  const onCover = bestTitle(cover);
  return onCover !== null && planWord.test(onCover) ? onCover : title;
}

function bestTitle(texts: readonly string[]): string | null {
  const candidates = texts
    .map((text) =>
      cleanText(text)
        .replace(/\s*\n\s*/g, ' ')
        .replace(pageName, ''),
    )
    .filter(isTitle)
    .map((text, index) => ({ text, score: titleScore(text) - index * 0.1 }))
    .toSorted((a, b) => b.score - a.score);
  return candidates[0]?.text ?? null;
}

/** A name for a plan whose file prints none: from the file or the sheet, whichever speaks of a plan, else what the list is called. */
export function fallbackTitle(fileName: string, sheetName: string, printed: string | null): string {
  const stem = cleanText(fileName.replace(/\.[a-z]{3,4}$/iu, ''));
  const names = [stem, cleanText(sheetName)].filter((name) => name !== '' && !genericName.test(name));
  const kindOfList = printed === null ? '' : withoutYears(printed);
  return names.find((name) => planWord.test(name)) ?? (kindOfList || names[0] || stem || sheetName);
}

function withoutYears(title: string): string {
  return title
    .replace(/[（(]?(?:(?:平成|令和|[HRＨＲ])\s?(?:[0-9０-９]{1,2}|元)|[0-9０-９]{4})年度(?:分|末)?[）)]?/gu, '')
    .trim();
}

/** The fiscal year a list is of, as printed above the table, in its headers, or in the names of sheet and file; null when nowhere. */
export function printedFiscalYear(
  sheet: Sheet,
  place: {
    readonly above: number;
    readonly headers: readonly string[];
    readonly fileName: string;
    readonly cover?: readonly string[] | undefined;
  },
): number | null {
  const printed = sheet.rows
    .filter((row) => row.index < place.above)
    .flatMap((row) => filledCells(row).map(({ cell }) => cell.text));
  const texts = [...printed, ...place.headers, sheet.name, ...(place.cover ?? []), place.fileName];
  for (const text of texts) {
    const year = fiscalYearsIn(text)[0];
    if (year !== undefined) return year;
  }
  const day = printed.map(fiscalYearOfDay).find((year) => year !== null);
  return day ?? shortFiscalYearIn(sheet.name) ?? shortFiscalYearIn(place.fileName);
}

function isTitle(text: string): boolean {
  if (text.length < 3 || text.length > 80 || text.endsWith('。') || noTitle.test(text)) return false;
  const number = parseHeadingNumber(text);
  if (number !== null && /^(?:chapter|roman)$/.test(number.style) && !listWord.test(text)) return false;
  if (/(?:現在|時点|作成)[)）]?$/u.test(text) || /^[\d\s/-]+$/u.test(text)) return false;
  return parseLegend(text) === null && parseFiscalYear(text) === null && parseDate(text) === null;
}

function titleScore(text: string): number {
  return (planWord.test(text) ? 2 : 0) + (listWord.test(text) ? 1 : 0);
}
