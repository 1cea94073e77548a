import { describe, expect, it } from 'vitest';
import { isErrorText, isNullWord, tickOf, truthOf } from '#shared/domain/data-words.ts';

describe('words of data tools', () => {
  it.each([
    'NULL',
    'null',
    '(null)',
    '<NULL>',
    'nan',
    'NaN',
    '-nan',
    'None',
    '#N/A',
    'N/A',
    '<NA>',
    'NaT',
    'undefined',
    'nil',
    '\\N',
    'ＮＵＬＬ',
    '(空白)',
    '空白',
    '(blank)',
  ])('%s says that there is no value', (text) => expect(isNullWord(text)).toBe(true));

  it.each(['Nullの会', 'なし', 'ナン', 'None of us', 'NANA', '空白の会', 'n', '-', ''])('%s is a text', (text) =>
    expect(isNullWord(text)).toBe(false),
  );

  it.each(['#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!', '#N/A', '#SPILL!', 'Err:502', '#####'])(
    '%s is an error of a spreadsheet',
    (text) => expect(isErrorText(text)).toBe(true),
  );

  it.each(['#みどり', '#1', 'REF', '##'])('%s is none', (text) => expect(isErrorText(text)).toBe(false));

  it('tell what is true, in a column of boxes also 真 and 偽', () => {
    expect(['TRUE', 'False', 'ｔｒｕｅ', '真', '○'].map(truthOf)).toEqual([true, false, true, null, null]);
    expect(['TRUE', '真', '偽', '○'].map(tickOf)).toEqual([true, true, false, null]);
  });
});
