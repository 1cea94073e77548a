import { describe, expect, it } from 'vitest';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';
import { analyze, countActions, importSheet, onlyList, printed, sheetOf } from '#tests/helpers/status-list-sheets.ts';

describe('other layouts of a status list', () => {
  it('reads the hierarchy from columns merged downwards, with a legend of letters', () => {
    const ledger = tempLedger();
    const sheet = sheetOf(
      [
        ['第2次○○市市民協働推進計画　令和6年度 進捗状況'],
        [],
        ['評価　S：計画以上　A：計画どおり　B：やや遅れ　C：未着手'],
        ['基本目標', '施策の方向', '番号', '事業名', '評価', '今後の方向性', '課題等'],
        ['基本目標1 知る', '(1) 情報を届ける', '1-1', '広報紙の発行', 'A', '継続', '毎月発行した。'],
        ['', '', '1-2', 'SNSの活用', 'S', '拡充', '登録者が2倍になった。'],
        ['', '(2) 学ぶ', '1-3', '出前講座', 'B', '継続', '実施校が減った。'],
        ['基本目標2 つながる', '(1) 出会う', '2-1', '交流会', 'Ｃ', '拡充', ''],
      ],
      { merges: ['A1:G1', 'A5:A7', 'B5:B6'] },
    );
    const { analysis } = importSheet(ledger, sheet);
    expect(analysis.fiscalYear).toBe(2024);
    expect(printed(ledger)).toEqual([
      '基本目標1|知る',
      '  (1)|情報を届ける',
      '    1-1|広報紙の発行|A|継続|毎月発行した。',
      '    1-2|SNSの活用|S|拡充|登録者が2倍になった。',
      '  (2)|学ぶ',
      '    1-3|出前講座|B|継続|実施校が減った。',
      '基本目標2|つながる',
      '  (1)|出会う',
      '    2-1|交流会|C|拡充|',
    ]);
    const list = onlyList(ledger);
    expect(list.levelLabels).toEqual(['基本目標', '施策の方向']);
    expect(list.marks.map((mark) => `${mark.glyph}${mark.label}`)).toEqual([
      'S計画以上',
      'A計画どおり',
      'B やや遅れ'.replace(' ', ''),
      'C未着手',
    ]);
    expect(list.dispositions.map((mark) => mark.glyph)).toContain('拡充');
    expect(importSheet(ledger, sheet).result.changeSetId).toBeNull();
  });

  it('fills heading columns down when the merges are missing, also where each row repeats the outer one', () => {
    const ledger = tempLedger();
    importSheet(
      ledger,
      sheetOf([
        ['方針', '施策', 'No.', '取組', '進捗', '備考'],
        ['I 知る', '(1) 届ける', 1, '広報紙の発行', '◎', 'よくできました。'],
        ['I 知る', '', 2, 'SNSの活用', '〇', 'ふつうでした。'],
        ['Ⅰ 知る', '(2) 学ぶ', 3, '出前講座の実施', '△', ''],
        ['II つなぐ', '(1) 出会う', 4, '交流会の開催', 'ｘ', ''],
      ]),
    );
    expect(printed(ledger)).toEqual([
      'I|知る',
      '  (1)|届ける',
      '    1|広報紙の発行|◎||よくできました。',
      '    2|SNSの活用|○||ふつうでした。',
      '  (2)|学ぶ',
      '    3|出前講座の実施|△||',
      'II|つなぐ',
      '  (1)|出会う',
      '    4|交流会の開催|×||',
    ]);
  });

  it('starts at C5, has no title and no legend, other words, another order of columns and numbering 1-1', () => {
    const ledger = tempLedger();
    const rows = [
      ['', '', '検証結果', '評価', '取組項目', '番号', '今後の取り扱い'],
      ['', '', '', '', '第1章 参加のまちづくり', '', ''],
      ['', '', '', '', '第1節 情報の共有', '', ''],
      ['', '', '計画どおり実施しました。', '○', '市民活動情報の発信', '1-1', '継続'],
      ['', '', '対象を広げました。', '◎', '市民活動講座の開催', '1-2', '完了'],
      ['', '', '', '', '第2節 場の提供', '', ''],
      ['', '', '-', '－', '市民活動情報の発信（再掲）', '1-1', 'ー'],
      ['', '', '検討の結果、取りやめました。', '✕', '会議室の貸出', '2-1', '廃止'],
      ['', '', '', '', '第2章 協働のまちづくり', '', ''],
      ['', '', '', '', '第1節 しくみづくり', '', ''],
      ['', '', '引き続き検討します。', '△', '提案制度の創設', '3-1', '継続'],
    ];
    const { analysis } = importSheet(ledger, sheetOf([[], [], [], [], ...rows], { name: '進捗' }), {
      fileName: '○○市協働推進計画_R5進捗.xlsx',
    });
    expect(countActions(analysis)).toMatchObject({ add: 5, check: 0 });
    expect(analysis).toMatchObject({ headerRows: [5], fiscalYear: 2023, planTitle: '○○市協働推進計画_R5進捗' });
    expect(printed(ledger)).toEqual([
      '第1章|参加のまちづくり',
      '  第1節|情報の共有',
      '    1-1|市民活動情報の発信|○|継続|計画どおり実施しました。',
      '    1-2|市民活動講座の開催|◎|完了|対象を広げました。',
      '  第2節|場の提供',
      '    1-1|市民活動情報の発信（再掲）|-|-|-',
      '    2-1|会議室の貸出|×|廃止|検討の結果、取りやめました。',
      '第2章|協働のまちづくり',
      '  第1節|しくみづくり',
      '    3-1|提案制度の創設|△|継続|引き続き検討します。',
    ]);
    expect(onlyList(ledger).plan).toMatchObject({ policies: 2, sections: 3, measures: 4, placements: 5 });
  });

  it('reads a two-row header, three levels of heading rows and a legend spread over cells below the table', () => {
    const ledger = tempLedger();
    importSheet(
      ledger,
      sheetOf(
        [
          ['○○県県民活動促進基本計画', '', '', '', '', '令和8年3月31日現在'],
          ['NO', '推進項目', '令和7年度', '', '', '備考'],
          ['', '', '実施状況', '今後の取扱い', '担当課', ''],
          ['1 県民活動への理解', '', '', '', '', ''],
          ['(1) 広報', '', '', '', '', ''],
          ['① 媒体', '', '', '', '', ''],
          [1, 'ホームページの更新', '○', '継続', '県民課', '毎月更新した。'],
          ['② 催し', '', '', '', '', ''],
          [2, 'フォーラムの開催', '●', '継続', '県民課', '参加者が多かった。'],
          ['2 活動の場', '', '', '', '', ''],
          ['(1) 拠点', '', '', '', '', ''],
          [3, '支援センターの運営', '★', '完了', '県民課', ''],
          ['合計', 3, '', '', '', ''],
          ['凡例', '★達成', '●順調', '○やや遅れ', '', ''],
        ],
        { merges: ['C2:E2', 'A2:A3', 'B2:B3', 'F2:F3', 'A4:F4', 'A5:F5', 'A6:F6', 'A8:F8', 'A10:F10', 'A11:F11'] },
      ),
    );
    expect(onlyList(ledger)).toMatchObject({
      fiscalYear: 2025,
      plan: { title: '○○県県民活動促進基本計画', policies: 2, sections: 2, measures: 3 },
    });
    expect(printed(ledger)).toEqual([
      '1|県民活動への理解',
      '  (1)|広報',
      '    ①|媒体',
      '      1|ホームページの更新|○|継続|毎月更新した。',
      '    ②|催し',
      '      2|フォーラムの開催|●|継続|参加者が多かった。',
      '2|活動の場',
      '  (1)|拠点',
      '    3|支援センターの運営|★|完了|',
    ]);
  });

  it('reads a list without numbers and dispositions, unnumbered headings and 〔再掲〕 before its own row', () => {
    const ledger = tempLedger();
    importSheet(
      ledger,
      sheetOf(
        [
          ['協働のまちづくりプラン'],
          ['具体的な取組', '達成度', 'コメント'],
          ['知ってもらう', '', ''],
          ['情報を発信する', '', ''],
          ['市民活動フェスタの開催〔再掲〕', '―', '―'],
          ['メールマガジンの配信', '実施済', '毎月配信しました。'],
          ['交流する', '', ''],
          ['市民活動フェスタの開催', '一部実施', '雨のため縮小しました。'],
          ['支える', '', ''],
          ['助成する', '', ''],
          ['助成金の交付', '未実施', '申請がありませんでした。'],
        ],
        { merges: ['A1:C1', 'A3:C3', 'A4:C4', 'A7:C7', 'A9:C9', 'A10:C10'] },
      ),
    );
    expect(printed(ledger)).toEqual([
      '|知ってもらう',
      '  |情報を発信する',
      '    |市民活動フェスタの開催〔再掲〕|-|-|-',
      '    |メールマガジンの配信|◎||毎月配信しました。',
      '  |交流する',
      '    |市民活動フェスタの開催|△||雨のため縮小しました。',
      '|支える',
      '  |助成する',
      '    |助成金の交付|未実施||申請がありませんでした。',
    ]);
  });

  it('takes the newest of several years side by side, and the wanted one when the year is chosen', () => {
    const sheet = sheetOf([
      ['○○市市民参加計画 進捗管理表'],
      ['No', '事業名', '令和5年度評価', '令和6年度評価', '令和6年度実績'],
      [1, '市民参加条例の周知', '△', '○', 'チラシを配布した。'],
      [2, 'パブリックコメント', '○', '◎', '5件実施した。'],
      [3, '審議会の公募', '×', '△', '2名を公募した。'],
    ]);
    const newest = tempLedger();
    const { analysis } = importSheet(newest, sheet);
    expect(analysis.fiscalYear).toBe(2024);
    expect(onlyList(newest).rows.map((row) => row.mark.text)).toEqual(['○', '◎', '△']);
    expect(analysis.warnings.join('\n')).toContain('令和5年度評価');
    const older = tempLedger();
    importSheet(older, sheet, { choices: { fiscalYear: 2023 } });
    expect(onlyList(older).rows.map((row) => row.mark.text)).toEqual(['△', '○', '×']);
  });

  it('reads numbers that stand in front of the names', () => {
    const ledger = tempLedger();
    importSheet(
      ledger,
      sheetOf([
        ['推進項目', '実施状況', '今後の取扱い'],
        ['【方針1】 知る', '', ''],
        ['1-1 広報紙の発行', '○', '継続'],
        ['1-2 SNSの活用', '◎', '完了'],
        ['【方針2】 つながる', '', ''],
        ['2-1 交流会の開催', '○', '継続'],
        ['1-2 SNSの活用', '-', '-'],
      ]),
      { fileName: '計画.xlsx' },
    );
    expect(printed(ledger)).toEqual([
      '【方針1】|知る',
      '  1-1|広報紙の発行|○|継続|',
      '  1-2|SNSの活用|◎|完了|',
      '【方針2】|つながる',
      '  2-1|交流会の開催|○|継続|',
      '  1-2|SNSの活用|-|-|-',
    ]);
  });

  it('takes the columns that the user gives when the headers say nothing', () => {
    const ledger = tempLedger();
    const sheet = sheetOf([
      ['ア', 'イ', 'ウ'],
      ['広報紙の発行', '○', '継続'],
      ['交流会の開催', '◎', '完了'],
    ]);
    expect(analyze(ledger, sheet).rows.every((row) => row.action === 'skip')).toBe(true);
    const choices = {
      headerRows: [1],
      mapping: { '0': 'name', B: 'mark', '2': 'disposition' },
      planTitle: '手で決めた計画',
    };
    const { analysis } = importSheet(ledger, sheet, { choices });
    expect(countActions(analysis)).toMatchObject({ add: 2 });
    expect(onlyList(ledger).plan).toMatchObject({ title: '手で決めた計画', marks: { '◎': 1, '○': 1 } });
  });
});

describe('numbers before words that count elsewhere', () => {
  it('are numbers of headings: 1 市民…, 2　人…', () => {
    const ledger = tempLedger();
    importSheet(
      ledger,
      sheetOf(
        [
          ['No', '推進項目', '実施状況'],
          ['1 市民が参加するまちづくり', '', ''],
          [1, '広報紙の発行', '○'],
          ['2　人を育てるまちづくり', '', ''],
          [2, '講座の開催', '◎'],
        ],
        { merges: ['A2:C2', 'A4:C4'] },
      ),
      { fileName: '計画.xlsx' },
    );
    expect(printed(ledger)).toEqual([
      '1|市民が参加するまちづくり',
      '  1|広報紙の発行|○||',
      '2|人を育てるまちづくり',
      '  2|講座の開催|◎||',
    ]);
  });
});
