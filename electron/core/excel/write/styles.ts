/** The looks a cell can have. A layout names one; nobody else decides on fonts, lines or number formats. */
export type CellStyle = {
  readonly font: keyof typeof FONTS;
  readonly fill?: keyof typeof FILLS;
  readonly border: boolean;
  readonly horizontal: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'center';
  readonly wrap: boolean;
  readonly format: keyof typeof NUMBER_FORMATS;
};

/** One typeface for all: on every Windows 10 and later, made for being read easily. Others fall back by charset. */
export const FONT_NAME = 'BIZ UDPゴシック';
export const BODY_SIZE = 10;

export const FONTS = {
  body: { size: BODY_SIZE, bold: false },
  bold: { size: BODY_SIZE, bold: true },
  title: { size: 14, bold: true },
  small: { size: 9, bold: false },
  warning: { size: BODY_SIZE, bold: true, color: 'FFC00000' },
} as const satisfies Record<string, { size: number; bold: boolean; color?: string }>;

/** Light enough to stay legible on a black-and-white copy. */
export const FILLS = {
  header: 'FFDDEBF7',
  heading: 'FFEDEDED',
  subheading: 'FFF7F7F7',
  changed: 'FFFFF2CC',
  error: 'FFFFC7CE',
} as const;

export const NUMBER_FORMATS = {
  general: { id: 0 },
  integer: { id: 3 },
  /** Keeps '=1+1' and 0839344666 text even after F2 and Enter in Excel. */
  text: { id: 49 },
  wareki: { id: 164, code: '[$-411]ggge"年"m"月"d"日"' },
  isoDate: { id: 165, code: 'yyyy\\-mm\\-dd' },
} as const satisfies Record<string, { id: number; code?: string }>;

const TEXT: CellStyle = {
  font: 'body',
  border: true,
  horizontal: 'left',
  vertical: 'top',
  wrap: true,
  format: 'text',
};

/** The order is the index in the file (cellXfs), so 'plain' stays first: it is what an untouched cell looks like. */
export const STYLES = {
  plain: { ...TEXT, border: false, vertical: 'center', wrap: false, format: 'general' },
  title: { ...TEXT, font: 'title', border: false, vertical: 'center', wrap: false },
  titleCenter: { ...TEXT, font: 'title', border: false, horizontal: 'center', vertical: 'center', wrap: false },
  /** Text on the sheet outside of a table: 凡例 on one line, running over empty neighbours; 注 wrapped, for a merge. */
  legend: { ...TEXT, font: 'small', border: false, vertical: 'center', wrap: false },
  note: { ...TEXT, font: 'small', border: false, vertical: 'center' },
  noteRight: { ...TEXT, font: 'small', border: false, horizontal: 'right', vertical: 'center', wrap: false },
  /** 取扱注意, 部外秘. */
  warning: { ...TEXT, font: 'warning', border: false, vertical: 'center', wrap: false },
  header: { ...TEXT, font: 'bold', fill: 'header', horizontal: 'center', vertical: 'center' },
  /** A row that heads the rows below it: 推進方針, 施策の方向. */
  heading: { ...TEXT, font: 'bold', fill: 'heading', vertical: 'center' },
  subheading: { ...TEXT, font: 'bold', fill: 'subheading', vertical: 'center' },
  text: TEXT,
  textMiddle: { ...TEXT, vertical: 'center' },
  textCenter: { ...TEXT, horizontal: 'center', vertical: 'center' },
  /** One line, never wrapped: numbers of registration, phones, postal codes. */
  code: { ...TEXT, vertical: 'center', wrap: false },
  mark: { ...TEXT, horizontal: 'center', vertical: 'center', wrap: false },
  integer: { ...TEXT, horizontal: 'right', vertical: 'center', wrap: false, format: 'integer' },
  number: { ...TEXT, horizontal: 'right', vertical: 'center', wrap: false, format: 'general' },
  wareki: { ...TEXT, vertical: 'center', wrap: false, format: 'wareki' },
  isoDate: { ...TEXT, vertical: 'center', wrap: false, format: 'isoDate' },
  total: { ...TEXT, font: 'bold', fill: 'heading', vertical: 'center' },
  totalInteger: {
    ...TEXT,
    font: 'bold',
    fill: 'heading',
    horizontal: 'right',
    vertical: 'center',
    wrap: false,
    format: 'integer',
  },
  changed: { ...TEXT, fill: 'changed' },
  error: { ...TEXT, fill: 'error' },
  /** A number that names its row: NO. */
  numberCenter: { ...TEXT, horizontal: 'center', vertical: 'center', wrap: false, format: 'general' },
} as const satisfies Record<string, CellStyle>;

export type StyleName = keyof typeof STYLES;

const INDEX = new Map<string, number>(Object.keys(STYLES).map((name, index) => [name, index]));

/** The style's number in styles.xml (the s= of a cell). */
export function styleIndex(name: StyleName): number {
  return INDEX.get(name) ?? 0;
}

export function styleOf(name: StyleName): CellStyle {
  return STYLES[name];
}
