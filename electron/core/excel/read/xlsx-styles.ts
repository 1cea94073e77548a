import { builtInNumberKind, type NumberKind, numberKindOf } from './number-format.ts';
import { XmlCursor } from './xml-cursor.ts';

/** What each cell style (the `s` of a cell) makes of a number. */
export function readNumberKinds(bytes: Uint8Array, part: string): readonly NumberKind[] {
  const custom = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let inCellFormats = false;
  const cursor = new XmlCursor(bytes, part);
  for (let event = cursor.next(); event !== 'end'; event = cursor.next()) {
    if (cursor.name === 'cellXfs') inCellFormats = event === 'open' && !cursor.isEmpty;
    // Formats inside dxfs belong to conditional formatting; they reuse ids, and come after the cell formats.
    if (event !== 'open' || cursor.name === 'dxfs') continue;
    if (cursor.name === 'numFmt' && kinds.length === 0) {
      custom.set(Number(cursor.attribute('numFmtId')), numberKindOf(cursor.attribute('formatCode') ?? ''));
    } else if (cursor.name === 'xf' && inCellFormats) {
      const id = Number(cursor.attribute('numFmtId') ?? '0');
      kinds.push(custom.get(id) ?? builtInNumberKind(id));
    }
  }
  return kinds;
}
