import { describe, expect, it } from 'vitest';
import { writeXlsx } from '#core/excel/write/write-xlsx.ts';
import { buildStatusListSheet } from '#core/excel/write/status-list-layout.ts';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import { statusListImporter } from '#core/excel/recognise/status-list/importer.ts';
import { editMeasures } from '#db/commands/measures.ts';
import { listPlans } from '#db/queries/measures.ts';
import { undoChangeSet } from '#db/undo.ts';
import {
  analyze,
  countActions,
  firstSheet,
  fixtureSheet,
  importSheet,
  onlyList,
  yamaguchiTitle,
} from '#tests/helpers/status-list-sheets.ts';
import { tempLedger, testNow } from '#tests/helpers/temp-ledger.ts';

const xlsx = '山口市_実行計画実施状況一覧.xlsx';
const ods = '山口市_実行計画実施状況一覧.ods';
const dataTables = [
  'plan',
  'plan_level',
  'plan_node',
  'node_placement',
  'mark_set',
  'mark',
  'verification_note',
  'progress_record',
];

describe('the status list of 山口市', () => {
  it.each([xlsx, ods])(
    '%s is read whole: policies, sections, measures, 再掲, marks and the shared note',
    async (name) => {
      const ledger = tempLedger();
      const { analysis } = importSheet(ledger, await fixtureSheet(name), { fileName: name });
      expect(countActions(analysis)).toMatchObject({ add: 52, change: 0, same: 0, check: 0 });
      const entry = { title: yamaguchiTitle, measures: 47, fiscalYears: [2026] };
      expect(listPlans(ledger)).toEqual([{ ...entry, id: expect.any(String) }]);
      const list = onlyList(ledger);
      expect(list.plan).toEqual({
        ...entry,
        id: expect.any(String),
        policies: 5,
        sections: 16,
        placements: 52,
        marks: { '◎': 8, '○': 33, '△': 2, '×': 4 },
        dispositions: { 完了: 8, 継続: 35, 廃止: 4 },
        sharedNotes: 1,
        fiscalYear: 2026,
      });
      expect(list.levelLabels).toEqual(['推進方針', '推進施策']);
      expect(
        list.rows.filter((row) => row.kind === 'repost').map((row) => [row.numberRaw, row.repostLabel, row.originPath]),
      ).toEqual([
        ['30', '【再掲】', 'II (4)'],
        ['7', '【再掲】', 'I (2)'],
        ['31', '【再掲】', 'II (4)'],
        ['16', '', 'I (4)'],
        ['21', '【再掲】', 'II (2)'],
      ]);
      const shared = list.rows.filter((row) => row.noteSharedBy.length > 0);
      expect(shared.map((row) => [row.numberRaw, row.noteSharedBy])).toEqual([
        ['4', ['4', '5']],
        ['5', ['4', '5']],
      ]);
    },
  );

  it('is known as a status list with its header, and every row left out says why', async () => {
    const sheet = await fixtureSheet(xlsx);
    expect(statusListImporter.score(sheet)).toBeGreaterThan(0.8);
    const analysis = analyze(tempLedger(), sheet);
    expect(analysis.headerRows).toEqual([3]);
    expect(analysis.rows).toHaveLength(82);
    const skipped = analysis.rows.filter((row) => row.action === 'skip');
    const reasons = Map.groupBy(skipped, (row) => row.reason);
    expect([...reasons].map(([reason, rows]) => [reason, rows.length])).toEqual([
      ['表題', 1],
      ['凡例', 3],
      ['列の見出し', 1],
      ['見出し(推進方針)として読み、新しく作ります', 5],
      ['見出し(推進施策)として読み、新しく作ります', 16],
      ['表題のくり返し', 2],
      ['見出しのくり返し', 2],
    ]);
    expect(analysis.warnings.join('\n')).toContain('令和8年度');
    expect(analysis.warnings.join('\n')).toContain('再掲の表示がない行を再掲として読みました(16)');
  });

  it.each([xlsx, ods])('imported again as %s writes nothing', async (name) => {
    const ledger = tempLedger();
    importSheet(ledger, await fixtureSheet(xlsx));
    const { analysis, result } = importSheet(ledger, await fixtureSheet(name), { today: '2027-06-01' });
    expect(countActions(analysis)).toMatchObject({ add: 0, change: 0, same: 52, check: 0 });
    expect(result).toMatchObject({ changeSetId: null, changes: 0 });
  });

  it("keeps 16's ◎完了 although its 再掲 row has only '-'", async () => {
    const ledger = tempLedger();
    importSheet(ledger, await fixtureSheet(xlsx));
    const own = onlyList(ledger).rows.find((row) => row.kind === 'measure' && row.numberRaw === '16');
    expect(own).toMatchObject({ mark: { text: '◎' }, disposition: { text: '完了' } });
  });

  it('shows a change cell by cell and undoing the import brings the old value back', async () => {
    const ledger = tempLedger();
    const sheet = await fixtureSheet(xlsx);
    importSheet(ledger, sheet);
    const { plan, rows } = onlyList(ledger);
    const measure = rows.find((row) => row.numberRaw === '5');
    const edits = [{ nodeId: measure?.nodeId ?? '', field: 'mark' as const, value: '△' }];
    editMeasures(ledger, { planId: plan.id, fiscalYear: 2026, edits }, (label) => ({
      command: 'measures.edit',
      label,
      actor: '',
      now: testNow(),
    }));
    const { analysis, result } = importSheet(ledger, sheet);
    expect(countActions(analysis)).toMatchObject({ change: 1, same: 51 });
    const changed = analysis.rows.find((row) => row.action === 'change');
    expect(changed).toMatchObject({
      row: 11,
      changes: [{ field: 'mark', label: '実施状況', before: '△', after: '◎' }],
    });
    undoChangeSet(ledger, result.changeSetId ?? '', { actor: '', now: testNow() });
    expect(onlyList(ledger).rows.find((row) => row.numberRaw === '5')?.mark.text).toBe('△');
  });

  it('undoing the import leaves every table of data empty', async () => {
    const ledger = tempLedger();
    const { result } = importSheet(ledger, await fixtureSheet(xlsx));
    undoChangeSet(ledger, result.changeSetId ?? '', { actor: '', now: testNow() });
    const counts = dataTables.map((table) => ledger.connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    expect(counts).toEqual(dataTables.map(() => 0));
  });

  it('exported and imported again changes nothing, in the year it was exported for', async () => {
    const ledger = tempLedger();
    importSheet(ledger, await fixtureSheet(xlsx), { choices: { fiscalYear: 2024 } });
    importSheet(ledger, await fixtureSheet(xlsx), { choices: { fiscalYear: 2025 } });
    const { plan, rows } = onlyList(ledger);
    const nodeId = rows.find((row) => row.numberRaw === '1')?.nodeId ?? '';
    editMeasures(
      ledger,
      { planId: plan.id, fiscalYear: 2025, edits: [{ nodeId, field: 'mark', value: '○' }] },
      (label) => ({ command: 'e', label, actor: '', now: testNow() }),
    );
    const bytes = writeXlsx({ sheets: [buildStatusListSheet(onlyList(ledger, 2024))] });
    const { analysis, result } = importSheet(ledger, firstSheet(await parseWorkbook(bytes)), { fileName: '出力.xlsx' });
    expect(analysis.fiscalYear).toBe(2024);
    expect(countActions(analysis)).toMatchObject({ add: 0, change: 0, same: 52, check: 0 });
    expect(result.changeSetId).toBeNull();
  });
});
