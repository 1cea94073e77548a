import type { ContactRoleName, HistoryTable } from '#shared/domain/history-table.ts';

type Labels = Readonly<Record<string, string>>;

/** What a changed row is called, and its columns as users know them. Columns that are not listed are internal and not shown. */
export const historyTables: Readonly<Record<HistoryTable, { readonly what: string; readonly columns: Labels }>> = {
  organization: {
    what: '登録団体',
    columns: {
      regNo: '登録番号',
      name: '団体名',
      nameKana: 'フリガナ',
      orgType: '種別',
      corporateNumber: '法人番号',
      postal: '郵便番号',
      city: '市町',
      address: '住所',
      addressPublic: '住所公開',
      url: 'ホームページ',
      established: '設立年月日',
      members: '構成員数',
      membersCitizen: 'うち市民',
      purpose: '活動目的',
      activity: '活動内容',
      area: '活動地域',
      note: '備考',
    },
  },
  orgContact: { what: '登録団体', columns: {} },
  organizationField: { what: '登録団体', columns: { label: '活動分野' } },
  registration: {
    what: '登録団体',
    columns: { registeredOn: '登録年月日', validUntil: '有効期限', endedOn: '抹消日', endedReason: '抹消理由' },
  },
  registrationNumber: { what: '登録番号', columns: {} },
  plan: {
    what: '計画',
    columns: {
      title: '計画名',
      issuer: '策定主体',
      legendRaw: '凡例',
      startFiscalYear: '開始年度',
      endFiscalYear: '終了年度',
    },
  },
  planLevel: { what: '計画', columns: { label: '階層の名前' } },
  planNode: { what: '計画の項目', columns: { numberRaw: '番号', name: '名称' } },
  nodePlacement: { what: '再掲', columns: { labelRaw: '再掲の表示' } },
  markSet: { what: '凡例', columns: { heading: '見出し' } },
  mark: { what: '凡例', columns: { glyph: '記号', label: '意味' } },
  progressRecord: { what: '実施状況', columns: {} },
  verificationNote: { what: '検証内容', columns: { text: '検証内容' } },
  ledgerSetting: { what: '台帳の設定', columns: { value: '値' } },
  savedView: { what: '保存した表示', columns: { name: '名前' } },
};

const persons = { name: '氏名', nameKana: 'フリガナ', namePublic: '公開' } as const;
const office: Labels = {
  name: '事務局名',
  phone: '電話番号',
  phonePublic: '電話公開',
  mobile: '携帯電話',
  mobilePublic: '携帯公開',
  fax: 'FAX',
  faxPublic: 'FAX公開',
  email: 'メールアドレス',
  emailPublic: 'メール公開',
};

/** Columns of a contact read differently by whose contact it is. */
export const contactColumns: Readonly<Record<ContactRoleName, Labels>> = {
  representative: personColumns('代表者'),
  responsible: personColumns('連絡責任者'),
  office,
};

function personColumns(role: string): Labels {
  const { name, nameKana, namePublic } = persons;
  return { name: `${role}${name}`, nameKana: `${role}${nameKana}`, namePublic: `${role}${namePublic}` };
}

export const historyTexts = {
  mark: '実施状況',
  disposition: '今後の取扱い',
  note: '検証内容',
  fiscalYear: (label: string, fiscalYear: string): string => `${label}(${fiscalYear})`,
  partOf: (what: string, fields: readonly string[]): string =>
    fields.length === 0 ? what : `${what}の${fields.join('・')}`,
  viewDefinition: '絞り込み・並べ替え・列',
  viewBefore: '前の設定',
  viewAfter: '新しい設定',
  isPublic: '公開',
  isPrivate: '非公開',
} as const;

export const settingNames: Labels = { centerName: 'センター名' };
