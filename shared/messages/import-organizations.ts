import type { DateNote } from '#shared/domain/dates.ts';

/** Repairs, doubts and matches of the register's import, as the preview says them. */
export const organizationFixes = {
  zeroRestored: (label: string, from: string, to: string): string => `${label}の先頭の 0 を補いました(${from} → ${to})`,
  moreThanOne: (label: string, taken: string, rest: string): string =>
    `${label}に二つ以上書かれています。「${taken}」を取り込み、「${rest}」は取り込みません`,
  alsoTaken: (label: string, from: string, value: string): string =>
    `${from}に書かれていた「${value}」を${label}に入れました`,
  unknownLabel: (label: string, words: string): string =>
    `${label}の「${words}」は決まった名前にないため、そのまま入れました`,
  date: (label: string, read: { readonly raw: string; readonly iso: string; readonly note: DateNote }): string =>
    `${label}「${read.raw}」を ${read.iso} と読みました(${dateNotes[read.note]})`,
  period: (label: string, text: string, iso: string): string => `期間「${text}」から${label}を ${iso} としました`,
  cityFromAddress: (city: string): string => `住所から市町「${city}」を分けました`,
  cityRemoved: (city: string): string => `住所の先頭の「${city}」は市町と同じなので除きました`,
  fromHeading: (label: string, value: string): string => `表の中の見出しから${label}「${value}」を入れました`,
  kanaSplit: (label: string, kana: string): string => `${label}の欄のフリガナ「${kana}」を分けました`,
  phonetic: (kana: string): string =>
    `団体名のセルのふりがな「${kana}」をフリガナに入れました(Excel が入力から作ったものです。確かめてください)`,
  roleRemoved: (label: string, role: string): string => `${label}の「${role}」は役職なので除きました`,
  eraOfHeader: (label: string, text: string, read: string): string =>
    `${label}「${text}」を、見出しの元号で「${read}」と読みました`,
  lineJoined: (label: string): string => `${label}の改行を空白にしました`,
  narrowed: (label: string, text: string, value: string): string => `${label}「${text}」を半角の「${value}」にしました`,
  dateInText: (label: string, text: string): string => `${label}のセルは日付なので「${text}」と入れました`,
  hidden: (label: string): string => `${label}の値は表示形式で隠されているため取り込みません`,
  leftAlone: (labels: string): string => `空欄のため台帳の値をそのままにします(${labels})`,
  numberLeftOut: (regNo: string, holder: string): string =>
    holder === ''
      ? `登録番号「${regNo}」は以前に別の団体で使われた番号なので、入れません`
      : `登録番号「${regNo}」は別の団体「${holder}」の番号なので、入れません`,
} as const;

const dateNotes: Readonly<Record<DateNote, string>> = {
  'era-overrun': '元号の終わったあとの年月日です',
  'era-early': '元号の始まる前の年月日です',
  'two-digit-year': '西暦の下 2 桁とみなしました',
  'year-assumed': '年がないため今年度とみなしました',
  serial: 'Excel の日付の番号とみなしました',
};

/** 退会した, 抹消された: what was done to a group, or what it did. */
function leftWord(word: string): string {
  return `${word}${/抹消|取り?消し?|解除|除籍|除名|廃止/.test(word) ? 'された' : 'した'}`;
}

