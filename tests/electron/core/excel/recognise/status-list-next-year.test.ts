import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import { buildStatusListSheet } from '#core/excel/write/status-list-layout.ts';
import { writeXlsx } from '#core/excel/write/write-xlsx.ts';
import type { Analysis } from '#core/excel/recognise/importer.ts';
import type { Sheet } from '#core/excel/workbook.ts';
import {
  addWide,
  eachSection,
  mergeDown,
  newDraft,
  type SampleItem,
  samplePlan,
  samplePlanLater,
  type SamplePlan,
  toSheet,
} from '#tests/helpers/sample-plan.ts';
import { analyze, countActions, firstSheet, importSheet, onlyList } from '#tests/helpers/status-list-sheets.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';

const legend = '実施状況：◎実施済 ○継続推進 △一部実施 ×検討中';
const roman = ['Ⅰ', 'Ⅱ', 'Ⅲ'];
const small = ['ⅰ', 'ⅱ'];
const letters: Readonly<Record<string, string>> = { '◎': 'A', '○': 'B', '△': 'C', '×': 'D', '-': '－' };

/** Issuer and year above, heading rows, legend and note below. */
function withHeadingRows(plan: SamplePlan): Sheet {
  const draft = newDraft(
    ['ひまわり市 市民協働課'],
    ['ひまわり市協働推進計画 進捗状況一覧'],
    [],
    ['No.', '取組', '進捗', '今後の方向性', '担当課', '実績・課題'],
  );
  eachSection(plan, ({ policy, section, p, s }) => {
    if (s === 0) addWide(draft, `${roman[p]}　${policy.name}`, 6);
    addWide(draft, `（${s + 1}）${section.name}`, 6);
    for (const row of section.items)
      draft.lines.push([
        row.no,
        `${row.name}${labelOf(row, '【再掲】')}`,
        row.mark,
        row.disposition,
        '協働課',
        row.note,
      ]);
  });
  draft.lines.push([], ['◎：完了　○：順調　△：やや遅れ　×：未着手'], ['※担当課は4月1日現在']);
  return toSheet(draft);
}

/** Merged columns for the headings, their numbers in columns of their own, letters with a legend of four rows. */
function withMergedColumns(plan: SamplePlan): Sheet {
  const draft = newDraft(
    ['第3次ひまわり市協働推進計画　施策評価シート'],
    ['【評価の基準】'],
    ['A：達成した'],
    ['B：おおむね達成した'],
    ['C：一部着手した'],
    ['D：未着手'],
    ['方針\n番号', '基本方針', '施策\n番号', '基本施策', '項目\n番号', '実施項目', '評価', '今後の\n対応', '備考'],
  );
  let policyStart = 0;
  eachSection(plan, ({ policy, section, p, s }) => {
    const start = draft.lines.length;
    if (s === 0) policyStart = start;
    section.items.forEach((row, index) => {
      const first = index === 0;
      draft.lines.push([
        first && s === 0 ? p + 1 : null,
        first && s === 0 ? policy.name : null,
        first ? `(${s + 1})` : null,
        first ? section.name : null,
        row.no,
        row.name,
        letters[row.mark] ?? '',
        row.disposition,
        row.kind === 'repost' ? '（再掲）' : row.note,
      ]);
    });
    for (const column of [2, 3]) mergeDown(draft, start, column);
    if (s === policy.sections.length - 1) for (const column of [0, 1]) mergeDown(draft, policyStart, column);
  });
  return toSheet(draft);
}

/** No title; headings are in the columns of the items, told by their codes, and are rated themselves. */
function withCodes(plan: SamplePlan): Sheet {
  const codes = new Map<number, string>();
  eachSection(samplePlan, ({ section, p, s }) => {
    section.items.forEach((row, index) => {
      if (row.kind === 'item') codes.set(row.no, `${p + 1}-${s + 1}-${index + 1}`);
    });
  });
  const draft = newDraft(['コード', '名称', '所管', '達成度', '方向性', '評価コメント']);
  eachSection(plan, ({ policy, section, p, s }) => {
    if (s === 0) draft.lines.push([`${p + 1}`, policy.name, null, 'A', null, null]);
    draft.lines.push([`${p + 1}-${s + 1}`, section.name, null, 'B', null, '施策としては順調。']);
    for (const row of section.items) {
      const values = row.kind === 'repost' ? ['', '', ''] : [letters[row.mark] ?? '', row.disposition, row.note];
      draft.lines.push([codes.get(row.no) ?? '3-1-4', `${row.name}${labelOf(row, ' ※再掲')}`, '協働課', ...values]);
    }
  });
  return toSheet(draft, { name: 'R6' });
}

