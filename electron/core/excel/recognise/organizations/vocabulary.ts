import { activityFields } from '#shared/domain/activity-fields.ts';
import type { OrganizationFieldKey } from '#shared/domain/organization/fields.ts';
import { organizationTypes } from '#shared/domain/organization-type.ts';
import type { Vocabulary } from '../table/vocabulary.ts';
import { type ContentTest, looksLike } from './content-tests.ts';

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

const groupNames =
  words(`団体名 団体名称 団体の名称 団体・グループ名 団体・グループの名称 団体(グループ)名 グループ名 グループ名称 サークル名 登録団体名
  登録団体名称 登録団体の名称 登録団体 市民活動団体名 活動団体名 ボランティア団体名 法人名称 法人名 法人の名称 組織名 組織名称 会の名称 会名 名称 名前 団体等名 団体等の名称 正式名称 団体正式名称 正式団体名 団体 クラブ名 会の名前 団体の名前 団体・サークル名 サークル・団体名 市民団体名 ボランティアグループ名`);
const representatives = words(
  '代表者 代表者氏名 代表者名 代表者の氏名 代表 代表氏名 代表名 会長 会長名 理事長 理事長名 代表理事 団体代表者 団体代表者名 代表者(氏名) 代表者職氏名 代表者職・氏名 代表者役職氏名 代表者の職・氏名 団体代表者氏名 責任者 責任者氏名 責任者名 団体責任者 団体長 会長氏名 代表者等 主宰者 世話人 代表世話人',
);
const responsibles =
  words(`連絡責任者 連絡責任者氏名 連絡責任者名 連絡担当者 連絡担当者氏名 連絡担当者名 連絡担当 連絡者 連絡者氏名 担当者 担当者名 担当者氏名 事務担当者
  事務局担当者 事務責任者 連絡先氏名 連絡先担当者 連絡先担当者氏名 連絡窓口 窓口担当者 連絡先>氏名 連絡先>担当者 連絡先>名前 事務局>氏名 事務局>担当者`);
const kanas = words(
  'フリガナ ふりがな カナ かな よみ よみがな 読み 読み仮名 読みがな ヨミ ヨミガナ カナ名 カナ氏名 仮名',
);
const phones =
  words(`電話番号 電話 TEL TEL番号 Tel 連絡先電話番号 連絡先電話 連絡先TEL 固定電話 固定電話番号 団体電話番号 代表電話 代表電話番号 電話番号1 電話1 TEL1 ℡ ☎
  問い合わせ先電話番号 問合せ先電話番号 連絡先>電話番号 連絡先>電話 連絡先>TEL 事務局>電話番号 事務局>電話 電話・FAX TEL・FAX 電話(FAX) 電話番号・FAX番号 電話番号・FAX 連絡先電話番号(代表) 団体連絡先 問合せ先電話 問い合わせ電話 お問い合わせ電話番号 代表TEL 団体TEL 電話No 電話No. 連絡先(電話) 連絡先(電話番号)`);
const mobiles = words(
  '携帯電話 携帯電話番号 携帯番号 携帯 携帯TEL 携帯(電話) 連絡先>携帯電話 連絡先>携帯 電話番号2 電話2 TEL2',
);
const faxes = words(
  'FAX FAX番号 ファックス ファックス番号 ファクス ファクシミリ ファクシミリ番号 連絡先>FAX 連絡先>FAX番号',
);
const mails = words(
  'メールアドレス メール Eメール E-mail Eメールアドレス E-mailアドレス email mail mailアドレス 電子メール 電子メールアドレス 連絡先>メールアドレス 連絡先>メール',
);
const addresses =
  words(`住所 所在地 団体所在地 主たる事務所の所在地 事務所所在地 事務所の所在地 主たる事務所 住所1 住所2 町名番地 町名・番地 町名 町域 町字 字 番地 番地以下 丁目番地 地番 建物名 方書 連絡先住所 代表者住所 事務局所在地 事務局住所 事務局の所在地 主たる所在地 活動拠点の住所 拠点住所
  団体住所 現住所 所在地(住所) 連絡先>住所 連絡先>所在地 郵便番号・住所 〒・住所`);