export const organizationProblems = {
  badValue: (label: string, text: string, reason: string): string => `${label}「${text}」：${reason}`,
  errorCell: (label: string, text: string): string =>
    `${label}のセルがエラーです(${text})。元のファイルを直してください。`,
  machineWord: (label: string, text: string): string => `${label}のセルが「${text}」です。値ではないようです。`,
  cellLeftOut: (label: string): string => `${label}は取り込みません。`,
  nameAsks: (reason: string): string => `${reason}団体の名前を確かめてください。この行は取り込みません。`,
  maybeHeading: (text: string): string =>
    `団体名の欄に「${text}」とだけ書かれています。見出しか団体か分からないため取り込みません。確かめてください。`,
  leftByHeading: (heading: string, word: string): string =>
    `「${heading}」の下にあるので、${leftWord(word)}団体かもしれません。取り込みません。確かめてください。`,
  leftByCell: (header: string, text: string, word: string): string =>
    `「${header}」の欄が「${text}」なので、${leftWord(word)}団体かもしれません。取り込みません。確かめてください。`,
  shownDiffers: (label: string, shown: string, stored: string): string =>
    `${label}は「${shown}」と表示されていますが、セルの値は「${stored}」です。見えているとおり「${shown}」と読みました。`,
  hidden: (label: string, stored: string): string =>
    `${label}のセルの値「${stored}」は表示形式で隠されているため、公開にしません。元のファイルを確かめてください。`,
  bothFlags: (label: string): string =>
    `${label}に公開と非公開の両方が書かれているため、非公開にします。どちらか確かめてください。`,
  closedInCell: (flag: string, label: string): string =>
    `${flag}は公開ですが、${label}の欄に非公開と書かれているため、非公開にします。どちらか確かめてください。`,
  keptText: (label: string): string => `${label}は書かれていたとおりに入れます。`,
  notWritten: (label: string): string => `${label}は変えません。`,
  nameMissing: '団体名がない行',
  numberOnly: '番号だけの行',
  noName: (text: string): string => `団体名の欄が「${text}」で、団体名ではない行`,
  sameRow: (row: number): string => `${row}行目と同じ内容の行`,
  regNoTwice: (regNo: string, row: number): string =>
    `登録番号「${regNo}」は ${row}行目にもあります。この行は取り込みません。どちらが正しいか確かめ、ファイルを直してください。`,
  groupTwice: (name: string, row: number): string =>
    `${row}行目と同じ団体「${name}」に当たります。この行は取り込みません。`,
  otherName: (regNo: string, existing: string): string =>
    `登録番号「${regNo}」は台帳では「${existing}」です。団体名が違い、ほかに合うところもありません。どの団体か確かめてください。`,
  sameNumber: (regNo: string, existing: string, differing: string): string =>
    `登録番号「${regNo}」は台帳では「${existing}」です。同じ番号ですが、${differing}が違います。どの団体か確かめてください。`,
  regNoUsed: (regNo: string): string =>
    `登録番号「${regNo}」は、以前に別の団体で使われています。番号は使い回せません。どの団体か確かめてください。`,
  regNoHeld: (regNo: string, holder: string): string =>
    `登録番号「${regNo}」は台帳では「${holder}」の番号です。どの団体か確かめてください。`,
  severalNames: (name: string, count: number): string =>
    `「${name}」に当たりそうな団体が台帳に ${count} 団体あり、どれか決められません。どの団体か確かめてください。`,
  otherNumber: (regNo: string): string =>
    `台帳に同じ団体名・連絡先の団体があり、登録番号が「${regNo}」です。どの団体か確かめてください。`,
  sameName: (existing: string, differing: string): string =>
    `台帳に同じ団体名の「${existing}」がありますが、${differing}が違います。どの団体か確かめてください。`,
  nearName: (existing: string, differing: string): string =>
    `台帳に似た団体「${existing}」がありますが、${differing}が違います。どの団体か確かめてください。`,
  notSure: (existing: string): string =>
    `台帳の「${existing}」に当たりそうですが、ほかの行との兼ね合いで決められません。どの団体か確かめてください。`,
  sameCorporation: (existing: string): string =>
    `台帳に法人番号も連絡先も同じ「${existing}」がありますが、同じ法人番号の団体がほかにもあります。どの団体か確かめてください。`,
  contested: (existing: string, row: number): string =>
    `台帳の「${existing}」に当たりそうな行が ${row}行目にもあり、どちらか決められません。どの団体か確かめてください。`,
  answerGone: '選ばれた団体は台帳にありません。選び直してください。',
  answerTaken: (existing: string, row: number): string =>
    `選ばれた団体「${existing}」には ${row}行目を取り込みます。選び直してください。`,
  answerNameless: '団体名がないため、新しい団体として追加できません。選び直してください。',
  left: '取り込まないことにした行',
} as const;

