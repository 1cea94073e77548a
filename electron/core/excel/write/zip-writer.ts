import { crc32, constants, deflateRawSync } from 'node:zlib';

/** A finished part of the package: its compressed pieces in order. */
export type ZipPart = {
  readonly name: string;
  readonly crc: number;
  readonly size: number;
  readonly compressed: readonly Uint8Array[];
  readonly compressedSize: number;
};

const LIMIT = 0xffff_ffff;
/** 1980-01-01 00:00, the zero of zip: equal data must give equal bytes. */
const FIXED_DATE = 0x0021;
const LANGUAGE_FLAG = 0x0800;
const DEFLATED = 8;
const VERSION = 20;

/**
 * Compresses a part piece by piece. Each piece ends on a byte border (Z_SYNC_FLUSH), so the pieces joined are one valid
 * deflate stream and the whole text never has to be in memory.
 */
export function compressPart(name: string, pieces: Iterable<string>): ZipPart {
  const compressed: Uint8Array[] = [];
  let crc = 0;
  let size = 0;
  for (const piece of pieces) {
    const bytes = Buffer.from(piece, 'utf8');
    crc = crc32(bytes, crc);
    size += bytes.length;
    compressed.push(deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }));
  }
  compressed.push(deflateRawSync(Buffer.alloc(0)));
  return { name, crc, size, compressed, compressedSize: compressed.reduce((sum, piece) => sum + piece.length, 0) };
}

function commonFields(part: ZipPart): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(LANGUAGE_FLAG, 2);
  fields.writeUInt16LE(DEFLATED, 4);
  fields.writeUInt16LE(FIXED_DATE, 8);
  fields.writeUInt32LE(part.crc, 10);
  fields.writeUInt32LE(part.compressedSize, 14);
  fields.writeUInt32LE(part.size, 18);
  fields.writeUInt16LE(Buffer.byteLength(part.name), 22);
  return fields;
}

function centralEntry(part: ZipPart, offset: number): Buffer {
  const head = Buffer.from([0x50, 0x4b, 0x01, 0x02, VERSION, 0]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([head, commonFields(part), rest, Buffer.from(part.name)]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** The zip file of these parts, in this order; the same parts always give the same bytes. */
export function zipParts(parts: readonly ZipPart[]): Uint8Array {
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  let centralSize = 0;
  for (const part of parts) {
    const entry = centralEntry(part, offset);
    const head = Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), commonFields(part), Buffer.from(part.name)]);
    local.push(head, ...part.compressed);
    central.push(entry);
    offset += head.length + part.compressedSize;
    centralSize += entry.length;
    if (offset > LIMIT || part.size > LIMIT) throw new RangeError('package larger than 4 GB');
  }
  return Buffer.concat([...local, ...central, endRecord(parts.length, centralSize, offset)]);
}
