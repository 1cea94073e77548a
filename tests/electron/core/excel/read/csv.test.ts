import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import { describe, expect, it } from 'vitest';

async function tableOf(content: string | Uint8Array) {
  const workbook = await parseWorkbook(typeof content === 'string' ? Buffer.from(content) : content);
  const rows = workbook.sheets[0]?.rows ?? [];
  return { encoding: workbook.encoding, rows: rows.map((row) => row.cells.map((cell) => cell?.text ?? null)) };
}

/** Shift_JIS bytes of ①㈱髙﨑Ⅲ〃 as Windows writes them. */
const environmentCharacters = [0x87, 0x40, 0x87, 0x8a, 0xfb, 0xfc, 0xed, 0x95, 0x87, 0x56, 0x81, 0x56];

describe('encodings of a text table', () => {
  it('UTF-8 with and without a mark, and the "Unicode text" of Excel', async () => {
    expect(await tableOf('名称,𠮷\n')).toEqual({ encoding: 'UTF-8', rows: [['名称', '𠮷']] });
    expect(await tableOf('\ufeff名称,葛󠄀\n')).toEqual({ encoding: 'UTF-8 BOM', rows: [['名称', '葛󠄀']] });
    const unicodeText = Buffer.from('\ufeff名称\t番号\r\n', 'utf16le');
    expect(await tableOf(unicodeText)).toEqual({ encoding: 'UTF-16LE', rows: [['名称', '番号']] });
  });

  it('Shift_JIS keeps the characters of Windows, user-defined ones too', async () => {
    const bytes = Uint8Array.from([...environmentCharacters, 0x2c, 0xf0, 0x40, 0x0d, 0x0a]);
    expect(await tableOf(bytes)).toEqual({ encoding: 'Shift_JIS', rows: [['①㈱髙﨑Ⅲ〃', '\ue000']] });
  });

  it('bytes of no encoding are refused with their line, never replaced', async () => {
    const bytes = Uint8Array.from([...environmentCharacters, 0x0a, 0x61, 0x0a, 0x81, 0xff, 0x0a]);
    await expect(parseWorkbook(bytes)).rejects.toMatchObject({ code: 'TEXT_ENCODING', params: { line: 3 } });
  });
});

describe('cells of a text table', () => {
  it.each([',', ';', '\t'])('fields are parted by %j', async (delimiter) => {
    const fields = ['番号', '"改\r\n行, ;""引用"""', '0839344666'].join(delimiter);
    expect((await tableOf(`${fields}\r\n\r\n末尾\r\n`)).rows).toEqual([
      ['番号', '改\n行, ;"引用"', '0839344666'],
      ['末尾'],
    ]);
  });

  it('leading zeros, dates and formulas stay text as written', async () => {
    expect((await tableOf('007,2025-04-01,=1+1,TRUE,1E5\n')).rows).toEqual([
      ['007', '2025-04-01', '=1+1', 'TRUE', '1E5'],
    ]);
  });

  it("an apostrophe is taken off only before a formula's first character", async () => {
    expect((await tableOf("'=1,'+81,'-,'@a,'90年代,''\n")).rows).toEqual([['=1', '+81', '-', '@a', "'90年代", "''"]]);
  });

  it('an unclosed quote is refused with its line', async () => {
    await expect(parseWorkbook(Buffer.from('a,b\n"c,d\ne,f\n'))).rejects.toMatchObject({ code: 'CSV_QUOTES' });
  });
});
