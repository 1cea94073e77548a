import { readFileSync } from 'node:fs';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import { type Formatted, formattedSheet } from '#tests/helpers/formatted-sheet.ts';
import { fixture, importRegister, storedGroups } from '#tests/helpers/register-layouts.ts';
import { firstSheet, importSheet, onlyList } from '#tests/helpers/status-list-sheets.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';
import { describe, expect, it } from 'vitest';

const kinds = ['xlsx', 'ods', 'xls'] as const;

async function sheetOf(file: string) {
  return firstSheet(await parseWorkbook(readFileSync(fixture(`cases/${file}`))));
}

/** One group a row, with the cells of the given columns; what is stored and what the preview says. */
async function importColumn(header: string, cells: readonly (Formatted | string | number | boolean | null)[]) {
  const rows = cells.map((cell, index) => [`K-${index + 1}`, `第${index + 1}の会`, `083-222-000${index}`, cell]);
  const ledger = tempLedger();
  const sheet = await formattedSheet([['登録番号', '団体名', '電話番号', header], ...rows]);
  const { analysis } = importRegister(ledger, sheet);
  return {
    groups: storedGroups(ledger),
    actions: analysis.rows.slice(1).map((row) => row.action),
    reasons: analysis.rows.slice(1).map((row) => row.reason),
    warnings: analysis.warnings,
  };
}

describe.each(kinds)('an %s file whose formats show words for numbers', (kind) => {
  it('is read by the words: flags, and the rows ask whose number says the contrary', async () => {
    const ledger = tempLedger();
    const { analysis } = importRegister(ledger, await sheetOf(`flag-format-shows-hikoukai.${kind}`));
    expect(storedGroups(ledger).map((group) => group.phonePublic)).toEqual([false, true, false, true, false]);
    expect(analysis.rows.map((row) => row.action)).toEqual(['skip', 'check', 'add', 'check', 'add', 'check']);
    expect(analysis.warnings.filter((warning) => warning.includes('表示形式'))).toEqual([
      '「電話番号の公開」の列は、表示形式で数を言葉に見せています(1→非公開、2→公開)。見えているとおりに読みました。',
    ]);
  });

  it.each([
    ['number-format-zero-padded', ['0001', '0002', '0003', '0004', '0005']],
    ['number-format-prefix', ['下市0001', '下市0002', '下市0003', '下市0004', '下市0005']],
  ])('%s: registration numbers keep what is shown, and nobody is asked', async (name, numbers) => {
    const ledger = tempLedger();
    const { analysis } = importRegister(ledger, await sheetOf(`${name}.${kind}`));
    expect(storedGroups(ledger).map((group) => group.regNo)).toEqual(numbers);
    expect(analysis.rows.filter((row) => row.action === 'check')).toEqual([]);
    expect(analysis.warnings.filter((warning) => warning.includes('表示形式'))).toEqual([]);
  });

  it('is read by the marks it shows', async () => {
    const ledger = tempLedger();
    const { analysis } = importSheet(ledger, await sheetOf(`marks-by-number-format.${kind}`));
    const marks = onlyList(ledger)
      .rows.filter((row) => row.kind === 'measure')
      .map((row) => row.mark.text);
    expect(marks).toEqual(['◎', '○', '△', '◎', '○', '○', '△', '◎']);
    expect(analysis.warnings.join()).toContain('(1→◎、2→○、3→△)');
  });
});

describe('a flag that a format shows', () => {
  const as = (v: number | string, z: string): Formatted => ({ v, z });

  it('counts as it is shown, whatever the number', async () => {
    const { groups, actions } = await importColumn('電話公開', [
      as(1, '"○";"×";"－"'),
      as(-1, '"○";"×";"－"'),
      as(0, '"○";"×";"－"'),
      as(0, '"○";;"○"'),
      as(5, '[>=5]"非公開";"公開"'),
      as(1, '"要相談"'),
    ]);
    expect(groups.map((group) => group.phonePublic)).toEqual([true, false, null, true, false, null]);
    // 0 that shows ○ and 要相談 ask; the others contradict nothing.
    expect(actions).toEqual(['add', 'add', 'add', 'check', 'add', 'check']);
  });

  it('is never public when the format shows nothing, and asks', async () => {
    const { groups, actions, warnings } = await importColumn('電話公開', [
      as(1, ';;;'),
      as('○', ';;;'),
      as(0, '0;-0;;@'),
      as(1, '[=2]"公開";[=3]"非公開"'),
    ]);
    expect(groups.map((group) => group.phonePublic)).toEqual([null, null, null, null]);
    expect(actions).toEqual(['check', 'check', 'add', 'check']);
    expect(warnings.join()).toContain('「電話公開」の列の 3 か所は、値が表示形式で隠されている');
  });
});

