import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTsv, toTsv } from '#renderer/sheet/clipboard/tsv.ts';

describe('reading what Excel copies', () => {
  test.each<[string, string, string[][]]>([
    [
      'cells and rows',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['nothing at all', '', []],
    ['one cell without a line break', '0836-12-3456', [['0836-12-3456']]],
    ['one empty cell', '\r\n', [['']]],
    ['an empty row at the end', 'a\n\n', [['a'], ['']]],
    ['line ends of Unix and of old Macs', 'a\nb\rc\r\nd', [['a'], ['b'], ['c'], ['d']]],
    ['a last cell that is empty', 'a\t', [['a', '']]],
    ['rows of different length', 'a\nb\tc\td\n', [['a'], ['b', 'c', 'd']]],
    ['a line break inside a cell', '"1行目\n2行目"\tb', [['1行目\n2行目', 'b']]],
    ['a Windows line break inside a cell', '"a\r\nb"', [['a\nb']]],
    ['a tab inside a cell', '"a\tb"\tc', [['a\tb', 'c']]],
    ['doubled quotes', '"「""まち""」\n通信"', [['「"まち"」\n通信']]],
    ['an empty cell in quotes', '""\tb', [['', 'b']]],
    ['a quote inside a cell', '5" 管\tb', [['5" 管', 'b']]],
    ['a quote that never closes', '"abc\tb\nc', [['"abc', 'b'], ['c']]],
    ['a word in quotes with text behind it', '"市民" 活動\tb', [['"市民" 活動', 'b']]],
    ['a quote alone', '"', [['"']]],
    ['three quotes', '"""', [['"""']]],
    ['an open quote before a cell in quotes', '"a\n"b\nc"\n', [['"a'], ['b\nc']]],
    ['NUL and control characters', 'a\u0000b\u0007\tc\u000B\u007F', [['ab', 'c']]],
  ])('%s', (_, text, rows) => {
    expect(parseTsv(text)).toEqual(rows);
  });

  test.each([
    ['quotes at each cell', '"\t'],
    ['doubled quotes', '""'],
    ['doubled quotes inside cells', '"a""b\t'],
    ['open quotes at each row', '"a""b\n'],
    ['tabs', '\t'],
  ])('a million characters of %s are read at once', (_, piece) => {
    const text = `"${piece.repeat(1_000_000 / piece.length)}`;
    const start = performance.now();
    parseTsv(text);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('writing for Excel', () => {
  test('only cells that need it are quoted, and one cell gets no line break', () => {
    expect(
      toTsv([
        ['a', 'b'],
        ['c', ''],
      ]),
    ).toBe('a\tb\r\nc\t');
    expect(toTsv([['0836-12-3456']])).toBe('0836-12-3456');
    expect(toTsv([['a\nb', '"c', 'd"', 'e\tf']])).toBe('"a\nb"\t"""c"\td"\t"e\tf"');
    expect(toTsv([])).toBe('');
    expect(toTsv([['']])).toBe('\r\n');
  });
});

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '1', '市'), maxLength: 6 }) },
  fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\p{Cc}]/gu, '')),
);
const rectangle = fc
  .integer({ min: 1, max: 4 })
  .chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 5 }));

test('what is copied comes back as it was', () => {
  fc.assert(
    fc.property(rectangle, (rows) => {
      expect(parseTsv(toTsv(rows))).toEqual(rows);
    }),
  );
});

test('no text makes reading fail, and no letter or digit of it is lost', () => {
  const anything = fc.string({ unit: fc.constantFrom('a', '9', '"', '\t', '\n', '\r', '\u0000'), maxLength: 40 });
  fc.assert(
    fc.property(anything, (text) => {
      const kept = parseTsv(text).flat().join('').replace(/[^a9]/g, '');
      expect(kept).toBe(text.replace(/[^a9]/g, ''));
    }),
  );
});