const flags =
  words(`公開 公開可否 公開の可否 公開可 公開区分 公開・非公開 公開/非公開 公開非公開 公開の有無 公開希望 公開有無 公開の別 公開フラグ 情報公開 情報公開可否 HP公開 掲載可否 掲載 公表 公表可否 公表の可否
  非公開 非公開希望 開示 開示可否 公開する 公開希望の有無 外部公開 外部提供 外部提供可否`);

type Combined = { readonly bases: readonly string[]; readonly words: readonly string[]; readonly bothWays?: true };

/**
 * Only as a whole: a flag that is given to the wrong value publishes what nobody wanted published.
 * 電話番号>公開可否 (also in one cell: 電話公開, 電話番号(公開可否), 公開(電話)) of every name of a value.
 */
function flagOf(names: readonly string[]): Combined {
  // 連絡先>公開 may speak of the person, the telephone or the address.
  const shorts = names
    .map((name) => name.replace(/番号$|アドレス$|氏名$|名$/, ''))
    .filter((name) => name.length > 1 && !/^連絡先>?$/.test(name));
  return { bases: [...new Set([...names, ...shorts])], words: flags, bothWays: true };
}

function kanaOf(names: readonly string[]): Combined {
  return { bases: names, words: kanas };
}

const fieldColumns = activityFields.flatMap((field, index) => [
  field.label,
  field.short,
  ...field.aliases,
  `活動分野${index + 1}`,
  `分野${index + 1}`,
  `活動分野>${index + 1}`,
]);

type Entry = {
  readonly field: OrganizationFieldKey;
  readonly aliases: readonly string[];
  readonly exactAliases?: readonly string[];
  readonly combined?: Combined;
  readonly weakAliases?: readonly string[];
  readonly never?: RegExp;
  readonly test?: ContentTest;
  readonly many?: true;
};

