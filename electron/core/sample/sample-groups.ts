import type { OrganizationRecord } from '#shared/domain/organization/fields.ts';
import { activityFields } from '#shared/domain/activity-fields.ts';

/** Invented groups for the sample book: no name, address or number in it belongs to anyone. */
const names: readonly (readonly [string, string, string])[] = [
  ['見本川をきれいにする会', 'ミホンガワヲキレイニスルカイ', '任意団体'],
  ['特定非営利活動法人 みほん子ども広場', 'ミホンコドモヒロバ', 'NPO法人'],
  ['見本町まちづくり協議会', 'ミホンチョウマチヅクリキョウギカイ', '自治会・まちづくり協議会'],
  ['朗読サークル こえのわ', 'ロウドクサークル コエノワ', '任意団体'],
  ['一般社団法人 みほん防災ラボ', 'ミホンボウサイラボ', '一般社団法人'],
  ['手話の会 ゆびとも', 'シュワノカイ ユビトモ', '任意団体'],
  ['認定特定非営利活動法人 森と海の見本', 'モリトウミノミホン', '認定NPO法人'],
  ['見本駅前花だんの会', 'ミホンエキマエカダンノカイ', '任意団体'],
  ['おはなし宅配便', 'オハナシタクハイビン', '任意団体'],
  ['特定非営利活動法人 見本介護ささえあい', 'ミホンカイゴササエアイ', 'NPO法人'],
];
const areas = ['東', '西', '南', '北'] as const;
const cities = ['山口市', '下関市', '防府市', '宇部市'] as const;
const people = ['見本 花子', '見本 一郎', '例示 さくら', '例示 健'] as const;
const kana = ['ミホン ハナコ', 'ミホン イチロウ', 'レイジ サクラ', 'レイジ ケン'] as const;

/** Forty groups; `fiscalYear` is the one in which most registrations end. */
export function sampleGroups(fiscalYear: number): Partial<OrganizationRecord>[] {
  return areas.flatMap((area, round) =>
    names.map((entry, index) => sampleGroup({ entry, area, number: round * names.length + index + 1, fiscalYear })),
  );
}

function second(number: number): string {
  return activityFields[(number * 7) % activityFields.length]?.label ?? '';
}

type Part = {
  readonly entry: readonly [string, string, string];
  readonly area: string;
  readonly number: number;
  readonly fiscalYear: number;
};

function sampleGroup({
  entry: [name, nameKana, orgType],
  area,
  number,
  fiscalYear,
}: Part): Partial<OrganizationRecord> {
  const padded = String(number).padStart(4, '0');
  const pick = <T>(list: readonly T[]): T => list[number % list.length] as T; // boundary: the lists are not empty
  const expires = number % 9 === 0 ? fiscalYear : fiscalYear + 1;
  return {
    regNo: `見本${padded}`,
    name: number > names.length ? `${name}(${area})` : name,
    nameKana,
    orgType,
    fields: [...new Set([pick(activityFields).label, ...(number % 3 === 0 ? [second(number)] : [])])],
    city: pick(cities),
    address: `見本町${(number % 8) + 1}丁目${number}番1号`,
    phone: `083-200-${padded}`,
    phonePublic: number % 3 !== 0,
    email: number % 2 === 0 ? `group${number}@example.jp` : null,
    repName: pick(people),
    repKana: pick(kana),
    members: 3 + ((number * 13) % 120),
    membersCitizen: 2 + ((number * 7) % 3),
    established: `${1985 + ((number * 5) % 38)}-${String((number % 12) + 1).padStart(2, '0')}`,
    registered: `${fiscalYear - (number % 6)}-04-${String((number % 27) + 1).padStart(2, '0')}`,
    validUntil: `${expires}-03-31`,
  };
}
