import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, test } from 'vitest';
import { parsePhone } from '#shared/domain/phone.ts';

describe('parsePhone', () => {
  test.each([
    ['０８３－２２６－４０４０', '083-226-4040'],
    ['083ー226ー4040', '083-226-4040'],
    ['083（260）4737', '083-260-4737'],
    ['(083)226-4040', '083-226-4040'],
    ['083.226.4040', '083-226-4040'],
    ['083/226/4040', '083-226-4040'],
    ['083 226 4040', '083-226-4040'],
    ['0832264040', '083-226-4040'],
    ['083-934-4666(代)', '083-934-4666'],
    ['℡083-226-4040', '083-226-4040'],
    ['TEL：083-226-4040', '083-226-4040'],
    ['+81 83-226-4040', '083-226-4040'],
    ['＋81(0)83-226-4040', '083-226-4040'],
    ['0832-26-4040', '083-226-4040'],
    ['0836311111', '0836-31-1111'],
    ['0820221111', '0820-22-1111'],
    ['0837221111', '0837-22-1111'],
    ['0833411111', '0833-41-1111'],
    ['0827211111', '0827-21-1111'],
    ['0838822222', '08388-2-2222'],
    ['0837661111', '083-766-1111'],
    ['0312345678', '03-1234-5678'],
    ['０９０（１２３４）５６７８', '090-1234-5678'],
    ['05012345678', '050-1234-5678'],
    ['0120123456', '0120-123-456'],
    ['0120-12-3456', '0120-123-456'],
    ['0570012345', '0570-012-345'],
    ['08001234567', '0800-123-4567'],
  ])('reads %s as %s', (text, value) => {
    expect(parsePhone(text)).toEqual({ value });
  });

  test.each([
    ['832204863', '083-220-4863'],
    ['832204863.0', '083-220-4863'],
    ['83-226-4040', '083-226-4040'],
    ['9012345678', '090-1234-5678'],
    ['120123456', '0120-123-456'],
  ])('restores the zero Excel dropped from %s', (text, value) => {
    expect(parsePhone(text)).toEqual({ value, note: 'zero-restored' });
  });

  test.each([
    ['083-226-4040、090-1234-5678', '083-226-4040', ['090-1234-5678']],
    ['083-226-4040 090-1234-5678', '083-226-4040', ['090-1234-5678']],
    ['083-226-4040(090-1234-5678)', '083-226-4040', ['090-1234-5678']],
    ['自宅 083-226-4040 携帯 090-1111-2222', '083-226-4040', ['090-1111-2222']],
    ['083-226-4040\nFAX 083-226-4041', '083-226-4040', ['FAX 083-226-4041']],
    ['083-226-4040・4041', '083-226-4040', ['4041']],
    ['083-226-4040（内線123）', '083-226-4040', ['内線123']],
    ['083-226-4040（山口方）', '083-226-4040', ['山口方']],
  ])('keeps what else stands in %j', (text, value, rest) => {
    expect(parsePhone(text)).toEqual({ value, rest });
  });

  test.each([
    ['226-4040', 'too-short'],
    ['090-1234-567', 'too-short'],
    ['083-226-40400', 'too-long'],
    ['なし', 'not-a-number'],
    ['-', 'not-a-number'],
    ['', 'not-a-number'],
    ['8.32E+08', 'not-a-number'],
  ])('keeps %j as it is and says %s', (text, error) => {
    expect(parsePhone(text)).toEqual({ error, value: text });
  });

  test('keeps the groups typed when they begin with a real area code', () => {
    expect(parsePhone('083-350-6134')).toEqual({ value: '083-350-6134' });
    expect(parsePhone('0833-50-6134')).toEqual({ value: '0833-50-6134' });
  });

  test('groups any ten digits as the numbering plan does, and reads its own output', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200_000_000, max: 999_999_999 }), (number) => {
        const digits = `0${number}`;
        fc.pre(!/^0[5-9]0/.test(digits) && !digits.startsWith('020'));
        const national = parsePhoneNumberFromString(digits, 'JP')?.formatNational() ?? '';
        const planned = national.includes('-') ? national : digits;
        expect(parsePhone(digits).value).toBe(planned);
        expect(parsePhone(planned).value).toBe(planned);
      }),
      { numRuns: 1000 },
    );
  });
});
