import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHeadingNumber } from '#shared/domain/numbering.ts';
import { cleanText } from '#shared/domain/text.ts';

describe('parseHeadingNumber', () => {
  test.each([
    ['I 参加しやすく', 'roman', 'I', ' ', '参加しやすく', 1, 'I'],
    ['Ⅲ 人づくり', 'roman', 'Ⅲ', ' ', '人づくり', 3, 'III'],
    ['III 人づくり', 'roman', 'III', ' ', '人づくり', 3, 'III'],
    ['Ⅳ．市政', 'roman', 'Ⅳ', '．', '市政', 4, 'IV'],
    ['Ⅲ人づくり', 'roman', 'Ⅲ', '', '人づくり', 3, 'III'],
    ['(1) 活動(交流)拠点', 'paren', '(1)', ' ', '活動(交流)拠点', 1, '(1)'],
    ['（１）活動', 'paren', '（１）', '', '活動', 1, '(1)'],
    ['⑵活動', 'paren', '⑵', '', '活動', 2, '(2)'],
    ['(ア) 情報', 'paren', '(ア)', ' ', '情報', 1, '(ア)'],
    ['1 県民活動', 'digit', '1', ' ', '県民活動', 1, '1'],
    ['１．県民活動', 'digit', '１', '．', '県民活動', 1, '1'],
    ['1-2 情報', 'digit', '1-2', ' ', '情報', 2, '1-2'],
    ['Ⅰ－２ 情報', 'digit', 'Ⅰ－２', ' ', '情報', 2, 'I-2'],
    ['52101 N P O と行政', 'digit', '52101', ' ', 'N P O と行政', 52101, '52101'],
    ['① 情報', 'circled', '①', ' ', '情報', 1, '1'],
    ['一 総則', 'kanji', '一', ' ', '総則', 1, '一'],
    ['第1章 計画の推進', 'chapter', '第1章', ' ', '計画の推進', 1, '第1章'],
    ['第一節　総則', 'chapter', '第一節', '　', '総則', 1, '第1節'],
    ['基本方針1 幅広い', 'chapter', '基本方針1', ' ', '幅広い', 1, '基本方針1'],
    ['基本方針Ⅰ 幅広い', 'chapter', '基本方針Ⅰ', ' ', '幅広い', 1, '基本方針I'],
    ['(基本方針 2) 市民活動', 'chapter', '(基本方針 2)', ' ', '市民活動', 2, '基本方針2'],
    ['1', 'digit', '1', '', '', 1, '1'],
    ['1 市民が参加する', 'digit', '1', ' ', '市民が参加する', 1, '1'],
    ['2　人を育てる', 'digit', '2', '　', '人を育てる', 2, '2'],
    ['3 団体情報の収集', 'digit', '3', ' ', '団体情報の収集', 3, '3'],
    ['4. つなぐ', 'digit', '4', '. ', 'つなぐ', 4, '4'],
    ['1-1-1 市民活動', 'digit', '1-1-1', ' ', '市民活動', 1, '1-1-1'],
    ['1-1情報の発信', 'digit', '1-1', '', '情報の発信', 1, '1-1'],
    ['I-1-(2) 活動', 'digit', 'I-1-(2)', ' ', '活動', 2, 'I-1-(2)'],
    ['Ⅰ―１　情報', 'digit', 'Ⅰ―１', '　', '情報', 1, 'I-1'],
    ['ⅱ 学び', 'roman', 'ⅱ', ' ', '学び', 2, 'ii'],
    ['ア　情報', 'kana', 'ア', '　', '情報', 1, 'ア'],
  ])('reads %s', (...row) => {
    const [text, style, numberRaw, gap, name, value, key] = row;
    expect(parseHeadingNumber(text)).toEqual({ style, numberRaw, gap, name, value, key });
  });

  test('reads a heading that stands in brackets as a whole', () => {
    expect(parseHeadingNumber('【基本方針I 幅広い参加における役割区分】')).toEqual({
      style: 'chapter',
      numberRaw: '【基本方針I',
      gap: ' ',
      name: '幅広い参加における役割区分',
      value: 1,
      key: '基本方針I',
      suffix: '】',
    });
  });

  test.each([
    'IT推進',
    'V字回復',
    'X線検査',
    'IIII x',
    '(仮称)地域活性化センターの設置',
    '(一社)山口',
    '2018年度(平成30年度)から2022年度まで',
    '3 つの柱',
    '3 年度目の取組',
    '5 か所の整備',
    '3-4月号の発行',
    'アイ デア',
    '10%',
    '1.5倍',
    '施策3つ',
    '30年のあゆみ',
    '一般社団法人',
    '第3次下関市総合計画',
    '【具体的な施策】',
    '市報の充実・活用',
    '',
  ])('%j begins with no number', (text) => {
    expect(parseHeadingNumber(text)).toBeNull();
  });

  test('its parts make the text again, whatever the text', () => {
    const number = fc.constantFrom(
      'I',
      'Ⅲ',
      '(1)',
      '（２）',
      '1',
      '１．',
      '①',
      '第1章',
      '基本方針1',
      '【基本方針I',
      '【',
      '',
    );
    fc.assert(
      fc.property(number, fc.constantFrom(' ', '　', '', '. '), fc.string(), (start, gap, name) => {
        const text = `${start}${gap}${name}`;
        const read = parseHeadingNumber(text);
        const parts = read === null ? cleanText(text) : `${read.numberRaw}${read.gap}${read.name}${read.suffix ?? ''}`;
        expect(parts).toBe(cleanText(text));
      }),
    );
  });
});
