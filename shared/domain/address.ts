import { KANJI_DIGITS, kanjiNumber } from './kanji-number.ts';
import { cleanText, foldWidth, matchKey } from './text.ts';

const blockNumber = new RegExp(`[${KANJI_DIGITS}]{1,6}(?=丁目|番|号)`, 'g');

/** An address as it is stored: one line, cleaned, without a postal code in front; its characters stay as they were typed. */
export function cleanAddress(text: string): string {
  const line = cleanText(text).split(/\s+/).join(' ');
  return line.replace(/^〒? ?[0-9０-９]{3} ?[-－‐−―ー] ?[0-9０-９]{4} ?/, '').trim();
}

/**
 * Key under which spellings of one address meet: '６丁目３番２号', '六丁目3番地の2' and '6-3-2' are the same.
 * 大字 and spaces do not count; a room number after a space stays apart from the block number.
 */
export function addressKey(text: string): string {
  const spaced = foldWidth(cleanAddress(text)).replace(/(\d)\s+(?=\d)/g, '$1-');
  const numbers = matchKey(spaced).replace(blockNumber, (kanji) => String(kanjiNumber(kanji) ?? kanji));
  return numbers
    .replace(/大字/g, '')
    .replace(/(\d)(?:丁目|番地の?|番の|番|号(?![室館棟])|の(?=\d))/g, '$1-')
    .replace(/-{2,}/g, '-')
    .replace(/(\d)-(?!\d)/g, '$1')
    .replace(/(\d)番地/g, '$1');
}
