import type { Overview } from '#shared/contract/overview.ts';
import { lastDay } from '#shared/domain/calendar.ts';
import { lastSoonDay } from '#shared/domain/registration-end.ts';
import type { Reader } from '../reader.ts';

type Groups = Overview['groups'];

/** How many groups there are, by type and city and by the end of their registration. `today`: ISO day in Japan. */
export function countGroups(reader: Reader, today: string): Groups {
  const soon = lastSoonDay(today);
  const groups: Groups = {
    total: 0,
    byType: countBy(reader, 'org_type'),
    byCity: countBy(reader, 'city'),
    expired: 0,
    expiringSoon: 0,
    withoutValidUntil: 0,
  };
  for (const { name, count } of countBy(reader, 'valid_until')) {
    groups.total += count;
    const end = lastDay(name);
    if (name === '') groups.withoutValidUntil += count;
    else if (end < today) groups.expired += count;
    else if (end <= soon) groups.expiringSoon += count;
  }
  return groups;
}

/** Each column has an index that holds all it takes: no row of the list is read. */
function countBy(reader: Reader, column: 'org_type' | 'city' | 'valid_until'): Groups['byType'] {
  const sql = `SELECT ${column}, count(*) FROM organization_list GROUP BY ${column} ORDER BY 2 DESC, 1`;
  const rows = reader.arrays(sql).map(([name, count]) => ({ name: String(name ?? ''), count: Number(count) }));
  // An empty text and no value are both blank.
  const blank = rows.filter(({ name }) => name === '').reduce((sum, { count }) => sum + count, 0);
  const filled = rows.filter(({ name }) => name !== '');
  return blank === 0 ? filled : [...filled, { name: '', count: blank }].toSorted((a, b) => b.count - a.count);
}
