import { cleanText, matchKey } from './text.ts';

/** One of the 20 fields of the NPO law (別表); `short` for narrow columns, `aliases` further spellings of older registers. */
export type ActivityField = {
  readonly code: string;
  readonly label: string;
  readonly short: string;
  readonly aliases: readonly string[];
};

/** Code, label, short label, aliases separated by spaces. */
const rows: readonly (readonly [string, string, string, string])[] = [
  [
    '01',
    '保健、医療又は福祉の増進',
    '保健医療福祉',
    '保健 医療 福祉 健康 保健・福祉 医療・福祉 健康福祉 福祉・健康 保健・医療・福祉 福祉・医療 社会福祉 高齢者福祉 障害者福祉 障がい者福祉',
  ],
  ['02', '社会教育の推進', '社会教育', '生涯学習 社会教育・生涯学習'],
  ['03', 'まちづくりの推進', 'まちづくり', '街づくり 町づくり 地域づくり まちづくり・地域づくり'],
  ['04', '観光の振興', '観光', '観光振興'],
  [
    '05',
    '農山漁村又は中山間地域の振興',
    '農山漁村・中山間地域',
    '農山漁村 中山間地域 農山漁村・中山間 中山間 農山漁村振興 農村・中山間',
  ],
  [
    '06',
    '学術、文化、芸術又はスポーツの振興',
    '学術文化芸術スポーツ',
    '学術 文化 芸術 スポーツ 文化・芸術 文化・スポーツ 芸術・スポーツ 文化・芸術・スポーツ 文化芸術スポーツ 学術・文化・芸術・スポーツ 文化・芸術・スポーツ振興 文化芸術の振興 スポーツの振興',
  ],
  ['07', '環境の保全', '環境保全', '環境 自然環境 環境保護 環境・自然 自然・環境'],
  ['08', '災害救援', '災害救援', '災害 災害救援活動 災害支援 防災 災害救助 防災・災害救援 災害救援・防災'],
  ['09', '地域安全', '地域安全', '地域安全活動 防犯 交通安全 防犯・交通安全 安全'],
  [
    '10',
    '人権の擁護又は平和の推進',
    '人権・平和',
    '人権 平和 人権擁護 人権の擁護 平和の推進 人権の擁護又は平和の活動の推進',
  ],
  ['11', '国際協力', '国際協力', '国際 国際協力の活動 国際交流 国際協力・交流 国際交流・協力'],
  ['12', '男女共同参画社会の形成の促進', '男女共同参画', '男女共同参画社会 男女共同'],
  [
    '13',
    '子どもの健全育成',
    '子どもの健全育成',
    '子ども こども 子供 こどもの健全育成 子供の健全育成 青少年の健全育成 子ども健全育成 青少年 青少年育成 子育て 子育て支援 子ども・青少年 子どもの育成 子ども・子育て',
  ],
  ['14', '情報化社会の発展', '情報化社会', '情報化 情報 IT ICT'],
  ['15', '科学技術の振興', '科学技術', '科学'],
  ['16', '経済活動の活性化', '経済活動', '経済 経済活性化 経済の活性化'],
  [
    '17',
    '職業能力の開発又は雇用機会の拡充支援',
    '職業能力・雇用',
    '職業能力 雇用 職業・雇用 雇用・職業 職業能力・雇用機会 雇用促進 職業能力開発・雇用機会拡充 職業能力開発 就労支援 職業能力の開発 雇用機会の拡充 職業能力の開発又は雇用機会の拡充を支援 職業能力の開発又は雇用機会の拡充',
  ],
  ['18', '消費者の保護', '消費者保護', '消費者 消費生活'],
  [
    '19',
    '連絡、助言又は援助の活動',
    '中間支援',
    '連絡・助言・援助 連絡、助言又は援助 連絡助言援助 団体支援 NPO支援 市民活動支援 活動支援 団体の運営又は活動に関する連絡、助言又は援助の活動 前各号に掲げる活動を行う団体の運営又は活動に関する連絡、助言又は援助の活動',
  ],
  [
    '20',
    '条例で定める活動',
    '条例で定める活動',
    '条例指定 都道府県又は指定都市の条例で定める活動 前各号に掲げる活動に準ずる活動として都道府県又は指定都市の条例で定める活動',
  ],
];

