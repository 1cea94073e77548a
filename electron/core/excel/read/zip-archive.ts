import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise } from 'yauzl';
import { AppError } from '#shared/rpc/app-error.ts';
import { MAX_ENTRIES, MAX_ENTRY_BYTES, MAX_RATIO, MAX_TOTAL_BYTES, RATIO_FROM_BYTES } from './limits.ts';

type Part = { readonly entry: Entry; readonly start: number };

/**
 * A zip whose directory was checked before any byte was inflated. Parts are inflated one by one when asked for, never more
 * than the limits allow whatever the headers claim, and their checksums are verified: a damaged part is never half read.
 */
export type ZipArchive = {
  readonly names: readonly string[];
  has(name: string): boolean;
  read(name: string): Uint8Array;
};

export async function openZip(bytes: Uint8Array): Promise<ZipArchive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = await readDirectory(buffer);
  let total = 0;
  return {
    names: [...parts.values()].map((part) => part.entry.fileName),
    has: (name) => parts.has(name.toLowerCase()),
    read: (name) => {
      const part = parts.get(name.toLowerCase());
      if (part === undefined) throw new AppError('WORKBOOK_BROKEN', { where: name });
      const content = inflate(buffer, part, MAX_TOTAL_BYTES - total);
      total += content.length;
      return content;
    },
  };
}

/** Part names are compared without case, as the package format does. */
async function readDirectory(buffer: Buffer): Promise<Map<string, Part>> {
  const parts = new Map<string, Part>();
  try {
    const zip = await fromBufferPromise(buffer);
    if (zip.entryCount > MAX_ENTRIES) {
      throw new AppError('WORKBOOK_TOO_MANY_PARTS', { count: zip.entryCount, limit: MAX_ENTRIES });
    }
    for await (const entry of zip.eachEntry()) {
      checkEntry(entry);
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
      const key = entry.fileName.toLowerCase();
      if (parts.has(key)) throw new AppError('WORKBOOK_UNSAFE', { where: entry.fileName });
      parts.set(key, { entry, start: fileDataStart });
    }
  } catch (error) {
    throw zipError(error);
  }
  return parts;
}

function checkEntry(entry: Entry): void {
  if (entry.isEncrypted()) throw new AppError('WORKBOOK_ENCRYPTED');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw new AppError('WORKBOOK_BROKEN', { where: entry.fileName });
  }
}

/** yauzl tells a bad name only by its English sentence; all its other complaints mean bytes are missing or changed. */
function zipError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const message = error instanceof Error ? error.message : '';
  if (/relative path|absolute path|invalid characters in fileName/i.test(message)) {
    return new AppError('WORKBOOK_UNSAFE', { where: message.split(': ').at(-1)?.slice(0, 80) ?? '' }, { cause: error });
  }
  return new AppError('WORKBOOK_TRUNCATED', {}, { cause: error });
}

function inflate(buffer: Buffer, part: Part, remaining: number): Uint8Array {
  const { entry, start } = part;
  const limit = Math.min(MAX_ENTRY_BYTES, remaining, Math.max(RATIO_FROM_BYTES, entry.compressedSize * MAX_RATIO));
  if (entry.uncompressedSize > limit) throw new AppError('WORKBOOK_BOMB', { where: entry.fileName });
  const packed = buffer.subarray(start, start + entry.compressedSize);
  if (packed.length !== entry.compressedSize) throw new AppError('WORKBOOK_TRUNCATED');
  const content = entry.compressionMethod === 0 ? packed : inflateCapped(packed, limit, entry.fileName);
  if (content.length > limit) throw new AppError('WORKBOOK_BOMB', { where: entry.fileName });
  if (content.length !== entry.uncompressedSize || crc32(content) !== entry.crc32) {
    throw new AppError('WORKBOOK_BROKEN', { where: entry.fileName });
  }
  return content;
}

/** The cap is enforced by zlib while it inflates, so a header that lies about the size gains nothing. */
function inflateCapped(packed: Buffer, limit: number, where: string): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (error) {
    const tooLong = error instanceof RangeError;
    throw new AppError(tooLong ? 'WORKBOOK_BOMB' : 'WORKBOOK_BROKEN', { where }, { cause: error });
  }
}
