import { cleanText, matchKey } from './text.ts';

/** Kinds of group a register distinguishes, in the order of forms. Source: domain.md 4.2. */
export const organizationTypes = [
  '任意団体',
  'NPO法人',
  '認定NPO法人',
  '特例認定NPO法人',
  '一般社団法人',
  '一般財団法人',
  '公益社団法人',
  '公益財団法人',
  '社会福祉法人',
  '自治会・まちづくり協議会',
  '企業',
  'その他',
] as const;

export type OrganizationType = (typeof organizationTypes)[number];

const spellings: Readonly<Record<OrganizationType, string>> = {
  任意団体:
    '任意 任意の団体 任意グループ ボランティア団体 ボランティアグループ 市民活動団体 市民団体 法人格なし 法人格無し 法人格のない団体 人格なき社団 人格のない社団 権利能力なき社団 未法人 サークル',
  NPO法人: 'NPO 特定非営利活動法人 特定非営利法人 特非 特定非営利活動法人(NPO法人) NPO法人(特定非営利活動法人) 特活',
  認定NPO法人: '認定NPO 認定特定非営利活動法人 認定特非 認NPO 認定 認定特定非営利活動法人(認定NPO法人)',
  特例認定NPO法人:
    '特例認定NPO 特例認定特定非営利活動法人 特例認定 仮認定NPO法人 仮認定NPO 仮認定特定非営利活動法人 特例認定特非',
  一般社団法人: '一社 一般社団 社団 社団法人',
  一般財団法人: '一財 一般財団 財団 財団法人',
  公益社団法人: '公社 公益社団',
  公益財団法人: '公財 公益財団',
  社会福祉法人: '社福 社会福祉 福祉法人',
  '自治会・まちづくり協議会':
    '自治会 町内会 自治会・町内会 町内会・自治会 自治会等 自治会町内会 まちづくり協議会 まち協 地域づくり協議会 コミュニティ協議会 地縁団体 認可地縁団体 地縁組織 住民自治組織 地域自治組織 地区社協 自治会まちづくり協議会',
  企業: '株式会社 有限会社 合同会社 会社 営利法人 民間企業 事業者 事業所 企業等 ㈱ ㈲ 株 有 法人(営利)',
  その他: '他 その他の団体 その他法人 その他の法人 その他団体',
};

const byKey: ReadonlyMap<string, OrganizationType> = new Map(
  organizationTypes.flatMap((type) =>
    [type, ...spellings[type].split(' ')].map((spelling) => [typeKey(spelling), type]),
  ),
);

function typeKey(text: string): string {
  return matchKey(text).replace(/[・,/]/g, '');
}

/**
 * The kind of group a cell names, in the program's words: 特定非営利活動法人, ＮＰＯ, (特非) and '2:NPO法人' give 'NPO法人'.
 * @returns null for an unknown word; the caller shows it and asks.
 */
export function parseOrganizationType(text: string): OrganizationType | null {
  const key = typeKey(cleanText(text).slice(0, 100)).replace(/^\(?\d{1,2}[:.)]/, '');
  const unwrapped = key.replace(/^\(([^()]*)\)$/, '$1');
  const found = byKey.get(key) ?? byKey.get(unwrapped) ?? byKey.get(key.replace(/\([^()]*\)$/, ''));
  return found ?? null;
}
