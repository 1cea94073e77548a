import type { OrganizationFieldKey } from '#shared/domain/organization/fields.ts';
import { foldWidth, matchKey } from '#shared/domain/text.ts';
import { organizationWarnings } from '#shared/messages/import-organizations.ts';
import { headerKey, withoutBrackets } from '../table/header-key.ts';
import type { TableColumn } from '../table/vocabulary.ts';
import { isRunningNumber, looksLike, typeOfHeader } from './content-tests.ts';

export type Doubts = {
  readonly samples: (column: number) => readonly string[];
  /** Columns the user decided about. */
  readonly chosen: ReadonlyMap<number, string | null>;
  /** What the user should know is added here. */
  readonly warnings: string[];
};

/** Columns of an address that continue another column; 従たる事務所の所在地 does not. */
const addressPart = /住所[2-9]|町名|町域|町字|^字|番地|建物|方書|丁目|地番|以降|以下|マンション/;
const genericNumber = /^(?:no|№|番号|ナンバ-|通番|通し番号|連番|項番|id|コ-ド|#)\.?$/;

/** 活動分野１ … ２０ are the fields; 条例指定 beside them is something else. Source: domain.md 2.2. */
const numberedField = /^(?:活動)?分野\d{1,2}$/;
const NUMBERED_FIELDS = 10;

/** The columns with the fields that headers and contents alone decide wrongly put right. */
export function withoutDoubts(found: readonly TableColumn[], doubts: Doubts): readonly TableColumn[] {
  const columns = withReadingsBefore(found);
  const mainAddress = best(columns, 'address');
  const mainType = best(columns, 'orgType');
  const isNumbered = columns.filter(({ header }) => numberedField.test(headerKey(header))).length >= NUMBERED_FIELDS;
  const hasMembers = columns.some((column) => column.field === 'members');
  return columns.map((column) => {
    switch (column.field) {
      case 'membersCitizen':
        // 構成員数（うち市民） is one column for both when no other tells the members.
        return !hasMembers && isCountOfBoth(column) ? { ...column, field: 'members' } : column;
      case 'address':
        return column === mainAddress || addressPart.test(foldWidth(column.header)) ? column : otherPlace(column);
      case 'orgType':
        return column === mainType || isTypeMark(column, doubts) ? column : { ...column, field: null };
      case 'fields':
        return !isNumbered || numberedField.test(headerKey(column.header)) ? column : { ...column, field: null };
      case 'regNo':
        return isRowNumber(column, doubts) ? { ...column, field: null } : column;
      default:
        return column;
    }
  });
}

const readingOf: Readonly<Record<string, string>> = {
  name: 'nameKana',
  repName: 'repKana',
  contactName: 'contactKana',
};
const plainReading = /^(?:フリガナ|ふりがな|カナ|かな|よみ(?:がな)?|読み(?:仮名|がな)?|ヨミ(?:ガナ)?)$/;

/** フリガナ | 団体名 | フリガナ | 代表者名: where the first reading stands before its name, so do the others. */
function withReadingsBefore(columns: readonly TableColumn[]): readonly TableColumn[] {
  const isReading = (column: TableColumn | undefined): boolean =>
    column !== undefined && plainReading.test(matchKey(column.header).replace(/-/g, 'ー'));
  const first = columns.findIndex(isReading);
  const before = readingOf[columns[first - 1]?.field ?? ''];
  if (first < 0 || before !== undefined || readingOf[columns[first + 1]?.field ?? ''] === undefined) return columns;
  if (columns.filter(isReading).length < 2) return columns;
  return columns.map((column, position) =>
    isReading(column) ? { ...column, field: readingOf[columns[position + 1]?.field ?? ''] ?? null } : column,
  );
}

function isCountOfBoth({ header }: TableColumn): boolean {
  const key = headerKey(header.split('>').at(-1) ?? '');
  const outside = withoutBrackets(key);
  return outside !== '' && key !== outside && !/市民|市内|うち/.test(outside);
}

function best(columns: readonly TableColumn[], field: OrganizationFieldKey): TableColumn | undefined {
  return columns.filter((column) => column.field === field).toSorted((a, b) => b.score - a.score)[0];
}

/** 活動拠点 beside the address says where the group works. */
function otherPlace(column: TableColumn): TableColumn {
  return { ...column, field: /活動/.test(column.header) ? 'area' : null };
}

function isTypeMark({ index, header }: TableColumn, { samples }: Doubts): boolean {
  return typeOfHeader(header.split('>').at(-1) ?? '') !== null && looksLike.mark(samples(index)) >= 0.9;
}

/** 番号 or No. may number the groups or the rows. */
export function isGenericNumber({ field, header }: TableColumn): boolean {
  return field === 'regNo' && genericNumber.test(matchKey(header));
}

function isRowNumber(column: TableColumn, { samples, chosen, warnings }: Doubts): boolean {
  const isNumber = !chosen.has(column.index) && isGenericNumber(column) && isRunningNumber(samples(column.index));
  if (isNumber) warnings.push(organizationWarnings.runningNumber(column.header));
  return isNumber;
}
