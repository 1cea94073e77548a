import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { foldCompatibility } from './normalize.ts';
import { cleanText } from './text.ts';

type PhoneError = 'too-short' | 'too-long' | 'not-a-number';

/** A read number with Japan's hyphens, or why it is none with the text as it was. `rest`: further numbers, 内線, words. */
export type ParsedPhone =
  | { readonly value: string; readonly note?: 'zero-restored'; readonly rest?: readonly string[] }
  | { readonly error: PhoneError; readonly value: string };

const MAX_LENGTH = 300;
const extension = /\(?(?:内線|内|EXT\.?|#) ?:? ?(\d{1,6})(?:番)?\)?/gi;
const separators = /[,、;|\n/・~〜]|または|又は|もしくは|及び/;
const labels =
  /^(?:代表?|代表番号|直通?|TEL|電話番?号?|携帯(?:電話)?|固定(?:電話)?|自宅|事務[局所]|事務局内|勤務先|FAX兼用|兼FAX|FAX兼|T)$/i;

/**
 * Reads the telephone number of a cell and hyphenates it by Japan's area codes: '０８３２２６４０４０' gives '083-226-4040'.
 * Accepts any width and separator, 083(226)4040, (代), TEL, +81; restores a leading zero that Excel dropped and says so.
 * Of several numbers the first is `value`, the others and extensions are `rest`. Source: domain.md 6 no. 20.
 */
export function parsePhone(text: string): ParsedPhone {
  const cleaned = cleanText(text);
  if (cleaned.length > MAX_LENGTH) return { error: 'too-long', value: cleaned };
  const rest: string[] = [];
  const folded = foldCompatibility(cleaned).replace(/^(\d+)\.0+$/, '$1');
  if (/^\d(?:\.\d+)?e\+?\d+$/i.test(folded)) return { error: 'not-a-number', value: cleaned };
  const body = folded.replace(extension, (_match, digits: string) => {
    rest.push(`内線${digits}`);
    return ' ';
  });
  const pieces = phonePieces(body).map(readPiece);
  const found = pieces.find((piece) => 'number' in piece);
  if (found === undefined) return { error: worstError(pieces), value: cleaned };
  const others = pieces.filter((piece) => piece !== found).map(restText);
  const leftovers = [...found.words, ...others, ...rest].filter((part) => part !== '');
  return {
    value: found.number,
    ...(found.zeroRestored ? { note: 'zero-restored' as const } : {}),
    ...(leftovers.length > 0 ? { rest: leftovers } : {}),
  };
}

type ReadPiece = { readonly number: string; readonly zeroRestored: boolean; readonly words: readonly string[] };
type UnreadPiece = { readonly error: PhoneError; readonly text: string };
type Piece = ReadPiece | UnreadPiece;

/** A number of the wrong length says more than a word that is none. */
function worstError(pieces: readonly Piece[]): PhoneError {
  const errors = pieces.flatMap((piece) => ('error' in piece ? [piece.error] : []));
  return errors.find((error) => error !== 'not-a-number') ?? 'not-a-number';
}

/** A further number with its words (FAX 083-…), or the text that is none; a mere label such as 自宅 is dropped. */
function restText(piece: Piece): string {
  if ('number' in piece) return [...piece.words, piece.number].join(' ');
  return labels.test(piece.text) ? '' : piece.text;
}

/** One number however it is separated (083/226/4040), else the pieces of several. */
function phonePieces(body: string): readonly string[] {
  if (/^0/.test(digitsOf(body)) && lengthError(digitsOf(body)) === null) return [body];
  return body
    .split(separators)
    .flatMap((piece) => (digitsOf(piece).length > 11 ? piece.split(/ (?=\(?0)|(?<=[\d)])(?=\(0)/) : [piece]))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

function readPiece(piece: string): Piece {
  const words = piece
    .split(/[^\p{L}]+/u)
    // ー between digits is a hyphen that was typed with the kana key.
    .filter((word) => !/^ー*$/.test(word) && !labels.test(word));
  const digits = digitsOf(piece);
  if (digits === '') return { error: 'not-a-number', text: piece };
  const zeroRestored = !digits.startsWith('0');
  const complete = zeroRestored ? `0${digits}` : digits;
  const error = lengthError(complete);
  return error === null ? { number: hyphenate(complete, piece), zeroRestored, words } : { error, text: piece };
}

/** Digits of a piece as dialled in Japan: +81 83… and +81(0)83… become 083…. */
function digitsOf(piece: string): string {
  const abroad = /\+\s?81([\s\S]*)$/.exec(piece)?.[1];
  if (abroad === undefined) return piece.replace(/\D/g, '');
  return `0${abroad.replace(/\D/g, '').replace(/^0/, '')}`;
}

function lengthError(digits: string): PhoneError | null {
  const length = /^0(?:20|[5-9]0)/.test(digits) ? 11 : 10;
  if (digits.length === length) return null;
  return digits.length < length ? 'too-short' : 'too-long';
}

/** Groups as typed when they begin with a real area code, else by the numbering plan; digits nobody can group stay together. */
function hyphenate(digits: string, piece: string): string {
  const typed = digits.startsWith('0') && !piece.includes('+') ? (piece.match(/\d+/g) ?? []) : [];
  const asTyped = typed.length === 3 && typed.join('') === digits ? typed.join('-') : undefined;
  const planned = planGroups(digits);
  if (asTyped !== undefined && (planned === null || isAreaGrouping(typed))) return asTyped;
  return planned ?? digits;
}

/** Ends of the groups by length and leading digits, which alone decide them; asking the plan takes 30 µs a number. */
const groupEnds = new Map<string, readonly number[]>();
const MAX_REMEMBERED = 20_000;
const DECIDING_DIGITS = 7;

function planGroups(digits: string): string | null {
  const key = `${digits.length}:${digits.slice(0, DECIDING_DIGITS)}`;
  const ends = groupEnds.get(key) ?? askPlan(digits);
  if (groupEnds.size >= MAX_REMEMBERED) groupEnds.clear();
  groupEnds.set(key, ends);
  if (ends.length === 0) return null;
  return [...ends, digits.length].map((end, index) => digits.slice(ends[index - 1] ?? 0, end)).join('-');
}

function askPlan(digits: string): readonly number[] {
  // 010 dials abroad; the library would drop it and group what follows.
  if (digits.startsWith('010')) return [];
  const national = parsePhoneNumberFromString(digits, 'JP')?.formatNational() ?? '';
  if (national.replaceAll('-', '') !== digits) return [];
  return [...national.matchAll(/-/g)].map((hyphen, index) => hyphen.index - index);
}

/** 083-350-6134 and 0833-50-6134 are the same digits and both codes exist; 0832-26-4040 is an area code of the past. */
function isAreaGrouping([area = '', , subscriber = '']: readonly string[]): boolean {
  if (subscriber.length !== 4 || /^0(?:[2-9]0|120|570|180|990|800)/.test(area)) return false;
  return planGroups(area.padEnd(10, '2'))?.startsWith(`${area}-`) ?? false;
}
