type Written = {
  readonly title: string;
  readonly cells: number;
  readonly rows: number;
  readonly skipped: number;
  /** Texts that stay in their cells, red. */
  readonly refused: number;
  /** Texts of new rows that the ledger does not take. */
  readonly dropped: number;
};

const counts = new Intl.NumberFormat('ja-JP');

/** What a bulk change did, in one sentence: 貼り付け: 120 セルを変えました(読み取り専用の 3 セルはそのまま)。 */
function written({ title, cells, rows, skipped, refused, dropped }: Written): string {
  const did = [
    ...(cells > 0 ? [`${counts.format(cells)} セルを変えました`] : []),
    ...(rows > 0 ? [`${counts.format(rows)} 行を追加しました`] : []),
  ];
  const left = [
    ...(skipped > 0 ? [`変えられない ${counts.format(skipped)} セルはそのまま`] : []),
    ...(refused > 0 ? [`${counts.format(refused)} セルは受け取れない値のため赤で残しました`] : []),
    ...(dropped > 0 ? [`追加する行の ${counts.format(dropped)} セルは受け取れない値のため入れていません`] : []),
  ];
  const what = did.length === 0 ? '変えたセルはありません' : did.join('、');
  return `${title}: ${what}${left.length === 0 ? '' : `(${left.join('、')})`}。`;
}

/** Words of the grid that every list uses. */
export const sheetText = {
  rejectedMore: (count: number): string => `ほかに ${count} か所`,
  fix: '直す',
  /** What a step took that could not be taken into the ledger. */
  refusedStep: (column: string, text: string, more: number): string =>
    `${column}の赤い「${text.slice(0, 40)}」${more === 0 ? '' : `ほか ${counts.format(more)} か所`}`,
  refusedHidden:
    '赤い値の行は、いまの一覧にありません。検索や絞り込みをはずしてから「直す」を押すか、「元の値に戻す」を選んでください。',
  giveUp: '元の値に戻す',
  giveUpAll: 'すべて元の値に戻す',
  empty: '表示する行がありません',

  sinkLabel: (label: string): string =>
    `${label}。矢印キーで移動、F2 か文字の入力で編集、Alt+↓ で候補や絞り込み、F6 で表の外へ`,
  position: (column: string, row: number, text: string): string => `${column} ${row}行 ${text === '' ? '空白' : text}`,
  newValueTitle: (column: string, name: string): string => `新しい${column}「${name}」を作りますか`,
  newValueBody: (column: string): string =>
    `${column}の一覧にも、台帳のどの行にもない値です。\n打ちまちがいのときは「やめる」を選んでください。何も変わりません。`,
  newValuesTitle: '一覧にない値を新しく作りますか',
  newValuesBody: '打ちまちがいがあるときは「やめる」を選んでください。何も変わりません。',
  newValueLine: (column: string, names: readonly string[], rest: string): string =>
    `新しい${column}: ${names.map((name) => `「${name.slice(0, 60)}」`).join('')}${rest === '' ? '' : ` ほか ${rest} 件`}`,
  newValueOk: '作る',
  newValueGivenUp: '入力をやめました。元の値のままです。',
  nothingActive: '選んでいたセルは、いまの一覧にありません。セルを選んでから入力してください。',
  rangesMoved: '行の並びが変わったため、何も変えていません。もう一度選んでください。',
  readOnlyCell: (column: string): string => `${column}: このセルは変えられません`,
  notWritten: (column: string, text: string): string =>
    `「${column}」に入力した「${text.slice(0, 500)}」は台帳に入っていません。行が削除されたか、台帳が読み取り専用になっています。もう一度入力してください。`,
  leftBehind: (
    column: string,
    { text, message }: { readonly text: string; readonly message: string },
    more: number,
  ): string =>
    `「${column}」に入力した「${text.slice(0, 500)}」は入れられなかったため、元の値のままです${more === 0 ? '' : `(ほかに ${counts.format(more)} か所)`}。${message}`,
  columnMenu: (column: string, filtered: boolean): string =>
    `${column}の並べ替えと絞り込み${filtered ? '(絞り込み中)' : ''}`,

  edit: '入力',
  clear: '消去',
  fill: '連続データの入力',
  paste: '貼り付け',
  pasteLabel: (cells: string, rows: string): string =>
    rows === '' ? `貼り付け(${cells} セル)` : `貼り付け(${cells} セルと新しい ${rows} 行)`,
  replace: '置換',
  replaceLabel: (from: string, to: string): string => `「${from}」を「${to}」に置換`,
  writing: '書き込んでいます…',
  reading: '変わるところを集めています…(Esc で中止)',
  tooManyCells: (most: string): string =>
    `一度に変えられるのは ${most} セルまでです。何も変えていません。範囲を小さくするか、列ごとに分けてください。`,
  written,
  newRow: '(追加する行)',
  newRowHidden: '行を追加しました。絞り込みに合わないため、いまは見えていません。',
  nothingEditable: (count: number): string =>
    `選んだ ${counts.format(count)} セルは変えられないセルです。変えられる列を選んでください。`,
  notFound: (text: string): string => `「${text}」は見つかりません`,
  tooManyRows: (most: string): string =>
    `一度に扱える行は ${most} 行までです。絞り込んでから、もう一度選んでください。`,

  copyDone: 'コピーしました',
  cutDone: '切り取りました。貼り付けると元のセルは空になります',
  copyTooLarge: (most: string): string =>
    `一度にコピーできるのは ${most} セルまでです。範囲を小さくするか、「出力」で Excel ファイルにしてください。`,
  copyRanges: 'はなれた範囲は、行か列がそろっているときだけコピーできます。ひと続きの範囲を選んでください。',
  copyFailed: 'クリップボードに書き込めませんでした。もう一度 Ctrl+C を押してください。',
  pasteTooLarge: (most: string): string =>
    `一度に貼り付けられるのは ${most} セルまでです。何も変えていません。分けて貼り付けるか、Excel ファイルを「取込」で読み込んでください。`,
  pasteNothing: 'クリップボードに貼り付けられる文字がありません。Excel などでセルをコピーしてから貼り付けてください。',
  pasteFile:
    '画像やファイルは表に貼り付けられません。Excel ファイルは「取込」の画面で読み込みます。セルの文字をコピーして貼り付けてください。',
  pasteRanges: 'はなれた範囲には貼り付けられません。貼り付け先の左上のセルを1つ選んでください。',
  pasteCut: (count: number): string => `表の右端をこえる ${count} 列は貼り付けません。`,
  pasteBeyond: (count: string): string => `表の最後の行をこえる ${count} 行は貼り付けません。`,
  addRowsTitle: (count: string): string => `${count} 行を新しく追加しますか`,
  addRowsBody: (count: string): string =>
    `貼り付けるデータが表の最後の行を ${count} 行こえています。\n新しい行として追加するときは「${count} 行を追加する」を選んでください。「やめる」と、何も貼り付けません。`,
  addRowsOk: (count: string): string => `${count} 行を追加する`,

  menu: 'セルのメニュー',
  menuCut: '切り取り',
  menuCopy: 'コピー',
  menuPasteHint: '貼り付けは Ctrl+V',
  menuEdit: '編集',
  menuLarge: '大きな画面で編集',
  menuClear: '値を消す',
  menuInsert: '行を追加',
  menuDuplicate: '行を複製',
  menuRemove: '行を削除',
  menuFilterValue: (value: string): string => `「${value}」で絞り込む`,
  menuBulk: 'まとめて変更…',
  blank: '(空白)',
} as const;
