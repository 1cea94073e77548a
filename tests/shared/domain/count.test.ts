import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCount } from '#shared/domain/count.ts';

describe('parseCount', () => {
  test.each([
    ['１９２人', { value: 192, unit: '人' }],
    ['162名', { value: 162, unit: '名' }],
    ['１６２ 名', { value: 162, unit: '名' }],
    ['1,931団体', { value: 1931, unit: '団体' }],
    ['１，９３１', { value: 1931 }],
    ['0', { value: 0 }],
    ['192.0', { value: 192 }],
    ['二十五名', { value: 25, unit: '名' }],
    ['1.2万人', { value: 12000, unit: '人' }],
    ['1万2,000人', { value: 12000, unit: '人' }],
    ['3,011千円', { value: 3011, unit: '千円' }],
    ['12千人', { value: 12, unit: '千人' }],
    ['▲1,234', { value: -1234 }],
    ['△5', { value: -5 }],
    ['39.5％', { value: 39.5, unit: '%' }],
    ['全19市町', { value: 19, unit: '市町' }],
    ['会員192名', { value: 192, unit: '名' }],
    ['192人（うち市民80人）', { value: 192, unit: '人', rest: '(うち市民80人)' }],
  ])('reads %s', (text, expected) => {
    expect(parseCount(text)).toEqual(expected);
  });

  test.each(['約50', '数名', '数十人', '10～15人', '10-15', '50名以上', '50人程度', '約三十人', '多数'])(
    'says that %s is rough',
    (text) => {
      expect(parseCount(text)).toEqual({ approximate: true, raw: text });
    },
  );

  test.each(['', '-', 'なし', '未定', '人', '正会員50名、賛助会員20名', '○'])('does not read %j', (text) => {
    expect(parseCount(text)).toBeNull();
  });

  test('reads back any number with separators and unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        expect(parseCount(`${value.toLocaleString('ja-JP')}人`)).toEqual({ value, unit: '人' });
        expect(parseCount(String(value))).toEqual({ value });
      }),
    );
  });
});
