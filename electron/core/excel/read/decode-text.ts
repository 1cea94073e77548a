import { AppError } from '#shared/rpc/app-error.ts';

export type DecodedText = { readonly text: string; readonly encoding: string };

/**
 * Text of a CSV or TSV file. Order: byte order mark, then strict UTF-8, then Shift_JIS as Windows writes it (①㈱髙﨑Ⅲ and
 * user-defined characters included). Every step is strict: a byte that fits no encoding is an error with its line, since a
 * replacement character would silently damage a name.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decodeWith('utf-16le', bytes), encoding: 'UTF-16LE' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decodeWith('utf-16be', bytes), encoding: 'UTF-16BE' };
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const utf8 = tryDecode('utf-8', bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: hasMark ? 'UTF-8 BOM' : 'UTF-8' };
  return { text: decodeWith(hasMark ? 'utf-8' : 'shift_jis', bytes), encoding: 'Shift_JIS' };
}

function tryDecode(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeWith(label: string, bytes: Uint8Array): string {
  const text = tryDecode(label, bytes);
  if (text !== undefined) return text;
  const upToDamage = new TextDecoder(label).decode(bytes).split('\ufffd', 1)[0] ?? '';
  throw new AppError('TEXT_ENCODING', { line: upToDamage.split('\n').length });
}
