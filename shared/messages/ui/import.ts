import type { ImportAction, ImportKind } from '#shared/contract/imports.ts';

const actions = {
  add: '増える',
  change: '変わる',
  same: 'そのまま',
  skip: 'とばす',
  check: '確かめる',
} as const satisfies Record<ImportAction, string>;
const kinds = {
  organizations: '登録団体の名簿',
  'status-list': '実施状況の一覧',
  unknown: 'わからない',
} as const satisfies Record<ImportKind, string>;
const units = { organizations: '団体', 'status-list': '項目', unknown: '件' } as const satisfies Record<
  ImportKind,
  string
>;

/** Bringing files in: choose, map, look, take. */
export const importText = {
  title: '取込',
  steps: ['1 ファイル', '2 見出しと列', '3 変わるところを確かめる', '4 取込済み'],
  stepsLabel: '取込の手順',
  lead: '名簿や実施状況一覧のExcelをそのまま取り込みます。取り込む前に、変わるところをすべて確かめられます。',
  dropTitle: 'ここにファイルを置く',
  dropBody: 'Excel(.xlsx .xlsm .xls)、OpenDocument(.ods)、CSV のファイルを取り込めます。',
  pick: 'ファイルを選ぶ',
  promise: '取り込むと履歴に1件として残り、一度で元に戻せます。取込の前にバックアップをとります。',
  recentTitle: '前に取り込んだファイル',
  recentNone: 'まだありません。上の枠にファイルを置くか「ファイルを選ぶ」で取り込むと、ここに残ります。',
  reading: (fileName: string): string => `「${fileName}」を読んでいます`,
  applying: (fileName: string): string => `「${fileName}」を取り込んでいます`,
  queue: (count: string): string => `あと ${count} ファイルあります`,
  recognised: (fileName: string, sheet: string, kind: ImportKind): string =>
    `${fileName} ・ シート「${sheet}」 ・ ${kinds[kind]}と判断しました`,
  unknownSub: (fileName: string, sheet: string): string => `${fileName} ・ シート「${sheet}」`,
  unknownTitle: 'このファイルが何の一覧か、わかりませんでした',
  unknownBody:
    '下の「一覧の種類」を選び、見出しの行と、それぞれの列がどの項目かを指定すると取り込めます。シートが違うときは「シート」を選び直してください。',
  discard: 'やめる',
  back: '見出しと列を直す',
  look: '変わるところを確かめる',
  apply: 'この内容で取り込む',
  applyNone: '取り込むものはありません',
  kpiRead: '読んだ行',
  kpiAdd: '新しく増える',
  kpiChange: '変わる',
  kpiSame: 'そのまま',
  kpiSkip: '取り込まない行',
  kpiCheck: '確かめてほしい',
  rowUnit: '行',
  checkUnit: '件',
  unit: (kind: ImportKind): string => units[kind],
  join: (parts: readonly string[]): string => parts.join('・'),
  counted: (label: string, count: string): string => `${label} ${count}`,
  chipAll: (count: string): string => `すべて ${count}`,
  chipAction: (action: ImportAction, count: string): string =>
    `${action === 'skip' ? '取り込まない' : actions[action]} ${count}`,
  chipField: (label: string, count: string): string => `${label}が変わる ${count}`,
  action: (action: ImportAction): string => actions[action],
  gridLabel: '取り込む内容',
  colRow: '元の行',
  colAction: 'すること',
  colReason: 'わけ',
  colTitle: { organizations: '団体名', 'status-list': '項目', unknown: '名称' } as const satisfies Record<
    ImportKind,
    string
  >,
  colKey: { organizations: '登録番号', 'status-list': 'NO', unknown: '番号' } as const satisfies Record<
    ImportKind,
    string
  >,
  blank: '(空白)',
  hiddenRows: (count: string): string => `隠れている ${count} 行も取り込む`,
  hiddenColumns: (letters: string): string => `隠れている列(${letters})も取り込む`,
  hiddenMark: '隠し',
  changedSinceMark: 'あとから変化',
  chipChangedSince: (count: string): string => `あとから変化 ${count}`,
  emptyRows: '当てはまる行はありません',
  status: (format: string, encoding: string, seconds: string): string =>
    [encoding, format, `${seconds}秒`].filter((part) => part !== '').join(' ・ '),
  // Step 2
  mapLead: 'プログラムが見つけた見出しと列です。違うところだけ直してください。',
  sheet: 'シート',
  sheetOption: (name: string, kind: ImportKind, hidden: boolean): string =>
    `${name}${kind === 'unknown' ? '' : `(${kinds[kind]})`}${hidden ? '(隠しシート)' : ''}`,
  kind: '一覧の種類',
  kindOption: (kind: ImportKind): string => kinds[kind],
  headerRows: '見出しの行',
  headerRowsHint: '例: 4 または 4-5',
  headerRowsWrong: '行の番号を、4 または 4-5 のように入れてください。',
  planTitle: '計画の名前',
  fiscalYear: '年度',
  fiscalYearHint: '例: 令和7 または 2025',
  fiscalYearWrong: '年度を、令和7 または 2025 のように入れてください。',
  columns: '列と項目',
  columnLetter: '列',
  columnHeader: '見出し',
  columnSamples: '中身の例',
  columnField: '入れる項目',
  columnFieldLabel: (letter: string): string => `${letter} 列を入れる項目`,
  notImported: '(取り込まない)',
  rereading: '読み直しています…',
  // Step 4
  doneTitle: '取り込みました',
  doneNothing: '台帳と同じ内容でした。何も変えていません。',
  doneAdded: '増えた',
  doneChanged: '変わった',
  doneUnchanged: 'そのまま',
  doneSkipped: '取り込まなかった行',
  undo: 'この取込を元に戻す',
  undone: '取込を元に戻しました。台帳は取り込む前と同じです。',
  next: '次のファイルを取り込む',
  openRegister: '登録団体を見る',
  openMeasures: '施策・実施状況を見る',
} as const;
