import { formatCount } from '#renderer/ui/format.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { readHtmlTable } from './html-table.ts';
import { largestClipboard, type Matrix, type PasteSource } from './paste-source.ts';
import { countCells, shapeOf } from './paste-shape.ts';
import { parseTsv } from './tsv.ts';

/** A table of web code is read only up to here: beyond, its plain text is as good and quicker. */
const largestTable = 20_000;
const longestPaste = 40_000_000;

/** What the clipboard holds as cells. Excel gives plain text and a table; the table knows better where a cell ends. */
export function readClipboard(data: DataTransfer | null): PasteSource {
  const plain = data?.getData('text/plain') ?? '';
  const html = data?.getData('text/html') ?? '';
  if (plain === '' && html === '')
    return { problem: (data?.files.length ?? 0) > 0 ? sheetText.pasteFile : sheetText.pasteNothing };
  if (plain.length > longestPaste || html.length > longestPaste * 4)
    return { problem: sheetText.pasteTooLarge(formatCount(largestClipboard)) };
  const cells = countCells(plain, largestClipboard + 1);
  if (cells > largestClipboard) return { problem: sheetText.pasteTooLarge(formatCount(largestClipboard)) };
  const fromText = parseTsv(plain);
  const table = cells <= largestTable && html.length <= longestPaste ? readHtmlTable(html) : null;
  const isTable = table !== null && (plain === '' || !isSameShape(table, fromText));
  const matrix = isTable ? table : fromText;
  return matrix.length === 0 ? { problem: sheetText.pasteNothing } : { plain, matrix };
}

function isSameShape(a: Matrix, b: Matrix): boolean {
  const [first, second] = [shapeOf(a), shapeOf(b)];
  return first.rows === second.rows && first.columns === second.columns;
}