const entries: readonly Entry[] = [
  {
    field: 'name',
    aliases: groupNames.flatMap((name) => [name, `団体>${name}`]),
    exactAliases: words('団体>名 団体情報>名称 団体概要>名称 基本情報>名称'),
    never: /代表|会長|理事長|責任者|担当|役員|連絡|氏名|カナ$|ふりがな$|フリガナ$/,
    test: looksLike.groupName,
  },
  {
    field: 'regNo',
    aliases: words(
      '登録番号 登録No 登録NO. 登録No. 団体番号 団体コード 団体ID 登録ID 登録コード 受付番号 整理番号 管理番号 会員番号 登録団体番号 登録団体No 登録団体No. 番号 No NO No. NO. № ナンバー ID コード 登録>番号 団体>番号',
    ),
    weakAliases: words('通番 通し番号 連番 項番'),
    never: /電話|郵便|法人番号|口座|ロッカー|携帯|fax|tel|市町|区分|分野|棚|ボックス|box|職員|前回|旧/,
    test: looksLike.number,
  },
  {
    field: 'nameKana',
    aliases: [...kanas, '団体カナ', '団体フリガナ', '名称_カナ', '法人名称カナ'],
    combined: kanaOf(groupNames),
    test: looksLike.kana,
  },
  {
    field: 'orgType',
    aliases: words(
      '種別 団体種別 団体の種別 団体種類 団体の種類 種類 区分 団体区分 法人種別 法人格 法人格の有無 組織形態 組織種別 団体形態 団体の形態 団体類型 類型 形態 法人区分 団体等の種類 組織区分 登録区分 登録種別 組織の種類 団体の区分',
    ),
    exactAliases: organizationTypes.filter((type) => type !== 'その他'),
    never: /電話|公開|会費|年度|活動|コ-ド$/,
    test: looksLike.type,
    many: true,
  },
  {
    field: 'fields',
    aliases: [
      ...words(
        '活動分野 分野 活動の分野 主な活動分野 主たる活動分野 活動分類 活動区分 活動種別 活動ジャンル 分類 カテゴリー 特定非営利活動の種類 活動の種類 NPO法の活動分野 活動のジャンル ジャンル 分野番号 活動分野番号 活動分野コード 分野コード 主たる分野 従たる活動分野 その他の活動分野 活動の分類 活動テーマ 活動領域',
      ),
    ],
    exactAliases: fieldColumns,
    test: looksLike.fields,
    many: true,
  },
  {
    field: 'city',
    aliases: words(
      '市町 市町村 市町村名 市町名 市区町村 市区町村名 所在市町 所在市町村 所在市 自治体 自治体名 市 連絡先>市町 住所>市町 住所>市町村 所在地>市町 所在地>市町村 所轄市町 所在市区町村 事務所所在市町 市町別 市・町 連絡先>市町村',
    ),
    weakAliases: words('地区 地区名 地域 エリア 圏域 所在 所在地 活動地域 住所 区域 行政区 管内 拠点 本拠地'),
    never: /コ-ド|番号|権限|移譲/,
    test: looksLike.city,
  },
  {
    field: 'phone',
    aliases: [...phones, '連絡先'],
    weakAliases: words('番号 代表番号 連絡方法'),
    never: /fax専用|公開|開示|登録|団体番号/,
    test: looksLike.phone,
  },
  { field: 'phonePublic', aliases: [], combined: flagOf(phones), test: looksLike.flag },
  {
    field: 'members',
    aliases:
      words(`構成員数 会員数 構成員 会員 人数 構成人数 構成人員 構成員人数 会員人数 メンバー数 メンバー 団体人数 所属人数 会員総数 構成員総数 正会員数 登録人数 総人数 部員数 スタッフ数 構成員数>総数 構成員数>計
      構成員数>合計 構成員数>全体 構成員数>人数 会員数>総数 会員数>計 会員数>合計 会員数>全体 会員>総数 構成員>総数 人数>計 人数>総数`),
    never: /名簿|会費|番号|公開|うち|内市|市[内外]|県外|市民(?!活動|団体)/,
    test: looksLike.count,
  },
  {
    field: 'membersCitizen',
    aliases:
      words(`うち市民 うち市民数 市民会員 市内会員 市内構成員 市民構成員 うち市内会員 うち市民会員 内市民 うち市内 うち市内在住 うち市内在住者 うち市内在住者数 市民 市民数 市民会員数 市内在住 市内在住者 市内在住者数 市内会員数 市内 内市内在住者 構成員数>うち市民 構成員数>市民 会員数>うち市民 会員数>市内
      会員数>市内在住 会員数>うち市内 構成員のうち市民 会員のうち市民 うち市民(人)`),
    test: looksLike.count,
  },
  {
    field: 'established',
    aliases:
      words(`設立年月日 設立日 設立年月 設立年 設立 設立時期 団体設立年月日 結成年月日 結成日 結成年月 結成年 結成 発足年月日 発足日 発足年月 発足年 発足 創立年月日 創立日 創立年 創立 創設年月日 創設 活動開始年月日
      活動開始日 活動開始年月 活動開始 法人設立年月日 設立登記日`),
    test: looksLike.date,
  },
  {
    field: 'registered',
    aliases: words(
      '登録年月日 登録日 登録年月 登録年 登録日付 登録 初回登録日 新規登録日 登録認定日 登録決定日 登録承認日 登録受付日 登録開始日 当初登録日 最終登録日 登録>年月日 登録>登録日 登録>開始 登録期間>開始 登録期間>自 有効期間>開始 有効期間>自',
    ),
    test: looksLike.date,
  },
  {
    field: 'validUntil',
    aliases:
      words(`有効期限 有効期間満了日 有効期間 登録期限 登録有効期限 登録有効期間 登録満了日 登録期間 登録期間満了日 登録終了日 期限 更新期限 満了日 有効期限日 期間満了日 次回更新日 登録>有効期限 登録>期限 登録期間>終了
      登録期間>至 登録期間>満了 有効期間>終了 有効期間>至 有効期間>満了 更新期日 更新時期 有効年月日 登録満期日`),
    never: /最終|前回|直近|^更新日$|認定|特例|条例/,
    test: looksLike.date,
  },
  {
    field: 'repName',
    aliases: [...representatives, ...words('代表者>氏名 代表者>名前 代表者>氏名(漢字) 代表>氏名')],
    test: looksLike.person,
  },
  {
    field: 'repKana',
    aliases: ['代表者フリガナ', '代表者カナ', '団体代表者名（フリガナ）'],
    combined: kanaOf([...representatives, '代表者>氏名', '代表者>名前', '代表>氏名', '代表者>お名前']),
    test: looksLike.kana,
  },
  { field: 'repNamePublic', aliases: [], combined: flagOf(representatives), test: looksLike.flag },
  {
    field: 'contactName',
    aliases: [...responsibles, '連絡先'],
    never: /^(?:センター|事務局|市|職員)?担当(?:職員|課|係)?$/,
    test: looksLike.person,
  },
  {
    field: 'contactKana',
    aliases: ['連絡責任者フリガナ', '担当者フリガナ'],
    combined: kanaOf([...responsibles, '連絡先']),
    test: looksLike.kana,
  },
  {
    field: 'contactNamePublic',
    aliases: [],
    combined: flagOf(responsibles.filter((name) => !name.includes('>'))),
    test: looksLike.flag,
  },
  {
    field: 'postal',
    aliases: words(
      '郵便番号 〒 郵便 〒番号 郵便No 郵便番号(〒) 連絡先>郵便番号 連絡先>〒 住所>郵便番号 住所>〒 所在地>郵便番号 所在地>〒 主たる事業所の郵便番号 団体郵便番号',
    ),
    test: looksLike.postal,
  },
  {
    field: 'address',
    aliases: [...addresses, '連絡先'],
    weakAliases: words('活動拠点 拠点 事務局 事務所 活動場所 本拠地 主な活動場所 場所'),
    never: /公開|番号$|メ-ル|mail/,
    test: looksLike.address,
    many: true,
  },
  {
    field: 'addressPublic',
    aliases: [],
    combined: flagOf(addresses.slice(0, 6)),
    test: looksLike.flag,
  },
  { field: 'mobile', aliases: mobiles, test: looksLike.mobile },
  { field: 'mobilePublic', aliases: [], combined: flagOf(mobiles), test: looksLike.flag },
  { field: 'fax', aliases: faxes, test: looksLike.phone },
  { field: 'faxPublic', aliases: [], combined: flagOf(faxes), test: looksLike.flag },
  { field: 'email', aliases: mails, weakAliases: ['アドレス', '連絡先', '連絡方法'], test: looksLike.mail },
  { field: 'emailPublic', aliases: [], combined: flagOf(mails), test: looksLike.flag },
  {
    field: 'url',
    aliases: words(
      'ホームページ HP URL ホームページURL ホームページアドレス HPアドレス Webサイト ウェブサイト Web サイト 法人情報URL SNS ブログ HP・SNS URL/SNS ホームページ・SNS',
    ),
    test: looksLike.url,
  },
  { field: 'corporateNumber', aliases: words('法人番号 法人No 法人番号(13桁)'), test: looksLike.corporateNumber },
  {
    field: 'purpose',
    aliases: words('活動目的 設立目的 目的 団体の目的 活動の目的 設立趣旨 趣旨 定款に記載された目的'),
    test: looksLike.text,
  },
  {
    field: 'activity',
    aliases: words(
      '活動内容 主な活動内容 主な活動 活動の内容 活動概要 事業内容 内容 活動 活動紹介 活動の概要 主な活動の内容 団体の活動内容 PR 団体PR 団体紹介 主な事業 取組内容',
    ),
    never: /曜日|日時|日$|頻度|時間|開始|場所|実績|費|分野/,
    test: looksLike.text,
  },
  {
    field: 'area',
    aliases: words(
      '活動地域 活動エリア 主な活動地域 主な活動エリア 活動範囲 活動区域 活動場所 活動拠点 主な活動場所 活動の場所 地域',
    ),
    test: looksLike.area,
  },
  { field: 'note', aliases: words('備考 備考欄 摘要 特記事項 メモ 連絡事項 その他 コメント 注記 一言PR') },
];

/** Header words of registers of groups, as found in forms and lists of centers. Source: domain.md 2.1 and 2.2. */
export const organizationVocabulary: Vocabulary = entries;
