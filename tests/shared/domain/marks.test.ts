import { describe, expect, test } from 'vitest';
import { defaultDispositions, defaultStatusMarks, parseLegend, readMark } from '#shared/domain/marks.ts';

describe('parseLegend', () => {
  test.each([
    '実施状況：◎実施済 ○継続推進 △一部実施 ×検討中',
    '実施状況:◎実施済　○継続推進　△一部実施　×検討中',
    '（実施状況：◎…実施済、○…継続推進、△…一部実施、×…検討中）',
    '【実施状況】◎：実施済 ○：継続推進 △：一部実施 ×：検討中',
  ])('reads %s', (text) => {
    expect(parseLegend(text)).toEqual({ heading: '実施状況', marks: defaultStatusMarks });
  });

  test("reads another city's letters, full width or half", () => {
    const legend = parseLegend('評価　Ｓ：計画以上　Ａ：計画どおり　Ｂ：遅れ（一部）');
    expect(legend?.heading).toBe('評価');
    expect(legend?.marks.map(({ glyph, label }) => [glyph, label])).toEqual([
      ['S', '計画以上'],
      ['A', '計画どおり'],
      ['B', '遅れ（一部）'],
    ]);
  });

  test('reads letters that only a space parts from their meaning, if they follow one another', () => {
    const glyphs = (text: string) => parseLegend(text)?.marks.map((mark) => mark.glyph + mark.label);
    expect(glyphs('評価：A 達成、B 概ね達成、C 未達成')).toEqual(['A達成', 'B概ね達成', 'C未達成']);
    expect(glyphs('A 班とB 班の合同')).toBeUndefined();
  });

  test('keeps the glyph that the legend prints and still accepts its other spellings', () => {
    const marks = parseLegend('◯実施 ✕未実施')?.marks ?? [];
    expect(marks.map((mark) => mark.glyph)).toEqual(['◯', '✕']);
    expect(readMark('○', marks)).toEqual({ state: 'mark', glyph: '◯' });
    expect(readMark('x', marks)).toEqual({ state: 'mark', glyph: '✕' });
  });

  test.each([
    '※電話公開欄が「×」の団体の電話番号は、外部に提供しないこと。',
    '公開の可否を○×で記入',
    '○か×を記入',
    '○情報の提供と共有\n○多様な広報媒体の活用',
    '10:30 開会 11:40 閉会',
    '山口市協働推進プラン実行計画実施状況一覧',
    '◎',
    '',
  ])('%j is no legend', (text) => {
    expect(parseLegend(text)).toBeNull();
  });
});

describe('readMark', () => {
  test.each([
    ['◎', '◎'],
    ['○', '○'],
    ['〇', '○'],
    ['◯', '○'],
    ['Ｏ', '○'],
    ['0', '○'],
    ['△', '△'],
    ['▲', '△'],
    ['×', '×'],
    ['✕', '×'],
    ['✖\uFE0F', '×'],
    ['ｘ', '×'],
    ['　○ ', '○'],
    ['継続推進', '○'],
    ['○継続推進', '○'],
    ['◎（実施済）', '◎'],
  ])('reads %j as %s', (text, glyph) => {
    expect(readMark(text, defaultStatusMarks)).toEqual({ state: 'mark', glyph });
  });

  test.each([
    ['○(一部)', '○', '(一部)'],
    ['◎済', '◎', '済'],
    ['○ （R7から）', '○', '（R7から）'],
  ])('splits %s', (text, glyph, rest) => {
    expect(readMark(text, defaultStatusMarks)).toEqual({ state: 'mark', glyph, rest });
  });

  test.each(['-', '－', '―', 'ー', '該当なし'])('%s is not applicable', (text) => {
    expect(readMark(text, defaultStatusMarks)).toEqual({ state: 'not-applicable' });
  });

  test('an empty cell is blank, which is not the same', () => {
    expect(readMark(' 　', defaultStatusMarks)).toEqual({ state: 'blank' });
  });

  test.each(['○△', '○→◎', '？', 'ok', '未'])('%s is unknown', (text) => {
    expect(readMark(text, defaultStatusMarks)).toEqual({ state: 'unknown', text });
  });

  test.each([
    ['完了', { state: 'mark', glyph: '完了' }],
    ['継 続', { state: 'mark', glyph: '継続' }],
    ['1:継続', { state: 'mark', glyph: '継続' }],
    ['廃止（統合）', { state: 'mark', glyph: '廃止', rest: '（統合）' }],
    ['廃止検討', { state: 'unknown', text: '廃止検討' }],
    ['-', { state: 'not-applicable' }],
  ])('reads the disposition %s', (text, expected) => {
    expect(readMark(text, defaultDispositions)).toEqual(expected);
  });
});
