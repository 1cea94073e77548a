import { describe, expect, test } from 'vitest';
import { findInText, replaceInText } from '#renderer/sheet/find/replace-text.ts';

function found(text: string, wanted: string): readonly string[] {
  return findInText(text, wanted).map(({ start, end }) => text.slice(start, end));
}
function replaced(text: string, wanted: string, replacement: string): string | null {
  return replaceInText(text, wanted, { replacement, wholeCell: false });
}
function replacedWhole(text: string, wanted: string): string | null {
  return replaceInText(text, wanted, { replacement: 'NPO法人', wholeCell: true });
}

describe('finding in a text', () => {
  test.each([
    ['half width finds full width', 'ＮＰＯ法人', 'NPO', ['ＮＰＯ']],
    ['case does not matter', 'Npo と NPO', 'npo', ['Npo', 'NPO']],
    ['half-width kana with their marks', 'ｶﾞｯｺｳ ガッコウ', 'ガッコウ', ['ｶﾞｯｺｳ', 'ガッコウ']],
    ['kana of a Mac, in two characters', 'か\u3099っこう', 'がっこう', ['か\u3099っこう']],
    ['a sign that stands for several letters', '㈱山口', '(株)', ['㈱']],
    ['several letters that a sign stands for', '(株)山口', '㈱', ['(株)']],
    ['a circled number', '①と1', '1', ['①', '1']],
    ['a full-width space', '山口　花子', ' ', ['　']],
    ['a line break', 'あ\nい', '\n', ['\n']],
    ['no overlaps', 'ああああ', 'ああ', ['ああ', 'ああ']],
    ['a letter outside the basic plane', '𠮷田と𠮷野', '𠮷', ['𠮷', '𠮷']],
    ['an overlap with its own beginning', 'ababac', 'abac', ['abac']],
  ])('%s', (...[, text, wanted, hits]) => {
    expect(found(text, wanted)).toEqual(hits);
  });

  test.each([
    ['half of a sign', '㈱山口', '株'],
    ['a kana without its mark', 'ｶﾞｯｺｳ', 'カ'],
    ['a long mark for a hyphen', 'サーバー', '-'],
    ['nothing', 'あいう', ''],
    ['anything in an empty cell', '', 'あ'],
  ])('%s is not found', (_, text, wanted) => {
    expect(findInText(text, wanted)).toEqual([]);
  });
});

describe('replacing in a text', () => {
  test('only what was found changes, everything else keeps its width', () => {
    expect(replaced('ＮＰＯ法人　ＡＢＣ(NPO)', 'npo', 'エヌピーオー')).toBe('エヌピーオー法人　ＡＢＣ(エヌピーオー)');
    expect(replaced('083-226-4040', '-', '')).toBe('0832264040');
    expect(replaced('㈱山口ｶﾞｽ', 'ガス', 'GAS')).toBe('㈱山口GAS');
  });
  test('what is not there gives null', () => {
    expect(replaced('山口市', '下関', '萩')).toBeNull();
  });
  test('the replacement is taken as it is, signs of patterns included', () => {
    expect(replaced('a.b', '.', '$&$1')).toBe('a$&$1b');
    expect(replaced('x', 'x', '')).toBe('');
  });
  test('the whole cell or nothing', () => {
    expect(replacedWhole('ＮＰＯ', 'npo')).toBe('NPO法人');
    expect(replacedWhole('NPO法人', 'npo')).toBeNull();
    expect(replacedWhole('', '')).toBeNull();
  });
});

describe('hostile text', () => {
  test.each([
    ['100,000 times the same letter', 'a'.repeat(100_000), `${'a'.repeat(5000)}b`],
    ['100,000 signs of which a part is wanted', '㈱'.repeat(100_000), '株)(株'],
    ['100,000 combining marks', `e${'\u0301'.repeat(100_000)}`, 'é'],
    ['a long wanted text', 'ab'.repeat(50_000), 'ab'.repeat(40_000)],
    ['HTML and control characters', '<script>\u0000'.repeat(10_000), '</b>'],
  ])('%s takes no time', (_, text, wanted) => {
    const started = performance.now();
    findInText(text, wanted);
    expect(performance.now() - started).toBeLessThan(5000);
  });
  test('lone surrogates stay where they are', () => {
    expect(replaced('\uD842あ\uDFB7', 'あ', 'い')).toBe('\uD842い\uDFB7');
  });
});
