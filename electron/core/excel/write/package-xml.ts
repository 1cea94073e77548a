import type { OutBook, OutSheet } from './book.ts';
import { columnLetters } from './cell-address.ts';
import { escapeAttribute, escapeCellText } from './xml-text.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEETML = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006';
const CORE_TYPE = 'application/vnd.openxmlformats-package.core-properties+xml';
const SHEETML_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function contentTypesXml(sheetCount: number): string {
  const part = (path: string, type: string) => `<Override PartName="${path}" ContentType="${type}"/>`;
  const sheets = Array.from({ length: sheetCount }, (_, index) =>
    part(`/xl/worksheets/sheet${index + 1}.xml`, `${SHEETML_TYPE}.worksheet+xml`),
  );
  return [
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('/xl/workbook.xml', `${SHEETML_TYPE}.sheet.main+xml`),
    ...sheets,
    part('/xl/styles.xml', `${SHEETML_TYPE}.styles+xml`),
    part('/docProps/core.xml', CORE_TYPE),
    '</Types>',
  ].join('');
}

function relationships(items: readonly { readonly type: string; readonly target: string }[]): string {
  const rows = items.map(
    ({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`;
}

export function packageRelationsXml(): string {
  return relationships([
    { type: `${DOCUMENT}/relationships/officeDocument`, target: 'xl/workbook.xml' },
    { type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
  ]);
}

export function workbookRelationsXml(sheetCount: number): string {
  const sheets = Array.from({ length: sheetCount }, (_, index) => ({
    type: `${DOCUMENT}/relationships/worksheet`,
    target: `worksheets/sheet${index + 1}.xml`,
  }));
  return relationships([...sheets, { type: `${DOCUMENT}/relationships/styles`, target: 'styles.xml' }]);
}

/** docProps/core.xml with a title and nothing about the person or the time. */
export function corePropertiesXml(title: string): string {
  const namespaces = `xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`;
  const element = title === '' ? '' : `<dc:title>${escapeCellText(title)}</dc:title>`;
  return `${DECLARATION}<cp:coreProperties ${namespaces}>${element}</cp:coreProperties>`;
}

function definedNames(sheet: OutSheet, index: number, name: string): readonly string[] {
  const quoted = escapeCellText(`'${name.replaceAll("'", "''")}'`);
  const names: string[] = [];
  if (sheet.autoFilter !== undefined) {
    const { r1, c1, r2, c2 } = sheet.autoFilter;
    const range = `$${columnLetters(c1)}$${r1 + 1}:$${columnLetters(c2)}$${r2 + 1}`;
    const hidden = `name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1"`;
    names.push(`<definedName ${hidden}>${quoted}!${range}</definedName>`);
  }
  if (sheet.printTitleRows !== undefined) {
    const [from, to] = sheet.printTitleRows;
    const rows = `$${from + 1}:$${to + 1}`;
    names.push(`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!${rows}</definedName>`);
  }
  return names;
}

/** xl/workbook.xml; `names` are the final sheet names by position. */
export function workbookXml(book: OutBook, names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${escapeAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const defined = book.sheets.flatMap((sheet, index) => definedNames(sheet, index, names[index] ?? ''));
  return [
    `${DECLARATION}<workbook xmlns="${SHEETML}" xmlns:r="${DOCUMENT}/relationships">`,
    '<bookViews><workbookView/></bookViews>',
    `<sheets>${sheets.join('')}</sheets>`,
    defined.length === 0 ? '' : `<definedNames>${defined.join('')}</definedNames>`,
    '</workbook>',
  ].join('');
}
