import { AppError } from '#shared/rpc/app-error.ts';

const END_OF_CHAIN = 0xfffffffe;
const HEADER_FAT_SLOTS = 109;

/**
 * Names of the streams and storages in an OLE2 container ([MS-CFB] 2.2 to 2.6): enough to tell an .xls from an encrypted
 * workbook or a Word file. Every chain is bounded by the number of sectors, so a looped or cut chain is an error, not a hang.
 */
export function listOle2Streams(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const sectorSize = 2 ** view.getUint16(30, true);
    if (sectorSize !== 512 && sectorSize !== 4096) throw new RangeError('sector size');
    const fat = readFat(view, sectorSize);
    const names: string[] = [];
    for (const sector of chain(fat, view.getUint32(48, true))) {
      for (let at = offsetOf(sector, sectorSize); at < offsetOf(sector + 1, sectorSize); at += 128) {
        const length = view.getUint16(at + 64, true);
        if (length >= 2 && length <= 64) names.push(decodeName(bytes.subarray(at, at + length - 2)));
      }
    }
    return names;
  } catch (error) {
    // DataView throws RangeError when an offset lies behind the end of the file.
    throw new AppError('WORKBOOK_TRUNCATED', {}, { cause: error });
  }
}

function offsetOf(sector: number, sectorSize: number): number {
  return (sector + 1) * sectorSize;
}

function readFat(view: DataView, sectorSize: number): (sector: number) => number {
  const fatSectors: number[] = [];
  for (let slot = 0; slot < HEADER_FAT_SLOTS; slot += 1) fatSectors.push(view.getUint32(76 + slot * 4, true));
  let difat = view.getUint32(68, true);
  const slots = sectorSize / 4 - 1;
  for (let steps = view.byteLength / sectorSize; difat < END_OF_CHAIN - 1 && steps > 0; steps -= 1) {
    const at = offsetOf(difat, sectorSize);
    for (let slot = 0; slot < slots; slot += 1) fatSectors.push(view.getUint32(at + slot * 4, true));
    difat = view.getUint32(at + slots * 4, true);
  }
  return (sector) => {
    const home = fatSectors[Math.floor((sector * 4) / sectorSize)];
    if (home === undefined) throw new RangeError('sector');
    return view.getUint32(offsetOf(home, sectorSize) + ((sector * 4) % sectorSize), true);
  };
}

function* chain(next: (sector: number) => number, first: number): Generator<number> {
  const seen = new Set<number>();
  for (let sector = first; sector !== END_OF_CHAIN; sector = next(sector)) {
    if (seen.has(sector)) throw new RangeError('loop');
    seen.add(sector);
    yield sector;
  }
}

function decodeName(bytes: Uint8Array): string {
  return new TextDecoder('utf-16le').decode(bytes);
}
