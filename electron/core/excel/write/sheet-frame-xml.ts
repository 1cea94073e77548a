import type { MergeRange } from '#core/excel/workbook.ts';
import type { OutDataValidation, OutHeaderFooter, OutSheet } from './book.ts';
import { cellReference } from './cell-address.ts';
import { rangeReference } from './merged-cells.ts';
import { FONT_NAME } from './styles.ts';
import { escapeAttribute, escapeCellText } from './xml-text.ts';

const MAIN_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const MAX_LIST_LENGTH = 255;
/** Excel allows 255 characters for all three sections with their codes; more and it repairs the file. */
const MAX_SECTION_LENGTH = 60;

function paneXml(freeze: OutSheet['freeze']): string {
  if (freeze === undefined || (freeze.row === 0 && freeze.column === 0)) return '';
  const { row, column } = freeze;
  const active = row === 0 ? 'topRight' : column === 0 ? 'bottomLeft' : 'bottomRight';
  const split = `${column > 0 ? ` xSplit="${column}"` : ''}${row > 0 ? ` ySplit="${row}"` : ''}`;
  const pane = `<pane${split} topLeftCell="${cellReference({ row, column })}" activePane="${active}" state="frozen"/>`;
  return `${pane}<selection pane="${active}"/>`;
}

/** Everything of a worksheet before its rows. */
export function sheetHead(sheet: OutSheet): string {
  const fit = sheet.fitToWidth ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '';
  const columns = sheet.columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN_NAMESPACE}">${fit}`,
    `<sheetViews><sheetView workbookViewId="0">${paneXml(sheet.freeze)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="18" customHeight="1"/>',
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`,
  ].join('');
}

function sectionText(text: string): string {
  const doubled = Array.from(text, (character) => (character === '&' ? '&&' : character));
  let short = '';
  for (const character of doubled) {
    if (short.length + character.length > MAX_SECTION_LENGTH) break;
    short += character;
  }
  return short.replaceAll('{page}', '&P').replaceAll('{pages}', '&N');
}

function headerFooterText({ left, center, right }: OutHeaderFooter): string {
  const section = (code: string, text: string | undefined) =>
    // The size comes last and ends with a space, or digits of the text would be read as part of it.
    text === undefined || text === '' ? '' : `&${code}&"${FONT_NAME}"&9 ${sectionText(text)}`;
  return escapeCellText(section('L', left) + section('C', center) + section('R', right));
}

function headerFooterXml(sheet: OutSheet): string {
  const header = sheet.header === undefined ? '' : `<oddHeader>${headerFooterText(sheet.header)}</oddHeader>`;
  const footer = sheet.footer === undefined ? '' : `<oddFooter>${headerFooterText(sheet.footer)}</oddFooter>`;
  return header === '' && footer === '' ? '' : `<headerFooter>${header}${footer}</headerFooter>`;
}

function validationXml({ range, list, message }: OutDataValidation): string {
  const formula = list.join(',');
  if (formula.length > MAX_LIST_LENGTH || list.some((choice) => choice.includes(','))) {
    throw new RangeError('choices do not fit into a drop-down list');
  }
  const error = message === undefined ? '' : ` error="${escapeAttribute(message)}"`;
  const quoted = escapeCellText(`"${formula.replaceAll('"', '""')}"`);
  const attributes = `type="list" allowBlank="1" showErrorMessage="1"${error} sqref="${rangeReference(range)}"`;
  return `<dataValidation ${attributes}><formula1>${quoted}</formula1></dataValidation>`;
}

function counted(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

/** Everything of a worksheet after its rows, in the order that the schema demands. */
export function sheetTail(sheet: OutSheet, merges: readonly MergeRange[]): string {
  const fit = sheet.fitToWidth ? ' fitToWidth="1" fitToHeight="0"' : '';
  return [
    sheet.autoFilter === undefined ? '' : `<autoFilter ref="${rangeReference(sheet.autoFilter)}"/>`,
    counted(
      'mergeCells',
      merges.map((range) => `<mergeCell ref="${rangeReference(range)}"/>`),
    ),
    counted('dataValidations', (sheet.dataValidations ?? []).map(validationXml)),
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${sheet.paperSize}" orientation="${sheet.orientation}"${fit}/>`,
    headerFooterXml(sheet),
    '</worksheet>',
  ].join('');
}
