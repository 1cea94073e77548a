import type { MergeRange } from '#core/excel/workbook.ts';
import { sheetOf, type SheetOptions } from './status-list-sheets.ts';

/** A small plan as clerks keep it: three policies, six sections, 14 measures of which two are listed twice. */
export type SampleItem = {
  readonly kind: 'item' | 'repost';
  readonly no: number;
  readonly name: string;
  readonly mark: string;
  readonly disposition: string;
  readonly note: string;
};
export type SampleSection = { readonly name: string; readonly items: readonly SampleItem[] };
export type SamplePolicy = { readonly name: string; readonly sections: readonly SampleSection[] };
export type SamplePlan = readonly SamplePolicy[];

type Row = readonly [no: number, name: string, mark: string, disposition: string, note: string];

const item = ([no, name, mark, disposition, note]: Row): SampleItem => ({
  kind: 'item',
  no,
  name,
  mark,
  disposition,
  note,
});
const repost = (no: number, name: string): SampleItem => ({
  kind: 'repost',
  no,
  name,
  mark: '-',
  disposition: '-',
  note: '-',
});
const section = (name: string, ...items: readonly SampleItem[]): SampleSection => ({ name, items });

const site = item([1, '市民活動情報サイトの運営', '◎', '継続', '毎月2回更新した。']);
const paper = item([2, '広報紙「きらり」の発行', '○', '継続', '年4回発行した。']);
const cases = item([3, '活動事例集の作成', '×', '廃止', 'サイトで代替できるため。']);
const course = item([4, '市民活動入門講座の開催', '○', '継続', '全5回、87名が参加した。']);
const visits = item([5, '出前講座の実施', '△', '継続', '周知方法を検討している。']);
const hours = item([6, '支援センターの開館時間の延長', '◎', '完了', '']);
const room = item([7, '団体交流室の整備', '◎', '完了', '9月に供用を開始した。']);
const grants = item([8, '市民活動補助金の交付', '○', '継続', '12団体に交付した。\n審査基準を見直す。']);
const training = item([9, 'コーディネーターの養成', '△', '継続', '講座を企画した。']);
const donations = item([10, 'ふるさと納税を活用した支援', '×', '廃止', '別の制度で行う。']);
const proposals = item([11, '協働提案事業の実施', '○', '継続', '3事業を採択した。']);
const university = item([12, '大学・企業との連携', '○', '継続', '協定に基づき実施した。']);
const staff = item([13, '職員研修の実施', '◎', '継続', '42名を対象に実施した。']);
const promoters = item([14, '協働推進員の配置', '○', '継続', '全課に配置した。']);
const siteAgain = repost(1, site.name);
const courseAgain = repost(4, course.name);

export const samplePlan: SamplePlan = [
  {
    name: '市民活動を知り、参加するまちづくり',
    sections: [section('情報の発信と共有', site, paper, cases), section('学びの機会の充実', course, visits)],
  },
  {
    name: '人を育て、活動を支えるまちづくり',
    sections: [
      section('活動拠点の機能強化', hours, room, siteAgain),
      section('資金と人材の支援', grants, training, donations),
    ],
  },
  {
    name: '多様な主体がつながるまちづくり',
    sections: [section('協働の推進', proposals, university, courseAgain), section('庁内体制の整備', staff, promoters)],
  },
];

/** A year later: 2 and 5 changed, 9 renamed, 15 new, 10 moved, 13 and 14 changed places, 3 gone. */
export const samplePlanLater: SamplePlan = [
  {
    ...policy(0),
    sections: [
      section('情報の発信と共有', site, { ...paper, mark: '◎' }),
      section('学びの機会の充実', course, { ...visits, mark: '○', note: '申込みが倍増した。' }),
    ],
  },
  {
    ...policy(1),
    sections: [
      section('活動拠点の機能強化', hours, room, siteAgain),
      section('資金と人材の支援', grants, { ...training, name: '市民活動コーディネーターの養成' }),
    ],
  },
  {
    ...policy(2),
    sections: [
      section(
        '協働の推進',
        proposals,
        item([15, '地域円卓会議の開催', '△', '継続', '2地区で試行した。']),
        university,
        courseAgain,
        donations,
      ),
      section('庁内体制の整備', promoters, staff),
    ],
  },
];

function policy(index: number): SamplePolicy {
  return samplePlan[index] ?? { name: '', sections: [] };
}

export type Cell = string | number | null;
export type SheetDraft = { readonly lines: Cell[][]; readonly merges: MergeRange[] };

export function newDraft(...lines: Cell[][]): SheetDraft {
  return { lines, merges: [] };
}

/** Adds a row with one text that is merged over `width` columns. */
export function addWide({ lines, merges }: SheetDraft, text: string, width: number): void {
  const row = lines.push([text]) - 1;
  merges.push({ r1: row, c1: 0, r2: row, c2: width - 1 });
}

/** Merges a column from a row down to the last one. */
export function mergeDown({ lines, merges }: SheetDraft, from: number, column: number): void {
  if (lines.length - 1 > from) merges.push({ r1: from, c1: column, r2: lines.length - 1, c2: column });
}

export function toSheet({ lines, merges }: SheetDraft, options: SheetOptions = {}) {
  return sheetOf(lines, { ...options, merges });
}

/** Calls back for every section with its place, 0-based. */
export function eachSection(
  plan: SamplePlan,
  onSection: (place: {
    readonly policy: SamplePolicy;
    readonly section: SampleSection;
    readonly p: number;
    readonly s: number;
  }) => void,
): void {
  plan.forEach((each, p) => {
    each.sections.forEach((inner, s) => {
      onSection({ policy: each, section: inner, p, s });
    });
  });
}
