/** Sentences of the preview of a status list (実施状況一覧). */
export const statusListFields = {
  level1: '推進方針(大きい見出し)',
  level2: '推進施策(中の見出し)',
  level3: '小さい見出し',
  level4: 'いちばん小さい見出し',
  level1Number: '推進方針の番号',
  level2Number: '推進施策の番号',
  level3Number: '小さい見出しの番号',
  numberRaw: 'NO',
  name: '推進項目',
  mark: '実施状況',
  disposition: '今後の取扱い',
  note: '検証内容',
} as const;

/** Cells that are compared but are no column of the file. */
export const statusListExtraFields = {
  place: '属する見出し',
  order: '並び順',
  label: '再掲の表示',
  shared: '検証内容の共有',
} as const;

/** Why a row is no data. */
export const statusListSkips = {
  header: '見出しのくり返し',
  firstHeader: '列の見出し',
  otherHeader: '別の表の見出し',
  title: '表題',
  titleAgain: '表題のくり返し',
  legend: '凡例',
  note: '注記',
  total: '合計行',
  page: 'ページ番号',
  blank: '空行',
  hidden: '隠れている行',
  continued: '上の行の続き(検証内容につなげました)',
  nameless: '項目名がありません',
} as const;
export type StatusListSkip = keyof typeof statusListSkips;

export const statusListReasons = {
  heading: (label: string): string => `見出し(${label})として読みました`,
  newHeading: (label: string): string => `見出し(${label})として読み、新しく作ります`,
  renamedHeading: (label: string): string => `見出し(${label})の名前が変わっています`,
  matchedBoth: 'NOと項目名が同じ',
  matchedOnlyName: '項目名が同じ',
  matchedName: '項目名が同じ(NOが違います)',
  matchedNumber: 'NOが同じ(項目名が違います)',
  matchedSimilar: '項目名がよく似ています。名前(とNO)が変わった項目として読みました',
  matchedFar:
    'NOは同じですが項目名がまったく違います。このまま取り込むと名前が変わった項目になります。別の項目なら、ファイルの NO を直してください',
  asBefore: (year: string): string => `${year}と同じ実施状況です`,
  before: (year: string, mark: string): string => `${year}の実施状況は${mark === '' ? '空欄' : `「${mark}」`}でした`,
  added: '台帳にない項目です。新しく加えます',
  repostLabel: (origin: string): string => `再掲(元は ${origin})。件数には入れません`,
  repostDashes: (origin: string): string =>
    `再掲の表示はありませんが、同じ項目がほかにあり、この行には値がない(「-」か空欄)ため再掲としました(元は ${origin})。件数には入れません`,
  repostDuplicate: (origin: string): string =>
    `同じNO・項目名の行が先にあるため再掲としました(元は ${origin})。件数には入れません`,
  repostLost: '再掲ですが、元の項目がファイルにも台帳にもないため取り込みません。元の項目の行を加えてください',
  repostHomeless: '再掲ですが、どの見出しの下の行か分からないため取り込みません',
  repostDiffers: '再掲の行に値がありますが、元の項目の値と違うため使いません。元の行を確かめてください',
  duplicate: (row: number): string =>
    `${row}行目と NO・項目名が同じで値が違うため取り込みません。どちらが正しいか確かめてください`,
  unknownMark: (field: string, text: string, known: readonly string[]): string =>
    `${field}の「${text}」は、使える記号(${known.join(' ')})のどれでもありません。このまま取り込むと文字として入ります`,
  unsavedName: '計算結果が保存されていない数式',
  noValue: (field: string, text: string): string => `${field}のセルが「${text}」です。値ではないようです。`,
  rowLeftOut: 'この行は取り込みません。確かめてください。',
  cellLeftOut: (field: string): string => `${field}は取り込みません。`,
  shownDiffers: (field: string, shown: string, stored: string): string =>
    `${field}は「${shown}」と表示されていますが、セルの値は「${stored}」です。見えているとおり「${shown}」と読みました。確かめてください`,
  hiddenByFormat: (field: string, stored: string): string =>
    `${field}のセルの値「${stored}」は表示形式で隠されているため取り込みません。元のファイルを確かめてください`,
  odd: (mark: string, disposition: string): string =>
    `実施状況が「${mark}」で今後の取扱いが「${disposition}」は珍しい組合せです。念のため確かめてください`,
} as const;

