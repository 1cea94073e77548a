import { builtInFormat, createFormatCache, type NumberFormat } from './number-format.ts';
import { XmlCursor } from './xml-cursor.ts';

/** The number format of each cell style (the `s` of a cell). Those of conditional formatting reuse ids and stand elsewhere. */
export function readNumberFormats(bytes: Uint8Array, part: string): readonly NumberFormat[] {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  const cursor = new XmlCursor(bytes, part);
  while (cursor.nextChild(0)) {
    const inStyles = cursor.inside;
    while (cursor.nextOwnChild(inStyles)) {
      const { name } = cursor;
      if (name !== 'numFmts' && name !== 'cellXfs') continue;
      const inList = cursor.inside;
      while (cursor.nextOwnChild(inList)) {
        const id = Number(cursor.attribute('numFmtId') ?? '0');
        if (name === 'numFmts') codes.set(id, cursor.attribute('formatCode') ?? '');
        else ids.push(id);
      }
    }
  }
  const formatOf = createFormatCache();
  return ids.map((id) => {
    const code = codes.get(id);
    return code === undefined ? builtInFormat(id) : formatOf(code);
  });
}
