import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityFields, splitActivityFields } from '#shared/domain/activity-fields.ts';

function codes(text: string): readonly (string | null)[] {
  return splitActivityFields(text).fields.map((field) => field.code);
}

describe('splitActivityFields', () => {
  test.each([
    ['学術、文化、芸術又はスポーツの振興', ['06']],
    ['科学技術の振興，学術、文化、芸術又はスポーツの振興', ['15', '06']],
    ['学術、文化、芸術または\nスポーツの振興／保健、医療又は福祉の増進', ['06', '01']],
    ['消費者の保護／社会教育の推進／まちづくりの推進', ['18', '02', '03']],
    ['福祉、環境／子ども', ['01', '07', '13']],
    ['福祉 環境', ['01', '07']],
    ['保健・医療・福祉、まちづくり', ['01', '03']],
    ['1,3,5', ['01', '03', '05']],
    ['①②', ['01', '02']],
    ['① 保健、医療又は福祉の増進を図る活動\n② 社会教育の推進を図る活動', ['01', '02']],
    ['3:まちづくりの推進', ['03']],
    ['地域安全活動・災害救援活動', ['09', '08']],
    ['職業能力の開発又は雇用機会の拡充を支援する活動', ['17']],
    ['環境の保全;環境', ['07']],
    ['○環境の保全　○災害救援', ['07', '08']],
    ['', []],
  ])('splits %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('keeps an unknown word with its own text', () => {
    expect(splitActivityFields('高齢者の見守り、福祉').fields).toEqual([
      { code: null, label: '高齢者の見守り' },
      { code: '01', label: '保健、医療又は福祉の増進' },
    ]);
  });

  test('there are 20 fields with different codes and labels', () => {
    expect(activityFields.map((field) => field.code)).toEqual(
      Array.from({ length: 20 }, (_, index) => String(index + 1).padStart(2, '0')),
    );
    expect(new Set(activityFields.map((field) => field.label)).size).toBe(20);
  });

  test('every label, short label and alias alone names its field', () => {
    for (const { code, label, short, aliases } of activityFields) {
      for (const spelling of [label, short, ...aliases])
        expect([spelling, ...codes(spelling)]).toEqual([spelling, code]);
    }
  });

  test('takes any list of labels apart again, with every separator', () => {
    const lists = fc.uniqueArray(fc.constantFrom(...activityFields.map((field) => field.label)), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(lists, fc.constantFrom('、', ',', '，', '／', '/', '・', ';', '\n', '｜'), (labels, separator) => {
        expect(splitActivityFields(labels.join(separator)).fields.map((field) => field.label)).toEqual(labels);
      }),
    );
  });
});
