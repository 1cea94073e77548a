import { readFile, stat } from 'node:fs/promises';
import { AppError } from '#shared/rpc/app-error.ts';
import type { WorkbookFormat } from '#core/excel/workbook.ts';
import { detectKind, UNKNOWN_KIND } from './detect-kind.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { listOle2Streams } from './ole2-streams.ts';
import { openZip, type ZipArchive } from './zip-archive.ts';

/** A file that may be read, by its true format. XML is checked while it is read (xml-cursor.ts, sheet-builder.ts). */
export type CheckedFile =
  | { readonly format: 'xlsx' | 'xlsm'; readonly archive: ZipArchive; readonly workbookPart: string }
  | { readonly format: 'ods'; readonly archive: ZipArchive }
  | { readonly format: 'xls'; readonly bytes: Uint8Array }
  | { readonly format: 'csv'; readonly text: string; readonly encoding: string };

/** Bytes of a file of a size worth looking at. Throws FILE_UNREADABLE, FILE_EMPTY, FILE_TOO_LARGE. */
export async function readForeignFile(filePath: string): Promise<Uint8Array> {
  try {
    const info = await stat(filePath);
    if (!info.isFile()) throw new AppError('FILE_UNREADABLE', { reason: 'ファイルではありません' });
    checkSize(info.size);
    return await readFile(filePath);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const reason = missing ? '見つかりません' : '開けません';
    throw new AppError('FILE_UNREADABLE', { reason }, { cause: error });
  }
}

/** Decides by content what a file is and refuses, in words, what is not a readable workbook. */
export async function preflight(bytes: Uint8Array): Promise<CheckedFile> {
  checkSize(bytes.length);
  if (bytes.every((byte) => byte === 0)) throw new AppError('WORKBOOK_TRUNCATED');
  const kind = detectKind(bytes);
  if (kind.kind === 'zip') return await checkZip(bytes);
  if (kind.kind === 'ole2') return checkOle2(bytes);
  if (kind.kind === 'other') throw new AppError('NOT_A_WORKBOOK', { kind: kind.name });
  if (kind.text.trim() === '') throw new AppError('FILE_EMPTY');
  return { format: 'csv', text: kind.text, encoding: kind.encoding };
}

function checkSize(size: number): void {
  if (size === 0) throw new AppError('FILE_EMPTY');
  if (size <= MAX_FILE_BYTES) return;
  const toMegabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);
  throw new AppError('FILE_TOO_LARGE', { size: toMegabytes(size), limit: toMegabytes(MAX_FILE_BYTES) });
}

async function checkZip(bytes: Uint8Array): Promise<CheckedFile> {
  const archive = await openZip(bytes);
  if (archive.has('[Content_Types].xml')) return checkOoxml(archive);
  if (archive.has('mimetype')) return checkOpenDocument(archive);
  throw new AppError('NOT_A_WORKBOOK', { kind: archive.has('Index/Document.iwa') ? 'Numbers の書類' : 'ZIP 書庫' });
}

const ooxmlFormats: readonly (readonly [RegExp, Extract<WorkbookFormat, 'xlsx' | 'xlsm'>])[] = [
  [/spreadsheetml\.(?:sheet|template)\.main\+xml$/i, 'xlsx'],
  [/ms-excel\.(?:sheet|template)\.macroEnabled\.main\+xml$/i, 'xlsm'],
];

function checkOoxml(archive: ZipArchive): CheckedFile {
  const types = Buffer.from(archive.read('[Content_Types].xml')).toString('utf8');
  for (const [tag] of types.matchAll(/<(?:\w+:)?Override\b[^>]*>/g)) {
    const contentType = /\bContentType\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? '';
    const part = /\bPartName\s*=\s*["']\/?([^"']*)["']/.exec(tag)?.[1] ?? '';
    const format = ooxmlFormats.find(([pattern]) => pattern.test(contentType))?.[1];
    if (format !== undefined) return { format, archive, workbookPart: part };
  }
  if (/sheet\.binary\.macroEnabled/i.test(types)) throw new AppError('WORKBOOK_XLSB');
  if (/wordprocessingml/i.test(types)) throw new AppError('NOT_A_WORKBOOK', { kind: 'Word 文書' });
  if (/presentationml/i.test(types)) throw new AppError('NOT_A_WORKBOOK', { kind: 'PowerPoint 文書' });
  if (archive.has('xl/workbook.xml')) return { format: 'xlsx', archive, workbookPart: 'xl/workbook.xml' };
  throw new AppError('NOT_A_WORKBOOK', { kind: 'ZIP 書庫' });
}

function checkOpenDocument(archive: ZipArchive): CheckedFile {
  const type = Buffer.from(archive.read('mimetype')).toString('latin1').trim();
  if (!type.startsWith('application/vnd.oasis.opendocument.spreadsheet')) {
    throw new AppError('NOT_A_WORKBOOK', {
      kind: type.includes('opendocument') ? '表ではない OpenDocument 文書' : 'ZIP 書庫',
    });
  }
  const manifest = archive.has('META-INF/manifest.xml') ? archive.read('META-INF/manifest.xml') : new Uint8Array();
  const isEncrypted = Buffer.from(manifest).includes('encryption-data');
  if (isEncrypted || archive.has('encrypted-package')) throw new AppError('WORKBOOK_ENCRYPTED');
  return { format: 'ods', archive };
}

const otherOle2: readonly (readonly [string, string])[] = [
  ['WordDocument', 'Word 文書'],
  ['PowerPoint Document', 'PowerPoint 文書'],
  ['__properties_version1.0', 'メール'],
  ['JSRV_SegmentInformation', '一太郎文書'],
];

function checkOle2(bytes: Uint8Array): CheckedFile {
  const names = listOle2Streams(bytes);
  const streams = new Set(names);
  if ([...streams].some((name) => /DRM(?:Encrypted|Content|Transform)/i.test(name))) throw new AppError('WORKBOOK_IRM');
  if (streams.has('EncryptedPackage') || streams.has('EncryptionInfo')) throw new AppError('WORKBOOK_ENCRYPTED');
  // Old programs write the name in capitals.
  if (names.some((name) => /^(?:work)?book$/i.test(name))) return { format: 'xls', bytes };
  const kind = otherOle2.find(([stream]) => streams.has(stream))?.[1] ?? UNKNOWN_KIND;
  throw new AppError('NOT_A_WORKBOOK', { kind });
}