/** The header again on each page, page numbers, the headings continued, small roman numbers, totals. */
function withPages(plan: SamplePlan): Sheet {
  const head = [
    ['協働のまちづくり計画'],
    [legend],
    ['NO', '推 進 項 目', '実施\n状況', '今後の\n取扱い', '検 証 内 容'],
  ];
  const draft = newDraft(...head);
  eachSection(plan, ({ policy, section, p, s }) => {
    const title = `${roman[p]}．${policy.name}`;
    if (s === 0) addWide(draft, title, 5);
    addWide(draft, `${small[s]}．${section.name}`, 5);
    section.items.forEach((row, index) => {
      if (index === 2) {
        draft.lines.push([null, '1 / 3'], ...head);
        addWide(draft, `${title}（つづき）`, 5);
        addWide(draft, `${small[s]}．${section.name}（つづき）`, 5);
      }
      draft.lines.push([row.no, `${labelOf(row, '再掲：')}${row.name}`, row.mark, row.disposition, row.note]);
    });
    draft.lines.push([null, '小計', section.items.length]);
  });
  draft.lines.push([null, '合計', plan.flatMap((policy) => policy.sections.flatMap(({ items }) => items)).length]);
  return toSheet(draft);
}

/** A column for each answer, headings without numbers. */
function withAnswerColumns(plan: SamplePlan): Sheet {
  const marks = ['◎', '○', '△', '×'];
  const words = ['完了', '継続', '廃止'];
  const draft = newDraft(
    ['市民活動推進プラン（令和6年度）'],
    ['No', '取組', '実施状況', null, null, null, '今後の取扱い', null, null, '検証内容'],
    [null, null, '実施済', '継続推進', '一部実施', '検討中', ...words, null],
  );
  draft.merges.push({ r1: 1, c1: 2, r2: 1, c2: 5 }, { r1: 1, c1: 6, r2: 1, c2: 8 });
  eachSection(plan, ({ policy, section, s }) => {
    if (s === 0) addWide(draft, policy.name, 10);
    addWide(draft, section.name, 10);
    for (const row of section.items) {
      const checked = [...marks.map((mark) => mark === row.mark), ...words.map((word) => word === row.disposition)];
      const cells = checked.map((isChosen) => (row.kind === 'repost' ? '－' : isChosen ? '○' : null));
      draft.lines.push([row.no, row.name, ...cells, row.note]);
    }
  });
  return toSheet(draft);
}

function labelOf(row: SampleItem, label: string): string {
  return row.kind === 'repost' ? label : '';
}

const shapes: readonly (readonly [string, (plan: SamplePlan) => Sheet])[] = [
  ['heading rows', withHeadingRows],
  ['merged columns with numbers beside them', withMergedColumns],
  ['codes in the columns of the items', withCodes],
  ['pages', withPages],
  ['a column for each answer', withAnswerColumns],
];

function changed({ rows }: Analysis): string[] {
  return rows
    .filter((row) => row.action !== 'same' && row.action !== 'skip')
    .map((row) => `${row.action} ${row.title}: ${row.changes.map(({ field }) => field).join(' ')}`);
}

