import { expect, test } from 'vitest';
import { shortened } from '#shared/domain/shortened.ts';

test.each([
  ['', ''],
  ['地域交流', '地域交流'],
  ['地域交流センター', '地域交流…'],
  ['𠮷𠮷𠮷𠮷𠮷', '𠮷𠮷𠮷𠮷𠮷'],
  ['𠮷𠮷𠮷𠮷𠮷𠮷', '𠮷𠮷𠮷𠮷…'],
])('%s in five characters is %s', (text, short) => {
  expect(shortened(text, 5)).toBe(short);
});
