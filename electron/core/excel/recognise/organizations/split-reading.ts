import type { OrganizationFieldKey } from '#shared/domain/organization/fields.ts';
import { foldWidth } from '#shared/domain/text.ts';

export type NamedReading = { readonly name: string; readonly reading: string };

/** Fields whose cells may hold a reading as well → the field of the reading. */
export const readingFields: Partial<Record<OrganizationFieldKey, OrganizationFieldKey>> = {
  name: 'nameKana',
  repName: 'repKana',
  contactName: 'contactKana',
};

const LONGEST = 200;
const readingWord = /ﾌﾘｶﾞﾅ|フリガナ|ふりがな|カナ|かな|よみ|読み/;

/** Whether the cells of a column hold a name and its reading: the header says so, or nearly every cell shows it. */
export function holdsReadings(field: OrganizationFieldKey, header: string, samples: readonly string[]): boolean {
  if (readingFields[field] === undefined) return false;
  const split = samples.filter((text) => splitReading(text) !== null);
  // 子育てサークル（ひまわり） in some rows is a name.
  return (
    split.length > 0 && (readingWord.test(header) || (samples.length >= 5 && split.length >= samples.length * 0.8))
  );
}

/** 豊田音楽隊 and トヨタオンガクタイ of a cell that holds both, over two lines or one in brackets; null for another cell. */
export function splitReading(text: string): NamedReading | null {
  if (text.length > LONGEST) return null;
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first, second] = lines;
  if (first !== undefined && second !== undefined && lines.length === 2) return fromTwo(first, second);
  const [, name, reading] = /^([^\n]+?)\s*[（(［[]([^（）()［］[\]\n]+)[）)］\]]$/.exec(text.trim()) ?? [];
  return name === undefined || reading === undefined || kanaShare(reading) < 0.9 ? null : { name, reading };
}

function fromTwo(first: string, second: string): NamedReading | null {
  const [a, b] = [bare(first), bare(second)];
  if (Math.max(kanaShare(a), kanaShare(b)) < 0.9) return null;
  // ふくふく清掃ボランティア over （フクフクセイソウボランティア）: brackets tell, then the share of kana.
  const isFirst =
    a !== first && b === second
      ? kanaShare(a) >= 0.9
      : b !== second && a === first
        ? kanaShare(b) < 0.9
        : kanaShare(a) >= kanaShare(b);
  return isFirst ? { name: second, reading: a } : { name: first, reading: b };
}

function bare(line: string): string {
  return line.replace(/^[（(［[](.*)[）)］\]]$/, '$1').trim();
}

/** Share of kana among the letters, 0 without any. */
function kanaShare(text: string): number {
  const letters = foldWidth(text).replace(/[\s・\-.,、。&'!?0-9a-zA-Z()]/g, '');
  return letters === '' ? 0 : letters.replace(/[^\u3041-\u30FE]/g, '').length / letters.length;
}
