import type { ExportLayout } from '#shared/contract/transfer.ts';

type LayoutText = { readonly title: string; readonly description: string; readonly audience: 'external' | 'internal' };

export const exportLayoutTexts: Readonly<Record<ExportLayout, LayoutText>> = {
  'status-list': {
    title: '実施状況一覧',
    description: '計画の様式のまま(A4 横、再掲は「-」、共通の検証内容は結合)で出力します。',
    audience: 'external',
  },
  'organizations-public': {
    title: '登録団体一覧(公開用)',
    description: '非公開の項目は空欄になり、代表者・住所などの個人情報の列は入りません。',
    audience: 'external',
  },
  organizations: {
    title: '登録団体一覧(内部用)',
    description: '登録されているすべての項目が入ります。センターの外に出さないでください。',
    audience: 'internal',
  },
  'prefecture-form-3': {
    title: '県様式第3号 登録団体数等報告書',
    description: '県の様式に、市町・種別ごとの団体数と構成員数を書き込みます。様式のほかの部分は変わりません。',
    audience: 'external',
  },
};

export const exportTexts = {
  registerSheet: '登録団体一覧',
  registerTitle: (center: string): string => (center === '' ? '登録団体一覧' : `${center}　登録団体一覧`),
  asOf: (date: string, groups: number): string => `（${date}現在　${groups}団体）`,
  internalWarning: '取扱注意：個人情報を含みます。センターの外に出さないこと。',
  countGroups: (groups: number): string => `${groups}団体`,
  countMeasures: (measures: number): string => `${measures}項目`,
  noRecords: (year: string): string => `${year}の実施状況は台帳に入っていないため、空欄で出力しました。`,
  oneOfPlans: (title: string, plans: number): string =>
    `台帳に計画が ${plans} 件あるうち、「${title}」を出力しました。`,
  outOfTerm: (groups: number, date: string): string =>
    `${date}に登録期間外の ${groups} 団体は数えていません(登録前、または有効期限切れ)。`,
  membersUnknown: (groups: number): string => `構成員数が空欄の ${groups} 団体は、構成員数の合計に入っていません。`,
  leftOver: (groups: number): string => `様式に欄のない市町・種別の ${groups} 団体は、表に入れず備考に書きました。`,
  noCenterName: 'センター名が未設定のため、様式の「センター名」は空欄です。「設定」で入力できます。',
  personalColumns: '個人情報の列を含めました。公開にしていない値は空欄で、備考は入りません。',
} as const;