/** The fields in the law's order. */
export const activityFields: readonly ActivityField[] = rows.map(([code, label, short, aliases]) => ({
  code,
  label,
  short,
  aliases: aliases.split(' ').filter((alias) => alias !== ''),
}));

export type FieldPiece = { readonly code: string | null; readonly label: string };

/** Longest label in separated parts: 前各号に掲げる… has fewer; more parts than this are several fields. */
const MAX_JOINED = 5;
const MAX_LABEL = 80;

/** Spelling without what registers drop or add: separators, 又は, を図る活動, a list's number. */
function fieldKey(text: string): string {
  return matchKey(text)
    .replace(/[,・/;|]|又は|または|及び|および|若しくは|もしくは/g, '')
    .replace(/(?:を図る|に関する|する|の)?(?:活動|事業|分野)$/, '')
    .replace(/を支援$/, '支援')
    .replace(/子供|こども/g, '子ども');
}

const byKey: ReadonlyMap<string, ActivityField> = new Map(
  activityFields.flatMap((entry) =>
    [entry.label, entry.short, ...entry.aliases].map((spelling) => [fieldKey(spelling), entry]),
  ),
);
const byCode: ReadonlyMap<number, ActivityField> = new Map(activityFields.map((entry) => [Number(entry.code), entry]));

/** The field that a label, a spelling of it or its number (1 to 20, ①, 第1号) names; undefined when there is none. */
function findActivityField(text: string): ActivityField | undefined {
  if (text.length > MAX_LABEL) return undefined;
  const key = matchKey(text).replace(/^[○●■◆◇□☑✓]/, '');
  const [, number, label] = /^\(?(?:第|no\.?)?(\d{1,2})(?:号|[:.)\-_]){0,2}(?!\d)(.*)$/.exec(key) ?? [];
  if (number !== undefined && label === '') return byCode.get(Number(number));
  return byKey.get(fieldKey(key)) ?? (label === undefined ? undefined : byKey.get(fieldKey(label)));
}

/**
 * Splits a cell of activity fields at 、 , ／ / ・ ; | and line ends, the longest label first, so that
 * 学術、文化、芸術又はスポーツの振興 stays one field. Unknown words keep their text with code null; each field comes once.
 * Source: domain.md 4.3 and 6 no. 31.
 */
export function splitActivityFields(text: string): { readonly fields: readonly FieldPiece[] } {
  const words = cleanText(text)
    .replace(/[①-⑳]/g, '、$&')
    .split(/[、,，／/・･;；|｜\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const pieces: FieldPiece[] = [];
  for (let index = 0; index < words.length; ) {
    const { found, taken } = longestField(words, index);
    for (const piece of found) pieces.push(piece);
    index += taken;
  }
  const labels = new Set<string>();
  return { fields: pieces.filter((piece) => !labels.has(piece.label) && labels.add(piece.label)) };
}

function longestField(
  words: readonly string[],
  index: number,
): { readonly found: readonly FieldPiece[]; readonly taken: number } {
  for (let taken = MAX_JOINED; taken > 0; taken -= 1) {
    const slice = words.slice(index, index + taken);
    const entry = slice.length === taken ? findActivityField(slice.join('／')) : undefined;
    if (entry !== undefined) return { found: [pieceOf(entry)], taken };
  }
  return { found: splitAtSpaces(words[index] ?? ''), taken: 1 };
}

/** 福祉 環境: only when every word is a field, because a group's own words may hold spaces. */
function splitAtSpaces(word: string): readonly FieldPiece[] {
  const entries = word.split(/\s+/).map(findActivityField);
  const known = entries.filter((entry) => entry !== undefined);
  return known.length === entries.length ? known.map(pieceOf) : [{ code: null, label: word }];
}

function pieceOf(entry: ActivityField): FieldPiece {
  return { code: entry.code, label: entry.label };
}
