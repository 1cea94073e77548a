import { matchKey } from '#shared/domain/text.ts';

/** Header texts longer than this are sentences. */
export const MAX_HEADER = 60;

/**
 * A header as it is compared: match key without ornaments (※ ● ：), a leading number (①, 1.), 必須, separators and the words that
 * forms drop or add: 電話・FAX = 電話／FAX, 団体の名称 = 団体等名称 = 団体名称, 公開欄 = 公開, 代表者に関する事項 = 代表者.
 */
export function headerKey(text: string): string {
  return matchKey(text.slice(0, MAX_HEADER * 2))
    .replace(/[※*★☆●■□◆◇▼▽:;"'|]/g, '')
    .replace(/\((?:必須|任意|注|半角|全角|半角英数字?|全角カタカナ|カタカナ|西暦|和暦|複数可|複数選択可)\d*\)/g, '')
    .replace(/^\(?\d{1,2}[).](?=[^\d])/, '')
    .replace(/[/・,]/g, '')
    .replace(/(?<=.)(?:(?:に関する|について)(?:事項|こと|情報|項目)?|情報)$/, '')
    .replace(/(?<=.)[のを](?=.)|(?<=団体|事務所)等(?=.)/g, '')
    .replace(/(?<=..)(?:記入)?[欄等]$/, '');
}

/** A header key without what stands in brackets; '' when nothing else is left. */
export function withoutBrackets(key: string): string {
  return key.replace(/\([^()]*\)/g, '');
}

/** What stands in brackets, without them. */
export function bracketParts(key: string): readonly string[] {
  return [...key.matchAll(/\(([^()]+)\)/g)].map((match) => match[1] ?? '').filter((part) => part !== '');
}
