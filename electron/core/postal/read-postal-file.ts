import { postalReasons } from '#shared/messages/postal.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { decodeText } from '../excel/read/decode-text.ts';
import { MAX_FILE_BYTES } from '../excel/read/limits.ts';
import { readForeignFile } from '../excel/read/preflight.ts';
import { openZip, type ZipArchive } from '../excel/read/zip-archive.ts';
import { type PostalReading, readKenAll } from './read-ken-all.ts';

/**
 * Reads a file of Japan Post's list: the CSV in UTF-8 or CP932, or the zip of it. It is read here and not in the parser process:
 * nothing but this program's own passes over a text of limited size look at it, in time that grows with its length alone.
 */
export async function readPostalFile(file: string): Promise<PostalReading> {
  try {
    const bytes = await readForeignFile(file);
    const csv = isZip(bytes) ? csvInside(await openZip(bytes)) : bytes;
    if (typeof csv === 'string') return refused(csv);
    return csv.includes(0) ? refused(postalReasons.notText) : readKenAll(decodeText(csv).text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof AppError) return refused(reasonOf(error));
    throw error;
  }
}

function refused(reason: string): PostalReading {
  return { ok: false, reason };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** The bytes of the only CSV, or why there is none. */
function csvInside(archive: ZipArchive): Uint8Array | string {
  const [only, ...others] = archive.names.filter((name) => /\.csv$/i.test(name) && !name.startsWith('__MACOSX/'));
  if (only === undefined) return postalReasons.noCsvInside;
  if (others.length > 0) return postalReasons.manyCsvInside;
  const csv = archive.read(only);
  return csv.length > MAX_FILE_BYTES ? postalReasons.tooLarge : csv;
}

function reasonOf(error: AppError): string {
  switch (error.code) {
    case 'FILE_EMPTY':
      return postalReasons.empty;
    case 'FILE_TOO_LARGE':
      return postalReasons.tooLarge;
    case 'TEXT_ENCODING':
      return postalReasons.encoding(Number(error.params['line'] ?? 0));
    case 'WORKBOOK_TRUNCATED':
    case 'WORKBOOK_BROKEN':
      return postalReasons.damaged;
    case 'WORKBOOK_BOMB':
    case 'WORKBOOK_UNSAFE':
    case 'WORKBOOK_ENCRYPTED':
    case 'WORKBOOK_TOO_MANY_PARTS':
      return postalReasons.unsafe;
    default:
      throw error;
  }
}
