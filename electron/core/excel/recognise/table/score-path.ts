import { bracketParts, withoutBrackets } from './header-key.ts';
import type { HeaderNames } from './header-names.ts';

/** What stands right of a reading belongs to something else. */
const reading = /カナ|かな|フリガナ|ふりがな|よみ|読み/;
/** Children that say nothing beside their parent: 団体の名称>漢字. */
const plainChildren: ReadonlySet<string> = new Set(['漢字', '(漢字)', '表記', '正式', '正式名称', '内容']);

/** How well the header keys of a column, and of the column left of it, name each field; only fields above 0 are in the map. */
export function scorePath(path: readonly string[], left: readonly string[], names: HeaderNames): Map<string, number> {
  const scores = new Map<string, number>();
  const raise = (field: string, score: number): void => {
    if (score > (scores.get(field) ?? 0)) scores.set(field, score);
  };
  for (const [key, weight] of candidates(path, left)) {
    for (const [field, sure] of names.named(key) ?? []) raise(field, weight * sure);
  }
  const child = names.named(path.at(-1) ?? '') ?? names.named(withoutBrackets(path.at(-1) ?? ''));
  // Several columns below one parent: whatever they are called, they are that field's; less surely when it is a name of another.
  const parents = path.length > 1 ? names.named(path[0] ?? '') : undefined;
  for (const field of parents?.keys() ?? []) {
    const isFree = child === undefined || child.has(field);
    if (names.many.has(field)) raise(field, isFree ? 0.88 : 0.7);
  }
  const whole = path.join('');
  // A header that is a whole name of one field (会員数) is no part of another's (市内会員数).
  if (!isWholeName(child) && !isWholeName(names.named(whole))) {
    const alone = path.length === 1 ? 1 : 0.9;
    for (const [field, score] of names.partial(withoutBrackets(path.at(-1) ?? ''))) raise(field, score * alone);
    if (path.length > 1) for (const [field, score] of names.partial(whole)) raise(field, score * 0.9);
  }
  for (const [field, never] of names.never) if (never.test(whole)) scores.delete(field);
  return scores;
}

const WHOLE = 0.9;

function isWholeName(fields: ReadonlyMap<string, number> | undefined): boolean {
  return fields !== undefined && [...fields.values()].some((sure) => sure >= WHOLE);
}

/** Keys a header may be known under, with how sure each makes it. */
function candidates(path: readonly string[], left: readonly string[]): readonly (readonly [string, number])[] {
  const last = path.at(-1) ?? '';
  const first = path[0] ?? '';
  const bare = withoutBrackets(last);
  const lonely = path.length === 1;
  const said = lonely ? path : path.filter((key, level) => level === 0 || !plainChildren.has(key));
  const result: [string, number][] = [
    ...(said.length < path.length ? [...candidates(said, left)] : []).map(([key, sure]): [string, number] => [
      key,
      sure * 0.97,
    ]),
    [path.join('>'), 1],
    [path.join(''), 1],
    [path.map(withoutBrackets).join('>'), 0.95],
    [path.map(withoutBrackets).join(''), 0.95],
    [last, lonely ? 1 : 0.85],
    [bare, lonely ? 0.93 : 0.8],
    // A merged header over two rows that nobody split: only its parent is known.
    [first, lonely ? 1 : 0.5],
    ...bracketParts(last).map((part): [string, number] => [part, 0.7]),
  ];
  if (path.length > 2) {
    // 団体>名称>漢字: one of the words says nothing.
    for (const skipped of path.keys()) {
      const rest = path.filter((_, index) => index !== skipped);
      const weight = skipped === 0 ? 0.95 : 0.92; // the outermost word says least
      result.push([rest.join('>'), weight], [rest.join(''), weight]);
    }
    result.push([path.at(-2) ?? '', 0.75]);
  }
  const leftLast = left.at(-1);
  if (leftLast !== undefined && leftLast !== '' && !reading.test(leftLast)) {
    // フリガナ right of 代表者 is the reading of that name, 公開 right of 電話番号 its flag.
    for (const neighbour of [left.join(''), leftLast, withoutBrackets(leftLast)])
      result.push([`${neighbour}>${last}`, lonely ? 1.05 : 0.94]);
    // 電話番号 | 公開 over 可 | 不可.
    if (!lonely) result.push([`${leftLast}>${path.join('')}`, 1]);
  }
  return result.filter(([key]) => key !== '');
}
