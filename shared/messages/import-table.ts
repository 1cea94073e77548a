/** Why a row of a file is not data, and what a table of a file made necessary; shown in the preview of 取込. */
export const rowReasons = {
  header: '見出しのくり返し',
  firstHeader: '見出し',
  'other-header': '見出し(別の表)',
  title: '表題',
  legend: '凡例',
  note: '注記',
  total: '合計行',
  page: 'ページ番号',
  blank: '空行',
  single: '表の中の見出し',
  hidden: '隠れている行',
  noTable: '見出しの行が見つかりません。見出しの行と列の対応を選んでください',
  ending: '表の終わりの行',
  continued: '上の行と結合された続きの行',
  example: '記入例の行',
  sheet: 'シートの始まり',
  besideOnly: '右の表だけに書かれた行',
} as const;

export const tableFixes = {
  ditto: (label: string, mark: string, value: string): string =>
    `${label}の「${mark}」を上の行の「${value}」にしました`,
  dittoWithoutAbove: (label: string, mark: string): string => `${label}の「${mark}」は、上に値がないため空欄にしました`,
  merged: (label: string, value: string): string => `${label}は上の行と結合されたセルの「${value}」を入れました`,
  left: (label: string, mark: string, value: string): string => `${label}の「${mark}」を左の列の「${value}」にしました`,
  continued: (label: string, value: string): string =>
    `${label}が空欄なので、上の行の「${value}」を入れました(はじめの行だけに書かれた列)`,
} as const;

export const tableWarnings = {
  totalRows: (row: number, stated: number, read: number): string =>
    `合計が合いません。${row}行目の合計は ${stated.toLocaleString('ja-JP')} 団体、読み取った行は ${read.toLocaleString('ja-JP')} 団体です。`,
  totalSum: (
    row: number,
    label: string,
    { stated, read }: { readonly stated: number; readonly read: number },
  ): string =>
    `合計が合いません。${row}行目の${label}は ${stated.toLocaleString('ja-JP')}、読み取った合計は ${read.toLocaleString('ja-JP')} です。`,
  shownAsWords: (header: string, pairs: readonly string[]): string =>
    `「${header}」の列は、表示形式で数を言葉に見せています(${pairs.join('、')})。見えているとおりに読みました。`,
  shownAs: (stored: string, shown: string): string => `${stored}→${shown}`,
  hiddenByFormat: (header: string, count: number): string =>
    `「${header}」の列の ${count} か所は、値が表示形式で隠されているため取り込みません。取り込むときは、元のファイルで表示してください。`,
  otherTable: (row: number): string =>
    `${row}行目から、見出しのちがう別の表があります。その見出しに合わせて読みました。`,
  besideTable: (letters: string): string =>
    `右に同じ見出しの表が並んでいます(${letters}列)。左の表に続けて読みました。`,
  column: (letter: string, header: string): string => `${letter}「${header}」`,
  lowerRow: (letter: string): string => `${letter}(下の段)`,
  namelessColumn: (letter: string): string => `${letter}(見出しなし)`,
  unusedColumns: (columns: readonly string[]): string =>
    `未取込の列: ${columns.slice(0, 20).join('・')}${columns.length > 20 ? ` ほか ${columns.length - 20} 列` : ''}。取り込むときは、列の対応で項目を選んでください。`,
  hiddenRows: (count: number, included: boolean): string =>
    `隠れている行が ${count} 行あります。${included ? '取り込みの対象に含めています。' : '取り込みません。'}`,
  hiddenColumns: (letters: readonly string[], included: boolean): string =>
    `隠れている列があります(${letters.join('・')})。${included ? '取り込みの対象に含めています。' : '取り込みません。'}`,
  nullWords: (cells: number): string =>
    `NULL・nan・None など、値がないことを表す語だけのセルが ${cells} か所あります。空欄として読みました。`,
  ticks: (cells: number): string =>
    `TRUE・FALSE のセルが ${cells} か所あります。TRUE を ○、FALSE を空欄として読みました。`,
  unsavedFormulas: (cells: number): string =>
    `計算結果が保存されていない数式のセルが ${cells} か所あり、値を読めません。Excel でファイルを開いて一度保存し、もう一度取り込んでください。`,
  datesInstead: (cells: number): string =>
    `日付の入らない欄が日付になっているセルが ${cells} か所あります(「1-1」が 1月1日 になったものなど)。取り込まないので、元のファイルで文字列として入れ直してください。`,
} as const;

/** Cells that hold no value of their column. */
export const oddCells = {
  /** 「1-1」 that Excel made a date of. `typed`: what may have stood there. */
  becameDate: (label: string, text: string, typed: readonly string[]): string =>
    `${label}が日付(${text})になっています。${typed.length === 0 ? '' : `「${typed.join('」か「')}」が日付になっているかもしれません。`}`,
  unsavedFormula: (label: string): string => `${label}のセルは数式で、計算結果がファイルに保存されていません。`,
} as const;
