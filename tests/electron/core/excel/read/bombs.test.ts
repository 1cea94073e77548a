import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodeParserHost } from '#core/excel/read/parser-host.ts';
import { errorMessages } from '#shared/messages/errors.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { afterAll, describe, expect, it } from 'vitest';
import { makeOle2, makeXlsx, makeZip, type Parts, xlsxParts } from '#tests/helpers/make-workbook.ts';

const fixtures = join(import.meta.dirname, '../../../../fixtures');
const register = readFileSync(join(fixtures, '登録団体一覧_R7.xlsx'));
const oldRegister = readFileSync(join(fixtures, '登録団体一覧_R7.xls'));
const folder = mkdtempSync(join(tmpdir(), 'daicho-bombs-'));
const host = createNodeParserHost();

/** 'workbook', or the code of the refusal, whose message must have all its blanks filled. */
async function codeOf(content: Uint8Array): Promise<string> {
  const path = join(folder, 'input.xlsx');
  writeFileSync(path, content);
  try {
    await host.parse(path, {});
    return 'workbook';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    for (const [, blank] of errorMessages[error.code].matchAll(/\{(\w+)\}/g))
      expect(error.params).toHaveProperty(blank ?? '');
    return error.code;
  }
}

const oneCell = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const withSheet = (xml: string): Uint8Array => makeZip({ ...xlsxParts(''), 'xl/worksheets/sheet1.xml': xml });
const withPart = (extra: Parts): Uint8Array => makeXlsx(oneCell, { extra });
const withType = (contentType: string): Uint8Array => makeXlsx(oneCell, { contentType });
const merge = (ref: string): Uint8Array => makeXlsx(`${oneCell}<mergeCells><mergeCell ref="${ref}"/></mergeCells>`);
const cellAt = (ref: string): Uint8Array => makeXlsx(`<sheetData><row><c r="${ref}"><v>1</v></c></row></sheetData>`);
const ods = (table: string): Uint8Array =>
  makeZip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content><office:spreadsheet>${table}</office:spreadsheet></office:document-content>`,
  });

/** Changes the size that a zip directory claims for a part, so that it lies. */
function claimSize(zip: Uint8Array, part: string, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  const at = bytes.lastIndexOf(part) - 46;
  bytes.writeUInt32LE(size, at + 24);
  return bytes;
}

const megabytes = (count: number, filler: string): string => filler.repeat((count * 1024 * 1024) / filler.length);
const hugeSheet = `<worksheet><sheetData>${megabytes(90, '<row><c><v>1</v></c></row>      ')}</sheetData></worksheet>`;
const lines = Array.from({ length: 11 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');

const files: readonly (readonly [string, string, () => Uint8Array])[] = [
  ['an empty file', 'FILE_EMPTY', () => new Uint8Array()],
  ['blank lines only', 'FILE_EMPTY', () => Buffer.from('\r\n \r\n')],
  ['a file of zero bytes, as a failed copy leaves', 'WORKBOOK_TRUNCATED', () => new Uint8Array(4096)],
  ['a file over the size limit', 'FILE_TOO_LARGE', () => new Uint8Array(51 * 1024 * 1024).fill(97)],
  ['a PNG named .xlsx', 'NOT_A_WORKBOOK', () => Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')],
  ['a PDF named .xlsx', 'NOT_A_WORKBOOK', () => Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')],
  ['a web page named .xls', 'NOT_A_WORKBOOK', () => Buffer.from('<html><table><tr><td>1</td></tr></table></html>')],
  ['random bytes', 'NOT_A_WORKBOOK', () => Buffer.concat([Buffer.from('\x01\x02\0\x03'), randomBytes(4000)])],
  [
    'a Word file named .xlsx',
    'NOT_A_WORKBOOK',
    () => withType('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'),
  ],
  ['an old Word file', 'NOT_A_WORKBOOK', () => makeOle2('WordDocument')],
  ['any other zip', 'NOT_A_WORKBOOK', () => makeZip({ 'readme.txt': 'text' })],
  ['a binary workbook', 'WORKBOOK_XLSB', () => withType('application/vnd.ms-excel.sheet.binary.macroEnabled.main')],
  ['a workbook with a password', 'WORKBOOK_ENCRYPTED', () => makeOle2('EncryptionInfo', 'EncryptedPackage')],
  ['a workbook under rights management', 'WORKBOOK_IRM', () => makeOle2('EncryptedPackage', 'DRMEncryptedTransform')],
  ['a looped directory of an old file', 'WORKBOOK_TRUNCATED', () => loopedOle2()],
  ['a cut old register', 'WORKBOOK_TRUNCATED', () => oldRegister.subarray(0, 700)],
  [
    'too many parts',
    'WORKBOOK_TOO_MANY_PARTS',
    () => withPart(Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`x/${i}.xml`, 'x']))),
  ],
  ['a part name that climbs out', 'WORKBOOK_UNSAFE', () => withPart({ '../../evil.xml': 'x' })],
  ['an absolute part name', 'WORKBOOK_UNSAFE', () => withPart({ '/etc/evil.xml': 'x' })],
  ['a sheet of 90 MB from little', 'WORKBOOK_BOMB', () => withSheet(hugeSheet)],
  [
    'a sheet that inflates further than it says',
    'WORKBOOK_BOMB',
    () => claimSize(withSheet(hugeSheet), 'xl/worksheets/sheet1.xml', 1000),
  ],
  [
    'a document type with entities',
    'WORKBOOK_UNSAFE',
    () => withSheet(`<!DOCTYPE x [<!ENTITY e0 "aaaaaaaaaa">${lines}]><worksheet>&e10;</worksheet>`),
  ],
  ['a merge over the whole sheet', 'MERGE_TOO_LARGE', () => merge('A1:XFD1048576')],
  ['a merge beyond the sheet', 'SHEET_OUT_OF_RANGE', () => merge('A1:ZZZZ9')],
  ['a cell in column ZZZZZZ', 'SHEET_OUT_OF_RANGE', () => cellAt('ZZZZZZ1')],
  [
    'a row number of ten digits',
    'SHEET_OUT_OF_RANGE',
    () => makeXlsx('<sheetData><row r="9999999999"><c><v>1</v></c></row></sheetData>'),
  ],
  [
    'a column range beyond the sheet',
    'SHEET_OUT_OF_RANGE',
    () => makeXlsx(`<cols><col min="1" max="2147483647" hidden="1"/></cols>${oneCell}`),
  ],
  [
    'a row number that is none',
    'SHEET_OUT_OF_RANGE',
    () => makeXlsx('<sheetData><row r="x"><c><v>1</v></c></row></sheetData>'),
  ],
  [
    'a shared string that is not there',
    'WORKBOOK_BROKEN',
    () => makeXlsx('<sheetData><row><c t="s"><v>7</v></c></row></sheetData>'),
  ],
  [
    'a sheet that ends in the middle of a tag',
    'WORKBOOK_BROKEN',
    () => withSheet('<worksheet><sheetData><row r="1"><c r="A1"'),
  ],
  [
    'a sheet that ends before its closing tags',
    'WORKBOOK_BROKEN',
    () => withSheet('<worksheet><sheetData><row r="1">'),
  ],
  [
    'a sheet with bytes that are no UTF-8',
    'WORKBOOK_BROKEN',
    () =>
      makeZip({
        ...xlsxParts(''),
        'xl/worksheets/sheet1.xml': Buffer.from('<worksheet>\xff\xfe\xfd</worksheet>', 'latin1'),
      }),
  ],
  ['a damaged byte in a part', 'WORKBOOK_BROKEN', () => flipped(register, Math.floor(register.length / 2))],
  [
    'a text repeated over a million OpenDocument rows of many columns',
    'SHEET_OUT_OF_RANGE',
    () =>
      ods(
        '<table:table table:name="表"><table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
      ),
  ],
  [
    'an OpenDocument repeat beyond any sheet',
    'WORKBOOK_BROKEN',
    () => ods('<table:table table:name="表"><table:table-row table:number-rows-repeated="99999999999"/></table:table>'),
  ],
  [
    'an OpenDocument file with a password',
    'WORKBOOK_ENCRYPTED',
    () =>
      makeZip({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'META-INF/manifest.xml': '<manifest:encryption-data/>',
        'content.xml': 'x',
      }),
  ],
];

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

function loopedOle2(): Uint8Array {
  const bytes = Buffer.from(makeOle2('Workbook'));
  bytes.writeUInt32LE(1, 516);
  return bytes;
}

afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

describe('files that must not be read', () => {
  it.each(files)('%s is refused as %s', async (_, code, make) => {
    expect(await codeOf(make())).toBe(code);
  });

  it.each(Array.from({ length: 53 }, (_, i) => 40 + i * 5))(
    'the register cut to %i bytes is refused at once',
    async (length) => {
      expect(await codeOf(register.subarray(0, length))).toBe('WORKBOOK_TRUNCATED');
    },
  );

  it.each([0.25, 0.5, 0.75, 0.9, 0.99, 0.9999])('the register cut to %d of its length is refused', async (share) => {
    expect(await codeOf(register.subarray(0, Math.floor(register.length * share)))).toBe('WORKBOOK_TRUNCATED');
  });

  it('the parser still reads the register afterwards', async () => {
    expect(await codeOf(register)).toBe('workbook');
  });

  it('a missing file and a folder are told apart from a damaged file', async () => {
    await expect(host.parse(join(folder, 'none.xlsx'), {})).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    await expect(host.parse(folder, {})).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });
});

describe('odd files that can be read', () => {
  it.each([
    [
      'an OpenDocument sheet that ends with a million empty rows',
      ods(
        '<table:table table:name="表"><table:table-row><table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>',
      ),
    ],
    ['a dimension over the whole sheet', makeXlsx(`<dimension ref="A1:XFD1048576"/>${oneCell}`)],
    ['a merge down a whole column', merge('A1:A1048576')],
    [
      'a large picture that would not pass as a sheet',
      withPart({ 'xl/media/image1.emf': new Uint8Array(8 * 1024 * 1024) }),
    ],
    [
      'a cell in the last place of a sheet',
      makeXlsx('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    ],
    ['a macro workbook', withType('application/vnd.ms-excel.sheet.macroEnabled.main+xml')],
    ['a template', withType('application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml')],
  ])('%s', async (_, content) => {
    expect(await codeOf(content)).toBe('workbook');
  });
});
