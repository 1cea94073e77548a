import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, foldWidth, isDash, isDitto, matchKey } from '#shared/domain/text.ts';

describe('cleanText', () => {
  test.each([
    ['\uFEFF豊田西音楽隊\u3000', '豊田西音楽隊'],
    ['\u00A0 山口\u200B市 \t', '山口市'],
    ['一行目\r\n二行目\r三行目', '一行目\n二行目\n三行目'],
    ['か\u3099くしゅう', 'がくしゅう'],
    ['山 口　太郎', '山 口　太郎'],
    ['A\tB\u00A0C', 'A B C'],
    ['\u0000a\u0007b', 'ab'],
  ])('cleans %j to %j', (raw, expected) => {
    expect(cleanText(raw)).toBe(expected);
  });

  test('keeps a compatibility ideograph of a name, which plain NFC would replace', () => {
    expect(cleanText('\uFA19田')).toBe('\uFA19田');
    expect(matchKey('\uFA19田')).toBe(matchKey('神田'));
  });

  test('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});

describe('foldWidth and matchKey', () => {
  test.each(['083-1', '０８３－１', '083‐1', '083−1', '083—1', '083ー1', '083ｰ1'])('folds the dash of %s', (text) => {
    expect(foldWidth(text)).toBe('083-1');
  });

  test.each([
    ['NPO法人', 'ＮＰＯ法人'],
    ['髙橋', '高橋'],
    ['藤﨑', '藤崎'],
    ['𠮷岡', '吉岡'],
    ['渡邉', '渡邊'],
    ['渡辺', '渡邊'],
    ['齋藤', '斉藤'],
    ['センター', 'ｾﾝﾀｰ'],
    ['センター', 'センタ－'],
    ['推進（会議）', '推進 【会議】'],
    ['虹ヶ浜', '虹ケ浜'],
    ['Ⅲ', 'III'],
    ['葛\u{E0100}城', '葛城'],
    ['ﾌｼﾞ', 'フシ\u3099'],
  ])('%s and %s have one key', (one, other) => {
    expect(matchKey(one)).toBe(matchKey(other));
  });

  test('different names keep different keys', () => {
    expect(matchKey('豊田東音楽隊')).not.toBe(matchKey('豊田西音楽隊'));
  });
});

describe('isDash and isDitto', () => {
  test.each(['-', '－', '—', '―', 'ー', '‐', '−', '--', '…', 'なし', '該当なし', '該当無し', ' － ', '／'])(
    '%s is not applicable',
    (text) => {
      expect(isDash(text)).toBe(true);
    },
  );

  test.each(['', '0', '○', '083-226-4040', 'なしの会', '〃'])('%j is not a dash', (text) => {
    expect(isDash(text)).toBe(false);
  });

  test.each(['〃', '々', '"', '”', '同上', '同 上', '上に同じ', '↑', '同じ', '（同上）'])(
    '%s means as above',
    (text) => {
      expect(isDitto(text)).toBe(true);
    },
  );

  test.each(['', '佐々木', '同上の住所', '-', '下関市'])('%j does not mean as above', (text) => {
    expect(isDitto(text)).toBe(false);
  });
});
