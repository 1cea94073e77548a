import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPostal, parsePostal } from '#shared/domain/postal.ts';

describe('parsePostal', () => {
  test.each([
    '750-1576',
    '〒750-1576',
    '７５０－１５７６',
    '〒 750 - 1576',
    '7501576',
    '7501576.0',
    '750ー1576',
    '(〒750-1576)',
    '〒７５０−１５７６',
  ])('reads %s', (text) => {
    expect(parsePostal(text)).toEqual({ value: '7501576' });
  });

  test('restores the zero Excel dropped', () => {
    expect(parsePostal('600001')).toEqual({ value: '0600001', note: 'zero-restored' });
  });

  test('hands back an address that follows in the cell', () => {
    expect(parsePostal('〒750-1576\n下関市彦島本村町6-3-2')).toEqual({
      value: '7501576',
      rest: '下関市彦島本村町6-3-2',
    });
  });

  test.each([
    ['750', 'too-short'],
    ['750-157', 'too-short'],
    ['75015761', 'too-long'],
    ['不明', 'not-a-number'],
    ['', 'not-a-number'],
  ])('keeps %j as it is and says %s', (text, error) => {
    expect(parsePostal(text)).toEqual({ error, value: text });
  });

  test('reads back every code it prints', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (number) => {
        const value = String(number).padStart(7, '0');
        expect(parsePostal(`〒${formatPostal(value)}`)).toEqual({ value });
      }),
    );
  });

  test('prints a text that is no code as it is', () => {
    expect(formatPostal('不明')).toBe('不明');
  });
});
