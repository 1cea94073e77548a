import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeFileName } from '#core/files/safe-file-name.ts';

describe('safeFileName', () => {
  test('keeps Japanese names and replaces what no disk takes', () => {
    expect(safeFileName('登録団体一覧 R8/4/1 <公開用>', '.xlsx')).toBe('登録団体一覧 R8／4／1 ＜公開用＞.xlsx');
    expect(safeFileName('か\u3099', '.xlsx')).toBe('が.xlsx');
    expect(safeFileName(' 名前. ', '')).toBe('名前');
    expect(safeFileName('con', '.xlsx')).toBe('＿con.xlsx');
    expect(safeFileName('  ', '.xlsx')).toBe('無題.xlsx');
  });

  test('is acceptable to Windows whatever it is made from', () => {
    const nasty = fc.constantFrom(
      'NUL',
      'com1',
      'LPT9.',
      '..',
      ' ',
      '\u0000',
      '/',
      '\\',
      '𠮷'.repeat(200),
      'あ'.repeat(300),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), nasty), { maxLength: 6 }), (pieces) => {
        const name = safeFileName(pieces.join(''), '.xlsx');
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
        expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]|[. ]$|[. ]\.xlsx$/);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(name.length).toBeLessThanOrEqual(200);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        expect(name.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
