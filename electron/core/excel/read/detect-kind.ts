import { decodeText } from './decode-text.ts';

/** What the first bytes say a file is; the extension is never asked. */
export type FileKind =
  | { readonly kind: 'zip' }
  | { readonly kind: 'ole2' }
  | { readonly kind: 'text'; readonly text: string; readonly encoding: string }
  /** `name` is what a user calls such a file. */
  | { readonly kind: 'other'; readonly name: string };

const signatures: readonly (readonly [string, string])[] = [
  ['%PDF', 'PDF'],
  ['\x89PNG', '画像(PNG)'],
  ['\xff\xd8\xff', '画像(JPEG)'],
  ['GIF8', '画像(GIF)'],
  ['BM', '画像(BMP)'],
  ['II*\0', '画像(TIFF)'],
  ['MM\0*', '画像(TIFF)'],
  ['{\\rtf', 'リッチテキスト文書'],
  ['SQLite format 3\0', '台帳またはデータベース'],
  ['7z\xbc\xaf', '圧縮ファイル(7z)'],
  ['Rar!', '圧縮ファイル(RAR)'],
  ['\x1f\x8b', '圧縮ファイル(gzip)'],
  ['MZ', 'プログラム'],
];

export const UNKNOWN_KIND = '表ではないファイル';

/** Control characters that no table saved as text has; Ctrl-Z at the end is an old habit of DOS programs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const binaryCharacters = /[\0-\x08\x0e-\x19\x1b-\x1f]/;

export function detectKind(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 512)).toString('latin1');
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return { kind: 'zip' };
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { kind: 'ole2' };
  const name = signatures.find(([magic]) => head.startsWith(magic) && !isShortText(magic, head))?.[1];
  if (name !== undefined) return { kind: 'other', name };
  const markup = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|table|meta|\?xml)/i.exec(head);
  if (markup !== null) return { kind: 'other', name: 'ウェブページ(HTML)またはXML' };
  const isUtf16 = head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff');
  if (!isUtf16 && binaryCharacters.test(head)) return { kind: 'other', name: UNKNOWN_KIND };
  const decoded = decodeText(bytes);
  if (binaryCharacters.test(decoded.text)) return { kind: 'other', name: UNKNOWN_KIND };
  return { kind: 'text', ...decoded };
}

/** 'BM' and 'MZ' also begin ordinary words: such a file is an image or a program only if binary bytes follow. */
function isShortText(magic: string, head: string): boolean {
  return magic.length === 2 && !binaryCharacters.test(head.replace('\x1a', ''));
}