describe('other values that a format shows', () => {
  const as = (v: number | string, z: string): Formatted => ({ v, z });

  it('are counts with their units; a rounded or scaled one asks', async () => {
    const { groups, actions } = await importColumn('会員数', [
      as(1234, '#,##0"人"'),
      as(12, 'General"名"'),
      as(0, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ '),
      as(12, '[DBNum3]0"人"'),
      as(45, '"約"0"人"'),
      as(12345, '#,##0,"千人"'),
      as(30, '[DBNum1]General"人"'),
    ]);
    expect(groups.map((group) => group.members)).toEqual([1234, 12, 0, 12, null, null, 30]);
    expect(actions).toEqual(['add', 'add', 'add', 'add', 'check', 'check', 'add']);
  });

  it('are postal codes, telephone numbers and texts', async () => {
    const sheet = await formattedSheet([
      ['登録番号', '団体名', '郵便番号', '電話番号', '代表者', '備考', '設立年月日'],
      [
        as(7, '"R7-"000'),
        as('あおぞら', '@"の会"'),
        as(7500001, '000-0000'),
        as(832311234, '0##-###-####'),
        as('田中 一郎', '@'),
        as(1200, '"会費"#,##0"円"'),
        as(20_250_401, '0000"/"00"/"00'),
      ],
      [
        as(8, '"R7-"000'),
        'みどり会',
        as(7500002, '[<=9999999]000-0000;General'),
        as(832311235, '(0##) ###-####'),
        '岡',
        '',
        as(45748, 'yyyy/m/d'),
      ],
    ]);
    const ledger = tempLedger();
    const { analysis } = importRegister(ledger, sheet);
    expect(storedGroups(ledger)).toMatchObject([
      {
        regNo: 'R7-007',
        name: 'あおぞらの会',
        postal: '7500001',
        phone: '083-231-1234',
        repName: '田中 一郎',
        note: '会費1,200円',
        established: '2025-04-01',
      },
      { regNo: 'R7-008', postal: '7500002', phone: '083-231-1235', established: '2025-04-01' },
    ]);
    expect(analysis.rows.map((row) => row.action)).toEqual(['skip', 'add', 'add']);
  });

  it('are not taken when the format hides them, and the row and the column say so', async () => {
    const ledger = tempLedger();
    const rows = [
      ['登録番号', '団体名', '電話番号'],
      ['K-1', 'あ会', as('083-222-1111', ';;;')],
      ['K-2', 'い会', as('083-222-2222', '@')],
    ];
    const { analysis } = importRegister(ledger, await formattedSheet(rows));
    expect(storedGroups(ledger).map((group) => group.phone)).toEqual([null, '083-222-2222']);
    expect(analysis.rows[1]?.fixes).toEqual(['電話番号の値は表示形式で隠されているため取り込みません']);
    expect(analysis.warnings.join()).toContain('「電話番号」の列の 1 か所は、値が表示形式で隠されている');
  });

  it('are read alike from the old binary format', async () => {
    const rows = [
      ['登録番号', '団体名', '電話公開', '会員数'],
      [as(1, '"下市"0000'), as('あおぞら', '@"の会"'), as(1, '[=1]"非公開";"公開"'), as(1200, '#,##0"人"')],
      [as(2, '"下市"0000'), 'い会', as(0, '[=1]"非公開";"公開"'), as(3, ';;;')],
    ];
    const [xlsx, xls] = await Promise.all([formattedSheet(rows), formattedSheet(rows, 'xls')]);
    expect(xls).toEqual(xlsx);
  });
});

describe('a mark that a format shows', () => {
  const statuses = async (cells: readonly (Formatted | string | number)[], legend: string) => {
    const rows = cells.map((cell, index) => [index + 1, `推進項目その${index + 1}`, cell, '継続']);
    const ledger = tempLedger();
    const sheet = await formattedSheet([[legend], ['NO', '推進項目', '実施状況', '今後の取扱い'], ...rows]);
    const { analysis } = importSheet(ledger, sheet);
    return {
      marks: onlyList(ledger)
        .rows.filter((row) => row.kind === 'measure')
        .map((row) => row.mark.text),
      checks: analysis.rows.filter((row) => row.action === 'check').map((row) => row.row),
    };
  };
  const z = '[=1]"◎";[=2]"○";"△"';

  it('counts as it is shown and asks nobody', async () => {
    const cells = [1, 2, 3, 1].map((v) => ({ v, z }));
    expect(await statuses(cells, '◎実施済　○継続推進　△一部実施')).toEqual({ marks: ['◎', '○', '△', '◎'], checks: [] });
  });

  it('asks when the number below it is another choice of the list, or when nothing is shown', async () => {
    const cells = [{ v: 1, z: '[=1]"3";General' }, 2, 3, { v: 2, z: ';;;' }, 1];
    const { marks, checks } = await statuses(cells, '評価　3：達成　2：一部達成　1：未達成');
    expect(marks).toEqual(['3', '2', '3', '', '1']);
    expect(checks).toEqual([3, 6]);
  });
});
