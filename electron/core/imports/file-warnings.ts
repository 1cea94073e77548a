import { listImportsOfFile } from '#db/queries/import-history.ts';
import type { Ledger } from '#db/open.ts';
import { createReader } from '#db/reader.ts';
import { isInForce } from '#db/undo.ts';
import { importTexts } from '#shared/messages/import-session.ts';
import type { Workbook } from '../excel/workbook.ts';
import type { ChosenSheet } from './choose-sheet.ts';
import { sheetsWithoutHeader } from './sheets-without-header.ts';

type ReadFile = { readonly sha256: string; readonly workbook: Workbook; readonly chosen: ChosenSheet };

/** Of the file as a whole: imported before, further sheets, sheets without a header, hidden sheets, sheets that are not there. */
export function fileWarnings({ sha256, workbook, chosen }: ReadFile, ledger: Ledger): readonly string[] {
  const past = listImportsOfFile(createReader(ledger.connection), sha256);
  const before = past.find(({ changeSetId }) => isInForce(ledger, changeSetId));
  const others = chosen.rated.filter(
    ({ sheet, kind, parts }) =>
      sheet !== chosen.sheet &&
      kind !== 'unknown' &&
      !sheet.hidden &&
      parts === undefined &&
      !chosen.parts.includes(sheet.name),
  );
  const hidden = chosen.rated.filter(({ sheet }) => sheet !== chosen.sheet && sheet.hidden && sheet.rows.length > 0);
  const unknown = chosen.rated.filter(
    ({ sheet, kind }) => kind === 'unknown' && sheet !== chosen.sheet && !sheet.hidden,
  );
  const headless =
    chosen.importer === null
      ? []
      : sheetsWithoutHeader(
          chosen.sheet,
          unknown.map(({ sheet }) => sheet),
        );
  const names = (list: ChosenSheet['rated']): readonly string[] => list.slice(0, 8).map(({ sheet }) => sheet.name);
  return [
    ...(before === undefined ? [] : [importTexts.importedBefore(japaneseDay(before.at), before.fileName)]),
    ...(chosen.parts.length > 0 ? [importTexts.joinedSheets(chosen.parts, chosen.sheet.rows[0]?.index ?? 0)] : []),
    ...(others.length > 0 ? [importTexts.otherSheets(names(others))] : []),
    ...(headless.length > 0 ? [importTexts.sheetsWithoutHeader(headless.slice(0, 8).map(({ name }) => name))] : []),
    ...(hidden.length > 0 ? [importTexts.hiddenSheets(names(hidden))] : []),
    ...(workbook.missingSheets === undefined ? [] : [importTexts.missingSheets(workbook.missingSheets.slice(0, 8))]),
  ];
}

const dayFormat = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', dateStyle: 'medium', timeStyle: 'short' });

function japaneseDay(at: string): string {
  return dayFormat.format(new Date(at));
}
