import { activityFields } from '#shared/domain/activity-fields.ts';
import { municipalities } from '#shared/domain/municipalities.ts';
import type { OrganizationRecord } from '#shared/domain/organization/fields.ts';
import { organizationTypes } from '#shared/domain/organization-type.ts';

const places = [
  ['長府', 'チョウフ'],
  ['小月', 'オヅキ'],
  ['湯田', 'ユダ'],
  ['大内', 'オオウチ'],
  ['仁保', 'ニホ'],
  ['阿知須', 'アジス'],
  ['須佐', 'スサ'],
  ['新山口', 'シンヤマグチ'],
  ['三隅', 'ミスミ'],
  ['徳山', 'トクヤマ'],
  ['鹿野', 'カノ'],
] as const;
const works = [
  ['まちづくり協議会', 'マチヅクリキョウギカイ'],
  ['子ども食堂', 'コドモショクドウ'],
  ['森を守る会', 'モリヲマモルカイ'],
  ['読み聞かせの会', 'ヨミキカセノカイ'],
  ['手話サークル', 'シュワサークル'],
  ['太鼓保存会', 'タイコホゾンカイ'],
  ['防災士の会', 'ボウサイシノカイ'],
  ['国際交流ひろば', 'コクサイコウリュウヒロバ'],
  ['日本語教室', 'ニホンゴキョウシツ'],
] as const;
const families = [
  ['松永', 'マツナガ'],
  ['藤井', 'フジイ'],
  ['河村', 'カワムラ'],
  ['原田', 'ハラダ'],
  ['中村', 'ナカムラ'],
  ['西村', 'ニシムラ'],
  ['田中', 'タナカ'],
] as const;
const givens = [
  ['さくら', 'サクラ'],
  ['花子', 'ハナコ'],
  ['一郎', 'イチロウ'],
  ['健', 'ケン'],
  ['美咲', 'ミサキ'],
] as const;

/** The invented group number `index` (0, 1, …): the same every time, in no order that a sort could profit from. */
export function invented(index: number): OrganizationRecord {
  const dice = diceOf(index);
  const place = dice(places);
  const work = dice(works);
  const number = String(index + 1).padStart(6, '0');
  const leader = person(dice);
  const contact = person(dice);
  return {
    ...contacts(index, dice),
    regNo: `架${number}`,
    name: `${place[0]}${work[0]}第${index + 1}`,
    nameKana: `${place[1]}${work[1]}ダイ${index + 1}`,
    orgType: dice(organizationTypes),
    fields: [...new Set([dice(activityFields).label, dice(activityFields).label])],
    city: dice(municipalities).name,
    members: dice(20) === 0 ? null : 3 + dice(200),
    membersCitizen: dice(3) === 0 ? null : dice(60),
    established: dice(10) === 0 ? null : day(dice, 1980, 40),
    registered: day(dice, 2010, 15),
    validUntil: dice(30) === 0 ? null : `${2024 + dice(5)}-03-31`,
    repName: leader[0],
    repKana: leader[1],
    contactName: contact[0],
    contactKana: contact[1],
    postal: `75${String(dice(100_000)).padStart(5, '0')}`,
    address: `${place[0]}町${1 + dice(9)}丁目${1 + dice(30)}番${1 + dice(40)}号`,
    url: dice(4) === 0 ? `https://group${index + 1}.example.jp/` : null,
    corporateNumber: null,
    purpose: `${place[0]}地区で${work[0]}の活動を続け、世代をこえたつながりをつくる。`,
    activity: dice(2) === 0 ? `月に${1 + dice(4)}回の例会、年に1回の発表会、${place[0]}の清掃と見守り。` : null,
    area: `${place[0]}地区`,
    note: dice(8) === 0 ? `窓口メモ ${dice(1000)}` : null,
  };
}

type Contacts = Pick<
  OrganizationRecord,
  'phone' | 'phonePublic' | 'mobile' | 'mobilePublic' | 'fax' | 'faxPublic' | 'email' | 'emailPublic' | 'addressPublic'
> &
  Pick<OrganizationRecord, 'repNamePublic' | 'contactNamePublic'>;

function contacts(index: number, dice: Dice): Contacts {
  const flag = (): boolean | null => [true, false, null][dice(3)] ?? null;
  return {
    phone: `083-200-0${String(dice(1000)).padStart(3, '0')}`,
    phonePublic: flag(),
    mobile: null,
    mobilePublic: null,
    fax: dice(3) === 0 ? `083-200-0${String(dice(1000)).padStart(3, '0')}` : null,
    faxPublic: flag(),
    email: `group${index + 1}@example.jp`,
    emailPublic: flag(),
    addressPublic: flag(),
    repNamePublic: flag(),
    contactNamePublic: flag(),
  };
}

type Dice = { (sides: number): number; <T>(choices: readonly T[]): T };

function person(dice: Dice): readonly [string, string] {
  const family = dice(families);
  const given = dice(givens);
  return [`${family[0]} ${given[0]}`, `${family[1]} ${given[1]}`];
}

function day(dice: Dice, firstYear: number, years: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${firstYear + dice(years)}-${two(1 + dice(12))}-${two(1 + dice(28))}`;
}

/** Throws that depend on the seed alone (mulberry32). */
function diceOf(seed: number): Dice {
  let state = (seed + 1) * 0x9e3779b1;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const throwOnce = (what: number | readonly unknown[]): unknown =>
    typeof what === 'number' ? Math.floor(next() * what) : what[Math.floor(next() * what.length)];
  return throwOnce as Dice; // boundary: one function with two call shapes
}
