import { excelSerial } from '#core/excel/write/excel-date.ts';
import { prefectureForm3Messages as messages } from '#shared/messages/prefecture-form-3.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { TemplateEdit } from '#core/excel/template/fill-template.ts';

/** How many groups of a type there are in a city, and how many members they have together. */
export type GroupCount = {
  readonly city: string;
  readonly type: string;
  readonly groups: number;
  readonly members: number;
};

/** Where 県様式第3号 wants what. The rows and columns are the prefecture's and must not be moved. */
export const PREFECTURE_FORM_3 = {
  form: 'prefecture-form-3',
  sheet: '様式第３号',
  dateCell: 'G5',
  centerCell: 'G6',
  noteCell: 'B25',
  membersColumn: 'H',
  firstCityRow: 10,
  cities: [
    '下関市',
    '山口市',
    '宇部市',
    '萩市',
    '防府市',
    '下松市',
    '岩国市',
    '光市',
    '長門市',
    '柳井市',
    '美祢市',
    '周南市',
    '山陽小野田市',
  ],
  /** Column → 種別. */
  types: {
    B: '任意団体',
    C: 'NPO法人',
    D: '認定NPO法人',
    E: '一般社団法人',
    F: '自治会・まちづくり協議会',
  },
} as const;

export type PrefectureForm3Header = {
  /** 報告年月日, ISO; the cell's own format shows it as 令和8年4月1日. */
  readonly date: string;
  readonly centerName: string;
  readonly note: string;
};

export type PrefectureForm3Fill = {
  readonly edits: readonly TemplateEdit[];
  /** Counts that the form has no row or column for. They are in no cell of the table, only named in 備考. */
  readonly leftOver: readonly GroupCount[];
};

const normalised = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

function isSame(count: GroupCount, city: string, type: string): boolean {
  return normalised(count.city) === normalised(city) && normalised(count.type) === normalised(type);
}

function leftOverOf(counts: readonly GroupCount[]): readonly GroupCount[] {
  const { cities, types } = PREFECTURE_FORM_3;
  const known = new Set(cities.flatMap((city) => Object.values(types).map((type) => normalised(`${city}\t${type}`))));
  return counts.filter(
    (count) => (count.groups > 0 || count.members > 0) && !known.has(normalised(`${count.city}\t${count.type}`)),
  );
}

function sumOf(counts: readonly GroupCount[], field: 'groups' | 'members'): number {
  return counts.reduce((sum, count) => sum + count[field], 0);
}

/** Every cell of the table gets a number: the form's own check refuses blanks, and 0 says "counted, none". */
function tableEdits(counts: readonly GroupCount[]): readonly TemplateEdit[] {
  const { sheet, cities, types, firstCityRow, membersColumn } = PREFECTURE_FORM_3;
  return cities.flatMap((city, index) => {
    const row = firstCityRow + index;
    const byType = Object.entries(types).map(([column, type]) => ({
      column,
      matching: counts.filter((count) => isSame(count, city, type)),
    }));
    const members = sumOf(
      byType.flatMap(({ matching }) => matching),
      'members',
    );
    return [
      ...byType.map(({ column, matching }) => ({ sheet, ref: `${column}${row}`, value: sumOf(matching, 'groups') })),
      { sheet, ref: `${membersColumn}${row}`, value: members },
    ];
  });
}

function leftOverNote(leftOver: readonly GroupCount[]): string {
  if (leftOver.length === 0) return '';
  const { cities } = PREFECTURE_FORM_3;
  const isListed = (city: string) => cities.some((listed) => normalised(listed) === normalised(city));
  const byCity = Map.groupBy(leftOver, (count) =>
    // Of a city that the form has, only the type is foreign, so the type is what the reader has to learn.
    isListed(count.city) ? messages.cityAndType(count.city, count.type) : messages.city(count.city),
  );
  const items = [...byCity].map(([label, counts]) =>
    messages.leftOverItem(label, sumOf(counts, 'groups'), sumOf(counts, 'members')),
  );
  return messages.leftOver(items);
}

/**
 * The cells to fill in 県様式第3号 (登録団体数等報告書). Groups of a city or a type that the form does not have are left
 * out of the table, so that its totals stay what they say, and are named in 備考 and in `leftOver`.
 */
export function prefectureForm3Edits(
  counts: readonly GroupCount[],
  { date, centerName, note }: PrefectureForm3Header,
): PrefectureForm3Fill {
  const { sheet, dateCell, centerCell, noteCell } = PREFECTURE_FORM_3;
  const serial = excelSerial(date);
  if (serial === undefined) throw new AppError('INVALID_INPUT', { detail: messages.badDate(date) });
  const leftOver = leftOverOf(counts);
  const remark = [note.trim(), leftOverNote(leftOver)].filter((text) => text !== '').join('\n');
  const edits = [
    { sheet, ref: dateCell, value: serial },
    { sheet, ref: centerCell, value: centerName === '' ? null : centerName },
    ...tableEdits(counts),
    { sheet, ref: noteCell, value: remark === '' ? null : remark },
  ];
  return { edits, leftOver };
}
