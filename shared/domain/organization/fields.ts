/**
 * The fields of a registered group (登録団体) as every list, import, export and editor names them.
 * Order = order of columns. Source: domain.md section 4.2.
 */
export type OrganizationFieldKind =
  | 'text'
  | 'long-text'
  | 'kana'
  | 'organization-type'
  | 'activity-fields'
  | 'corporate-number'
  | 'postal'
  | 'city'
  | 'phone'
  | 'email'
  | 'url'
  | 'public-flag'
  | 'date'
  | 'count';

export type OrganizationField = {
  readonly key: string;
  readonly label: string;
  readonly kind: OrganizationFieldKind;
  /** Personal data: left out of the external register unless asked for. */
  readonly personal: boolean;
  /** The flag that says whether the value may leave the center; only `true` publishes. */
  readonly publicBy?: string;
};

export const organizationFields = [
  { key: 'regNo', label: '登録番号', kind: 'text', personal: false },
  { key: 'name', label: '団体名', kind: 'text', personal: false },
  { key: 'nameKana', label: 'フリガナ', kind: 'kana', personal: false },
  { key: 'orgType', label: '種別', kind: 'organization-type', personal: false },
  { key: 'fields', label: '活動分野', kind: 'activity-fields', personal: false },
  { key: 'city', label: '市町', kind: 'city', personal: false },
  { key: 'phone', label: '電話番号', kind: 'phone', personal: false, publicBy: 'phonePublic' },
  { key: 'phonePublic', label: '電話公開', kind: 'public-flag', personal: false },
  { key: 'members', label: '構成員数', kind: 'count', personal: false },
  { key: 'membersCitizen', label: 'うち市民', kind: 'count', personal: false },
  { key: 'established', label: '設立年月日', kind: 'date', personal: false },
  { key: 'registered', label: '登録年月日', kind: 'date', personal: false },
  { key: 'validUntil', label: '有効期限', kind: 'date', personal: false },
  { key: 'repName', label: '代表者氏名', kind: 'text', personal: true, publicBy: 'repNamePublic' },
  { key: 'repKana', label: '代表者フリガナ', kind: 'kana', personal: true, publicBy: 'repNamePublic' },
  { key: 'repNamePublic', label: '代表者公開', kind: 'public-flag', personal: false },
  { key: 'contactName', label: '連絡責任者氏名', kind: 'text', personal: true, publicBy: 'contactNamePublic' },
  { key: 'contactKana', label: '連絡責任者フリガナ', kind: 'kana', personal: true, publicBy: 'contactNamePublic' },
  { key: 'contactNamePublic', label: '連絡責任者公開', kind: 'public-flag', personal: false },
  { key: 'postal', label: '郵便番号', kind: 'postal', personal: true, publicBy: 'addressPublic' },
  { key: 'address', label: '住所', kind: 'text', personal: true, publicBy: 'addressPublic' },
  { key: 'addressPublic', label: '住所公開', kind: 'public-flag', personal: false },
  { key: 'mobile', label: '携帯電話', kind: 'phone', personal: true, publicBy: 'mobilePublic' },
  { key: 'mobilePublic', label: '携帯公開', kind: 'public-flag', personal: false },
  { key: 'fax', label: 'FAX', kind: 'phone', personal: true, publicBy: 'faxPublic' },
  { key: 'faxPublic', label: 'FAX公開', kind: 'public-flag', personal: false },
  { key: 'email', label: 'メールアドレス', kind: 'email', personal: true, publicBy: 'emailPublic' },
  { key: 'emailPublic', label: 'メール公開', kind: 'public-flag', personal: false },
  { key: 'url', label: 'ホームページ', kind: 'url', personal: false },
  { key: 'corporateNumber', label: '法人番号', kind: 'corporate-number', personal: false },
  { key: 'purpose', label: '活動目的', kind: 'long-text', personal: false },
  { key: 'activity', label: '活動内容', kind: 'long-text', personal: false },
  { key: 'area', label: '活動地域', kind: 'text', personal: false },
  { key: 'note', label: '備考', kind: 'long-text', personal: true },
] as const satisfies readonly OrganizationField[];

export type OrganizationFieldKey = (typeof organizationFields)[number]['key'];

const byKey: ReadonlyMap<string, OrganizationField> = new Map(organizationFields.map((field) => [field.key, field]));

/** Definition of a field; throws a plain Error (a bug) when the key is unknown. */
export function organizationField(key: OrganizationFieldKey): OrganizationField {
  const field = byKey.get(key);
  if (field === undefined) throw new Error(`unknown organization field ${key}`);
  return field;
}

export function isOrganizationFieldKey(text: string): text is OrganizationFieldKey {
  return byKey.has(text);
}

/** One value on the wire: text, count, flag, labels of activity fields in order, or nothing. Dates are PartialDate text. */
export type OrganizationValue = string | number | boolean | readonly string[] | null;

/** All fields of one group; every key is present. */
export type OrganizationRecord = Readonly<Record<OrganizationFieldKey, OrganizationValue>>;
