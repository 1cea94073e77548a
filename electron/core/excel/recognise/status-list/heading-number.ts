import { foldCompatibility } from '#shared/domain/normalize.ts';
import { type HeadingNumber, parseHeadingNumber } from '#shared/domain/numbering.ts';
import { cleanText } from '#shared/domain/text.ts';

const numbered = /^([0-9０-９]{1,3})([.．、:：]?[ \u3000\n]{1,4}|[.．、])(\S.*)$/su;
/** Really an amount or a date: 3 つの柱, 2 年度目, 10 %. */
const amount = /^(?:年|月|日(?!常|本)|つ|個|回(?!覧)|か所|箇所|カ所|ヶ所|割|倍|%|％|円|千円|億|歳|週|階)/u;

/**
 * The number in front of a heading or item of a list. In a list a number with a gap behind it is one even when the name begins with
 * a word that counts elsewhere: 「30　人材の育成」「7 市民活動の支援」.
 */
export function readHeadingNumber(text: string): HeadingNumber | null {
  const known = parseHeadingNumber(text);
  if (known !== null) return known;
  const [, numberRaw, gap, name] = numbered.exec(cleanText(text)) ?? [];
  if (numberRaw === undefined || gap === undefined || name === undefined || amount.test(name)) return null;
  const key = foldCompatibility(numberRaw);
  return { numberRaw, gap, name, style: 'digit', value: Number(key), key };
}