export const organizationMatches = {
  regNo: '登録番号で照合',
  regNoRenamed: (before: string): string => `登録番号で照合(団体名が「${before}」から変わります)`,
  corporateNumber: '法人番号で照合',
  name: (evidence: string): string => `団体名と${evidence}で照合`,
  nameOnly: '団体名だけで照合(同じ名前の団体は一つ)',
  nearName: (before: string, evidence: string): string => `団体名の一部と${evidence}で照合(台帳では「${before}」)`,
  none: '新しい団体',
  sameNameElsewhere: (regNo: string): string => `新しい団体(同じ団体名の団体が登録番号「${regNo}」にあります)`,
  sameNameOther: (differing: string): string => `新しい団体(同じ団体名の団体とは${differing}が違います)`,
  sameNameInFile: (row: number): string => `新しい団体(同じ団体名の団体が ${row}行目にあります)`,
  branch: (existing: string): string => `新しい団体(法人番号が「${existing}」と同じです)`,
  chosen: '選ばれた団体に取り込み',
  chosenNew: '新しい団体として追加(選ばれたとおり)',
} as const;

export const organizationQuestions = {
  fields: {
    regNo: '登録番号',
    name: '団体名',
    nameKana: 'フリガナ',
    city: '市町',
    address: '住所',
    phone: '電話番号',
    person: '代表者',
    corporateNumber: '法人番号',
  },
  /** A group to choose from: its name, and what tells it from others. */
  group: (name: string, details: readonly string[]): string =>
    details.length === 0 ? name : `${name}(${details.join('・')})`,
} as const;

export const organizationWarnings = {
  runningNumber: (header: string): string =>
    `「${header}」の列は 1 からの通し番号なので、登録番号として取り込みません。登録番号のときは、列の対応で選んでください。`,
  flagOfNext: (header: string, next: string): string =>
    `「${header}」の列は、右どなりの「${next}」を公開してよいかとして読みました。違うときは、列の対応で選び直してください。`,
  lonelyFlag: (header: string): string =>
    `「${header}」の列は、どの項目の公開か分からないため取り込みません。電話番号のことなら、列の対応で「電話公開」を選んでください。`,
  noName: '団体名の列が見つかりません。列の対応で「団体名」を選んでください。',
  leftAlone: (cells: number): string =>
    `ファイルで空欄の ${cells} か所は、台帳の値をそのままにします。消すときは、取り込んだあと表で消してください。`,
  maybeHeadings: (rows: number): string =>
    `団体名だけが書かれ、見出しか団体か分からない行が ${rows} 行あります。取り込まないので、確かめてください。`,
  withdrawn: (rows: number): string =>
    `退会・解散などをした団体とみられる行が ${rows} 行あります。いまの団体としては取り込まないので、確かめてください。`,
  checks: (rows: number): string =>
    `確かめが必要な行が ${rows} 行あります。理由を見て、必要ならファイルを直してください。`,
  asks: (rows: number): string =>
    `どの団体か、取り込む行かを答えてほしい行が ${rows} 行あります。答えるまで取り込みません。`,
} as const;

export const organizationWords = {
  joinedSheets: (count: number): string => `シート ${count}枚をつなげた一覧`,
  /** Row in front of the rows of a joined sheet. */
  sheet: (name: string): string => `シート「${name}」`,
} as const;

/** The sheet's name of such a row; undefined for another text. */
export function sheetOfRow(text: string): string | undefined {
  return /^シート「(.+)」$/.exec(text)?.[1];
}

export const flagWords = { open: '公開', closed: '非公開' } as const;