describe.each(shapes)('a plan in %s', (_, shape) => {
  it('is read whole', () => {
    const ledger = tempLedger();
    const { analysis } = importSheet(ledger, shape(samplePlan));
    expect(countActions(analysis)).toMatchObject({ add: 16, change: 0, check: 0 });
    const { plan, rows } = onlyList(ledger);
    expect(plan).toMatchObject({ policies: 3, sections: 6, measures: 14, placements: 16 });
    expect(Object.values(plan.marks).toSorted()).toEqual([2, 2, 4, 6]);
    expect(plan.dispositions).toEqual({ 完了: 2, 継続: 10, 廃止: 2 });
    expect(rows.filter((row) => row.kind === 'heading').map((row) => [row.depth, row.name])).toEqual(
      samplePlan.flatMap((policy) => [[0, policy.name], ...policy.sections.map(({ name }) => [1, name])]),
    );
    const own = samplePlan.flatMap(({ sections }) => sections.flatMap(({ items }) => items));
    expect(rows.filter((row) => row.kind === 'measure').map((row) => [row.name, row.note ?? ''])).toEqual(
      own.filter(({ kind }) => kind === 'item').map(({ name, note }) => [name, note]),
    );
  });

  it('changes nothing when it comes again, nor when its own export does', async () => {
    const ledger = tempLedger();
    importSheet(ledger, shape(samplePlan));
    expect(importSheet(ledger, shape(samplePlan)).result.changeSetId).toBeNull();
    const exported = firstSheet(await parseWorkbook(writeXlsx({ sheets: [buildStatusListSheet(onlyList(ledger))] })));
    const back = importSheet(ledger, exported, { fileName: '出力.xlsx' });
    expect(countActions(back.analysis)).toMatchObject({ same: 16, add: 0, change: 0, check: 0 });
    expect(back.result.changeSetId).toBeNull();
  });

  it('tells exactly what became of it a year later', () => {
    const ledger = tempLedger();
    const { analysis: first } = importSheet(ledger, shape(samplePlan));
    const choices = { fiscalYear: first.fiscalYear ?? 0, planTitle: first.planTitle ?? '' };
    const later = analyze(ledger, shape(samplePlanLater), { choices });
    expect(changed(later).map((line) => line.replace('numberRaw ', ''))).toEqual([
      'change 広報紙「きらり」の発行: mark',
      'change 出前講座の実施: mark note',
      'change 市民活動コーディネーターの養成: name',
      expect.stringMatching(/^add 地域円卓会議の開催: .*name mark disposition note$/),
      'change ふるさと納税を活用した支援: place',
      'change 協働推進員の配置: order',
    ]);
    expect(later.warnings.join('\n')).toContain('ファイルにない項目が 1件あります');
    expect(later.warnings.join('\n')).toContain('活動事例集の作成');
  });
});

describe('the list of a new year', () => {
  it('says what its marks were in the year before, row by row and in one sentence', () => {
    const ledger = tempLedger();
    importSheet(ledger, withPages(samplePlan), { choices: { fiscalYear: 2024 } });
    const next = analyze(ledger, withPages(samplePlanLater), { choices: { fiscalYear: 2025 } });
    const reasonOf = (title: string) => next.rows.find((row) => row.title === title)?.reason;
    expect(reasonOf('広報紙「きらり」の発行')).toBe('NOと項目名が同じ。令和6年度の実施状況は「○」でした');
    expect(reasonOf('団体交流室の整備')).toBe('NOと項目名が同じ。令和6年度と同じ実施状況です');
    expect(next.warnings).toContain(
      '令和7年度の記録として新しく入れます。令和6年度の記録はそのまま残ります。実施状況が令和6年度から変わった項目は 2件です(2 ○→◎、5 △→○)。',
    );
  });

  it('finds a measure that was renamed although all numbers after it were given anew', () => {
    const ledger = tempLedger();
    importSheet(ledger, withHeadingRows(samplePlan), { choices: { fiscalYear: 2024 } });
    let count = 0;
    const numbers = new Map<string, number>();
    const shifted = samplePlanLater.map((policy) => ({
      ...policy,
      sections: policy.sections.map((section) => ({
        ...section,
        items: section.items.map((row) => {
          if (row.kind === 'item') numbers.set(row.name, ++count);
          return { ...row, no: numbers.get(row.name) ?? row.no };
        }),
      })),
    }));
    const analysis = analyze(ledger, withHeadingRows(shifted), { choices: { fiscalYear: 2024 } });
    expect(analysis.rows.find((row) => row.title === '市民活動コーディネーターの養成')).toMatchObject({
      action: 'change',
      reason: expect.stringContaining('よく似ています'),
      changes: [{ field: 'numberRaw' }, { field: 'name', before: 'コーディネーターの養成' }],
    });
    expect(analysis.rows.filter((row) => row.action === 'add').map((row) => row.title)).toEqual(['地域円卓会議の開催']);
  });
});
