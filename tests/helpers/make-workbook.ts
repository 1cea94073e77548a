import { strToU8, zipSync } from 'fflate';

/** Parts of a package by name; a string is written as UTF-8. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

export function makeZip(parts: Parts): Uint8Array {
  // A list, not an object: a part may be called __proto__.
  const files = Object.entries(parts).map(([name, content]) => [name, toBytes(content)] as const);
  return zipSync(Object.fromEntries(files), { level: 6 });
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? strToU8(content) : content;
}

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

type XlsxOptions = {
  readonly sheetName?: string;
  readonly styles?: string;
  readonly strings?: string;
  readonly contentType?: string;
  readonly workbookProperties?: string;
  readonly extra?: Parts;
};

/** The parts of a one-sheet workbook; `sheet` is the inside of its worksheet element. */
export function xlsxParts(sheet: string, options: XlsxOptions = {}): Record<string, string | Uint8Array> {
  return {
    '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${options.contentType ?? MAIN}"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}">${options.workbookProperties ?? ''}<sheets><sheet name="${options.sheetName ?? '表'}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="/xl/styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SPREADSHEET}">${sheet}</worksheet>`,
    ...(options.styles === undefined ? {} : { 'xl/styles.xml': options.styles }),
    ...(options.strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${options.strings}</sst>` }),
    ...options.extra,
  };
}

export function makeXlsx(sheet: string, options: XlsxOptions = {}): Uint8Array {
  return makeZip(xlsxParts(sheet, options));
}

/** Number formats as a styles part: cell style 0 is General, style n is the n-th code, or the built-in id if a number. */
export function stylesOf(...formats: readonly (string | number)[]): string {
  const quoted = (code: string): string => code.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  const custom = formats.map((format, index) =>
    typeof format === 'string' ? `<numFmt numFmtId="${164 + index}" formatCode="${quoted(format)}"/>` : '',
  );
  const xfs = formats.map((format, index) => `<xf numFmtId="${typeof format === 'string' ? 164 + index : format}"/>`);
  return `<styleSheet><numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`;
}

/** The smallest OLE2 container with the given stream names: header, one FAT sector, one directory sector. */
export function makeOle2(...streams: readonly string[]): Uint8Array {
  const bytes = Buffer.alloc(512 * 3);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 44);
  bytes.writeUInt32LE(1, 48);
  bytes.writeUInt32LE(0xfffffffe, 68);
  bytes.fill(0xff, 76, 512);
  bytes.writeUInt32LE(0, 76);
  bytes.fill(0xff, 512, 1024);
  bytes.writeUInt32LE(0xfffffffd, 512);
  bytes.writeUInt32LE(0xfffffffe, 516);
  for (const [index, name] of ['Root Entry', ...streams].slice(0, 4).entries()) {
    const at = 1024 + index * 128;
    bytes.write(name, at, 'utf16le');
    bytes.writeUInt16LE((name.length + 1) * 2, at + 64);
    bytes[at + 66] = index === 0 ? 5 : 2;
  }
  return bytes;
}
