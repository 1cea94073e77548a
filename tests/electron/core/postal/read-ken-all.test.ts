import { describe, expect, test } from 'vitest';
import { readKenAll, readLines } from '#core/postal/read-ken-all.ts';
import { kenAll, kenAllLine } from '#tests/helpers/ken-all.ts';

const shimonoseki = (code: string, town: string): string => kenAllLine(code, ['山口県', '下関市', town]);

function townsIn(...lines: readonly string[]): unknown {
  const read = readLines(lines.join('\r\n'));
  return read.ok ? read.entries.map(({ code, city, town }) => `${code} ${city} ${town}`) : read.reason;
}

describe("Japan Post's list", () => {
  test('gives code, prefecture, city and town of each line', () => {
    expect(readLines(`${shimonoseki('7500001', '幸町')}\r\n`)).toEqual({
      ok: true,
      entries: [{ code: '7500001', prefecture: '山口県', city: '下関市', town: '幸町' }],
    });
  });

  test('joins a long town that goes on over further lines', () => {
    const towns = townsIn(
      shimonoseki('0285102', '葛巻（第４０地割「５７番地'),
      shimonoseki('0285102', '１２５、１７６を除く」～第４５'),
      shimonoseki('0285102', '地割）'),
      shimonoseki('0285103', '隣町'),
    );
    expect(towns).toEqual(['0285102 下関市 葛巻', '0285103 下関市 隣町']);
  });

  test('does not let a bracket that never closes take the next code', () => {
    const towns = townsIn(shimonoseki('7500001', '幸町（１～'), shimonoseki('7500002', '宮田町'));
    expect(towns).toEqual(['7500001 下関市 幸町', '7500002 下関市 宮田町']);
  });

  test('with a bracket left open on every line is read in time that grows with its length', () => {
    const lines = Array.from({ length: 60_000 }, () => shimonoseki('7500001', '（あいうえおかきくけこさしすせそ'));
    const started = performance.now();
    expect(readLines(lines.join('\n')).ok).toBe(true);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test.each([
    ['35201,"750","7500001","ヤマ"', '2行目が郵便番号の一覧の形ではありません'],
    [shimonoseki('750001', '幸町'), '2行目が郵便番号の一覧の形ではありません'],
    ['登録番号,団体名', '2行目が郵便番号の一覧の形ではありません'],
    [
      '35201,"(ｶ)ﾆｼﾞ","虹","山口県","下関市","幸町","１","7508501","750  ","下関",0,0,0',
      '「事業所の個別郵便番号」の一覧です',
    ],
  ])('with the line %s says what is wrong', (line, reason) => {
    expect(townsIn(shimonoseki('7500001', '幸町'), line)).toBe(reason);
  });

  test('is refused when it is not of the whole country', () => {
    expect(readKenAll(shimonoseki('7500001', '幸町'))).toEqual({ ok: false, reason: '1都道府県分しかありません' });
    expect(readKenAll(kenAll(500))).toEqual({ ok: false, reason: '500件しかありません' });
    expect(readKenAll('')).toEqual({ ok: false, reason: '0都道府県分しかありません' });
    expect(readKenAll(kenAll()).ok).toBe(true);
  });
});
