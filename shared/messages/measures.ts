import type { MeasureEdit } from '#shared/contract/measures.ts';

/** What staff call the editable cells of a status list. */
export const measureFieldLabels: Readonly<Record<MeasureEdit['field'], string>> = {
  numberRaw: 'NO',
  name: '推進項目',
  mark: '実施状況',
  disposition: '今後の取扱い',
  note: '検証内容',
};

const blankWord = '空欄';
const listed = (fields: readonly MeasureEdit['field'][]): string =>
  fields.map((field) => measureFieldLabels[field]).join('・');

type OneCell = {
  readonly measure: string;
  readonly field: MeasureEdit['field'];
  readonly before: string;
  readonly after: string;
};

const rowKinds = { heading: '見出し', measure: '推進項目', repost: '再掲の行' } as const;
const oneOrMany = (names: readonly string[], done: string): string =>
  names.length === 1 ? `推進項目「${names[0]}」${done}` : `推進項目 ${names.length}件${done}`;

/** Labels of edits in 履歴. */
export const measureLabels = {
  one: ({ measure, field, before, after }: OneCell): string =>
    field === 'note'
      ? `「${measure}」の${measureFieldLabels.note}を${after === '' ? '消去' : before === '' ? '入力' : '変更'}`
      : `「${measure}」の${measureFieldLabels[field]}を ${before || blankWord} → ${after || blankWord}`,
  many: (fields: readonly MeasureEdit['field'][], count: number): string =>
    fields.length === 1 ? `${listed(fields)} ${count}項目を変更` : `${listed(fields)} ${count}か所を変更`,
  newName: '新しい推進項目',
  add: (names: readonly string[]): string => oneOrMany(names, 'を追加'),
  duplicate: (names: readonly string[]): string => oneOrMany(names, 'を複製'),
  removeOne: (kind: keyof typeof rowKinds, name: string): string => `${rowKinds[kind]}「${name}」を削除`,
  removeMany: (count: number): string => `${count}行を削除`,
};

/** Reasons of INVALID_VALUE. */
export const measureReasons = {
  mark: (glyphs: readonly string[]): string => `${glyphs.join('・')} のどれか、または「-」か空欄にしてください。`,
  noMarks: 'この計画には選べる記号がありません。凡例のあるファイルを取り込んでください。',
  headingCell: '見出しの行には入れられません。推進項目の行に入れてください。',
  nameMissing: '名前は空にできません。文字を入れてください。',
} as const;
