import { parsePhone } from './phone.ts';
import { foldWidth } from './text.ts';

/** First four digits → the area code that a list writes for them; null when it writes more than one. */
export type AreaUsage = ReadonlyMap<string, string | null>;

const decidingDigits = 4;

/**
 * How a list of telephone numbers hyphenates. 0833825184 is 0833-82-5184 by the numbering plan, but a list that writes
 * 083-386-0352 elsewhere means 083-382-5184. Only numbers typed with their groups count.
 */
export function areaUsageOf(texts: Iterable<string>): AreaUsage {
  const usage = new Map<string, string | null>();
  for (const text of texts) {
    const groups = foldWidth(text).match(/\d+/g) ?? [];
    const phone = groups.length === 3 ? parsePhone(text) : null;
    if (phone === null || !('value' in phone) || 'error' in phone || phone.value !== groups.join('-')) continue;
    const area = groups[0] ?? '';
    const key = groups.join('').slice(0, decidingDigits);
    usage.set(key, usage.has(key) && usage.get(key) !== area ? null : area);
  }
  return usage;
}

/** A hyphenated number in the groups its list uses; as it is where the list shows no other usage. */
export function followUsage(phone: string, usage: AreaUsage): string {
  const digits = phone.replaceAll('-', '');
  const area = usage.get(digits.slice(0, decidingDigits));
  if (area === undefined || area === null || digits.length !== 10 || phone.startsWith(`${area}-`)) return phone;
  return [area, digits.slice(area.length, -4), digits.slice(-4)].join('-');
}
