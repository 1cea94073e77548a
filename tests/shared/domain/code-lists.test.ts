import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCorporateNumber } from '#shared/domain/corporate-number.ts';
import { municipalities, parseMunicipality, splitMunicipality } from '#shared/domain/municipalities.ts';
import { organizationTypes, parseOrganizationType } from '#shared/domain/organization-type.ts';

describe('kinds of group', () => {
  test.each([
    ['特定非営利活動法人', 'NPO法人'],
    ['ＮＰＯ', 'NPO法人'],
    ['（特非）', 'NPO法人'],
    ['N P O 法人', 'NPO法人'],
    ['2:NPO法人', 'NPO法人'],
    ['認定NPO', '認定NPO法人'],
    ['認定特定非営利活動法人', '認定NPO法人'],
    ['任意', '任意団体'],
    ['任意団体（サークル）', '任意団体'],
    ['社団', '一般社団法人'],
    ['（一財）', '一般財団法人'],
    ['自治会', '自治会・まちづくり協議会'],
    ['自治会･まちづくり協議会', '自治会・まちづくり協議会'],
    ['㈱', '企業'],
  ])('%s is %s', (text, expected) => {
    expect(parseOrganizationType(text)).toBe(expected);
  });

  test('each kind names itself, an unknown word none', () => {
    expect(organizationTypes.map(parseOrganizationType)).toEqual([...organizationTypes]);
    expect(['', '謎の団', '種別'].map(parseOrganizationType)).toEqual([null, null, null]);
  });
});

describe('municipalities of 山口県', () => {
  test.each([
    ['山口県下関市', '下関市'],
    ['下関', '下関市'],
    ['下 関 市', '下関市'],
    ['光', '光市'],
    ['大島郡周防大島町', '周防大島町'],
    ['352012', '下関市'],
    ['広島市 ', '広島市'],
    ['山口県', '山口県'],
    ['', ''],
  ])('%j is %j', (text, expected) => {
    expect(parseMunicipality(text)).toBe(expected);
  });

  test('an address is split behind its municipality', () => {
    expect(splitMunicipality('山口県下関市彦島本村町6-3-2')).toEqual({
      municipality: '下関市',
      rest: '彦島本村町6-3-2',
    });
    expect(splitMunicipality('熊毛郡平生町大字平生1')).toEqual({ municipality: '平生町', rest: '大字平生1' });
    expect(splitMunicipality('彦島本村町6-3-2')).toBeNull();
  });

  test('the 19 codes have right check digits', () => {
    const checks = municipalities.map(({ code }) => {
      const sum = [...code.slice(0, 5)].reduce((total, digit, index) => total + Number(digit) * (6 - index), 0);
      return `${code.slice(0, 5)}${(11 - (sum % 11)) % 10}`;
    });
    expect(checks).toHaveLength(19);
    expect(checks).toEqual(municipalities.map(({ code }) => code));
  });
});

describe('isCorporateNumber', () => {
  test.each(['7000012050002', '1180301018771', '９２５００００００００００', '7-0000-1205-0002'])(
    '%s is one',
    (text) => {
      expect(isCorporateNumber(text)).toBe(true);
    },
  );

  test.each(['', '4250005000012', '700001205000', '70000120500021', 'T700001205000'])('%j is none', (text) => {
    expect(isCorporateNumber(text)).toBe(false);
  });

  test('one wrong digit is noticed, but for 0 and 9 which weigh the same', () => {
    const change = fc.record({ place: fc.integer({ min: 0, max: 12 }), add: fc.integer({ min: 1, max: 8 }) });
    fc.assert(
      fc.property(change, ({ place, add }) => {
        const digits = [...'7000012050002'].map(Number);
        const old = digits[place] ?? 0;
        const changed = (old + add) % 10;
        fc.pre(Math.abs(changed - old) !== 9);
        expect(isCorporateNumber(digits.with(place, changed).join(''))).toBe(false);
      }),
    );
  });
});
