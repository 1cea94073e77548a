import { cleanText, foldWidth } from './text.ts';

/** Seven digits, or why there are none with the text as it was. `rest`: what followed the code in the cell (an address). */
export type ParsedPostal =
  | { readonly value: string; readonly note?: 'zero-restored'; readonly rest?: string }
  | { readonly error: 'too-short' | 'too-long' | 'not-a-number'; readonly value: string };

const MAX_LENGTH = 300;

/**
 * Reads a postal code: '〒752-4511', '７５０－１５７６', 7504152; restores a leading zero that Excel dropped and says so.
 * Source: domain.md 6 no. 21.
 */
export function parsePostal(text: string): ParsedPostal {
  const cleaned = cleanText(text);
  if (cleaned.length > MAX_LENGTH) return { error: 'too-long', value: cleaned };
  const folded = foldWidth(cleaned).replace(/^(\d+)\.0+$/, '$1');
  const body = folded.replace(/^\(?(?:郵便番号|〒|T(?=\d))?[\s:)]*/, '');
  const [, head, tail, rest] = /^(\d ?\d ?\d)(?:[\s.-]{0,3}(\d ?\d ?\d ?\d))\)?(?!\d)([\s\S]*)$/.exec(body) ?? [];
  if (head !== undefined && tail !== undefined) {
    const value = `${head}${tail}`.replaceAll(' ', '');
    const following = (rest ?? '').trim();
    return following === '' ? { value } : { value, rest: following };
  }
  const digits = body.replace(/[\s.-]/g, '');
  if (!/^\d+$/.test(digits)) return { error: 'not-a-number', value: cleaned };
  if (digits.length === 6 && digits === body) return { value: `0${digits}`, note: 'zero-restored' };
  return { error: digits.length < 7 ? 'too-short' : 'too-long', value: cleaned };
}

/** '750-1576' of seven digits; another text stays as it is. */
export function formatPostal(postal: string): string {
  return /^\d{7}$/.test(postal) ? `${postal.slice(0, 3)}-${postal.slice(3)}` : postal;
}
