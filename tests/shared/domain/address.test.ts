import { describe, expect, test } from 'vitest';
import { addressKey, cleanAddress } from '#shared/domain/address.ts';

describe('addressKey', () => {
  test.each([
    '彦島本村町６丁目３番２号',
    '彦島本村町6-3-2',
    '彦島本村町六丁目3番地の2',
    '彦島本村町６－３－２',
    '〒750-1576 彦島本村町 6丁目3-2',
    '彦島本村町6ー3ー2',
  ])('%s is 彦島本村町6丁目3番2号', (address) => {
    expect(addressKey(address)).toBe(addressKey('彦島本村町6丁目3番2号'));
  });

  test.each([
    ['大字豊浦１００番地', '豊浦100'],
    ['上田中町1丁目2番3号　コーポ山口１０１号室', '上田中町1-2-3 コーポ山口101号室'],
  ])('%s is %s', (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });

  test.each([
    ['彦島本村町6-3-2', '彦島本村町6-32'],
    ['彦島本村町6-3', '彦島本村町6-3-2'],
    ['上田中町1-2 3', '上田中町1-23'],
  ])('%s is not %s', (one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other));
  });
});

test('cleanAddress makes one line and keeps the characters', () => {
  expect(cleanAddress('〒750-1576　下関市\n彦島本村町６丁目３番２号 ')).toBe('下関市 彦島本村町６丁目３番２号');
});
