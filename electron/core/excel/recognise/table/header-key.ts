import { matchKey } from '#shared/domain/text.ts';

/** Header texts longer than this are sentences. */
export const MAX_HEADER = 60;

/** A header as it is compared: match key without ornaments (※ ● ：), a leading number (①, 1.) and 必須. */
export function headerKey(text: string): string {
  return matchKey(text.slice(0, MAX_HEADER * 2))
    .replace(/[※*★☆●■□◆◇▼▽:;"'|]/g, '')
    .replace(/\((?:必須|任意|注|半角|全角|半角英数字?|全角カタカナ|カタカナ|西暦|和暦|複数可|複数選択可)\d*\)/g, '')
    .replace(/^\(?\d{1,2}[).](?=[^\d])/, '');
}

/** A header key without what stands in brackets; '' when nothing else is left. */
export function withoutBrackets(key: string): string {
  return key.replace(/\([^()]*\)/g, '');
}

/** What stands in brackets, without them. */
export function bracketParts(key: string): readonly string[] {
  return [...key.matchAll(/\(([^()]+)\)/g)].map((match) => match[1] ?? '').filter((part) => part !== '');
}