export const statusListFixes = {
  ditto: (field: string): string => `${field}の「〃」を上の行で補いました`,
  merged: (field: string): string => `${field}の結合されたセルの値を使いました`,
  mark: (field: string, raw: string, glyph: string): string => `${field}「${raw}」を「${glyph}」と読みました`,
  rest: (field: string, raw: string, glyph: string): string =>
    `${field}「${raw}」は「${glyph}」とし、添え書きは入れません。確かめてください`,
  joinedNote: (row: number): string => `${row}行目の検証内容をつなげました`,
  sharedNote: (numbers: string): string => `結合されたセルのため、検証内容は ${numbers} で共有します`,
  ratedHeading: '見出しの行の実施状況や検証内容は入れるところがないため取り込みません',
  keptNote: '結合のない表のため、共有している検証内容をそのままにします',
} as const;

export const statusListWarnings = {
  yearFromLedger: (year: string): string =>
    `年度の記載がないため、この計画のいちばん新しい年度(${year})として取り込みます。違うときは年度を選び直してください。`,
  yearFromToday: (year: string): string =>
    `年度の記載がないため、今日の年度(${year})として取り込みます。違うときは年度を選び直してください。`,
  titleFromFile: (title: string): string =>
    `表題に計画の名前がないため、計画の名前を「${title}」としました。違うときは計画名を直してください。`,
  planByItems: (title: string, count: number): string =>
    `表題に計画の名前がありませんが、項目名が ${count}件同じなので計画「${title}」の一覧として読みました。`,
  noLegend: (field: string, meanings: readonly string[]): string =>
    `${field}の凡例がファイルにないため、${meanings.join(' ')} の意味で読みました。`,
  usedAsChoices: (field: string, glyphs: readonly string[]): string =>
    `${field}の凡例がファイルにないため、使われている値(${glyphs.join('・')})をそのまま選択肢にしました。`,
  inferredMarks: (field: string, glyphs: readonly string[]): string =>
    `${field}の選択肢にない値(${glyphs.join('・')})が使われているので、選択肢に加えました。`,
  newYear: (years: { readonly year: string; readonly before: string }, count: number, examples: string): string =>
    `${years.year}の記録として新しく入れます。${years.before}の記録はそのまま残ります。${
      count === 0
        ? `実施状況が${years.before}から変わった項目はありません。`
        : `実施状況が${years.before}から変わった項目は ${count}件です(${examples})。`
    }`,
  folded: (header: string): string =>
    `${header === '' ? '' : `「${header}」は、`}○の付いた列の見出しを値として読みました。`,
  absent: (count: number, examples: string): string =>
    `台帳にあってファイルにない項目が ${count}件あります(${examples})。そのまま残します。`,
  absentHeadings: (count: number, examples: string): string =>
    `台帳にあってファイルにない見出しが ${count}件あります(${examples})。そのまま残します。`,
  absentReposts: (count: number): string => `台帳にあってファイルにない再掲が ${count}件あります。そのまま残します。`,
  odd: (count: number): string =>
    `実施状況と今後の取扱いの組合せが珍しい項目が ${count}件あります。このまま取り込めますが、念のため確かめてください。`,
  rest: (count: number): string =>
    `実施状況や今後の取扱いに添え書きのある項目が ${count}件あります。記号だけを取り込みます。添え書きは検証内容に書き足してください。`,
  unlabelled: (numbers: string): string =>
    `再掲の表示がない行を再掲として読みました(${numbers})。違うときは、その行に実施状況を入れてください。`,
  hiddenColumns: (letters: string): string =>
    `隠れている列(${letters})は取り込みません。取り込むときは「隠れている列(${letters})も取り込む」を選んでください。`,
  hiddenRows: (count: number): string => `隠れている行が ${count}行あります。ほかの行と同じように読みました。`,
  hiddenRowsLeftOut: (count: number): string => `隠れている行が ${count}行あります。取り込みません。`,
  otherYears: (headers: string): string =>
    `ほかの年度の列(${headers})は取り込みません。取り込むときは、年度を選び直してください。`,
  otherColumns: (headers: string): string => `台帳に入れるところがない列は取り込みません(${headers})。`,
  noColumns: '推進項目の列か、実施状況・今後の取扱いの列が見つかりません。見出しの行と列の対応を選んでください。',
  total: (row: number, printed: string, read: number): string =>
    `${row}行目の合計(${printed})と読んだ項目の数(${read})が合いません。`,
  legendDiffers: (glyph: string, before: string, after: string): string =>
    `凡例「${glyph}」の意味が台帳(${before})とファイル(${after})で違います。台帳のままにします。`,
} as const;

export const statusListWords = {
  defaultLevels: ['推進方針', '推進施策', '小項目', '細項目'],
  behind: (line: string): string => `「${line}」の次`,
  first: 'いちばん上',
  top: '(見出しなし)',
  noShare: '共有なし',
  joinedSheets: (count: number): string => `${count}枚のシートをつなげた一覧`,
} as const;
