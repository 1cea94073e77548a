import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * A zip file that can be changed in one entry while every other byte stays. Entries are copied as they lie in the file:
 * compressed data, order, dates, extra fields. Zip64, encryption and several disks do not occur in workbooks: refused.
 */
export type ZipEntry = {
  readonly name: string;
  /** Local header, data and what follows up to the next entry. */
  readonly start: number;
  readonly end: number;
  readonly method: number;
  readonly flags: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Place of the entry's record in the central directory. */
  readonly record: number;
};

export type ZipArchive = { readonly bytes: Buffer; readonly entries: readonly ZipEntry[]; readonly end: number };

const LOCAL = 0x0403_4b50;
const CENTRAL = 0x0201_4b50;
const END = 0x0605_4b50;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 0x0001;
/** Sizes after the data, and the deflate level: both are void once the entry is written anew. */
const REWRITTEN_FLAGS = 0x0008 | 0x0006;
/** No part of a form is anywhere near this; a bomb is. */
const MAX_PART = 256 * 1024 * 1024;

export class ZipError extends Error {}

function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  throw new ZipError('no end record');
}

type Listed = Omit<ZipEntry, 'end'>;

function readRecord(bytes: Buffer, record: number): Listed {
  if (bytes.readUInt32LE(record) !== CENTRAL) throw new ZipError('bad directory');
  const nameLength = bytes.readUInt16LE(record + 28);
  const entry = {
    name: bytes.toString('utf8', record + 46, record + 46 + nameLength),
    start: bytes.readUInt32LE(record + 42),
    method: bytes.readUInt16LE(record + 10),
    flags: bytes.readUInt16LE(record + 8),
    compressedSize: bytes.readUInt32LE(record + 20),
    size: bytes.readUInt32LE(record + 24),
    record,
  };
  if (entry.start === 0xffff_ffff || bytes.readUInt32LE(entry.start) !== LOCAL) throw new ZipError('bad entry');
  return entry;
}

function recordLength(bytes: Buffer, record: number): number {
  return 46 + bytes.readUInt16LE(record + 28) + bytes.readUInt16LE(record + 30) + bytes.readUInt16LE(record + 32);
}

/** Lists a zip file. Throws ZipError or RangeError when it is damaged or of a kind that workbooks never are. */
export function readZip(file: Uint8Array): ZipArchive {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const end = findEnd(bytes);
  const directory = bytes.readUInt32LE(end + 16);
  const listed: Listed[] = [];
  let record = directory;
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    listed.push(readRecord(bytes, record));
    record += recordLength(bytes, record);
  }
  const starts = [...listed.map((entry) => entry.start), directory].toSorted((a, b) => a - b);
  const entries = listed.map((entry) => ({ ...entry, end: starts[starts.indexOf(entry.start) + 1] ?? directory }));
  return { bytes, entries, end };
}

function dataStart(bytes: Buffer, entry: ZipEntry): number {
  return entry.start + 30 + bytes.readUInt16LE(entry.start + 26) + bytes.readUInt16LE(entry.start + 28);
}

/** The content of an entry. */
export function partBytes({ bytes }: ZipArchive, entry: ZipEntry): Buffer {
  if ((entry.flags & ENCRYPTED) !== 0 || entry.size > MAX_PART) throw new ZipError('unreadable entry');
  const from = dataStart(bytes, entry);
  const data = bytes.subarray(from, from + entry.compressedSize);
  if (entry.method === STORED) return data;
  if (entry.method !== DEFLATED) throw new ZipError('unknown compression');
  return inflateRawSync(data, { maxOutputLength: MAX_PART });
}

function rewrittenEntry(bytes: Buffer, entry: ZipEntry, content: Uint8Array): { local: Buffer; sizes: Buffer } {
  const data = deflateRawSync(content);
  const head = Buffer.from(bytes.subarray(entry.start, dataStart(bytes, entry)));
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(crc32(content), 0);
  sizes.writeUInt32LE(data.length, 4);
  sizes.writeUInt32LE(content.length, 8);
  head.writeUInt16LE(entry.flags & ~REWRITTEN_FLAGS, 6);
  head.writeUInt16LE(DEFLATED, 8);
  sizes.copy(head, 14);
  return { local: Buffer.concat([head, data]), sizes };
}

/** The same zip file with other content for the named entries; all other entries byte for byte as they were. */
export function replaceParts(archive: ZipArchive, contents: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const { bytes, entries, end } = archive;
  const directoryStart = bytes.readUInt32LE(end + 16);
  const directory = Buffer.from(bytes.subarray(directoryStart, end));
  const pieces: Buffer[] = [];
  let offset = 0;
  for (const entry of entries.toSorted((a, b) => a.start - b.start)) {
    const content = contents.get(entry.name);
    const at = entry.record - directoryStart;
    let local = bytes.subarray(entry.start, entry.end);
    if (content !== undefined) {
      const rewritten = rewrittenEntry(bytes, entry, content);
      local = rewritten.local;
      directory.writeUInt16LE(entry.flags & ~REWRITTEN_FLAGS, at + 8);
      directory.writeUInt16LE(DEFLATED, at + 10);
      rewritten.sizes.copy(directory, at + 16);
    }
    directory.writeUInt32LE(offset, at + 42);
    pieces.push(local);
    offset += local.length;
  }
  const tail = Buffer.from(bytes.subarray(end));
  tail.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, directory, tail]);
}
